import CorporatePlan
import Documents
import Ledger

/// Takes one cell of the grid, from a browser with script, and tells how the row stands afterwards.
enum CollectCell {
  static func save(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let period = try visit.collectedPeriod
    let typed = ReturnFields.all(in: form)
    guard typed.count == 1, let (prefix, fields) = typed.first, let subject = ReturnSaving.subject(prefix) else {
      throw Refusal.badRequest("One cell is saved at a time.")
    }
    try visit.require(subject)
    let saving = ReturnSaving(
      period: period, reach: visit.reach, typed: typed, shown: form["position"].flatMap { Int($0) } ?? 0)
    let (outcomes, book) = try await saving.record(
      in: visit.site.council, by: visit.session.author, on: visit.today, at: visit.office.moment)
    guard let row = book.returnRow(of: subject, in: period, on: visit.today), let outcome = outcomes[prefix] else {
      throw Refusal.notFound("This return")
    }
    // Only who has seen all of the row goes on from here: what a colleague changed beside it meanwhile was not shown.
    let others = row.expecting.keys.contains { record in
      book.stamp(of: record).map { $0.position > saving.shown && $0.author != visit.session.author } ?? false
    }
    let isSeen = if case .conflict = outcome { true } else { !others }
    let savedBy = try await visit.savedBy(outcome, book)
    return answer(
      outcome, GridRow(book: book, row: row, outcome: outcome, typed: fields, savedBy: savedBy),
      seen: isSeen ? book.position : saving.shown)
  }

  private static func answer(_ outcome: ReturnOutcome, _ row: GridRow, seen: Int) -> Answer {
    func part(_ write: (inout HTML) -> Void) -> JSON {
      var html = HTML(reserving: 500)
      write(&html)
      return .string(String(decoding: html.bytes, as: UTF8.self))
    }
    let told: (result: String, words: String) =
      switch outcome {
      case .saved: ("saved", "Saved")
      case .unchanged: ("unchanged", "")
      case .refused(let problems): ("refused", problems.first?.sentence ?? "Not saved")
      case .conflict:
        (
          "conflict",
          "Not saved: \(row.savedBy.map { "saved by \($0)," } ?? "somebody else changed it") while you typed"
        )
      }
    // What "nothing to report" takes over from the period before, and what ends it.
    var fields: JSON?
    if case .saved = outcome, seen == row.book.position, row.row.action != nil {
      let prefix = ReturnFields.prefix(row.row.slot.subject)
      fields = .sorted(
        ReturnFields.recorded(row.row, row.row.gridFields).map { ("\(prefix):\($0)", .string($1)) })
    }
    let json = JSON.object([
      "result": .string(told.result), "words": .string(told.words), "seen": JSON(seen),
      "fields": fields, "outstanding": .bool(row.row.slot.isOutstanding),
      "parts": .object(["status": part(row.status), "state": part(row.state), "words": part(row.words)]),
    ])
    return Answer(type: "application/json; charset=utf-8", bytes: Array(json.canonical.utf8))
  }
}
