import CorporatePlan
import Documents
import Ledger

/// What was recorded of a thing, newest first: who, when, why, and what it changed.
struct RecordHistory {
  private let rows: [Table.Row]

  init(of record: RecordID, _ visit: Visit) async throws {
    let entries = try await visit.site.council.history(of: record)
    let names = RecordNames(visit.book)
    var before: JSON?
    var rows: [Table.Row] = []
    for entry in entries {
      let body = try entry.body.map(JSON.init(parsing:))
      rows.append(
        Table.Row([
          .rowHeader("\(entry.recordedAt.londonDay.words), \(entry.author.authorWords)"), .text(entry.reason),
          .text(RecordHistory.words(names, before, body, isFirst: entry.revision == 1)),
        ]))
      before = body
    }
    self.rows = rows.reversed()
  }

  func write(into html: inout HTML) {
    guard !rows.isEmpty else { return }
    html.raw("<section><h2>What was recorded</h2>")
    html.table(
      Table(
        "Newest first", columns: [.init("When and who", width: 2), .init("Why", width: 2), .init("What", width: 4)],
        rows: rows))
    html.raw("</section>")
  }

  private static func words(_ names: RecordNames, _ before: JSON?, _ after: JSON?, isFirst: Bool) -> String {
    guard after != nil else { return "Withdrawn" }
    guard before != nil else { return isFirst ? "Recorded" : "Recorded again" }
    return names.differences(before, after)
      .map { "\($0.member): \($0.before ?? "nothing"), now \($0.after ?? "nothing")" }.joined(separator: "; ")
  }
}
