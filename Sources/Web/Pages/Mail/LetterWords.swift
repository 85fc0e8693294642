import CorporatePlan
import Ledger
import Mail

extension LetterKind {
  var words: String {
    switch self {
    case .request: "Request"
    case .reminder: "Reminder"
    case .overdue: "Late"
    case .returned: "Returned"
    case .signOff: "Sign-off"
    case .digest: "Digest"
    case .asked: "Asked"
    case .clearance: "Clearance asked for"
    case .clearanceVoid: "Clearance void"
    case .clearanceRefused: "Not cleared"
    case .cleared: "Cleared by all"
    case .invitation: "Invitation"
    case .reset: "New password"
    case .frame: "Around every letter"
    }
  }

  /// When it goes, and to whom.
  var occasion: String {
    switch self {
    case .request: "To those who owe a return, when a period opens"
    case .reminder: "To those who still owe one, three working days before returns are due, or by hand"
    case .overdue: "To those who are late, on the working day after and every third from then on, or by hand"
    case .returned: "When a reviewer gives a return back"
    case .signOff: "To heads, three working days before sign-off is due"
    case .digest: "To performance officers, weekly and on the working day after returns were due"
    case .asked: "To whoever a comment on a report asks for, or whose post is to answer a councillor’s question"
    case .clearance: "To an officer whose turn it is to clear a report"
    case .clearanceVoid: "To an officer who cleared a report that was changed afterwards"
    case .clearanceRefused: "To whoever asked for a report’s clearance, when an officer does not clear it"
    case .cleared: "To whoever asked for a report’s clearance, when all officers have cleared it"
    case .invitation: "To somebody who is invited"
    case .reset: "To somebody who asked for a new password"
    case .frame: "What stands around every letter, and the subject of several in one"
    }
  }
}

extension Placeholder {
  /// What is filled in.
  var words: String {
    switch self {
    case .council: "the council’s name"
    case .plan: "what the plan is called"
    case .period: "the period, such as Q2 2025/26"
    case .due: "the day it is due"
    case .count: "how many returns"
    case .counts: "how many returns stand where, a line each"
    case .rows: "the returns, a line each"
    case .link: "the address of the page to go to"
    case .by: "who gave it back: their post, never their name"
    case .unit: "the service or directorate"
    case .report: "the report, with its period"
    case .role: "the officer’s post, as the council’s template names it"
    case .name: "the name of whom it is for"
    case .letters: "what the letter tells"
    case .first: "the subject of the first of several"
    case .more: "how many more there are"
    }
  }
}

extension Carrier {
  /// How letters leave, without users or secrets.
  var words: String {
    switch self {
    case .outbox(let folder): "Letters stay on this machine: each becomes a file in the folder \(folder)."
    case .smtp(let server):
      switch server.encryption {
      case .none: "Letters leave by the mail server \(server.host), port \(server.port), without encryption."
      case .required, .fromTheStart:
        "Letters leave by the mail server \(server.host), port \(server.port), encrypted."
      }
    case .sendmail(let path): "Letters leave by this machine’s own mail program, \(path)."
    case .notify: "Letters leave by GOV.UK Notify."
    }
  }
}

extension Moment {
  /// "10 November 2025, 09:30".
  var words: String { "\(londonDay.words), \(londonTime)" }
}
