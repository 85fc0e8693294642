import CorporatePlan
import Documents
import Ledger
import Logging
import Reports

/// The draft as files to take away, each marked as a draft and with the position it was made from; and the sealed page as a
/// PDF, which is printed when somebody asks, as not every machine has a browser to print with.
enum DraftFiles {
  static let all: [(name: String, words: String)] = [
    ("report.docx", "Draft in Word"), ("report.html", "Draft as a page"),
    ("report.pdf", "Draft as a PDF (takes some seconds)"), ("members-pack.html", "Members’ pack in one file"),
    ("data.xlsx", "Its figures in Excel"),
  ]

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let name = try visit.parameter("name")
    if name == "sealed.pdf" { return try await sealed(visit) }
    let report = try visit.report
    guard all.contains(where: { $0.name == name }) else { throw Refusal.notFound("This file") }
    let kind = name.split(separator: ".").last.map(String.init) ?? ""
    let draft = try await draft(visit, report, name)
    return .saving(draft, as: "draft-\(report.plainName)-at-\(visit.book.contentPosition).\(kind)")
  }

  private static func draft(_ visit: OfficeVisit, _ report: Report, _ name: String) async throws -> ReportFile {
    let composed = visit.composed(report)
    let data = ReportData(composed.book, [composed.scorecard])
    if name == "data.xlsx" { return try data.workbook() }
    let look = try await look(visit, report, ofWord: name == "report.docx")
    let document = visit.readable(composed.draft, of: report)
    switch name {
    case "report.docx": return try ReportFormat.word.file(document, look)
    // The pack is what councillors take along: nothing that is exempt, whoever fetches it.
    case "members-pack.html":
      return MembersPack(
        composed.draft.withoutExempt(visit.book.paperChecks(of: report)), data, look: look
      ).file
    case "report.pdf": return try await printed(visit, try ReportFormat.html.file(document, look).bytes)
    default: return try ReportFormat.html.file(document, look)
    }
  }

  /// A Word file that can't be read any more stops what has its styles, and nothing else.
  private static func look(_ visit: OfficeVisit, _ report: Report, ofWord: Bool) async throws -> ReportLook {
    let (council, book) = (visit.site.council, visit.book)
    do {
      return ofWord
        ? try await council.look(of: report.type, in: book)
        : ReportLook(logo: try await council.logo(of: report.type, in: book))
    } catch let unusable as LookUnusable {
      throw Refusal.couldNot(unusable.description)
    }
  }

  /// The page that was sealed last, printed; also of a report that nobody started here.
  private static func sealed(_ visit: OfficeVisit) async throws -> Answer {
    let report = try visit.reportInWork
    guard visit.mayRead(report) else { throw Refusal.notYours }
    guard let seal = visit.newestSeal(of: report),
      let page = seal.publicFiles.first(where: { $0.name == ReportFormat.html.fileName }),
      let digest = Digest(page.digest), let kept = try await visit.site.council.file(digest)
    else { throw Refusal.notFound("This file") }
    return .saving(try await printed(visit, kept.bytes), as: "\(report.plainName).pdf")
  }

  private static func printed(_ visit: OfficeVisit, _ page: [UInt8]) async throws -> ReportFile {
    do throws(PDFFailure) {
      let bytes = try await visit.office.printer.pdf(page)
      return ReportFile(name: "report.pdf", mediaType: "application/pdf", bytes: bytes)
    } catch {
      Logger(label: "goldthread.web").warning(
        "A report could not be printed as PDF", metadata: ["error": "\(error)"])
      throw Refusal.couldNot(error.wordsForReaders)
    }
  }
}

extension PDFFailure {
  /// What a reader can do about it. What is to be installed or set is for who runs the site, and stands in the log.
  fileprivate var wordsForReaders: String {
    self == .busy
      ? "Others are having reports printed. Try again in a minute, or take the report in Word or as a page."
      : "No PDF can be made here now. Take the report in Word or as a page, which prints well."
  }
}

extension Report {
  /// Its id as part of a file's name.
  fileprivate var plainName: String { id.replacing("@", with: "-") }
}

extension Answer {
  /// A file to be kept under that name.
  fileprivate static func saving(_ file: ReportFile, as name: String) -> Answer {
    var answer = Answer(type: file.mediaType, bytes: file.bytes)
    answer.savedAs = name
    return answer
  }
}
