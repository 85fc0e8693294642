import CorporatePlan
import Documents

extension PerformanceReport {
  /// Actions with their status, grouped by it: completed, then the officer's judgements from best to worst.
  func actionTable(_ actions: [ActionStanding], _ caption: String) -> Table {
    let extras = actionColumns.filter { column in actions.contains { column.text($0, book) != nil } }
    let columns =
      [Table.Column("Status", width: 3), Table.Column(nouns.action, width: 10)]
      + extras.map { Table.Column($0.header, width: 4) }
    let statuses = scorecard.actions.byStatus.map(\.status)
    let groups =
      statuses.map { status in actions.filter { $0.status == status } } + [actions.filter { $0.status == nil }]
    return Table(
      caption, columns: columns,
      groups: groups.filter { !$0.isEmpty }.map { group in
        Table.Group(
          "\(StatusMarks.actions.mark(group[0].outcome).word): \(group.count)",
          rows: group.map { action in
            Table.Row(
              [.status(StatusMarks.actions.mark(action.outcome)), .rowHeader(action.rowName)]
                + extras.map { .text($0.text(action, book) ?? "–") })
          })
      })
  }

  /// Columns that are there when at least one action has something to say in them.
  private var actionColumns: [ActionColumn] {
    [
      ActionColumn(header: "When") { action, _ in action.when },
      ActionColumn(header: "Progress") { action, _ in action.update?.percent.map { "\($0)%" } },
      ActionColumn(header: "Owner") { action, _ in action.item.owner },
    ]
  }

  /// What was said of the actions: why, and what is being done.
  func comments(on actions: [ActionStanding]) -> [ReportPart] {
    let items = actions.compactMap { action -> [Inline]? in
      let words = comments(on: action.item.recordID)
      guard !words.isEmpty else { return nil }
      return [.status(StatusMarks.actions.mark(action.outcome)), .text(" "), .strong(action.item.title)] + words
    }
    return items.isEmpty ? [] : [.paragraph("What officers say of them:"), .list(List(items: items))]
  }

  /// The commentary on a record, each on a line of its own.
  func comments(on subject: RecordID) -> [Inline] {
    let variance = book.words(about: subject, in: period, .variance).map { ("Explanation: ", $0.text) }
    let action = book.words(about: subject, in: period, .action).map { ("Action: ", $0.text) }
    return (variance + action).flatMap { label, text in [Inline.lineBreak, .emphasis(label), .text(text)] }
  }
}

private struct ActionColumn {
  let header: String
  let text: (ActionStanding, Book) -> String?
}

extension ActionStanding {
  /// What names it in a table: its title, and for a part what it is a part of.
  var rowName: String {
    item.title + (commitment.map { " (part of “\($0.title)”)" } ?? "")
  }

  /// "done 14 July 2025", "due 31 October 2025, now expected 30 June 2026".
  var when: String? {
    if let completed = update?.completed { return "done \(completed.words)" }
    switch (item.due, update?.forecast) {
    case (let due?, let forecast?) where due != forecast: return "due \(due.words), now expected \(forecast.words)"
    case (let due?, _): return "due \(due.words)"
    case (nil, let forecast?): return "expected \(forecast.words)"
    case (nil, nil): return nil
    }
  }
}
