/// What people may do, and on what: one table, which every route names its action from.
package enum Permission {
  package enum Action: String, Sendable, CaseIterable {
    /// Read what is not public: drafts, commentary behind the public one, histories.
    case read
    /// Enter figures, words and evidence, and submit them.
    case enter
    /// Approve a return, or give it back with a reason.
    case review
    /// Sign off a service's or directorate's returns.
    case signOff = "sign off"
    /// Change the plan, indicators, targets and rules.
    case editPlan = "edit the plan"
    case `import`
    /// Open, move and freeze a quarter; waive returns; grant exceptions from a lock.
    case runCycle = "run the quarter"
    case seal
    /// Accounts, roles, posts.
    case people
    /// The council's settings, backup.
    case settings
    /// See who changed whose account and roles.
    case audit
  }

  package enum Scope: Int, Sendable, Comparable {
    case none
    /// What the person's posts own.
    case assigned
    /// What belongs to the person's service.
    case ownService
    case all

    package static func < (one: Scope, other: Scope) -> Bool { one.rawValue < other.rawValue }
  }

  /// How far a role may go with an action.
  package static func scope(of role: Role, for action: Action) -> Scope { table[role]?[action] ?? .none }

  private static let table: [Role: [Action: Scope]] = [
    .administrator: [.read: .all, .people: .all, .settings: .all, .audit: .all],
    .performanceOfficer: [
      .read: .all, .enter: .all, .review: .all, .editPlan: .all, .import: .all, .runCycle: .all, .seal: .all,
    ],
    .responsibleOfficer: [.read: .ownService, .enter: .assigned],
    .reviewer: [.read: .ownService, .enter: .assigned, .review: .ownService, .signOff: .ownService],
    .councillor: [.read: .all],
    .auditor: [.read: .all, .audit: .all],
  ]
}

/// What a person is to the system. One person can have several.
package enum Role: String, Sendable, CaseIterable {
  case administrator
  case performanceOfficer = "performance officer"
  case responsibleOfficer = "responsible officer"
  /// A head of service or a director.
  case reviewer
  case councillor
  /// Reads all, changes nothing.
  case auditor
}
