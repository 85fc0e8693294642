import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("The words above a table say which priority its rows belong to")
struct TablePriorityTests {
  private static func word(_ headings: [(title: String, rows: [[String]])], _ columns: [String]) throws
    -> SourceDocument
  {
    let document = Document(
      title: "Larkmere District Council",
      blocks: [.paragraph([.text("Quarter 2 2025/26")])]
        + headings.flatMap { heading in
          [
            Block.heading(.section, heading.title),
            .table(
              Table(
                "Rows", columns: columns.map { Table.Column($0) },
                rows: heading.rows.map { Table.Row($0.map { .text($0) }) })),
          ]
        })
    return try SourceDocument(document.word(), named: "larkmere.docx")
  }

  private func proposal(_ document: SourceDocument, period: Period? = nil) -> ImportProposal {
    ImportProposal(document, fileDigest: "sha256:0", period: period, into: Book())
  }

  @Test("“Priority 1: Clean and green” above a table of actions is their parent, in Word and in text")
  func actions() throws {
    let columns = ["Ref", "Action", "Lead", "Due"]
    let word = try Self.word(
      [
        ("Priority 1: Clean and green", [["1.1", "Plant 500 trees", "Head of Parks", "31/03/2027"]]),
        ("Priority 2: Homes", [["2.1", "Build 100 homes", "Head of Housing", "30/09/2026"]]),
      ], columns)
    let text = try SourceDocument(
      Array(
        ("Larkmere District Council\n\nPriority 1: Clean and green\n\nRef\tAction\tLead\tDue\n1.1\tPlant 500 trees\tHead of Parks\t31/03/2027\n\n"
          + "Priority 2: Homes\n\nRef\tAction\tLead\tDue\n2.1\tBuild 100 homes\tHead of Housing\t30/09/2026\n").utf8),
      named: "larkmere.txt")
    for document in [word, text] {
      let proposal = proposal(document)
      #expect(proposal.recognition.kind == "indicator-table")
      #expect(proposal.members("item", "parent") == ["plant-500-trees": "clean-and-green", "build-100-homes": "homes"])
      #expect(!proposal.unplaced.map(\.verbatim).contains { $0.contains("Priority") })
    }
  }

  @Test("Word headings above tables of indicators are the priorities where there are two, which is told")
  func headings() throws {
    let columns = ["Indicator", "Good is", "Target Q2 2025/26", "Actual Q2 2025/26", "Commentary"]
    let document = try Self.word(
      [
        (
          "Clean & green",
          [["Recycling rate", "High", "50%", "51%", "On track"], ["Missed bins", "Low", "60", "65", ""]]
        ),
        ("Homes", [["Households in temporary homes", "Low", "120", "141", "Demand"]]),
      ], columns)
    let found = proposal(document)
    #expect(found.diagnostics(.prioritiesFromHeadings).count == 1)
    #expect(found.diagnostics(.priorityUnknown).isEmpty)
    let titles = found.records("item").compactMap { $0.revision.body?["title"]?.string }
    #expect(titles.sorted() == ["Clean & green", "Homes"])
    #expect(
      found.records("indicator").compactMap { $0.revision.body?["items"]?.array?.first?.string }.sorted() == [
        "clean-and-green", "clean-and-green", "homes",
      ])
    let one = proposal(
      try Self.word([("Performance indicators", [["Recycling rate", "High", "50%", "51%", ""]])], columns))
    #expect(one.records("item").isEmpty)
  }

  @Test("a short report with a plain table is read as that table, where a scorecard would leave its priorities out")
  func shortReport() throws {
    let columns = ["Ref", "Priority", "Indicator", "Good is", "Target Q2 2025/26", "Actual Q2 2025/26", "Comment"]
    let document = try Self.word(
      [
        (
          "Performance indicators",
          [
            ["E1", "Clean and green", "Recycling rate", "High", "50%", "51%", "Good summer"],
            ["H1", "Homes", "Households in temporary homes", "Low", "120", "141", ""],
          ]
        )
      ], columns)
    let found = proposal(document)
    #expect(found.recognition.kind == "indicator-table")
    #expect(found.members("item", "title").values.sorted() == ["Clean and green", "Homes"])
    #expect(found.body("council", "council")?["name"] == "Larkmere District Council")
  }
}
