import CorporatePlan
import Documents

/// A return as a form showed it beside the return as it is now, so that nobody decides on what they did not see.
struct WhatChanged {
  private let marks: Marks
  private let shown: ReturnRow
  private let now: ReturnRow

  init(visit: OfficeVisit, marks: Marks, _ shown: ReturnRow, _ now: ReturnRow) {
    (self.marks, self.shown, self.now) = (marks, shown, now)
  }

  func write(into html: inout HTML) {
    let lines = zip(facts(shown), facts(now)).filter { $0.1 != $1.1 }
    html.table(
      Table(
        "What changed since you opened the page",
        columns: [.init("", width: 2), .init("You saw", width: 4), .init("It is now", width: 4)],
        rows: lines.map { before, after in
          Table.Row([
            Table.Cell([.text(before.0)], isRowHeader: true), .text(before.1), .text(after.1),
          ])
        }))
  }

  private func facts(_ row: ReturnRow) -> [(String, String)] {
    var facts: [(String, String)] = []
    if let figure = row.figure {
      facts += [
        ("Figure", figure.indicator.text(figure.value)), ("State", figure.state.rawValue),
        ("Target", figure.target.map { figure.indicator.text($0) } ?? "–"),
      ]
    }
    if let action = row.action {
      facts += [
        ("Stage", action.update?.stageWords ?? "–"), ("Forecast", action.update?.forecast?.words ?? "–"),
        ("Completed", action.update?.completed?.words ?? "–"),
      ]
    }
    facts.append(("Status", marks.mark(row).word))
    let words: [(String, Commentary.Purpose)] = [
      ("Why", .variance), ("What is done", .action), ("What comes next", .nextQuarter), ("Achieved", .achievement),
      ("Note", .note),
    ]
    return facts + words.map { ($0, row.words[$1] ?? "–") }
  }
}
