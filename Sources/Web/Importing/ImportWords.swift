import CorporatePlan
import Imports

/// What recognisers and columns are called on pages.
enum ImportWords {
  static var kindOptions: [(value: String, words: String)] {
    [("", "Whatever it looks like")] + ImportProposal.kinds.map { ($0, Recognition.words(for: $0).capitalised) }
  }

  /// "Service output", "Actual, Quarter 2 2025/26".
  static func meaning(_ meaning: ColumnMeaning) -> String {
    switch meaning {
    case .plain(.ignore): "Leave out"
    case .plain(.activated): "Whether the figure is final"
    case .plain(.area): "Area or group"
    case .plain(let word): word.rawValue.capitalised
    case .actual(let period): "Actual, \(period.name)"
    case .target(let period): "Target, \(period.name)"
    case .dated(let word, let period): "\(word.rawValue.capitalised), \(period.name)"
    }
  }

  /// What records of a kind are called, one and many.
  static func noun(_ kind: String) -> (one: String, many: String) {
    nouns[kind] ?? (kind.replacing("-", with: " "), "\(kind.replacing("-", with: " ")) records")
  }

  static func counted(_ count: Int, _ kind: String) -> String {
    "\(count) \(count == 1 ? noun(kind).one : noun(kind).many)"
  }

  private static let nouns: [String: (one: String, many: String)] = [
    "council": ("council", "councils"), "period": ("period", "periods"), "plan": ("plan", "plans"),
    "item": ("plan item", "plan items"), "section": ("passage", "passages"),
    "split": ("split commitment", "split commitments"), "lineage": ("line of descent", "lines of descent"),
    "contribution": ("contribution", "contributions"), "partner": ("partner", "partners"),
    "indicator": ("indicator", "indicators"), "baseline": ("baseline", "baselines"),
    "comparator": ("comparison", "comparisons"), "update": ("update of an action", "updates of actions"),
    "printed-progress": ("printed percentage", "printed percentages"), "commentary": ("comment", "comments"),
    "rule": ("rating rule", "rating rules"), "ruling": ("rule in force", "rules in force"),
    "override": ("officer’s rating", "officers’ ratings"), "printed": ("printed status", "printed statuses"),
    "risk": ("risk", "risks"), "risk-score": ("risk score", "risk scores"), "paper": ("paper", "papers"),
    "recommendation": ("recommendation", "recommendations"), "option": ("option", "options"),
    "clearance": ("clearance", "clearances"), "seal": ("sealed report", "sealed reports"),
    "source": ("source file", "source files"),
    "recipe": ("way of reading such files", "ways of reading such files"), "service": ("service", "services"),
    "post": ("post", "posts"), "tenure": ("postholder", "postholders"),
    "cycle": ("calendar of a quarter", "calendars of quarters"),
    "review": ("step of a return", "steps of returns"), "sign-off": ("sign-off", "sign-offs"),
    "waiver": ("waiver", "waivers"), "confirmation": ("answer to a warning", "answers to warnings"),
    "lock-exception": ("exception from the lock", "exceptions from the lock"), "freeze": ("freeze", "freezes"),
    "holiday": ("holiday", "holidays"), "evidence": ("evidence", "pieces of evidence"), "target": ("target", "targets"),
    "actual": ("figure", "figures"),
  ]

  /// The order in which kinds are shown: as people read a plan.
  static let order = [
    "council", "plan", "item", "indicator", "target", "actual", "baseline", "comparator", "update", "printed-progress",
    "commentary", "contribution", "lineage", "split", "partner", "risk", "risk-score", "paper", "recommendation",
    "option", "clearance", "section", "printed", "override", "rule", "ruling", "period", "source", "recipe", "seal",
  ]
}
