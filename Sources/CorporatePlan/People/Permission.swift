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
    /// Ask for clearance, set checks aside with a reason, and seal reports.
    case seal
    /// Clear a report as the officer whom the council's template names.
    case clear
    /// Start reports, write in them, and set up their templates.
    case prepareReports = "prepare reports"
    /// Ask a question that is answered in a report.
    case ask = "ask questions"
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
      .prepareReports: .all, .ask: .all,
    ],
    .responsibleOfficer: [.read: .ownService, .enter: .assigned],
    .reviewer: [
      .read: .ownService, .enter: .assigned, .review: .ownService, .signOff: .ownService, .clear: .assigned,
    ],
    .clearingOfficer: [.read: .all, .clear: .assigned],
    .councillor: [.read: .all, .ask: .all],
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
  /// Clears reports, and reads what they say: finance, the monitoring officer.
  case clearingOfficer = "clearing officer"
  case councillor
  /// Reads all, changes nothing.
  case auditor
}
