extension Book {
  /// What anyone may see: all but the returns of quarters that are being collected, whose report is not sealed yet. They
  /// are drafts, which their officers may still change and nobody has approved.
  package var published: Book {
    let sealed = Set(seals.values.map(\.period.code))
    let drafts = cycles.values.filter { !sealed.contains($0.period.code) }.map(\.period)
    guard !drafts.isEmpty else { return self }
    return without(drafts.flatMap(returns(of:)))
  }

  /// The records of what was returned for a period: figures, updates, words and an officer's decisions.
  private func returns(of period: Period) -> [RecordID] {
    let figures = indicators.values.flatMap { indicator -> [RecordID] in
      guard let data = standing(of: indicator, in: period).dataPeriod else { return [] }
      // A quarter's months are as much of a draft as the quarter.
      return (readings[indicator.id]?.actuals ?? []).filter {
        data.start <= $0.period.start && $0.period.end <= data.end
      }
      .map(\.recordID)
    }
    func of(_ rows: some Sequence<some Record & Dated>) -> [RecordID] {
      rows.filter { $0.period.code == period.code }.map(\.recordID)
    }
    return figures + of(updates.values) + of(commentary.values) + of(overrides.values) + of(printed.values)
  }
}
