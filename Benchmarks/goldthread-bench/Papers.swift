import CorporatePlan
import Documents

/// A report of 70 indicators in five tables, 32 actions and 8 charts: what the writers of papers are measured with.
struct Papers {
  private static let marks: [StatusMark] = [.init(.green, "Green"), .init(.amber, "Amber"), .init(.red, "Red")]
  private static let words =
    "Calls answered Council homes let on time Waste recycled composted or reused Planning applications decided Repairs "
    + "finished within the promised days Children who visit the library Streets that meet the standard"
  private static let quarters = ["Q3 2024/25", "Q4 2024/25", "Q1 2025/26", "Q2 2025/26"]

  private struct Row {
    let name: String
    let target: String
    let actual: String
    let mark: StatusMark
    let comment: String
  }

  private let indicators = Papers.rows(70, "Indicator")
  private let actions = Papers.rows(32, "Action")

  private static func rows(_ count: Int, _ noun: String) -> [Row] {
    let words = words.split(separator: " ")
    return (0..<count).map { index in
      let name = (0..<6).map { String(words[(index * 7 + $0 * 3) % words.count]) }.joined(separator: " ")
      return Row(
        name: "\(noun) \(index + 1): \(name)", target: "\(60 + index % 40)",
        actual: "\(55 + index * 13 % 45).\(index % 10)",
        mark: marks[index % 3], comment: "\(name), \(words[index % words.count]) & what is being done about it.")
    }
  }

  private func sections(of rows: [Row], _ count: Int) -> [ArraySlice<Row>] {
    let size = (rows.count + count - 1) / count
    return stride(from: 0, to: rows.count, by: size).map { rows[$0..<min($0 + size, rows.count)] }
  }

  private func values(_ row: Row) -> [String] {
    (0..<4).map { "\(50 + ($0 * 7 + row.name.utf8.count) % 50)" }
  }

  var document: Document {
    var blocks: [Block] = []
    for (index, rows) in sections(of: indicators, 5).enumerated() {
      blocks.append(.heading(.section, "Priority \(index + 1)"))
      blocks.append(.paragraph("\(rows.count) indicators are under this priority and all of them are rated."))
      blocks.append(
        .table(
          Table(
            "Indicators of priority \(index + 1)",
            columns: [
              .init("Status", width: 3), .init("Indicator", width: 9), .init("Target", .right, width: 3),
              .init("Actual", .right, width: 3), .init("What it means", width: 9),
            ],
            rows: rows.map { row in
              Table.Row([
                .status(row.mark), .rowHeader(row.name), .text(row.target), .text(row.actual), .text(row.comment),
              ])
            })))
      if let row = rows.first { blocks.append(.chart(chart(row))) }
    }
    blocks.append(.heading(.section, "Actions"))
    blocks.append(
      .table(
        Table(
          "Actions", columns: [.init("Status", width: 3), .init("Action", width: 9), .init("What it means", width: 9)],
          rows: actions.map { Table.Row([.status($0.mark), .rowHeader($0.name), .text($0.comment)]) })))
    for row in indicators.suffix(3) { blocks.append(.chart(chart(row))) }
    return Document(title: "Performance report, Q2 2025/26", edition: "Q2 2025/26 · version 1", blocks: blocks)
  }

  private func chart(_ row: Row) -> Chart {
    Chart(
      row.name, description: "\(row.name) was \(values(row).joined(separator: ", ")) in the last four quarters.",
      .line(
        Chart.Line(
          categories: Papers.quarters, actual: .init("Actual", values(row).map { Chart.Value($0) }),
          target: .init("Target", Papers.quarters.map { _ in Chart.Value(row.target) }))))
  }

  var workbook: Workbook {
    func rows(_ rows: [Row]) -> [[Workbook.Cell]] {
      rows.map { row in
        [.text(row.name), .number(row.target), .number(row.actual), .text(row.mark.word), .text(row.comment)]
          + values(row).map { .number($0) }
      }
    }
    let columns = (["Name", "Target", "Actual", "Status", "Comment"] + Papers.quarters).map { Workbook.Column($0) }
    return Workbook(
      title: "Performance data", notes: ["Figures of the second quarter."],
      sheets: [
        Workbook.Sheet("Indicators", title: "Indicators", columns: columns, rows: rows(indicators)),
        Workbook.Sheet("Actions", title: "Actions", columns: columns, rows: rows(actions)),
      ])
  }

  /// The same content for the yardsticks.
  var json: JSON {
    func rows(_ rows: some Collection<Row>) -> JSON {
      .array(
        rows.map { row in
          .object([
            "name": .string(row.name), "target": .string(row.target), "actual": .string(row.actual),
            "status": .string(row.mark.word), "shape": .string("\(row.mark.tone.appearance.character)"),
            "comment": .string(row.comment), "values": .array(values(row).map { .string($0) }),
          ])
        })
    }
    return .object([
      "title": .string(document.title), "quarters": .array(Papers.quarters.map { .string($0) }),
      "priorities": .array(sections(of: indicators, 5).map { rows($0) }), "actions": rows(actions),
      "charts": rows(sections(of: indicators, 5).compactMap(\.first) + indicators.suffix(3)),
    ])
  }
}

/// Writes the report in a format so many times; prints the seconds of processor time that one takes, and its bytes.
func write(_ format: String, turns: Int) throws {
  let papers = Papers()
  let (document, workbook) = (papers.document, papers.workbook)
  func bytes() throws -> [UInt8] {
    switch format {
    case "html": HTML.page(document, css: "").bytes
    case "word": try document.word()
    case "excel": try workbook.bytes()
    default: usage()
    }
  }
  let size = try bytes().count
  let seconds = try processorSeconds { for _ in 0..<turns { _ = try bytes() } }
  print(seconds / Double(turns), size)
}
