/// The council's risks in its matrix at the end of a period, as a page draws it.
package struct RiskMap: Sendable {
  package struct Cell: Equatable, Sendable {
    package let place: RiskPlace
    package let status: Status
    /// Their ids, in their order.
    package let risks: [String]
  }

  /// From the most likely row down, each from the least grave impact.
  package let rows: [[Cell]]
  package let standings: [RiskStanding]
  /// Those that were never given a place, which the matrix can't show.
  package var withoutPlace: [RiskStanding] { standings.filter { $0.score?.place == nil } }
}

/// How a risk stands at the end of a period, and since the one before.
package struct RiskStanding: Sendable {
  package let risk: Risk
  /// The newest score up to then; `nil` when it was never scored.
  package let score: RiskScore?
  package let previous: RiskScore?
  /// Whether the score is older than the period itself.
  package let isOld: Bool
  package let direction: Direction

  package enum Direction: String, Sendable, CaseIterable {
    case rising
    case falling
    case same
    /// There is nothing to compare.
    case unknown
  }
}

extension Book {
  /// How a risk stands at the end of a period.
  package func standing(of risk: Risk, in period: Period) -> RiskStanding {
    let scores = riskScores.values.filter { $0.risk == risk.id && $0.day < period.end }.sorted { $0.day < $1.day }
    let score = scores.last
    // What stood when the period began: a second score within it is no news of another period.
    let previous = scores.last { $0.day < period.start }
    let isOld = score.map { $0.day < period.start } ?? false
    return RiskStanding(
      risk: risk, score: score, previous: previous, isOld: isOld,
      direction: isOld ? .unknown : RiskStanding.Direction(from: previous?.place, to: score?.place))
  }

  /// All risks in the matrix.
  package func riskMap(in period: Period) -> RiskMap {
    let matrix = riskMatrix
    let standings = risks.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.map { standing(of: $0, in: period) }
    let placed = Dictionary(grouping: standings) { $0.score?.place }
    let rows = (1...matrix.likelihoods).reversed().map { likelihood in
      (1...matrix.impacts).map { impact in
        let place = RiskPlace(likelihood: likelihood, impact: impact)
        return RiskMap.Cell(
          place: place, status: matrix.rows[likelihood - 1][impact - 1],
          risks: placed[place, default: []].map(\.risk.id))
      }
    }
    return RiskMap(rows: rows, standings: standings)
  }
}

extension RiskStanding.Direction {
  /// By the product of both; where that is alike, by the impact.
  init(from before: RiskPlace?, to after: RiskPlace?) {
    guard let before, let after else {
      self = .unknown
      return
    }
    let (one, other) = ((before.product, before.impact), (after.product, after.impact))
    self = one < other ? .rising : other < one ? .falling : .same
  }
}
