import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Merged and displaced cells of service plans")
struct MergedCellTests {
  @Test("a merged cell of an action carries it down to the rows it spans")
  func spans() throws {
    let proposal = StreetsPlan.proposal(MergedTable.document)
    let book = try Book().applying(proposal.revisions)
    let action = try #require(book.items.values.first { $0.role == .action })
    #expect(book.items.values.count { $0.role == .action } == 1)
    #expect(book.children(of: action.id).map(\.title) == ["To plant trees", "To water them"])
    #expect(book.indicators.values.map(\.items.count) == [2], "the measure is a merged cell of both milestones")
    #expect(proposal.unplaced == [])
  }

  @Test(
    "milestones of one cell are split where each begins with “To” on its own, and only there",
    arguments: [
      ("To plant trees. To water them.", 2, true), ("To plant trees\nTo water them", 2, true),
      ("To plant trees as part of the To water them", 2, false), ("To plant trees", 1, true),
      ("To plant trees. Watering goes on. To prune.", 2, false), ("Trees planted", 1, true),
    ])
  func milestones(text: String, count: Int, isSure: Bool) {
    let split = PackedCell.milestones(text)
    #expect(split.parts.count == count)
    #expect(count == 1 || split.isSure == isSure)
    #expect(split.parts.joined(separator: " ") == text.onOneLine)
  }

  @Test(
    "states of one cell are cut only into as many as there are",
    arguments: [
      ("Survey done and complete Forum operational", 2, ["Survey done and complete", "Forum operational"]),
      ("< 2023 baseline equal to or > 80%", 2, ["< 2023 baseline", "equal to or > 80%"]),
      ("No data Not yet started", 2, ["No data", "Not yet started"]),
      ("all good all good", 2, ["all good", "all good"]), ("one two three", 2, nil),
    ] as [(String, Int, [String]?)])
  func states(text: String, count: Int, parts: [String]?) {
    #expect(PackedCell.states(text, count) == parts)
  }

  @Test("fewer percentages than milestones are asked about, and the answer counts")
  func percentages() throws {
    var rows = StreetsPlan.rows
    rows[2][2] = "To map the need of every street. To publish the map."
    rows[2][3] = ""
    let asked = StreetsPlan.proposal(try StreetsPlan.word(rows))
    let question = try #require(asked.diagnostics(.mergedProgress).first?.question)
    #expect(question.choices.map(\.id) == ["each", "in-order"])
    #expect(asked.counts.updates == 3)
    let told = StreetsPlan.proposal(try StreetsPlan.word(rows), answers: [question.id: "each"])
    #expect(told.counts.updates == 5)
    let left = StreetsPlan.proposal(try StreetsPlan.word(rows), answers: [question.id: "open"])
    #expect(left.counts.updates == 3)
    #expect(!left.unanswered.contains { $0.code == .mergedProgress })
  }

  @Test("a percentage that stands alone is progress, wherever the row was moved to")
  func moved() throws {
    var rows = StreetsPlan.rows
    // A cell was lost before the measure, so all that follows stands one column to the left.
    rows[6] = ["", "", "To mend lamps in time", "212", "<120", "25%", "Going well so far.", ""]
    let proposal = StreetsPlan.proposal(try StreetsPlan.word(rows))
    let book = try Book().applying(proposal.revisions)
    let lamps = try #require(book.items.values.first { $0.title == "To mend lamps in time" })
    #expect(book.updates["\(lamps.id)@2025-26-Q1"]?.percent == 25)
    #expect(book.baselines["item:\(lamps.id)"]?.verbatim == "212")
    #expect(lamps.target == "<120")
    #expect(book.commentary.values.contains { $0.text == "Going well so far." })
    #expect(proposal.diagnostics(.shiftedColumns).count == 1)
  }

