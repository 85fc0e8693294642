import CorporatePlan

/// A table of published data: what a row of it is, its columns, what tells rows apart, and where its ids lead.
package struct DataSchema: Sendable {
  /// As in its address: `indicators` of `/open/indicators.csv`.
  package let name: String
  package let title: String
  /// What there is a row for: "indicator and reporting period".
  package let row: String
  package let fields: [DataField]
  /// The columns that together stand in no second row.
  package let key: [String]
  package let references: [Reference]

  /// That the ids of a column are those of another table.
  package struct Reference: Sendable {
    package let column: String
    package let table: String
    package let key: String
  }

  /// The schema of a row in JSON: every member is there, and no other.
  package var rowSchema: JSON {
    .object([
      "type": "object", "description": .string("One \(row)."),
      "properties": .sorted(fields.map { ($0.name, $0.schema) }),
      "required": .array(fields.map { .string($0.name) }), "additionalProperties": false,
    ])
  }

  /// The table in a CSVW description.
  var csvw: JSON {
    .object([
      "url": .string("\(name).csv"), "dc:title": .string(title), "dc:description": .string("One row for each \(row)."),
      "tableSchema": .object([
        "columns": .array(fields.map(\.csvw)), "primaryKey": .array(key.map(JSON.string)),
        "foreignKeys": references.isEmpty
          ? nil
          : .array(
            references.map { reference in
              .object([
                "columnReference": .string(reference.column),
                "reference": .object([
                  "resource": .string("\(reference.table).csv"), "columnReference": .string(reference.key),
                ]),
              ])
            }),
      ]),
    ])
  }
}
