/// What one indicator or action says in two states of one report, where that differs, and why.
package struct IssueDifference: Sendable {
  /// The indicator or action.
  package let subject: RecordID
  package let name: String
  /// The period of the figure; `nil` for an action.
  package let data: Period?
  /// `nil` where the report does not have it.
  package let before: Said?
  package let after: Said?
  package let causes: [Cause]

  package enum Said: Sendable {
    case indicator(IndicatorStanding)
    case action(ActionStanding)
  }

  package enum Cause: Equatable, Sendable {
    case added
    case gone
    case figure
    case state
    case target
    case officer
    /// The rule and its version, before and after.
    case rule(RuleVersion, RuleVersion)
    /// Limits or a definition of the indicator's own, or an earlier figure that its rule looks at.
    case definition
    case update
  }

  /// Whether what was reported was wrong or has been replaced, rather than seen by another rule.
  package var isCorrection: Bool {
    causes.contains { cause in
      switch cause {
      case .figure, .state, .target, .officer, .update, .gone: true
      case .added, .rule, .definition: false
      }
    }
  }
}

/// One period's report in two states of the record: as it was sealed and as it would be today, or two editions of it.
package struct ReportComparison: Sendable {
  package let before: Scorecard
  package let after: Scorecard
  /// In the order of the report.
  package let differences: [IssueDifference]
  /// How many there were that are not published any more; they are not named.
  package let withdrawn: Int

  /// - Parameter today: what may be named now.
  package init(_ before: Book, _ after: Book, _ period: Period, today: Book) {
    let (old, new) = (Scorecard(before, period), Scorecard(after, period))
    self.before = old
    self.after = new
    let indicators = ReportComparison.pairs(old.standings, new.standings, \.indicator.id)
    let actions = ReportComparison.pairs(old.allActions, new.allActions, \.item.id)
    differences =
      indicators.filter { today.indicators[$0.id] != nil }.compactMap { IssueDifference($0.one, $0.other) }
      + actions.filter { today.items[$0.id] != nil }.compactMap { IssueDifference($0.one, $0.other) }
    withdrawn =
      indicators.filter { today.indicators[$0.id] == nil }.count + actions.filter { today.items[$0.id] == nil }.count
  }

  private static func pairs<Row>(
    _ old: [Row], _ new: [Row], _ id: (Row) -> String
  ) -> [(id: String, one: Row?, other: Row?)] {
    let before = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.map(id))
    return new.map { (id($0), before[id($0)], $0) }
      + old.filter { !after.contains(id($0)) }.map { (id($0), $0, nil) }
  }
}

extension IssueDifference {
  init?(_ old: IndicatorStanding?, _ new: IndicatorStanding?) {
    guard let known = new ?? old else { return nil }
    let causes = IssueDifference.causes(old, new)
    guard !causes.isEmpty else { return nil }
    self.init(
      subject: known.indicator.recordID, name: known.indicator.name, data: known.dataPeriod,
      before: old.map(Said.indicator), after: new.map(Said.indicator), causes: causes)
  }

  init?(_ old: ActionStanding?, _ new: ActionStanding?) {
    guard let known = new ?? old else { return nil }
    let causes: [Cause]
    switch (old, new) {
    case (nil, _): causes = [.added]
    case (_, nil): causes = [.gone]
    case (let old?, let new?): causes = old.outcome == new.outcome ? [] : [.update]
    }
    guard !causes.isEmpty else { return nil }
    self.init(
      subject: known.item.recordID, name: known.item.title, data: nil, before: old.map(Said.action),
      after: new.map(Said.action), causes: causes)
  }

  private static func causes(_ old: IndicatorStanding?, _ new: IndicatorStanding?) -> [Cause] {
    guard let old else { return [.added] }
    guard let new else { return [.gone] }
    var causes: [Cause] = []
    if old.value.text != new.value.text { causes.append(.figure) }
    if causes.isEmpty, old.state != new.state, new.hasData { causes.append(.state) }
    if old.target != new.target { causes.append(.target) }
    guard old.outcome != new.outcome else { return causes }
    if old.override != new.override { causes.append(.officer) }
    if old.rating.rule != new.rating.rule { causes.append(.rule(old.rating.rule, new.rating.rule)) }
    return causes.isEmpty ? [.definition] : causes
  }
}
