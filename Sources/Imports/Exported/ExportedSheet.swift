import CorporatePlan
import Documents

/// A table of an export: which of its columns holds what, and its rows.
struct ExportedSheet {
  let kind: RecordKind
  let table: SourceTable
  private let columns: [Column]
  private let headerIndex: Int
  private let isDelimited: Bool
  /// The members whose column is not here.
  private let absent: Set<String>
  private(set) var diagnostics: [Diagnostic] = []

  /// What a column holds.
  enum Content {
    case member(RecordMember)
    case reading
    case record
    case check
    case kind

    fileprivate var member: RecordMember? {
      if case .member(let member) = self { return member }
      return nil
    }

    fileprivate var isRecord: Bool {
      if case .record = self { return true }
      return false
    }
  }

  private struct Column {
    let number: Int
    let heading: String
    let content: Content
  }

  /// - Parameter known: what the headings mean. A column with another heading is told of and not read.
  init(_ table: SourceTable, _ kind: RecordKind, known: [String: Content]) {
    self.kind = kind
    self.table = table
    if case .sheet(let name) = table.locator { isDelimited = name.hasSuffix(".csv") } else { isDelimited = true }
    // Somebody may have put a line of their own above the header.
    headerIndex =
      table.rows.prefix(10).firstIndex { row in row.cells.count { known[$0.text.trimmed] != nil } > 1 } ?? 0
    var columns: [Column] = []
    for cell in table.rows.dropFirst(headerIndex).first?.cells ?? [] where !cell.text.trimmed.isEmpty {
      let heading = cell.text.trimmed
      if let content = known[heading], let number = cell.locator.column {
        columns.append(Column(number: number, heading: heading, content: content))
      } else {
        let cells = table.rows.count { $0.texts[cell.locator.column ?? 0] != nil } - 1
        diagnostics.append(
          Diagnostic(
            .warning, .columnNotOurs, at: cell.locator.description, verbatim: heading,
            "This column is not one of the export's; its \(counted(cells, "cell was", "cells were")) not read."))
      }
    }
    self.columns = columns
    let missing = ExportedSheet.missing(from: columns, known)
    absent = Set(missing.keys)
    if !missing.isEmpty, columns.contains(where: \.content.isRecord) {
      diagnostics.append(
        Diagnostic(
          .note, .columnMissing, at: table.locator.description,
          verbatim: missing.values.sorted().joined(separator: ", "),
          "\(counted(missing.count, "column")) of the export \(missing.count == 1 ? "is" : "are") not here. What is on record there stays as it is."
        ))
    }
  }

  /// The members that no column stands for, with their headings.
  private static func missing(from columns: [Column], _ known: [String: Content]) -> [String: String] {
    let here = Set(columns.compactMap(\.content.member?.name))
    let all = known.compactMap { heading, content in content.member.map { ($0.name, heading) } }
    return Dictionary(all.filter { !here.contains($0.0) }, uniquingKeysWith: min)
  }

  /// Whether a row heads a table of an export: that is all a single CSV file has to be known by.
  static func isHeader(_ row: SourceRow) -> Bool {
    Set(row.cells.prefix(200).map(\.text.trimmed)).isSuperset(of: ["kind", "record", "check"])
  }

  /// What the rows of a CSV file say that they are; `nil` when no row says it.
  static func kind(of table: SourceTable) -> RecordKind? {
    guard let column = table.rows.first?.cells.first(where: { $0.text.trimmed == "kind" })?.locator.column else {
      return nil
    }
    return table.rows.dropFirst().lazy.compactMap { $0.texts[column] }.first.map(RecordKind.named)
  }

  /// The rows under the header that hold anything.
  func readRows(_ diagnostics: inout [Diagnostic]) -> [ExportedRow] {
    guard table.rows.count > headerIndex else { return [] }
    guard columns.contains(where: \.content.isRecord) else {
      diagnostics.append(
        Diagnostic(
          .error, .cellNotRead, at: table.locator.description,
          "The column “record” is missing, so that no row could be told from another. Nothing was read from here."))
      return []
    }
    return table.rows.dropFirst(headerIndex + 1).compactMap { read($0, &diagnostics) }
  }

  /// Nil for a row that says nothing, and for one with a cell that could not be read, which is told.
  private func read(_ row: SourceRow, _ diagnostics: inout [Diagnostic]) -> ExportedRow? {
    let cells = Dictionary(
      row.cells.compactMap { cell in cell.locator.column.map { ($0, cell) } }, uniquingKeysWith: { first, _ in first })
    var exported = ExportedRow(
      kind: kind.kind, record: "", body: .members([]), place: .row(table.locator, number: row.number, columns: [:]))
    var texts: [(member: RecordMember, column: Column, text: String)] = []
    for column in columns {
      guard let cell = cells[column.number], !cell.text.isEmpty else { continue }
      let text = isDelimited ? CSVW.meant(cell.text) : cell.text
      switch column.content {
      case .member(let member):
        if cell.isDayOrTime, member.form != .day { exported.dates.insert(member.name) }
        // A text too long for one cell goes on in the next column.
        if let last = texts.indices.last, texts[last].member.name == member.name {
          texts[last].text += text
        } else {
          texts.append((member, column, text))
        }
      case .record: exported.record = text.trimmed
      case .check: exported.check = text.trimmed
      case .kind where text.trimmed != kind.kind:
        diagnostics.append(
          Diagnostic(
            .error, .cellNotRead, at: cell.locator.description, verbatim: text,
            "This row is of another kind than the table, which holds “\(kind.kind)”. The row was left out."))
        return nil
      case .kind, .reading: break
      }
    }
    exported.place = .row(table.locator, number: row.number, columns: places)
    exported.absent = absent
    guard !texts.isEmpty || !exported.record.isEmpty else { return nil }
    let before = diagnostics.count
    exported.body = body(texts, exported.place, &diagnostics)
    exported.isBroken = diagnostics.count > before
    return exported
  }

  private func body(
    _ texts: [(member: RecordMember, column: Column, text: String)], _ place: ExportedRow.Place,
    _ diagnostics: inout [Diagnostic]
  ) -> JSON {
    var members: [(String, JSON)] = []
    for (member, column, text) in texts {
      do throws(CellError) {
        if let value = try member.form.value(member.meant(text)) { members.append((member.name, value)) }
      } catch {
        diagnostics.append(
          Diagnostic(
            .error, .cellNotRead, at: place.cell(member.name), verbatim: text,
            "“\(column.heading)” \(error). The row was left out."))
      }
    }
    return .sorted(members)
  }

  /// Where each member stands.
  private var places: [String: Int] {
    var places: [String: Int] = [:]
    for column in columns {
      switch column.content {
      case .member(let member): if places[member.name] == nil { places[member.name] = column.number }
      case .record: places["record"] = column.number
      default: break
      }
    }
    return places
  }
}
