import CorporatePlan
import Reports

/// The draft as files to take away, each marked as a draft and with the position it was made from.
enum DraftFiles {
  static let all: [(name: String, words: String)] = [
    ("report.docx", "Draft in Word"), ("report.html", "Draft as a page"), ("data.xlsx", "Its figures in Excel"),
  ]

  static func answer(_ visit: OfficeVisit) throws -> Answer {
    let report = try visit.report
    let name = try visit.parameter("name")
    let composed = visit.composed(report)
    let file: ReportFile =
      switch name {
      case "report.docx": try ReportFormat.word.file(composed.draft)
      case "report.html": try ReportFormat.html.file(composed.draft)
      case "data.xlsx": try ReportData(composed.book, [composed.scorecard]).workbook()
      default: throw Refusal.notFound("This file")
      }
    var answer = Answer(type: file.mediaType, bytes: file.bytes)
    let kind = name.split(separator: ".").last.map(String.init) ?? ""
    let plain = report.id.replacing("@", with: "-")
    answer.savedAs = "draft-\(plain)-at-\(visit.book.contentPosition).\(kind)"
    return answer
  }
}
