import CorporatePlan
import Documents
import Reports

extension OfficeVisit {
  /// The report of the address. Who reads only what is their service's comes in where somebody asked for their attention.
  var report: Report {
    get throws(Refusal) {
      guard let report = book.reports[try parameter("id")] else { throw .notFound("This report") }
      guard mayRead(report) else { throw .notYours }
      return report
    }
  }

  func mayRead(_ report: Report) -> Bool { scope(for: .read) == .all || isAsked(about: report) }

  /// Whether they may read what is exempt in any report: they write or seal them.
  var readsAllExempt: Bool { may(.prepareReports) || may(.seal) }

  /// Whether they may read what of it is exempt: who writes it, seals it or clears it (Schedule 12A).
  func readsExempt(of report: Report) -> Bool {
    readsAllExempt || !clearingRoles(of: report).isEmpty
  }

  /// Whether nothing of a report is kept from them: nothing in it is exempt, or they read what is.
  func seesAll(of report: Report) -> Bool {
    !book.isExempt(paper: report.paper) || readsExempt(of: report)
  }

  /// The same of a paper, of which its reports print what is public.
  func seesAll(of paper: Paper) -> Bool {
    !paper.isExempt || readsAllExempt
      || book.reports.values.contains { $0.paper == paper.id && readsExempt(of: $0) }
  }

  /// A document of a report as far as they may read it.
  func readable(_ document: Document, of report: Report) -> Document {
    seesAll(of: report) ? document : document.withoutExempt(book.paperChecks(of: report))
  }

  /// Comments are for those who prepare reports and those whose attention they ask for.
  func mayComment(on report: Report) -> Bool { may(.prepareReports) || isAsked(about: report) }

  private func isAsked(about report: Report) -> Bool {
    book.threads(of: report.id).contains { $0.mentions.contains(person.id) }
  }

  /// The seal by which the report is public now.
  func newestSeal(of report: Report) -> Seal? {
    book.seals.values.filter { $0.reportID == report.id }.max { $0.position < $1.position }
  }

  /// A report as it would be sealed now: what is internal stands in none.
  func composed(_ report: Report) -> ComposedReport { ComposedReport(book.shownIn(report), report) }
}

extension Report {
  var address: String { "/work/reports/\(id.addressed)" }

  /// "Performance report, Q2 2025/26".
  func name(in book: Book) -> String {
    if let title { return title }
    let part = scope.flatMap { book.items[$0.record]?.title }.map { ", \($0)" } ?? ""
    return "\(type.words)\(part), \(period.name)"
  }
}

extension ReportType {
  var words: String {
    switch self {
    case .performance: "Performance report"
    case .cabinet: "Cabinet report"
    case .annual: "Annual report"
    case .planOnAPage: "Plan on a page"
    case .briefing: "Councillor’s briefing"
    }
  }
}

extension Report.Detail {
  var words: String {
    switch self {
    case .full: "In full: every indicator and action"
    case .exceptions: "By exception: what is off target, has moved, is late or lacks figures; the rest is counted"
    }
  }
}

extension ComposedReport {
  /// What a section is called, also where it has no heading of its own.
  func name(of section: ReportSection) -> String { section.heading?.text ?? "Introduction" }

  func name(ofSection key: String) -> String {
    (sections + leftOut).first { $0.key == key }.map(name) ?? key
  }

  func passage(_ key: String) -> ComposedPassage? { passages.first { $0.key == key } }
}

extension String {
  /// An anchor for a place of a report: `summary/indicators` is `at-summary-indicators`.
  var placeAnchor: String { "at-" + replacing("/", with: "-") }
}

extension HTML {
  /// Words that changed: what was taken out and put in is said, and not only shown by colour.
  mutating func difference(_ difference: WordDifference) {
    for (index, piece) in difference.pieces.enumerated() {
      if index > 0 { raw(" ") }
      switch piece {
      case .same(let words): text(words)
      case .out(let words): gone(words)
      case .new(let words): came(words)
      }
    }
  }

  mutating func gone(_ words: String) {
    raw(#"<del><span class="hidden">taken out: </span>"#)
    text(words)
    raw("</del>")
  }

  mutating func came(_ words: String) {
    raw(#"<ins><span class="hidden">put in: </span>"#)
    text(words)
    raw("</ins>")
  }
}
