/// How a risk moved between two days: what councillors ask of a register each quarter.
package struct RiskMovement: Sendable {
  package let risk: Risk
  package let kind: Kind
  /// How it stood by the earlier day, and by the later one.
  package let before: RiskScore?
  package let now: RiskScore?

  package enum Kind: String, Sendable, CaseIterable {
    case added
    case removed
    case worse
    case better
    case same
  }
}

extension Book {
  /// The risks of the register by how they moved, each in its order: added, removed, worse, better, the same.
  ///
  /// - Parameters:
  ///   - earlier: the Book of then, which knows the risks that were removed since; without it a risk counts as added when
  ///     it was first scored after the earlier day.
  package func riskMovements(from start: Day, to end: Day, since earlier: Book?) -> [RiskMovement] {
    func score(_ risk: String, _ book: Book, before day: Day) -> RiskScore? {
      book.newestScores(of: risk).first { $0.day < day }
    }
    let present = risks.values.filter { $0.paper == nil }.map { risk -> RiskMovement in
      let now = score(risk.id, self, before: end)
      let known = score(risk.id, self, before: start)
      let isNew = earlier.map { $0.risks[risk.id] == nil } ?? (known == nil && now != nil)
      // One that was first scored in between moved from where it was then.
      let first = isNew ? nil : newestScores(of: risk.id).last { $0.day < end && $0.day != now?.day }
      let before = known ?? first
      return RiskMovement(risk: risk, kind: isNew ? .added : kind(before, now), before: before, now: now)
    }
    let removed = (earlier?.risks.values.filter { risks[$0.id] == nil && $0.paper == nil } ?? []).map { risk in
      RiskMovement(
        risk: risk, kind: .removed, before: earlier.flatMap { score(risk.id, $0, before: start) }, now: nil)
    }
    let order = RiskMovement.Kind.allCases
    return (present + removed).sorted {
      (order.firstIndex(of: $0.kind) ?? 0, $0.risk.order, $0.risk.id)
        < (order.firstIndex(of: $1.kind) ?? 0, $1.risk.order, $1.risk.id)
    }
  }

  private func kind(_ before: RiskScore?, _ now: RiskScore?) -> RiskMovement.Kind {
    guard let before, let now, before.day != now.day else { return .same }
    if now.isWorse(than: before) { return .worse }
    return before.isWorse(than: now) ? .better : .same
  }
}
