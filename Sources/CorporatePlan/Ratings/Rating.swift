/// What a rule says of one figure, with its arithmetic: nobody has to take a status on trust.
package struct Rating: Equatable, Sendable {
  package let outcome: Outcome
  /// How far the figure is on the wrong side of its target, in the figure's own unit; negative when it is better than the
  /// target; `nil` where there is no such distance.
  package let shortfall: Quantity?
  /// The shortfall in per cent of the target, two decimals, half up; `nil` for a target of zero.
  package let share: Quantity?
  /// The band of the rule that held, in words: "5% or more of the target".
  package let band: String?
  /// Which rule it was, and which version of it.
  package let rule: RuleVersion
  /// One plain sentence with the figures and the rule in it.
  package let why: String

  package enum Outcome: Equatable, Sendable {
    case rated(Status)
    case notRated(NotRatedReason)
    /// The rule asks for something that is not there; what, in words. Never shown as red.
    case undetermined(String)
  }

  /// The status, when it is rated.
  package var status: Status? {
    if case .rated(let status) = outcome { return status }
    return nil
  }

  /// The rating of what can't be told, with what is missing or wrong.
  package static func undetermined(
    _ what: String, by rule: RuleVersion, shortfall: Quantity? = nil, share: Quantity? = nil
  ) -> Rating {
    Rating(
      outcome: .undetermined(what), shortfall: shortfall, share: share, band: nil, rule: rule,
      why: "It can't be rated yet: \(what).")
  }
}

/// A rule and the revision of it that was in force.
package struct RuleVersion: Hashable, Sendable, CustomStringConvertible {
  package let id: String
  /// The revision of the rule's record in the ledger; 0 for a rule given by hand.
  package let revision: Int

  package init(_ id: String, revision: Int = 0) {
    self.id = id
    self.revision = revision
  }

  package var description: String { revision == 0 ? id : "\(id), version \(revision)" }
}

/// Why a figure has no status.
package enum NotRatedReason: Hashable, Sendable {
  case dataOnly
  case noTarget
  case missing(MissingReason)

  package var text: String {
    switch self {
    case .dataOnly: "data only"
    case .noTarget: "no target"
    case .missing(let reason): reason.rawValue
    }
  }
}
