import CorporatePlan
import Documents

/// A list of actions grouped by status: `COMPLETED`, `GREEN`, … head the actions below them.
struct ActionList {
  struct Row {
    let text: String
    let status: Status
    let locator: Locator
  }

  let locator: Locator
  /// What stands above the first status: the priority in words.
  private(set) var title: (text: String, locator: Locator)?
  private(set) var rows: [Row] = []
  /// The places that were understood, marks and headings included.
  private(set) var places: [Locator] = []

  /// `nil` when the table is not such a list.
  init?(_ table: SourceTable) {
    locator = table.locator
    var status: Status?
    for row in table.rows {
      let cells = row.cells.filter { !$0.text.trimmed.isEmpty && !$0.text.isMark }
      guard let cell = cells.first, cells.count == 1 else {
        if cells.isEmpty {
          places += row.cells.map(\.locator)
          continue
        }
        return nil
      }
      if let heading = Status(word: cell.text) {
        status = heading
      } else if let status {
        rows.append(Row(text: cell.text.onOneLine, status: status, locator: cell.locator))
      } else if title == nil {
        title = (cell.text.onOneLine, cell.locator)
      } else {
        return nil
      }
      places += row.cells.map(\.locator)
    }
    if status == nil { return nil }
  }

  /// The same written as headings and lists instead of a table.
  init?(_ paragraphs: [SourceParagraph]) {
    guard let first = paragraphs.first, Status(word: first.text) != nil else { return nil }
    locator = first.locator
    var status: Status?
    for paragraph in paragraphs where !paragraph.text.trimmed.isEmpty {
      if let heading = Status(word: paragraph.text) {
        status = heading
      } else if let status {
        rows.append(Row(text: paragraph.text.onOneLine, status: status, locator: paragraph.locator))
      }
      places.append(paragraph.locator)
    }
  }

  func count(of status: Status) -> Int { rows.count { $0.status == status } }
}

extension String {
  /// A dot, square or other sign that stands for a status and holds no letter or figure.
  var isMark: Bool {
    let text = trimmed
    return !text.isEmpty && text.count <= 3 && !text.contains { $0.isLetter || $0.isNumber }
      && text.unicodeScalars.allSatisfy { $0.value >= 0x2190 } && Polarity(text) == nil
  }
}
