import CorporatePlan
import Documents
import Ledger

/// How a public part of the plan was changed, newest first: when, and what. Who changed it and what they said of it among
/// themselves stands in the office, and what was changed before it was public stands there too.
struct RecordHistory {
  private let rows: [Table.Row]

  init(of record: RecordID, _ visit: Visit) async throws {
    let entries = try await visit.site.council.history(of: record)
    let names = RecordNames(visit.book)
    var before: JSON?
    var rows: [Table.Row] = []
    for entry in entries {
      let body = try entry.body.map(JSON.init(parsing:))
      guard body?["publication"]?.string != Publication.internal.rawValue else { continue }
      rows.append(
        Table.Row([
          .rowHeader(entry.recordedAt.londonDay.words),
          .text(RecordHistory.words(names, of: record.kind, before, body, visit.book)),
        ]))
      before = body
    }
    self.rows = rows.reversed()
  }

  func write(into html: inout HTML) {
    guard !rows.isEmpty else { return }
    html.raw("<section><h2>How it was changed</h2>")
    html.table(
      Table(
        "Newest first", columns: [.init("When", width: 1), .init("What", width: 4)],
        rows: rows))
    html.raw("</section>")
  }

  private static func words(
    _ names: RecordNames, of kind: String, _ before: JSON?, _ after: JSON?, _ book: Book
  ) -> String {
    guard after != nil else { return "Withdrawn" }
    guard before != nil else { return "Recorded" }
    // What belongs to something the public does not see would name it.
    let hides = [before, after].contains { body in
      let named = (body?["items"]?.array ?? []).compactMap(\.string) + [body?["parent"]?.string].compactMap { $0 }
      return named.contains { book.items[$0] == nil }
    }
    return names.differences(before, after, of: kind).filter { !hides || $0.member != "Belongs to" }
      .map { "\($0.member): \($0.before ?? "nothing"), now \($0.after ?? "nothing")" }.joined(separator: "; ")
  }
}
