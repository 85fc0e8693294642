/// A council's rule for rating indicators, as data (domain, section 2.3; the fifteen that ship are in `rag_schemes.json`).
package struct RatingRule: Equatable, Sendable {
  package let id: String
  /// Whose rule it is, for a person.
  package let council: String
  package let basis: Basis
  /// The status when the target is beaten.
  package let met: Status
  /// The status when the actual equals the target.
  package let equal: Status
  /// Worse and worse statuses for a missed target; read in order, the last without limit.
  package let bands: [Band]
  /// Statuses for a target that is beaten by much; empty for most councils.
  package let better: [Band]
  /// Statuses by columns of the indicator's own, best first, the last without column.
  package let thresholds: [Threshold]
  /// Whether a figure on a threshold has the better status.
  package let thresholdIsBetter: Bool
  /// What a missed target of zero gives, where a share of the target means nothing.
  package let zeroTarget: ZeroTarget
  package let lift: Lift?
  package let comparesDisplayed: Bool
  /// The council's own words for its statuses.
  package let words: [Status: String]
  /// The key as the council prints it, when it has one.
  package let printedKey: String?

  package enum Basis: String, Sendable { case relative, absolute, thresholds, met }

  package struct Band: Equatable, Sendable {
    package let status: Status
    package let limit: Limit
    /// Whether the limit itself belongs to this band.
    package let including: Bool

    package init(_ status: Status, _ limit: Limit, including: Bool) {
      self.status = status
      self.limit = limit
      self.including = including
    }
  }

  package enum Limit: Equatable, Sendable {
    /// So much: per cent of the target, or points, by the rule's basis.
    case of(Quantity)
    /// The indicator's own tolerance.
    case tolerance
    case none
  }

  package struct Threshold: Equatable, Sendable {
    package let status: Status
    /// `nil` for the last.
    package let column: Column?
    package enum Column: String, Sendable { case target, green, amber }
  }

  package enum ZeroTarget: Equatable, Sendable {
    /// Any miss has the worst status.
    case worst
    /// Bands in points of the indicator's own unit.
    case absolute([Band])
  }

  /// A status that is lifted when performance is no worse than in an earlier period.
  package struct Lift: Equatable, Sendable {
    package let from: Status
    package let to: Status
    package let needsBetter: Bool
    package let against: Against
    package enum Against: String, Sendable { case samePeriodLastYear, previous }
  }

  /// The statuses in their printed order, best first, each once.
  package var statuses: [Status] {
    var ordered = better.map(\.status)
    ordered += basis == .thresholds ? thresholds.map(\.status) : [met, equal] + bands.map(\.status)
    if let lift, let place = ordered.firstIndex(of: lift.from) { ordered.insert(lift.to, at: place) }
    if case .absolute(let bands) = zeroTarget {
      ordered.insert(contentsOf: bands.map(\.status), at: max(0, ordered.count - 1))
    }
    var seen: Set<Status> = []
    return ordered.filter { seen.insert($0).inserted }
  }

  /// The worst status that the rule gives.
  package var worst: Status { (basis == .thresholds ? thresholds.last?.status : bands.last?.status) ?? .red }

  /// The council's word for a status; its own name, with a capital, when the rule has none.
  package func word(for status: Status) -> String {
    words[status] ?? status.id.prefix(1).uppercased() + status.id.dropFirst()
  }
}
