import Documents
import Testing

@testable import CorporatePlan
@testable import Imports

@Suite("A list of values that stays bytes until it is looked at is imported as if every cell had been made a text")
struct ListedRowsTests {
  @Test("a hundred odd files into an empty council", arguments: [1, 2, 3, 4])
  func empty(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    for _ in 0..<25 { try compare(OddList.make(&chance), into: Book()) }
  }

  @Test("a hundred odd files into a council that has some of it", arguments: [5, 6, 7, 8])
  func known(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let plan = """
      Code,Indicator,Polarity,Frequency,Period,Target,Actual
      PI1,Calls answered,High,Quarterly,2024-25 Q1,90,93
      PI2,Bins collected,High,Monthly,2024-M05,"1,200",1150
      PI3,"Homes, new",High,Quarterly,2024-25 Q2,80%,79%
      """
    let book = try Book().applying(LarkmereSheets.proposal(csv: plan).revisions)
    for _ in 0..<25 { try compare(OddList.make(&chance), into: book) }
  }

  @Test("under a head of 20,000 columns a short row holds no more cells than it has, and its figure is found")
  func wideHead() throws {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ]
    let periods = (1991...2098).flatMap { year in months.map { "\($0) \(year)" } }
    let figures = periods.flatMap { period in ["Actual", "Target", "Status"].map { "\($0) \(period)" } }
    let head = ["Indicator"] + figures + (0..<19_999 - figures.count).map { "Remark \($0)" }
    let rows = (1...200).map { "Calls answered \($0),\($0)" }
    let text = ([head.joined(separator: ",")] + rows).joined(separator: "\n")
    let document = try SourceDocument(Array(text.utf8), named: "list.csv")
    #expect(document.tables[0].rows.cellCount == 20_000 + 2 * 200)
    let proposal = proposal(document, Book())
    #expect(proposal.counts.actuals == 200 && proposal.counts.indicators == 200)
    #expect(proposal.members("actual", "value").values.contains("200"))
  }

  private func compare(_ text: String, into book: Book) throws {
    let listed = try SourceDocument(Array(text.utf8), named: "list.csv")
    var made = listed
    made.blocks = listed.blocks.map { block in
      guard case .table(var table) = block else { return block }
      table.rows = SourceRows(Array(table.rows))
      return .table(table)
    }
    let (one, other) = (proposal(listed, book), proposal(made, book))
    #expect(one.json == other.json, "\(text)")
    #expect(one.changes == other.changes, "\(text)")
    // What stands in no column is on the list and told with its place.
    let told = Set(one.diagnostics.filter { $0.code == .unplaced }.map(\.at))
    #expect(one.mapping.isEmpty || one.unplaced.allSatisfy { told.contains($0.at) }, "\(text)")
  }

  private func proposal(_ document: SourceDocument, _ book: Book) -> ImportProposal {
    ImportProposal(
      document, fileDigest: "sha256:\(String(repeating: "0", count: 64))", council: "Larkmere", kind: "indicator-table",
      into: book)
  }
}

/// Lists of values with all that goes wrong in them.
private enum OddList {
  private static let columns = [
    ["Ref", "Code"], ["Indicator", "Measure", "Name"], ["Period", "Quarter"], ["Year"], ["Target"], ["Actual"],
    ["Comment"], ["Status"], ["Numerator"], ["Denominator"], ["Polarity"], ["Frequency"], ["Remarks on it", ""],
    ["Priority"], ["Previous quarter"], ["Definition"],
  ]
  private static let cells: [[String]] = [
    ["PI1", "PI2", "PI-2", "pi 3", "PI4", "PI5", "", "PI\"6"],
    ["Calls answered", "Bins collected", "Homes, new", "calls answered", "", " ", "Façade \"works\"", "Two\nlines"],
    ["2024-25 Q1", "2024-25 Q2", "Q3 2024/25", "Q4", "2024-M05", "June 2024", "", "Q1 2024", "3", "30/06/2024"],
    ["2024/25", "2024", "", "2023-24"],
    ["90", "1,200", "80%", "< 5", "TBC", "", "1e5", " 12 "],
    ["93", "93.0", "1,150", "79%", "91/110", "n/a", "", "-", "0.07", "-3", "99999999999999999999", "12 days", "ten"],
    ["As planned", "", "Better, \"much\" better", "Two\r\nlines", "É"], ["Green", "Red", "", "●", "on track-ish"],
    ["12", "", "0", "x"], ["20", "", "0"], ["High", "Low", "", "sideways"],
    ["Quarterly", "Monthly", "", "bi-annual", "now and then"], ["x", "", "see note"],
    ["Clean streets", "", "Good homes"], ["92", "", "91"], ["How many", "", "How\u{A0}many"],
  ]

  static func make(_ chance: inout Chance) -> String {
    var chosen = [0, 1, 2, 4, 5].filter { _ in chance.roll(8) > 0 }
    chosen += (3..<columns.count).filter { ![4, 5].contains($0) && chance.roll(4) == 0 }
    chosen.shuffle(using: &chance)
    let headings = chosen.map { chance.pick(columns[$0]) }.map(written).joined(separator: ",")
    var lines = chance.roll(6) == 0 ? ["Performance in 2024/25"] : []
    lines.append(headings)
    for _ in 0..<(2 + chance.roll(30)) {
      switch chance.roll(24) {
      case 0: lines.append(headings)
      case 1: lines.append("")
      case 2: lines.append(lines[chance.roll(lines.count)])
      case 3: lines.append(chance.pick(["Housing", "  ,,,", "Total,,,,12", "\"\"", ",,\"  \","]))
      default: lines.append(row(chosen, &chance))
      }
    }
    return lines.joined(separator: chance.pick(["\n", "\r\n"]))
  }

  private static func row(_ chosen: [Int], _ chance: inout Chance) -> String {
    var texts = chosen.map { column in
      let text = chance.pick(chance.roll(3) > 0 ? Array(cells[column].prefix(3)) : cells[column])
      return chance.roll(6) == 0 ? "\"\(text.replacing("\"", with: "\"\""))\"" : written(text)
    }
    if chance.roll(12) == 0 { texts.removeLast() }
    if chance.roll(12) == 0 { texts.append(chance.pick(["stray", " ", "\"quoted\"stray"])) }
    return texts.joined(separator: ",")
  }

  private static func written(_ text: String) -> String {
    text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}

/// Chance that comes out the same for the same seed: SplitMix64 (Steele, Lea, Flood 2014).
private struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func roll(_ end: Int) -> Int { Int.random(in: 0..<end, using: &self) }
  mutating func pick<Element>(_ list: [Element]) -> Element { list[roll(list.count)] }
}
