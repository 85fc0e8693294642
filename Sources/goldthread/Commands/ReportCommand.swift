import ArgumentParser
import CorporatePlan
import Documents
import Ledger
import Reports
import Web

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Writes a report of a period as the record stands.",
    discussion: """
      html is one page that needs nothing else; docx is for the committee system, with charts that can be edited; csv is the \
      period's indicators; json and xlsx are all of its data; pack is one page for members with all of it, which opens without a \
      network; pdf is the html page as Chromium prints it. A report that is being prepared is written with its words and \
      settings; the council's template holds either way. The same ledger gives the same bytes. 'seal' freezes them.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable { case html, docx, csv, json, xlsx, pdf, pack }

  @OptionGroup var at: CouncilOptions
  @Option(help: "The reporting period, such as 2023-24-Q2; by default the newest with figures.") var period: String?
  @Option(help: "\(ReportType.allCases.map(\.code).joined(separator: ", "))") var type = "performance"
  @Flag(help: "List what is out of the ordinary, and count the rest.") var byException = false
  @Option(name: .customLong("as"), help: "html, docx, pdf, pack, xlsx, csv or json.") var form: Form
  @Option(help: ArgumentHelp("The file to write.", valueName: "file")) var out: String

  @Option(
    help: ArgumentHelp(
      "A Word file of the council's own; the docx has its styles, page, headers and footers. By default the template's.",
      valueName: "file"))
  var style: String?
  @Option(help: ArgumentHelp("The council's logo, as PNG, JPEG or SVG; by default the template's.", valueName: "file"))
  var logo: String?

  func validate() throws {
    guard ReportType.allCases.contains(where: { $0.code == type }) else {
      throw ValidationError(
        "There is no report “\(type)”; there are \(ReportType.allCases.map(\.code).joined(separator: ", ")).")
    }
  }

  func run() async throws {
    let council = try await at.open()
    let book = council.book
    let period = try reported(book)
    guard book.reportingPeriods.contains(where: { $0 == period || period.grain == .year && period.contains($0.start) })
    else {
      let known = book.reportingPeriods.map(\.code).joined(separator: ", ")
      throw Failure.call(
        "Nothing was reported for \(period.code). There are figures for \(known.isEmpty ? "no period" : known).")
    }
    let file = try await file(of: book, period, try await look(council))
    try file.bytes.write(to: out)
    Terminal.say("\(out): \(period.name) as at ledger position \(book.contentPosition), \(Digest(of: file.bytes)).")
  }

  private func file(of book: Book, _ period: Period, _ look: ReportLook) async throws -> ReportFile {
    // What would be sealed for all: what is the council's own business stands in no report, and of what is exempt the place
    // and the paragraph.
    let open = book.published(sealing: period)
    let data = ReportData(open, [period])
    func document() -> Document {
      let report = report(of: open, period)
      return ComposedReport(open, report).document.withoutExempt(book.paperChecks(of: report))
    }
    switch form {
    case .html: return try ReportFormat.html.file(document(), look)
    case .docx: return try ReportFormat.word.file(document(), look)
    case .pdf:
      let page = try ReportFormat.html.file(document(), look)
      do {
        return ReportFile(name: "report.pdf", mediaType: "application/pdf", bytes: try await pdf(page.bytes))
      } catch let failure as PDFFailure {
        throw Failure.could(failure.description)
      }
    case .pack: return MembersPack(document(), data, look: look).file
    case .csv: return data.indicatorsCSV
    case .xlsx: return try data.workbook()
    case .json:
      return ReportFile(name: "data.json", mediaType: "application/json", bytes: Array(data.json.canonical.utf8))
    }
  }

  /// The period asked for; by default the newest, and for an annual report its year.
  private func reported(_ book: Book) throws -> Period {
    let asked = try book.reportingPeriod(period)
    guard kind == .annual, asked.grain != .year else { return asked }
    guard period == nil else {
      throw Failure.call(
        "An annual report is of a year: write --period \(FinancialYear(containing: asked.start).period.code).")
    }
    return FinancialYear(containing: asked.start).period
  }

  private var kind: ReportType { ReportType.allCases.first { $0.code == type } ?? .performance }

  /// The one that is being prepared, or a new one.
  private func report(of book: Book, _ period: Period) -> Report {
    var report = Report(kind, period)
    if let prepared = book.reports[report.id] { report = prepared }
    if byException { report.detail = .exceptions }
    return report
  }

  /// The council's look, as its template has it; what is named on the command line stands in its place. Only what the file
  /// has use for is read: data has no look, and a page none of Word's styles.
  private func look(_ council: Council) async throws -> ReportLook {
    do {
      return switch form {
      case .csv, .json, .xlsx: .plain
      case .html, .pdf, .pack: ReportLook(logo: try await logo(council))
      case .docx: ReportLook(logo: try await logo(council), styleSource: try await styles(council))
      }
    } catch let unusable as LookUnusable {
      throw Failure.could(unusable.description)
    } catch let unreadable as ReadError {
      throw Failure.call(unreadable.description)
    }
  }

  private func logo(_ council: Council) async throws -> Logo? {
    guard let logo else { return try await council.logo(of: kind, in: council.book) }
    let (name, bytes) = try ReadLimits.council.file(at: logo)
    do throws(Picture.Trouble) {
      return Logo(try Picture(bytes), words: council.book.council?.name ?? "Logo")
    } catch {
      throw ReadError(.picture(error), in: name)
    }
  }

  private func styles(_ council: Council) async throws -> WordStyleSource? {
    guard let style else { return try await council.wordStyles(of: kind, in: council.book) }
    let (name, bytes) = try ReadLimits.council.file(at: style)
    return try WordStyleSource(bytes, named: name)
  }
}
