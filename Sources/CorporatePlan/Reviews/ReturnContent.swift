extension Commentary.Purpose {
  /// What is said of one return: a change of it is a change of the return.
  static let ofReturns: [Commentary.Purpose] = [.variance, .action, .nextQuarter, .achievement, .note]
}

extension Book {
  /// The ledger position of the newest change of a return: of its figure or of those it is made of, of its update, of a
  /// word, of a status that was decided. What was taken away counts, too. `nil` when there never was any.
  package func contentPosition(of subject: RecordID, _ period: Period, _ data: Period?) -> Int? {
    content(of: subject, period, data).compactMap { stamp(of: $0)?.position }.max()
  }

  /// Who wrote the newest revisions of what a return consists of, by id.
  package func authors(of slot: Slot) -> Set<String> {
    Set(content(of: slot.subject, slot.period, slot.dataPeriod).compactMap { stamp(of: $0)?.author })
  }

  /// The newest change of a return.
  package func lastChange(of slot: Slot) -> Stamp? {
    content(of: slot.subject, slot.period, slot.dataPeriod).compactMap(stamp).max { $0.position < $1.position }
  }

  func hasWords(about subject: RecordID, in period: Period) -> Bool {
    wordIDs(about: subject, in: period).contains { id in
      commentary[id].map { $0.subject == subject && $0.period.code == period.code && $0.isOfReturn } ?? false
    }
  }

  /// The records that a return consists of, those withdrawn included.
  private func content(of subject: RecordID, _ period: Period, _ data: Period?) -> [RecordID] {
    let words = wordIDs(about: subject, in: period).filter { commentary[$0]?.isOfReturn ?? true }
      .map { RecordID(Commentary.kind, $0) }
    guard subject.kind == Indicator.kind else {
      return words + [RecordID(ActionUpdate.kind, "\(subject.record)@\(period.code)")]
    }
    let override = RecordID(StatusOverride.kind, "\(subject.record)@\(period.code)")
    return words + [override] + (data.map { figures(of: subject.record, in: $0) } ?? [])
  }

  /// The figure of a period, and where nobody returned one, those it is made of.
  private func figures(of indicator: String, in data: Period) -> [RecordID] {
    func actual(_ id: String, _ period: Period) -> RecordID { RecordID(Actual.kind, "\(id)@\(period.code)") }
    let own = actual(indicator, data)
    guard readings[indicator]?.actual(in: data) == nil, let definition = indicators[indicator] else { return [own] }
    var parts = data.parts(definition.frequency).map { actual(indicator, $0) }
    if let source = definition.derivedFrom.flatMap({ indicators[$0] }) {
      let start: Day =
        switch definition.frame {
        case .rolling(let months): data.end.adding(months: -months)
        default: FinancialYear(containing: data.end + -1).period.start
        }
      parts += Period.run(source.frequency, from: start, to: data.end).map { actual(source.id, $0) }
    }
    return [own] + parts
  }
}

extension Commentary {
  fileprivate var isOfReturn: Bool { Purpose.ofReturns.contains(purpose) }
}
