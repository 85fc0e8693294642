import CorporatePlan
import Documents

extension BookExport {
  /// One workbook: what it is and how to edit it, a sheet for each kind of record, and what each column means.
  package func workbook() throws(ZipFailure) -> [UInt8] { try spreadsheet.bytes() }

  var spreadsheet: Workbook {
    let shown = tables + offered
    let sheets = shown.sorted { RecordKind.place(of: $0.kind.kind) < RecordKind.place(of: $1.kind.kind) }
      .map(WorkbookTable.init)
    return Workbook(
      title: council.map { "\($0): plan and figures" } ?? "Plan and figures", notes: notes,
      sheets: sheets.map(\.sheet) + [columns(sheets)])
  }

  /// Empty sheets for what a council will want to add.
  private var offered: [ExportedTable] {
    let held = Set(tables.map(\.kind.kind))
    return RecordKind.all.filter { $0.isOffered && !held.contains($0.kind) }
      .map { ExportedTable($0, [], RecordTitles([])) }
  }

  /// The last line is read again by an import.
  private var notes: [String] {
    [
      "This workbook holds everything that Goldthread holds of the council: its plan, indicators, targets, figures, commentary, risks and papers, one sheet for each. What each column means is on the last sheet, Columns.",
      "To change something, edit its cell, save the workbook and import it again. The import shows every change before anything is recorded, and it can be undone. A row that you delete stays as it is in Goldthread: withdraw things there.",
      "To add something, add a row below the others and leave the columns “record” and “check” empty. Where a row belongs to another, write that one's record into the column that ends in (record).",
      "Columns that end in (for reading) repeat a name so that you can find your way; changing them does nothing. Lists have “ | ” between their parts. A cell with nothing but \"\" is a text that is empty.",
      "Sealed reports, sign-offs and who holds which post are shown and never read back, and the history of earlier versions is not in here: take a backup for those.",
      mark.canonical,
    ]
  }

  private func columns(_ tables: [WorkbookTable]) -> Workbook.Sheet {
    Workbook.Sheet(
      "Columns",
      columns: [
        Workbook.Column("Sheet"), Workbook.Column("Column"), Workbook.Column("Meaning", width: 80),
        Workbook.Column("Type"), Workbook.Column("Kind"), Workbook.Column("Member"),
      ],
      rows: tables.flatMap { table in
        table.columns.map { heading, column in
          [
            .text(table.kind.name), .text(heading), .text(column.meaning), .text(column.type), .text(table.kind.kind),
            column.member.isEmpty ? .empty : .text(column.member),
          ]
        }
      },
      freezesHeader: true)
  }
}

/// A table as a sheet. A text that has no room in one cell goes on in the next column.
private struct WorkbookTable {
  let kind: RecordKind
  let columns: [(heading: String, column: ExportedColumn)]
  let sheet: Workbook.Sheet

  /// Less than a cell holds: what is written with an escape takes more room.
  private static let longest = 30_000

  init(_ table: ExportedTable) {
    kind = table.kind
    let pieces = table.columns.indices.map { index in
      table.rows.reduce(1) { max($0, WorkbookTable.pieces($1[index]).count) }
    }
    columns = zip(table.columns, pieces).flatMap { column, count in
      (1...count).map { ($0 == 1 ? column.heading : "\(column.heading) (continued \($0))", column) }
    }
    sheet = Workbook.Sheet(
      kind.name,
      columns: columns.map { heading, column in Workbook.Column(heading, isText: column.isText) },
      rows: table.rows.map { row in
        zip(zip(table.columns, row), pieces).flatMap { cell, count in
          let texts = count == 1 ? [cell.1] : WorkbookTable.pieces(cell.1)
          return (0..<count).map { $0 < texts.count ? cell.0.cell(texts[$0]) : .empty }
        }
      },
      freezesHeader: true)
  }

  private static func pieces(_ text: String) -> [String] {
    guard text.utf8.count > longest else { return [text] }
    var pieces: [String] = []
    var rest = text[...]
    while !rest.isEmpty {
      let piece = rest.prefix(longest / 4)
      pieces.append(String(piece))
      rest = rest.dropFirst(piece.count)
    }
    return pieces
  }
}

extension ExportedColumn {
  /// Whether nothing in it is a number or a day to the spreadsheet.
  fileprivate var isText: Bool {
    guard case .member(let member) = self else { return true }
    switch member.form {
    case .number, .day, .figure: return false
    default: return true
    }
  }

  /// A figure is a number to the spreadsheet where that gives back every character, whoever saves the file: Excel writes
  /// 93.50 as 93.5, so such a one stays text.
  fileprivate func cell(_ text: String) -> Workbook.Cell {
    guard !text.isEmpty, case .member(let member) = self else { return text.isEmpty ? .empty : .text(text) }
    switch member.form {
    case .number: return .number(text)
    case .day: return .day(text)
    case .figure:
      if text.isPlainNumber { return .number(text) }
      if text.hasSuffix("%"), text.dropLast().isPlainNumber { return .percent(String(text.dropLast())) }
      return .text(text)
    default: return .text(text)
    }
  }
}

extension StringProtocol {
  fileprivate var isPlainNumber: Bool {
    guard Quantity(self)?.description == String(self) else { return false }
    return !(contains(".") && hasSuffix("0"))
  }
}
