import ArgumentParser
import CorporatePlan
import Ledger
import Reports

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes a period's performance report as the record stands.",
    discussion: """
      html is one page that needs nothing else; docx is for the committee system, with charts that can be edited; csv is the \
      period's indicators; json and xlsx are all of its data. The same ledger gives the same bytes. 'seal' freezes them.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case html, docx, csv, json, xlsx, pdf }

  @OptionGroup var at: CouncilOptions
  @Option(help: "The reporting period, such as 2023-24-Q2; by default the newest with figures.") var period: String?
  @Option(name: .customLong("as"), help: "html, docx, xlsx, csv or json.") var form: Form
  @Option(help: ArgumentHelp("The file to write.", valueName: "file")) var out: String

  func validate() throws {
    if form == .pdf {
      throw ValidationError("pdf is not made yet: print the html page to PDF, or save the docx as one.")
    }
  }

  func run() async throws {
    let book = try await at.open().book
    let period = try book.reportingPeriod(period)
    guard book.reportingPeriods.contains(period) else {
      let known = book.reportingPeriods.map(\.code).joined(separator: ", ")
      throw Failure.call(
        "Nothing was reported for \(period.code). There are figures for \(known.isEmpty ? "no period" : known).")
    }
    let file = try file(of: book, period)
    try file.bytes.write(to: out)
    Terminal.say("\(out): \(period.name) as at ledger position \(book.contentPosition), \(Digest(of: file.bytes)).")
  }

  private func file(of book: Book, _ period: Period) throws -> ReportFile {
    let data = ReportData(book, [period])
    switch form {
    case .html, .pdf: return try ReportFormat.html.file(ComposedReport(book, Report(.performance, period)).document)
    case .docx: return try ReportFormat.word.file(ComposedReport(book, Report(.performance, period)).document)
    case .csv: return data.indicatorsCSV
    case .xlsx: return try data.workbook()
    case .json:
      return ReportFile(name: "data.json", mediaType: "application/json", bytes: Array(data.json.canonical.utf8))
    }
  }
}
