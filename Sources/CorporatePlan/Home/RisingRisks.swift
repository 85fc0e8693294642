/// A risk that stands worse than when it was scored before.
package struct RisingRisk: Sendable {
  package let risk: Risk
  package let before: RiskScore
  package let now: RiskScore
}

extension Book {
  /// The risks whose newest score is worse than the one before, in their order.
  package func risingRisks(on today: Day) -> [RisingRisk] {
    let scores = Dictionary(grouping: riskScores.values.filter { $0.day <= today }, by: \.risk)
    return risks.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.compactMap { risk in
      let own = (scores[risk.id] ?? []).sorted { $0.day > $1.day }
      guard own.count > 1, own[0].isWorse(than: own[1]) else { return nil }
      return RisingRisk(risk: risk, before: own[1], now: own[0])
    }
  }

  /// How a risk stood, newest first.
  func newestScores(of risk: String) -> [RiskScore] {
    riskScores.values.filter { $0.risk == risk }.sorted { $0.day > $1.day }
  }
}

extension RiskScore {
  /// By its place in the matrix where both have one, otherwise by its colour; a colour that is not one of three tells
  /// nothing.
  func isWorse(than other: RiskScore) -> Bool {
    if let own = product, let others = other.product { return own > others }
    guard let own = rank, let others = other.rank else { return false }
    return own > others
  }

  private var product: Int? { likelihood.flatMap { likelihood in impact.map { likelihood * $0 } } }

  private var rank: Int? { status.flatMap { [.green, .amber, .red].firstIndex(of: $0) } }
}
