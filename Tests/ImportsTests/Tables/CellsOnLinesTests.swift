import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("A table that was copied with each cell on a line of its own is read")
struct CellsOnLinesTests {
  private static let cells = [
    "Indicator", "Good is", "Target", "Actual", "Recycling rate", "High", "50%", "51.2%", "Missed bins", "Low", "60",
    "n/a",
    "Fly tips", "Low", "900", "850",
  ]

  private func proposal(_ text: String) throws -> ImportProposal {
    ImportProposal(
      try SourceDocument(Array(text.utf8), named: "larkmere.txt"), fileDigest: "sha256:0",
      period: FinancialYear(2025).quarter(2))
  }

  @Test("with blank lines between the cells, and without", arguments: ["\n", "\n\n"])
  func rows(between: String) throws {
    let text = "Performance report\n\n" + Self.cells.joined(separator: between) + "\n\nFigures are provisional.\n"
    let found = try proposal(text)
    #expect(found.members("indicator", "name").values.sorted() == ["Fly tips", "Missed bins", "Recycling rate"])
    #expect(found.members("actual", "value").values.sorted() == ["51.2%", "850", "not applicable"])
    #expect(found.members("target", "target").values.sorted() == ["50%", "60", "900"])
    #expect(found.unplaced.map(\.verbatim).contains("Figures are provisional."))
  }

  @Test("words that only look like headings, and cells that do not fit them, make no table")
  func others() throws {
    for text in [
      "Indicator\nTarget\nActual\nThe council looks after streets.\nIt plants trees.\nIt mends lamps.\nIt sweeps.\n",
      "Target\nActual\nStatus\n1\n2\n3\n4\n5\n6\n",
    ] {
      let found = try proposal(text)
      #expect(found.changes.isEmpty)
    }
  }
}
