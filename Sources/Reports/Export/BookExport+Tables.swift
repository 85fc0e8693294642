import CorporatePlan
import Documents

extension BookExport {
  /// File names with their bytes: a CSV for each kind, and the CSVW description of them all
  /// (W3C, Metadata Vocabulary for Tabular Data).
  package func files() -> [(name: String, bytes: [UInt8])] {
    tables.map { ("\($0.kind.kind).csv", $0.csv) } + [(CSVW.fileName, Array(metadata.canonical.utf8))]
  }

  /// The same in one archive.
  package func archive() throws(ZipFailure) -> [UInt8] {
    var zip = ZipWriter()
    for (name, bytes) in files() { zip.add(name, bytes) }
    return try zip.bytes()
  }

  private var metadata: JSON {
    .object([
      "@context": "http://www.w3.org/ns/csvw",
      "dc:title": .string(council.map { "\($0): plan and figures" } ?? "Plan and figures"),
      "notes": .array([mark, .string(BookExport.note)]),
      "tables": .array(tables.map(\.description)),
    ])
  }

  private static let note =
    "Texts that a spreadsheet would take for a formula have an apostrophe before them. A cell with nothing but two quotation marks is a text that is empty. A list whose parts hold a bar is written as a JSON array."
}

extension ExportedTable {
  /// Every row names its kind, so that one file alone can be read.
  fileprivate var csv: [UInt8] {
    var csv = CSV(columns: [.text("kind")] + columns.map { $0.isNumber ? .number($0.header) : .text($0.header) })
    for row in rows { csv.append(row: [kind.kind] + row.map(CSVW.guarded)) }
    return csv.bytes
  }

  fileprivate var description: JSON {
    let kindColumn = JSON.object([
      "name": "kind", "titles": "kind", "datatype": "string", "dc:description": "The kind of record of the row",
    ])
    return .object([
      "url": .string("\(kind.kind).csv"), "dc:title": .string(kind.name), "dc:description": .string(kind.row),
      "tableSchema": .object([
        "columns": .array([kindColumn] + columns.map(\.description)), "primaryKey": "record",
      ]),
    ])
  }
}

extension ExportedColumn {
  /// Figures, too: "-3" is no formula.
  fileprivate var isNumber: Bool {
    if case .member(let member) = self { return member.form == .number || member.form == .figure }
    return false
  }

  fileprivate var description: JSON {
    var separator: JSON?
    var datatype: JSON = "string"
    if case .member(let member) = self {
      datatype = member.form.datatype
      separator = member.form == .list ? " | " : nil
    }
    let isForReading = if case .reading = self { true } else { false }
    return .object([
      "name": .string(header), "titles": .string(header), "dc:title": .string(heading),
      "dc:description": meaning.isEmpty ? nil : .string(meaning), "datatype": datatype, "separator": separator,
      "suppressOutput": isForReading ? true : nil,
    ])
  }
}

extension RecordMember.Form {
  /// In the words of CSVW. A figure is text to it: "79%" and "not returned" are no numbers.
  fileprivate var datatype: JSON {
    switch self {
    case .text, .figure, .list: "string"
    case .day: "date"
    case .number: "decimal"
    case .yesNo: .object(["base": "boolean", "format": "yes|no"])
    case .structure: "json"
    }
  }
}
