import CorporatePlan
import Documents

extension PaperDraft {
  /// The risks of the paper's tables, with what is done against each and its colour on the day of the meeting.
  mutating func draftRisks() {
    var number = 0
    for (chapter, table) in parts.chapters.enumerated().flatMap({ chapter, content in
      content.tables.map { (chapter, $0) }
    }) {
      guard let rows = RiskRow.all(in: table) else { continue }
      for row in rows {
        number += 1
        add(row, number)
      }
      place(table, of: chapter)
    }
  }

  private mutating func add(_ row: RiskRow, _ number: Int) {
    guard let title = row.title else {
      draft.tell(
        .question, .riskUnread, at: row.cells.first?.locator ?? .document,
        verbatim: row.cells.map(\.text.trimmed).joined(separator: " | "),
        "This row has more or fewer cells than the heading of its table. Enter the risk by hand.")
      return
    }
    var risk = Risk(
      id: "\(paper.id)#risk-\(number)", title: title.text.onOneLine, mitigations: row.mitigations, paper: paper.id,
      order: number)
    if let owner = row[.owner]?.text {
      let without = WithoutPeople(owner)
      risk.owner = without.words.isEmpty ? nil : without.words
      if without.leftOut {
        tellLeftOut("its post was kept where one is given", at: title.locator, verbatim: owner)
      }
    }
    draft.add(risk, at: title.locator)
    guard let day = paper.meeting else { return }
    let score = RiskScore(
      risk: risk.id, day: day, status: row.status, likelihood: row[.likelihood].flatMap { Int($0.text.trimmed) },
      impact: row[.impact].flatMap { Int($0.text.trimmed) })
    if score.status != nil || score.likelihood != nil || score.impact != nil { draft.add(score, at: title.locator) }
  }
}

/// A row of a table of risks.
struct RiskRow {
  enum Column { case title, mitigations, status, likelihood, impact, owner }

  let columns: [Column?]
  let cells: [SourceCell]

  subscript(_ column: Column) -> SourceCell? {
    guard cells.count == columns.count, let index = columns.firstIndex(of: column) else { return nil }
    return cells[index]
  }

  var title: SourceCell? { self[.title] }

  var mitigations: [String] { self[.mitigations]?.text.printedLines(at: .document).map(\.text) ?? [] }

  var status: Status? {
    let word = self[.status]?.text.normalisedName ?? ""
    return word.isEmpty ? nil : Status(word)
  }

  /// `nil` when it is no table of risks. Cells that a converter put on lines of their own are counted off again.
  static func all(in table: SourceTable) -> [RiskRow]? {
    guard let head = table.rows.first?.cells, head.count > 1 else { return nil }
    let columns = head.map { column($0.text) }
    guard columns.contains(.title), columns.contains(.mitigations) || columns.contains(.status) else { return nil }
    let rows = table.rows.dropFirst().map(\.cells).filter { $0.contains { !$0.text.trimmed.isEmpty } }
    if rows.allSatisfy({ $0.count == head.count }) { return rows.map { RiskRow(columns: columns, cells: $0) } }
    let cells = Array(rows.joined())
    return stride(from: 0, to: cells.count, by: head.count).map { start in
      RiskRow(columns: columns, cells: Array(cells[start..<min(start + head.count, cells.count)]))
    }
  }

  private static func column(_ heading: String) -> Column? {
    let name = heading.normalisedName
    func says(_ words: String...) -> Bool { words.contains(where: name.contains) }
    if says("mitigat", "control", "action") { return .mitigations }
    if says("likelihood", "probability") { return .likelihood }
    if says("impact", "severity") { return .impact }
    if says("owner", "lead") { return .owner }
    if says("rag", "status", "rating", "score", "level") { return .status }
    return says("risk", "description") ? .title : nil
  }
}
