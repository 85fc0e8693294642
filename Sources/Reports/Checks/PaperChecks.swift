import CorporatePlan

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
    ReportCheck("exempt-section-unknown", looksFor: "A section that is kept back and that the report does not have.") {
      report in
      guard let paper = report.paper, paper.checks.isExempt == .yes else { return [] }
      let keys = Set(ReportContent(report.composed.document, position: 0).sections.map(\.key))
      return paper.checks.exemptSections.filter { !keys.contains($0) }.map { key in
        Finding(
          .error, code: "exempt-section-unknown", place: "paper “\(paper.title)”",
          sentence:
            "The section “\(key)” is to be kept back, and the report has no such section: it may have another name now. Mark it again."
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
