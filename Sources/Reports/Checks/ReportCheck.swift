import CorporatePlan
import Documents

/// A check of a whole report before it is sealed: its document, its clearances and its paper, beside the figures that
/// `Check` looks at.
package struct ReportCheck: Sendable {
  package let code: String
  /// What it looks for, for the list of checks.
  package let looksFor: String
  private let find: @Sendable (ReportUnderCheck) -> [Finding]

  /// What was found, before it has its code and severity.
  typealias Trouble = (place: String, sentence: String)

  init(_ code: String, looksFor: String, _ find: @escaping @Sendable (ReportUnderCheck) -> [Finding]) {
    self.code = code
    self.looksFor = looksFor
    self.find = find
  }

  init(
    _ code: String, _ severity: Finding.Severity, looksFor: String,
    _ find: @escaping @Sendable (ReportUnderCheck) -> [Trouble]
  ) {
    self.init(code, looksFor: looksFor) { report in
      find(report).map { Finding(severity, code: code, place: $0.place, sentence: $0.sentence) }
    }
  }

  func findings(_ report: ReportUnderCheck) -> [Finding] { find(report) }
}

/// A report and what its checks look at, worked out once.
package struct ReportUnderCheck: Sendable {
  /// All that is recorded.
  package let whole: Book
  /// What the report is drawn from.
  package let book: Book
  package let report: Report
  /// The report with its places for words, which are held against the record.
  let composed: ComposedReport
  /// The document that is checked.
  package private(set) var document: Document
  /// The same without what people wrote, which is held against the record by itself.
  private(set) var counted: Document
  /// What is wrong with the words that people wrote.
  let words: [Finding]
  package let scorecard: Scorecard
  package let standings: ClearanceStandings
  package let paper: Paper?
  /// The day on which it is sealed; `nil` when a sealed report is made again.
  package let today: Day?

  package init(_ whole: Book, _ report: Report, on today: Day?, _ digest: ([UInt8]) -> String) {
    self.whole = whole
    book = whole.shownIn(report)
    self.report = report
    composed = ComposedReport(book, report)
    (document, counted, words) = (composed.document, composed.withoutOwnWords, composed.findings)
    scorecard = composed.scorecard.period == report.period ? composed.scorecard : Scorecard(book, report.period)
    standings = ClearanceStandings(
      whole, report, ReportContent(document, position: book.contentPosition), digest)
    paper = report.paper.flatMap { whole.papers[$0] }
    self.today = today
  }

  /// The same with another document.
  func showing(_ document: Document) -> ReportUnderCheck {
    var other = self
    (other.document, other.counted) = (document, document)
    return other
  }
}

/// Everything that a report is checked for.
package enum ReportChecks {
  package static let all: [ReportCheck] =
    [ReportCheck.provisionalInTables] + [ReportCheck].clearances + [ReportCheck].paper

  /// What is found, worst first, with what was set aside taken out.
  package static func result(_ report: ReportUnderCheck) -> CheckResult {
    // Small numbers are looked at before they are taken out. A year has no returns of its own.
    let period = report.report.period
    let open = report.whole.openToAll(sealing: period)
    let figures = period.grain == .quarter ? Checks.findings(open, Scorecard(open, period)) : []
    let counts = Reconciliation(report.counted, report.composed.book, report.report).findings
    let own = ReportChecks.all.flatMap { $0.findings(report) }
    return CheckResult((figures + counts + report.words + own).worstFirst, report.whole, report.report)
  }
}

/// What the checks of a report found: what stops it, what was set aside and why, and what is only told.
package struct CheckResult: Sendable {
  package let stopping: [Finding]
  package let overridden: [(finding: Finding, override: CheckOverride)]
  package let warnings: [Finding]

  init(_ findings: [Finding], _ book: Book, _ report: Report) {
    var stopping: [Finding] = []
    var overridden: [(Finding, CheckOverride)] = []
    let own = book.checkOverrides.values.filter { $0.report == report.id }.sorted { $0.id < $1.id }
    for finding in findings where finding.stops {
      // Worded otherwise it is another finding, and nobody has set that aside.
      let override = own.first {
        $0.code == finding.code && $0.place == finding.place && $0.finding == finding.sentence
      }
      if finding.severity == .objection, let override {
        overridden.append((finding, override))
      } else {
        stopping.append(finding)
      }
    }
    self.stopping = stopping
    self.overridden = overridden
    warnings = findings.filter { !$0.stops }
  }
}
