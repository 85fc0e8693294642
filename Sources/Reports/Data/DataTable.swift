import CorporatePlan
import Documents

/// Rows of data under described columns: the same rows become CSV, JSON and a sheet of a workbook.
package struct DataTable: Sendable {
  package let schema: DataSchema
  /// Values in the order of the columns; `nil` where there is none.
  package let rows: [[JSON?]]

  init(_ schema: DataSchema, _ rows: [[JSON?]]) { (self.schema, self.rows) = (schema, rows) }

  /// A list of objects, without the members that have no value.
  var json: JSON {
    .array(
      rows.map { row in
        .sorted(zip(schema.fields, row).compactMap { field, value in value.map { (field.name, $0) } })
      })
  }

  /// Some of the rows, in order.
  package func rows(_ range: Range<Int>) -> DataTable {
    DataTable(schema, Array(rows[range.clamped(to: rows.indices)]))
  }

  /// A list of objects in which every column is a member, `null` where there is no value: programs that look at the first
  /// rows alone learn all of them.
  package var jsonBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(rows.count * schema.fields.count * 24)
    let names = schema.fields.map { Array("\(JSON.string($0.name).canonical):".utf8) }
    bytes.append(UInt8(ascii: "["))
    for (index, row) in rows.enumerated() {
      bytes += index > 0 ? [UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "{")] : [UInt8(ascii: "{")]
      for (column, value) in row.enumerated() {
        if column > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += names[column]
        (value ?? .null).write(into: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append(UInt8(ascii: "]"))
    return bytes
  }

  /// The rows as RFC 4180 wants them.
  package var csv: [UInt8] {
    var csv = CSV(columns: schema.fields.map(\.column))
    for row in rows { csv.append(row: row.map { $0?.cell ?? "" }) }
    return csv.bytes
  }

  /// The rows as a sheet of a workbook, with the table's title in its first cell; numbers stay exact.
  var sheet: Workbook.Sheet {
    Workbook.Sheet(
      schema.title, title: "\(schema.title): one row for each \(schema.row)",
      columns: schema.fields.map { Workbook.Column($0.name) },
      rows: rows.map { row in zip(schema.fields, row).map { $0.cell($1) } })
  }
}

/// How rows of one sort become a table.
struct DataDefinition<Row>: Sendable {
  let schema: DataSchema
  private let values: [@Sendable (Row) -> JSON?]

  /// - Parameters:
  ///   - row: what there is a row for.
  ///   - key: the columns that tell rows apart.
  ///   - references: columns whose ids are those of another table's key.
  init(
    _ name: String, _ title: String, row: String, key: [String], references: [(String, String, String)] = [],
    _ columns: [DataColumn<Row>]
  ) {
    schema = DataSchema(
      name: name, title: title, row: row, fields: columns.map(\.field), key: key,
      references: references.map { DataSchema.Reference(column: $0.0, table: $0.1, key: $0.2) })
    values = columns.map(\.value)
  }

  func table(_ rows: some Sequence<Row>) -> DataTable {
    DataTable(schema, rows.map { row in values.map { $0(row) } })
  }
}

/// A column: what it is, and what a row says in it.
struct DataColumn<Row>: Sendable {
  let field: DataField
  let value: @Sendable (Row) -> JSON?

  private init(
    _ name: String, _ meaning: String, _ holds: DataField.Content, _ isRequired: Bool,
    _ value: @escaping @Sendable (Row) -> JSON?
  ) {
    field = DataField(name: name, meaning: meaning, holds: holds, isRequired: isRequired)
    self.value = value
  }

  /// An id, which every row has.
  static func id(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> String) -> DataColumn {
    DataColumn(name, meaning, .text, true) { .string(value($0)) }
  }

  /// A column of text; an empty text is no value.
  static func text(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> String?) -> DataColumn {
    DataColumn(name, meaning, .text, false) { row in value(row).flatMap { $0.isEmpty ? nil : .string($0) } }
  }

  /// A column of words out of a list.
  static func choice<Word: RawRepresentable<String> & CaseIterable & SendableMetatype>(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Word?
  ) -> DataColumn {
    DataColumn(name, meaning, .choice(Word.allCases.map(\.rawValue)), false) { row in
      value(row).map { .string($0.rawValue) }
    }
  }

  static func day(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Day?) -> DataColumn {
    DataColumn(name, meaning, .day, false) { row in value(row).map { .string($0.description) } }
  }

  /// A column of exact numbers.
  static func number(
    _ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Quantity?
  ) -> DataColumn {
    DataColumn(name, meaning, .number, false) { row in value(row).map { .number($0.description) } }
  }

  /// A column of whole numbers.
  static func count(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Int?) -> DataColumn {
    DataColumn(name, meaning, .count, false) { row in value(row).map { JSON($0) } }
  }

  static func flag(_ name: String, _ meaning: String, _ value: @escaping @Sendable (Row) -> Bool) -> DataColumn {
    DataColumn(name, meaning, .flag, true) { .bool(value($0)) }
  }
}

extension DataField {
  fileprivate var column: CSV.Column {
    switch holds {
    case .number, .count: .number(name)
    case .text, .choice, .day, .flag: .text(name)
    }
  }

  fileprivate func cell(_ value: JSON?) -> Workbook.Cell {
    guard let cell = value?.cell, !cell.isEmpty else { return .empty }
    switch holds {
    case .number, .count: return .number(cell)
    case .day: return .day(cell)
    case .text, .choice, .flag: return .text(cell)
    }
  }
}

extension JSON {
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
  /// The rows that have a value in a column; all of them for `nil`.
  package func only(_ column: String, _ value: String?) -> DataTable {
    guard let value, let place = schema.fields.firstIndex(where: { $0.name == column }) else { return self }
    return DataTable(schema, rows.filter { $0[place]?.string == value })
  }
}
