/// A kind of letter that the system writes.
package enum LetterKind: String, Sendable, CaseIterable {
  /// Returns are open: what is asked for, with targets and last values.
  case request
  /// Some working days before returns are due.
  case reminder
  /// After they were due.
  case overdue
  /// Given back by a reviewer, with a reason.
  case returned
  /// To heads, before sign-off is due.
  case signOff = "sign-off"
  /// To performance officers: counts, and who is late.
  case digest
  /// To whoever a comment on a report asks for, and to those whose post is to answer a councillor's question.
  case asked
  /// To an officer whose turn it is to clear a report.
  case clearance
  /// To an officer whose clearance an edit voided.
  case clearanceVoid = "clearance-void"
  /// To whoever asked for clearance, when an officer does not clear the report.
  case clearanceRefused = "clearance-refused"
  /// To whoever asked for clearance, when all officers have cleared the report.
  case cleared
  case invitation
  case reset
  /// No letter of its own: what stands around every letter, and the subject of several in one.
  case frame

  /// Whether it lets someone in. Such letters go at once, on any day, and count for nobody's one a day.
  package var isSecurity: Bool { self == .invitation || self == .reset }

  /// What its template may name.
  package var placeholders: [Placeholder] {
    switch self {
    case .request, .reminder, .overdue: [.period, .due, .count, .rows, .link, .council, .plan]
    case .returned: [.period, .due, .rows, .by, .link, .council, .plan]
    case .signOff: [.period, .due, .unit, .counts, .link, .council, .plan]
    case .digest: [.period, .due, .counts, .rows, .link, .council, .plan]
    case .asked: [.rows, .link, .council, .plan]
    case .clearance: [.report, .role, .due, .link, .council, .plan]
    case .clearanceVoid: [.report, .role, .rows, .link, .council, .plan]
    case .clearanceRefused: [.report, .role, .link, .council, .plan]
    case .cleared: [.report, .rows, .link, .council, .plan]
    case .invitation, .reset: [.link, .council, .plan]
    case .frame: [.name, .letters, .first, .more, .council, .plan]
    }
  }

  /// What its body can't do without.
  package var needed: [Placeholder] {
    switch self {
    case .invitation, .reset: [.link]
    case .frame: [.letters]
    default: []
    }
  }
}

/// What a template names in braces, to be filled in: `{due}`.
package enum Placeholder: String, Sendable, CaseIterable {
  case council, plan, period, due, count, counts, rows, link, by, unit, report, role
  /// Whom the letter is for: filled in when it is sent, from outside the ledger.
  case name
  case letters
  /// The subject of the first of several letters in one, and how many more there are.
  case first, more
}
