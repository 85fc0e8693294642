import CorporatePlan
import Documents

/// The files of a report, in the order in which they are listed: to read, to hand in, to take along, to calculate with.
package struct ReportFiles: Equatable, Sendable {
  package let files: [ReportFile]

  package init(_ book: Book, _ period: Period) throws {
    try self.init(book, Scorecard(book, period))
  }

  package init(_ book: Book, _ scorecard: Scorecard) throws {
    try self.init(ComposedReport(book, Report(.performance, scorecard.period)).document, ReportData(book, [scorecard]))
  }

  init(_ document: Document, _ data: ReportData, _ look: ReportLook = .plain) throws {
    let toRead = try ReportFormat.allCases.map { try $0.file(document, look) }
    files = toRead + [MembersPack(document, data, look: look).file, try data.workbook()] + data.files
  }
}
