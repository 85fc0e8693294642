import CorporatePlan
import Documents

/// All that a Book holds, record by record: as JSON, and as a table for each kind.
///
/// A table has the records' members as columns, so that nothing a record says is left out.
struct BookExport {
  let position: Int
  private let records: [(kind: String, rows: [(id: String, body: JSON)])]

  init(_ book: Book) {
    position = book.position
    var kinds: [(kind: String, rows: [(id: String, body: JSON)])] = []
    for record in book.records {
      let id = record.recordID
      if kinds.last?.kind != id.kind { kinds.append((id.kind, [])) }
      kinds[kinds.count - 1].rows.append((id.record, record.body))
    }
    records = kinds
  }

  var json: JSON {
    .object([
      "position": JSON(position),
      "records": .array(
        records.flatMap { kind, rows in
          rows.map { JSON.object(["kind": .string(kind), "record": .string($0.id), "body": $0.body]) }
        }),
    ])
  }

  /// One workbook with a sheet for each kind.
  func workbook() throws -> [UInt8] {
    let sheets = records.map { kind, rows in
      let columns = Set(rows.flatMap { BookExport.names($0.body) }).sorted()
      return Workbook.Sheet(
        kind, columns: (["record"] + columns).map { Workbook.Column($0) },
        rows: rows.map { row in
          [.text(row.id)]
            + columns.map { column in
              let cell = BookExport.cell(row.body[column])
              return cell.isEmpty ? .empty : .text(cell)
            }
        })
    }
    return try Workbook(
      title: "Everything the council holds",
      notes: ["As at ledger position \(position). One sheet for each kind of record."],
      sheets: sheets
    ).bytes()
  }

  /// File names with their bytes: a CSV for each kind, and the CSVW description of them all.
  func tables() -> [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    var described: [JSON] = []
    for (kind, rows) in records {
      let columns = Set(rows.flatMap { BookExport.names($0.body) }).sorted()
      var csv = CSV(columns: [.text("record")] + columns.map { .text($0) })
      for row in rows { csv.append(row: [row.id] + columns.map { BookExport.cell(row.body[$0]) }) }
      files.append(("\(kind).csv", csv.bytes))
      described.append(
        .object([
          "url": .string("\(kind).csv"),
          "tableSchema": .object([
            "columns": .array((["record"] + columns).map { .object(["name": .string($0), "datatype": "string"]) }),
            "primaryKey": "record",
          ]),
        ]))
    }
    let metadata = JSON.object(["@context": "http://www.w3.org/ns/csvw", "tables": .array(described)])
    return files + [("csv-metadata.json", Array(metadata.canonical.utf8))]
  }

  private static func names(_ body: JSON) -> [String] {
    guard case .members(let members) = body else { return [] }
    return members.map(\.key)
  }

  private static func cell(_ json: JSON?) -> String {
    switch json {
    case nil, .null: ""
    case .string(let text), .number(let text): text
    case .bool(let flag): flag ? "true" : "false"
    case .some(let other): other.canonical
    }
  }
}
