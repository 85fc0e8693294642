import CorporatePlan
import Documents

/// The rows that belong to one activity, over page breaks and repeated headings.
struct ActivityRows {
  let priority: Int?
  var rows: [Row]
  /// The code in its first cell, when it has one.
  let code: ActivityCode?
  /// How its beginning was told.
  let start: Start

  enum Start {
    /// By its code, or a row of its own in a table whose rows are whole.
    case told
    /// First under its priority, without a code.
    case first
    /// By words that end an activity's title in the summary.
    case words
    /// A second "contributes to" in what would be one activity.
    case contribution
  }

  struct Row {
    let columns: DeliveryColumns
    let row: SourceRow
    /// Counts the rows of the whole plan, without headings.
    let number: Int

    var activity: SourceCell? { columns.column(.action).flatMap(row.cell) }

    /// The words of the activity, with the bullets that stand in a column of their own before them.
    var activityText: String {
      let bullets = columns.bullets.compactMap { row.cell($0)?.text }.joined(separator: " ")
      return (bullets.trimmed.isEmpty ? "" : bullets + " ") + (activity?.text ?? "")
    }
  }

  /// The first cell with words of the activity, or the first with any.
  var locator: Locator {
    rows.first { $0.activity?.text.trimmed.isEmpty == false }?.activity?.locator
      ?? rows.flatMap(\.row.cells).first { !$0.text.trimmed.isEmpty }?.locator ?? .document
  }

  /// The cell in which each part begins; they stand in order.
  func locators(of parts: [String]) -> [Locator] {
    let cells = rows.compactMap(\.activity).map { (text: $0.text.normalisedName, locator: $0.locator) }
    var place = 0
    return parts.map { part in
      let start = part.normalisedWords.prefix(3).joined(separator: " ")
      if let found = cells[place...].prefix(40).firstIndex(where: { $0.text.contains(start) }) { place = found }
      return cells.isEmpty ? locator : cells[place].locator
    }
  }
}

extension DeliveryParts {
  /// In a Word document or workbook a row is a row; extracted text has a row for every line of the page.
  var rowsAreWhole: Bool { document.kind != .text }

  /// What codes of activities begin with.
  var activityPrefixes: Set<String> {
    Set(
      tables.flatMap { columns, _ in
        columns.body.compactMap { row -> String? in
          var text = columns.column(.action).flatMap(row.cell)?.text ?? ""
          return ActivityCode.takeOut(of: &text, notPrefix: outcomePrefix)?.prefix
        }
      })
  }

  /// The rows of all tables by activity.
  ///
  /// - Parameter endsTitle: whether words of a cell are the end of a title in the summary.
  func activities(endsTitle: (String) -> Bool) -> [ActivityRows] {
    var found: [ActivityRows] = []
    var number = 0
    for (columns, priority) in tables {
      for row in columns.body {
        number += 1
        let next = ActivityRows.Row(columns: columns, row: row, number: number)
        var text = next.activityText
        let code = ActivityCode.takeOut(of: &text, notPrefix: outcomePrefix)
        if let start = start(of: next, code, under: priority, after: found.last, endsTitle) {
          var rows = [next]
          if start == .contribution, var last = found.popLast() {
            rows = last.giveEmptyRows() + rows
            found.append(last)
          }
          found.append(ActivityRows(priority: priority, rows: rows, code: code, start: start))
        } else {
          found[found.count - 1].rows.append(next)
        }
      }
    }
    return found
  }

  /// How a row begins an activity; `nil` when it goes on with the last one.
  private func start(
    of row: ActivityRows.Row, _ code: ActivityCode?, under priority: Int?, after last: ActivityRows?,
    _ endsTitle: (String) -> Bool
  ) -> ActivityRows.Start? {
    if code != nil { return .told }
    let text = row.activityText
    guard let last, last.priority == priority else { return rowsAreWhole ? .told : .first }
    if rowsAreWhole { return text.trimmed.isEmpty ? nil : .told }
    if endsTitle(text) { return .words }
    let contributes = !Contributions.all(in: text).isEmpty
    return contributes && last.rows.contains { !Contributions.all(in: $0.activityText).isEmpty } ? .contribution : nil
  }
}

extension ActivityRows {
  /// Takes off the last rows that hold nothing of the activity: the title that stood there was lost.
  fileprivate mutating func giveEmptyRows() -> [Row] {
    let kept = rows.lastIndex { !$0.activityText.trimmed.isEmpty }.map { $0 + 1 } ?? 0
    let given = Array(rows[kept...])
    rows.removeSubrange(kept...)
    return given
  }
}

extension Contributions {
  static func all(in text: String) -> [Contributions] {
    var rest = text
    return takeOut(of: &rest, prefix: nil)
  }
}
