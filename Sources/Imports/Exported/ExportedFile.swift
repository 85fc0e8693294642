import CorporatePlan
import Documents

/// An export of this program's as it comes back: which state of which council it was made of, and its rows, whatever
/// form they stand in.
struct ExportedFile {
  /// The newest ledger entry that it held; `nil` when the file no longer says.
  let position: Int?
  let council: String?
  var rows: [ExportedRow] = []
  /// The kinds of which it has a table.
  var kinds: Set<String> = []
  var diagnostics: [Diagnostic] = []
  /// Whether it is for programs and not for people to edit: taken as it stands.
  var isPlain = false

  /// What exports are known by, in every form but a single CSV file.
  private static let mark = "goldthread_export"

  /// Whether a document is one; it looks no further than it must.
  static func isOne(_ document: SourceDocument) -> Bool {
    switch document.kind {
    case .json, .tables: document.paragraphs.first?.text.contains("\"\(mark)\"") ?? false
    case .workbook: ColumnList(document) != nil
    case .csv: document.tables.count == 1 && document.tables[0].rows.first.map(ExportedSheet.isHeader) ?? false
    default: false
    }
  }

  init(_ document: SourceDocument) {
    switch document.kind {
    case .json: self.init(json: document.paragraphs.first?.text ?? "")
    case .tables: self.init(tables: document)
    case .csv: self.init(table: document)
    default: self.init(workbook: document)
    }
  }

  private init(position: Int?, council: String?) {
    self.position = position
    self.council = council
  }

  private init(mark: JSON?) { self.init(position: mark?["position"]?.integer, council: mark?["council"]?.string) }

  private init(json text: String) {
    let json: JSON
    do throws(JSONError) { json = try JSON(parsing: text) } catch {
      self.init(mark: nil)
      diagnostics = [
        Diagnostic(.error, .cellNotRead, at: "document", "This export is damaged: it is \(error). Nothing was read.")
      ]
      return
    }
    self.init(mark: json)
    isPlain = true
    for (index, record) in (json["records"]?.array ?? []).enumerated() {
      guard let kind = record["kind"]?.string, let id = record["record"]?.string, let body = record["body"] else {
        diagnostics.append(
          Diagnostic(
            .error, .cellNotRead, at: "record \(index + 1)", verbatim: String(record.canonical.prefix(200)),
            "This has no kind, record or body, and was left out."))
        continue
      }
      kinds.insert(kind)
      rows.append(ExportedRow(kind: kind, record: id, body: body, place: .member(number: index + 1)))
    }
  }

  private init(workbook document: SourceDocument) {
    self.init(mark: ExportedFile.mark(on: document))
    let list = ColumnList(document)
    // A sheet that somebody deleted held rows that are missing now.
    kinds = list?.allKinds ?? []
    for table in document.tables {
      guard case .sheet(let name) = table.locator, name != ColumnList.sheet else { continue }
      if let kind = list?.kind(ofSheet: name) {
        add(ExportedSheet(table, kind, known: list?.columns[name] ?? [:]))
      } else if !ExportedFile.isCover(table) {
        leave(table, name)
      }
    }
  }

  private init(tables document: SourceDocument) {
    let description = document.paragraphs.first.flatMap { try? JSON(parsing: $0.text) }
    self.init(mark: description?["notes"]?.array?.first { $0[ExportedFile.mark] != nil })
    for table in document.tables {
      guard case .sheet(let name) = table.locator else { continue }
      let schema = description?["tables"]?.array?.first { $0["url"]?.string == name }
      if let header = table.rows.first, ExportedSheet.isHeader(header), let kind = ExportedSheet.kind(of: table) {
        add(ExportedSheet(table, kind, known: ColumnList.columns(kind, described: schema)))
      } else if table.rows.count > 1 {
        leave(table, name)
      }
    }
  }

  private init(table document: SourceDocument) {
    self.init(position: nil, council: nil)
    guard let table = document.tables.first, let kind = ExportedSheet.kind(of: table) else { return }
    add(ExportedSheet(table, kind, known: ColumnList.columns(kind, described: nil)))
  }

  private mutating func add(_ sheet: ExportedSheet) {
    kinds.insert(sheet.kind.kind)
    diagnostics += sheet.diagnostics
    rows += sheet.readRows(&diagnostics)
  }

  private mutating func leave(_ table: SourceTable, _ name: String) {
    diagnostics.append(
      Diagnostic(
        .warning, .columnNotOurs, at: table.locator.description, verbatim: name,
        "This sheet is not one of the export's; its \(counted(table.rows.count, "row")) were not read."))
  }

  private static func mark(on document: SourceDocument) -> JSON? {
    for table in document.tables where isCover(table) {
      for cell in table.rows.flatMap(\.cells) where cell.text.contains("\"\(mark)\"") {
        return try? JSON(parsing: cell.text)
      }
    }
    return nil
  }

  private static func isCover(_ table: SourceTable) -> Bool {
    table.rows.prefix(20).contains { row in row.cells.contains { $0.text.contains("\"\(mark)\"") } }
  }
}
