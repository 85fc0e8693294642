import CorporatePlan
import Documents

/// One record of an export as it came back, before it is held against any rule.
struct ExportedRow {
  let kind: String
  /// Empty in a row that somebody added.
  var record: String
  var body: JSON
  /// What the body's check was when the export was made; `nil` in JSON.
  var check: String?
  /// The members whose cells a spreadsheet shows as a day or a time although they hold words.
  var dates: Set<String> = []
  /// The members that the table has no column for: they stay as they are on record.
  var absent: Set<String> = []
  /// Whether a cell of it could not be read, which has been told.
  var isBroken = false
  var place: Place

  enum Place {
    case row(Locator, number: Int, columns: [String: Int])
    /// Of the list in a JSON file.
    case member(number: Int)

    /// Where a member stands, or would stand.
    func cell(_ member: String) -> String {
      switch self {
      case .row(let table, let row, let columns):
        guard let column = columns[member] ?? columns["record"] else { return "\(table), row \(row)" }
        if case .sheet(let sheet) = table { return Locator.sheetCell(sheet, row: row, column: column).description }
        return "row \(row), column \(column)"
      case .member(let number): return "record \(number)"
      }
    }
  }

  /// With what a record says today under the columns that are not here: an absent column says nothing.
  func keeping(_ today: JSON?) -> ExportedRow {
    guard !absent.isEmpty, case .members(let said) = body, case .members(let known)? = today else { return self }
    var row = self
    row.body = .sorted((said + known.filter { absent.contains($0.key) }).map { ($0.key, $0.value) })
    return row
  }

  init(kind: String, record: String, body: JSON, place: Place) {
    self.kind = kind
    self.record = record
    self.body = body
    self.place = place
  }
}
