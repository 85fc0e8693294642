import CorporatePlan
import Documents

/// A sheet of a returns workbook: its columns by their headings, and its rows as they were typed.
struct ReturnsTable {
  let sheet: String
  private(set) var rows: [Row] = []
  /// Fields that the sheet was made with, as far as its rows tell, and that have no column any more.
  private(set) var missing: [ReturnField] = []
  /// Headings of somebody's own.
  private(set) var strange: [String] = []

  struct Row {
    let number: Int
    /// Empty for a row that somebody added.
    let id: String
    let revision: Int?
    let checks: [ReturnField: String]
    let cells: [ReturnField: Cell]
    /// What it is of, as the sheet says.
    let title: String

    var isBlank: Bool { id.isEmpty && cells.values.allSatisfy { $0.text.isEmpty && !$0.isUncalculated } }
  }

  struct Cell {
    var text = ""
    var isDayOrTime = false
    /// A formula that was never calculated.
    var isUncalculated = false
  }

  private struct Columns {
    var fields: [Int: ReturnField] = [:]
    var title: Int?
    var row: Int?
    var revision: Int?
    var check: Int?
    var known: Int { fields.count + [row, revision, check].count { $0 != nil } }
  }

  private static let fields = Dictionary(
    ReturnField.allCases.compactMap { field in field.heading.map { ($0, field) } },
    uniquingKeysWith: { first, _ in first })

  /// Headings of what is only shown.
  private static let shown: Set<String> = [
    "Code", "Unit", "Figure is for", "Last figure", "Last figure was for", "Target", "Return",
    "Due",
    "Last stage", "Last status",
  ]

  /// Nil for a sheet that is none of the workbook's.
  init?(_ table: SourceTable, uncalculated: Set<Locator>) throws(ReturnsUploadError) {
    guard case .sheet(let name) = table.locator,
      let header = table.rows.prefix(20).max(by: { ReturnsTable.known($0) < ReturnsTable.known($1) }),
      ReturnsTable.known(header) >= 3
    else { return nil }
    sheet = name
    let columns = try ReturnsTable.columns(header, name, &strange)
    guard let row = columns.row else { throw .noRowColumn(sheet: name) }
    guard columns.check != nil || columns.revision != nil else { throw .noBase(sheet: name) }
    for source in table.rows where source.number > header.number {
      let cells = Dictionary(source.cells.map { ($0.gridColumn, $0) }, uniquingKeysWith: { first, _ in first })
      func text(_ column: Int?) -> String { column.flatMap { cells[$0] }.map { ReturnCells.plain($0.text) } ?? "" }
      var typed: [ReturnField: Cell] = [:]
      for (column, field) in columns.fields {
        typed[field] = Cell(
          text: text(column), isDayOrTime: cells[column]?.isDayOrTime ?? false,
          isUncalculated: cells[column].map { uncalculated.contains($0.locator) } ?? false)
      }
      let read = Row(
        number: source.number, id: text(row), revision: Int(text(columns.revision)),
        checks: ReturnCells.checks(text(columns.check)), cells: typed, title: text(columns.title))
      if !read.isBlank { rows.append(read) }
    }
    let made = Set(rows.flatMap(\.checks.keys))
    missing = ReturnField.allCases.filter { made.contains($0) && !columns.fields.values.contains($0) }
  }

  private static func known(_ row: SourceRow) -> Int {
    row.cells.count { cell in
      let heading = cell.text.onOneLine
      return fields[heading] != nil || [ReturnSheet.row, ReturnSheet.revision, ReturnSheet.check].contains(heading)
    }
  }

  private static func columns(
    _ header: SourceRow, _ sheet: String, _ strange: inout [String]
  ) throws(ReturnsUploadError) -> Columns {
    var columns = Columns()
    var seen: Set<String> = []
    for cell in header.cells {
      let heading = cell.text.onOneLine
      let number = cell.gridColumn
      switch heading {
      case "": continue
      case "Indicator", "Action": columns.title = number
      case ReturnSheet.row: columns.row = number
      case ReturnSheet.revision: columns.revision = number
      case ReturnSheet.check: columns.check = number
      default:
        guard let field = fields[heading] else {
          if !shown.contains(heading) { strange.append(heading) }
          continue
        }
        columns.fields[number] = field
      }
      guard seen.insert(heading).inserted else { throw .headingTwice(heading, sheet: sheet) }
    }
    return columns
  }
}
