import CorporatePlan
import Documents

/// Rows of data under named columns: the same rows become CSV and JSON.
struct DataTable: Sendable {
  let columns: [CSV.Column]
  /// Values in the order of the columns; `nil` where there is none.
  let rows: [[JSON?]]

  init<Row>(_ rows: [Row], _ columns: [DataColumn<Row>]) {
    self.columns = columns.map(\.column)
    self.rows = rows.map { row in columns.map { $0.value(row) } }
  }

  /// A list of objects, without the members that have no value.
  var json: JSON {
    .array(
      rows.map { row in
        .sorted(zip(columns, row).compactMap { column, value in value.map { (column.name, $0) } })
      })
  }
}

/// A column: its name and what a row says in it.
struct DataColumn<Row> {
  let column: CSV.Column
  let value: (Row) -> JSON?

  /// A column of text; an empty text is no value.
  static func text(_ name: String, _ value: @escaping (Row) -> String?) -> DataColumn {
    DataColumn(column: .text(name)) { row in value(row).flatMap { $0.isEmpty ? nil : .string($0) } }
  }

  /// A column of exact numbers.
  static func number(_ name: String, _ value: @escaping (Row) -> Quantity?) -> DataColumn {
    DataColumn(column: .number(name)) { row in value(row).map { .number($0.description) } }
  }

  /// A column of whole numbers.
  static func count(_ name: String, _ value: @escaping (Row) -> Int?) -> DataColumn {
    DataColumn(column: .number(name)) { row in value(row).map { JSON($0) } }
  }
}

extension CSV.Column {
  fileprivate var name: String {
    switch self {
    case .text(let name), .number(let name): name
    }
  }
}

extension JSON {
  var cell: String {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .null: ""
    case .array, .members: canonical
    }
  }
}

extension DataTable {
  var columnNames: [String] { columns.map(\.name) }

  /// The rows as a sheet of a workbook, under headings for people; numbers stay exact.
  func sheet(_ name: String, title: String) -> Workbook.Sheet {
    Workbook.Sheet(
      name, title: title, columns: columns.map { Workbook.Column(heading(ofColumn: $0.name)) },
      rows: rows.map { row in
        zip(columns, row).map { column, value in
          guard let cell = value?.cell, !cell.isEmpty else { return .empty }
          if case .number = column { return .number(cell) }
          return .text(cell)
        }
      })
  }

  /// The rows as RFC 4180 wants them.
  var csv: [UInt8] {
    var csv = CSV(columns: columns)
    for row in rows { csv.append(row: row.map { $0?.cell ?? "" }) }
    return csv.bytes
  }
}
