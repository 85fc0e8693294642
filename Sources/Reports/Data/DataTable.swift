import CorporatePlan
import Documents

/// Rows of data under named columns: the same rows become CSV and JSON.
struct DataTable: Sendable {
  let columns: [String]
  /// Values in the order of the columns; `nil` where there is none.
  let rows: [[JSON?]]

  init<Row>(_ rows: [Row], _ columns: [DataColumn<Row>]) {
    self.columns = columns.map(\.name)
    self.rows = rows.map { row in columns.map { $0.value(row) } }
  }

  /// A list of objects, without the members that have no value.
  var json: JSON {
    .array(
      rows.map { row in
        .sorted(zip(columns, row).compactMap { name, value in value.map { (name, $0) } })
      })
  }

  var cells: [[String]] {
    rows.map { row in row.map { $0?.cell ?? "" } }
  }
}

/// A column: its name and what a row says in it.
struct DataColumn<Row> {
  let name: String
  let value: (Row) -> JSON?

  init(_ name: String, _ value: @escaping (Row) -> JSON?) {
    self.name = name
    self.value = value
  }

  /// A column of text; an empty text is no value.
  static func text(_ name: String, _ value: @escaping (Row) -> String?) -> DataColumn {
    DataColumn(name) { row in value(row).flatMap { $0.isEmpty ? nil : .string($0) } }
  }

  /// A column of exact numbers.
  static func number(_ name: String, _ value: @escaping (Row) -> Quantity?) -> DataColumn {
    DataColumn(name) { row in value(row).map { .number($0.description) } }
  }
}

extension JSON {
  /// An object from members whose names are known only now.
  static func sorted(_ members: [(String, JSON)]) -> JSON {
    .members(
      members.map { Member($0.0, $0.1) }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
  }

  fileprivate var cell: String {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null: ""
    case .array, .members: canonical
    }
  }
}

extension DataTable {
  /// RFC 4180, with words that a spreadsheet would run as a formula made harmless; numbers stay as they are.
  var csv: [UInt8] {
    var csv = CSV(columns: columns.map(CSV.Column.number))
    for row in cells { csv.append(row: row) }
    return csv.bytes
  }
}
