import CorporatePlan
import Foundation
import Testing

@testable import Documents
@testable import Reports

@Suite("A report in Word says what its parts are, for those who hear it")
struct WordStructureTests {
  private let document = PerformanceReport(ThornburyVale().book, ThornburyVale.quarter).document

  @Test("title, language, headings, tables, lists, notes and charts are real ones")
  func whole() throws {
    let structure = try WordStructure(document.word())
    #expect(structure.faults == [])
    #expect(structure.headings.first == "1 \(document.title)")
    #expect(
      structure.headings.dropFirst().map { String($0.dropFirst(2)) }
        == document.headings.map { heading in String(heading.drop { $0 == " " }) })
  }

  @Test("the same holds in the looks of another Word file")
  func dressed() throws {
    let plain = Document(title: "House style", blocks: [.paragraph("Nothing of this is taken.")])
    let look = ReportLook(styleSource: try WordStyleSource(plain.word(), named: "house.docx"))
    let structure = try WordStructure(document.word(look))
    #expect(structure.faults == [])
  }

  @Test("a file that only looks right is seen through")
  func faults() throws {
    let document = Document(
      title: "T",
      blocks: [
        .heading(.subsection, "Too deep"), .paragraph("• A typed item"),
        .paragraph([.strong("As if it were a heading")]),
        .paragraph(""), .table(Table("Layout", columns: [.init("Left")], rows: [Table.Row(["Words"])])),
      ])
    let faults = try WordStructure(document.word()).faults
    for expected in [
      "heading 3 below heading 1", "typed as a list", "bold in place of a heading", "an empty paragraph",
      "a table for layout",
    ] {
      #expect(faults.contains { $0.contains(expected) }, "\(expected)")
    }
  }
}
