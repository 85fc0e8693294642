import ArgumentParser
import CorporatePlan
import Ledger
import Reports

struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes a period's performance report as the record stands.",
    discussion: """
      html is one page that needs nothing else; docx is for the committee system, with charts that can be edited; csv is the \
      period's indicators; json is all of its data. The same ledger gives the same bytes. 'seal' freezes them.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case html, docx, csv, json, xlsx, pdf }

  @OptionGroup var at: CouncilOptions
  @Option(help: "The reporting period, such as 2023-24-Q2; by default the newest with figures.") var period: String?
  @Option(name: .customLong("as"), help: "html, docx, csv or json.") var form: Form
  @Option(help: ArgumentHelp("The file to write.", valueName: "file")) var out: String

  func validate() throws {
    if form == .xlsx || form == .pdf {
      throw ValidationError(
        "\(form.rawValue) is not made yet; docx and csv open in Office, and the html page prints to PDF.")
    }
  }

  func run() async throws {
    let book = try await at.open().book
    let period = try book.reportingPeriod(period)
    let name =
      switch form {
      case .html: "report.html"
      case .docx: "report.docx"
      case .csv: "indicators.csv"
      default: "data.json"
      }
    guard let file = try ReportFiles(book, period).files.first(where: { $0.name == name }) else {
      throw Failure.could("\(name): the report has no such file")
    }
    try file.bytes.write(to: out)
    Terminal.say("\(out): \(period.name) as at ledger position \(book.contentPosition), \(Digest(of: file.bytes)).")
  }
}
