import CorporatePlan
import Documents

extension [ReportCheck] {
  /// What the paper that a report goes with has to show before its meeting.
  static let paper: [ReportCheck] = [
    ReportCheck("paper", looksFor: "A mandatory check of the paper that is open, late or without a reason.") { report in
      guard let paper = report.paper else { return [] }
      return paper.problems.map { code, sentence in
        Finding(
          Paper.isLaw(code) ? .error : .objection, code: code, place: "paper “\(paper.title)”", sentence: sentence)
      }
    },
    ReportCheck("exempt-sections", looksFor: "A section that is kept back and isn’t there, or shows figures.") {
      report in
      guard let paper = report.paper else { return [] }
      let parts = Dictionary(
        report.document.outline.map { ($0.heading.anchor, $0.blocks) }, uniquingKeysWith: { first, _ in first })
      return paper.checks.keptBack.compactMap { key in
        guard let blocks = parts[key] else {
          return Finding(
            .error, code: "exempt-section-unknown", place: "paper “\(paper.title)”",
            sentence:
              "The section “\(key)” is to be kept back, and the report has no such section: it may have another name now. Mark it again."
          )
        }
        guard blocks.contains(where: \.showsFigures) else { return nil }
        return Finding(
          .error, code: "exempt-section-with-figures", place: "paper “\(paper.title)”",
          sentence:
            "The section “\(key)” is to be kept back, and its figures stand in the data files and on public pages. Make the indicators internal instead."
        )
      }
    },
  ]
}

extension Paper {
  /// Whether the law leaves nobody the choice: what is exempt has its paragraph and its reason (Schedule 12A), and a key
  /// decision its notice or its exception (SI 2012/2089).
  fileprivate static func isLaw(_ code: String) -> Bool {
    ["exempt-", "key-decision-notice", "key-decision-urgency", "private-meeting-notice"].contains { code.hasPrefix($0) }
  }
}

extension Block {
  /// Whether it is a chart, or a table with statuses.
  fileprivate var showsFigures: Bool {
    switch self {
    case .chart, .countStrip: true
    case .table(let table):
      table.groups.flatMap(\.rows).flatMap(\.cells).flatMap(\.content).contains {
        if case .status = $0 { true } else { false }
      }
    default: false
    }
  }
}