  @Test("a percentage alone on its row goes to the priority beside it that has none, or is asked about")
  func alone() throws {
    var rows = StreetsPlan.rows
    rows[1][6] = ""
    rows.insert(["", "", "", "", "", "", "", "60%"], at: 2)
    let proposal = StreetsPlan.proposal(try StreetsPlan.word(rows))
    let book = try Book().applying(proposal.revisions)
    #expect(book.printedProgress.values.map(\.percent).sorted() == [20, 40, 60])
    #expect(proposal.diagnostics(.rollUpPlaced).count == 1)
    rows[1][6] = "60%"
    let second = StreetsPlan.proposal(try StreetsPlan.word(rows))
    #expect(second.diagnostics(.rollUpHomeless).count == 1)
  }

  @Test("whatever cells extraction drops or moves, the words of the others are kept", arguments: 0..<30)
  func damaged(seed: Int) throws {
    var random = Lehmer(seed)
    var rows = StreetsPlan.rows
    for _ in 0...random.next(below: 4) {
      let row = random.next(below: rows.count)
      guard !rows[row].isEmpty else { continue }
      let column = random.next(below: rows[row].count)
      switch random.next(below: 4) {
      case 0: rows[row].remove(at: column)
      case 1: rows[row].insert("", at: column)
      case 2: rows[row].swapAt(column, random.next(below: rows[row].count))
      default: rows.remove(at: row)
      }
    }
    let document = try StreetsPlan.text(StreetsPlan.word(rows))
    let proposal = StreetsPlan.proposal(document)
    #expect(SourceCoverage(proposal).lost(of: document) == [])
    _ = try Book().applying(proposal.revisions)
  }

  @Test("a table without a column for priorities keeps its milestones, and says that they stand under none")
  func noPriorities() throws {
    let document = try StreetsPlan.word(Array(StreetsPlan.rows[2...3]), columns: [1, 2, 3, 4, 5, 6, 7])
    let proposal = StreetsPlan.proposal(document)
    #expect(proposal.counts.planItems == [.action: 1, .milestone: 2])
    #expect(proposal.diagnostics(.priorityUnknown).count == 1)
  }

  @Test("a reduction whose target asks for more is told, and its polarity left open")
  func polarity() throws {
    var rows = StreetsPlan.rows
    rows[6][3] = "Reduction in the number of lamps that are out"
    rows[6][5] = "> 2024 baseline"
    let proposal = StreetsPlan.proposal(try StreetsPlan.word(rows))
    #expect(proposal.diagnostics(.polarityAgainstOperator).map(\.severity) == [.warning])
    #expect(proposal.diagnostics(.polarityUnknown).count == 1)
  }
}

/// Numbers that look random and are the same for every run.
private struct Lehmer {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 7919 &+ 1 }

  mutating func next(below limit: Int) -> Int {
    state = state &* 48_271 % 2_147_483_647
    return Int(state % UInt64(max(limit, 1)))
  }
}

/// A table with cells that span two rows, as a Word file has it.
private enum MergedTable {
  static var document: SourceDocument {
    let headings = ["Priority", "Action", "2025/26 milestones", "Performance measure", "Position at Q1", "Progress"]
    var table = SourceTable(at: .table(1), rows: [SourceRow(cells(headings, 1))])
    table.rows.append(SourceRow(cells(["1 Greener streets", "", "", "", "", ""], 2)))
    table.rows.append(
      SourceRow(
        cells(["GS1", "More shade", "To plant trees", "Number of trees", "14", "50%"], 3, spanning: [0, 1, 3, 4])))
    var second = cells(["", "", "To water them", "", "", "10%"], 4)
    for index in [0, 1, 3, 4] { second[index].continues = .cell(table: 1, row: 3, column: index + 1) }
    table.rows.append(SourceRow(second))
    return SourceDocument(
      name: "streets.docx", kind: .word,
      blocks: [.paragraph(SourceParagraph("Green service plan", at: .paragraph(1))), .table(table)])
  }

  private static func cells(_ texts: [String], _ row: Int, spanning: Set<Int> = []) -> [SourceCell] {
    texts.enumerated().map { index, text in
      SourceCell(
        text, at: .cell(table: 1, row: row, column: index + 1), rowSpan: spanning.contains(index) ? 2 : 1)
    }
  }
}
