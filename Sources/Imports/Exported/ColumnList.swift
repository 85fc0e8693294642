import CorporatePlan
import Documents

/// What the columns of an export hold: by the sheet "Columns" of a workbook or the description of CSV files, and where
/// those don't say by the dictionary.
struct ColumnList {
  static let sheet = "Columns"

  /// By sheet and heading.
  private(set) var columns: [String: [String: ExportedSheet.Content]] = [:]
  private var kinds: [String: String] = [:]

  /// Nil when the workbook has no such sheet.
  init?(_ document: SourceDocument) {
    guard let table = document.tables.first(where: { $0.locator == .sheet(ColumnList.sheet) }),
      let header = table.rows.first
    else { return nil }
    let places = Dictionary(
      header.cells.compactMap { cell in cell.locator.column.map { (cell.text.trimmed, $0) } },
      uniquingKeysWith: { first, _ in first })
    guard let sheet = places["Sheet"], let column = places["Column"], let type = places["Type"],
      let kind = places["Kind"], let member = places["Member"]
    else { return nil }
    for row in table.rows.dropFirst() {
      let texts = row.texts
      guard let name = texts[sheet], let heading = texts[column] else { continue }
      kinds[name] = texts[kind]
      columns[name, default: [:]][heading] = ExportedSheet.Content(
        type: texts[type] ?? "", RecordKind.named(texts[kind] ?? ""), member: texts[member] ?? "", heading)
    }
  }

  var allKinds: Set<String> { Set(kinds.values) }

  func kind(ofSheet name: String) -> RecordKind? { kinds[name].map(RecordKind.named) }

  /// Of a CSV file, whose headings are the members' names.
  static func columns(_ kind: RecordKind, described schema: JSON?) -> [String: ExportedSheet.Content] {
    var columns: [String: ExportedSheet.Content] = ["kind": .kind, "record": .record, "check": .check]
    for member in kind.members {
      columns[member.name] = .member(member)
      columns["\(member.name)_for_reading"] = .reading
    }
    for column in schema?["tableSchema"]?["columns"]?.array ?? [] {
      guard let name = column["name"]?.string, columns[name] == nil || column["datatype"] == "json" else { continue }
      let form = RecordMember.Form(described: column)
      columns[name] = .member(
        RecordMember(name, kind.member(name)?.heading ?? name, form, "", reference: kind.member(name)?.reference))
    }
    return columns
  }
}

extension RecordMember.Form {
  /// As CSVW says it.
  fileprivate init(described column: JSON) {
    if column["separator"] != nil {
      self = .list
    } else {
      switch column["datatype"]?.string ?? column["datatype"]?["base"]?.string {
      case "json": self = .structure
      case "decimal": self = .number
      case "date": self = .day
      case "boolean": self = .yesNo
      default: self = .text
      }
    }
  }
}

extension ExportedSheet.Content {
  fileprivate init(type: String, _ kind: RecordKind, member name: String, _ heading: String) {
    switch type {
    case "record": self = .record
    case "check": self = .check
    case "for reading": self = .reading
    default:
      let known = kind.member(name)
      let form = RecordMember.Form(rawValue: type) ?? known?.form ?? .text
      self = .member(RecordMember(name, known?.heading ?? heading, form, "", reference: known?.reference))
    }
  }
}

extension SourceRow {
  /// By the number of the column, without empty cells.
  var texts: [Int: String] {
    var texts: [Int: String] = [:]
    for cell in cells where !cell.text.isEmpty {
      if let column = cell.locator.column { texts[column] = cell.text }
    }
    return texts
  }
}
