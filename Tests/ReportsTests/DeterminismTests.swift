import CorporatePlan
import Foundation
import Testing

@testable import Reports

@Suite("A report is a function of a ledger position")
struct DeterminismTests {
  @Test("made twice from the same Book, every file has the same bytes")
  func sameBytes() throws {
    let one = try ReportFiles(ThornburyVale().book, ThornburyVale.quarter)
    let other = try ReportFiles(ThornburyVale().book, ThornburyVale.quarter)
    #expect(one == other)
    #expect(
      one.files.map(\.name) == [
        "report.html", "report.docx", "members-pack.html", "data.xlsx", "data.json", "indicators.csv", "actions.csv",
        "values.csv",
      ])
    if let folder = ProcessInfo.processInfo.environment["REPORT_FILES"] {
      for file in one.files { try Data(file.bytes).write(to: URL(filePath: folder).appending(path: file.name)) }
    }
  }
}
