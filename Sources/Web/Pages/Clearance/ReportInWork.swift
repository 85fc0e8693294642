import CorporatePlan
import Documents
import Ledger
import Reports

extension OfficeVisit {
  /// The report that the address names by its id, also one that nobody started: it can be sealed from the command line.
  var reportInWork: Report {
    get throws(Refusal) {
      guard let report = book.report(try parameter("id")) else { throw .notFound("This report") }
      guard book.reports[report.id] != nil || book.reportingPeriods.contains(report.period) else {
        throw .notFound("This report")
      }
      return report
    }
  }

  /// Whether there is a page of the report in the workbench for them: a report that nobody started has none.
  func hasPage(_ report: Report) -> Bool { book.reports[report.id] != nil && mayRead(report) }

  /// How far the clearance of a report is. The report has to be composed for that, which takes long, so it is worked out
  /// once as long as nothing is recorded.
  func clearanceStandings(of report: Report) -> ClearanceStandings {
    let book = book
    return visit.site.wholeView.keeping("clearance of \(report.id) \(book.position)") {
      ClearanceStandings(book, report, ReportContent(book, report), Digest.text)
    }
  }

  /// The officers of the template whose post, or a deputy's, the visitor holds.
  func clearingRoles(of report: Report) -> [String] {
    (book.reportTemplates[report.type.code]?.officers ?? []).map(\.role)
      .filter { book.clears($0, person.id, on: today) != nil }
  }
}

/// What an officer reads: the very document that would be sealed now.
struct ReportAsSealed {
  let document: Document
  let content: ReportContent

  init(_ book: Book, _ report: Report) {
    let shown = book.shownIn(report)
    document = ComposedReport(shown, report).document
    content = ReportContent(document, position: shown.contentPosition)
  }
}
