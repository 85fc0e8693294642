import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("The data workbook is as the Analysis Function wants published spreadsheets")
struct DataPackTests {
  private let pack = ReportData(ThornburyVale().book, [ThornburyVale.quarter])
    .dataPack(of: [.indicators, .actions, .values])

  @Test("a cover, then one table to a sheet with its title in A1, and a sheet of notes")
  func sheets() throws {
    #expect(pack.sheets.map(\.name) == ["Counts", "Indicators", "Actions", "Figures", "Columns"])
    #expect(pack.sheets.allSatisfy { $0.title?.isEmpty == false && !$0.columns.isEmpty && !$0.rows.isEmpty })
    #expect(pack.notes.contains { $0.contains("An empty cell has no value") })
    let read = try SourceDocument(pack.bytes(), named: "data.xlsx")
    #expect(read.tables.count == 6)
  }

  @Test("every column stands once in its sheet and is explained; a column with an empty cell says that it may be")
  func explained() throws {
    let notes = try #require(pack.sheets.last).rows
    for sheet in pack.sheets.dropLast() {
      let names = sheet.columns.map(\.name)
      #expect(Set(names).count == names.count)
      for (index, column) in sheet.columns.enumerated() {
        let note = try #require(notes.first { $0[0] == .text(sheet.name) && $0[1] == .text(column.name) })
        #expect(note[2] != .text(""), "\(sheet.name), \(column.name)")
        let hasEmpty = sheet.rows.contains { index >= $0.count || $0[index] == .empty }
        #expect(!hasEmpty || note[3] != .text("None: every row has it."), "\(sheet.name), \(column.name)")
      }
    }
  }

  @Test("no row and no column is blank")
  func blanks() {
    for sheet in pack.sheets { #expect(sheet.rows.allSatisfy { $0.contains { $0 != .empty } }) }
  }

  @Test("the counts are those of the report")
  func counts() throws {
    let rows = try #require(pack.sheets.first).rows
    func count(_ counted: String, _ group: String) -> Workbook.Cell? {
      rows.first { $0[1] == .text("The whole plan") && $0[2] == .text(counted) && $0[3] == .text(group) }?[4]
    }
    #expect(count("indicators", "in the plan") == .number("21"))
    #expect(count("indicators", "rated") == .number("17"))
    #expect(count("indicators", "red") == .number("5"))
    #expect(count("actions", "in the plan") == .number("11"))
  }
}
