import CorporatePlan
import Documents
import Ledger

/// Taking back what one's own workbook or page recorded, as one.
enum ReturnsUndoPage {
  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let batch = try await own(visit)
    let (names, home) = (RecordNames(visit.book), try home(visit))
    return .html(
      HTML.page(visit, "Take these returns back?", .collect) { html in
        html.raw("<h1>Take these returns back?</h1>")
        guard batch.undoing.isEmpty else {
          html.raw("<p>They were taken back already.</p>")
          html.element("p") { $0.link("The returns", home) }
          return
        }
        html.raw("<p>Each stands again as it stood before. What somebody has changed since is left alone.</p>")
        html.records("What was recorded", batch.entries.map(\.recordID), names, isOpen: true)
        html.form("\(home)/batches/\(batch.name.addressed)", visit.session) { html in
          html.raw(#"<p><button class="button">Take them back</button></p>"#)
        }
        html.element("p") { $0.link("Keep them", home) }
      })
  }

  static func undo(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    let batch = try await own(visit)
    let (home, today, reach) = (try home(visit), visit.today, visit.reach)
    guard let period = visit.book.calendar.period(try visit.parameter("period")) else { throw Refusal.notYours }
    do {
      let undone = try await visit.site.council.undo(
        batch: batch.name, author: visit.session.author, reason: "Taken back by who recorded it",
        at: visit.office.moment
      ) { book, entries in
        // Each entry is of a return of that quarter which its author may still change: no other address lets it through.
        let rows = book.returnRows(in: period, on: today)
        for entry in entries {
          guard
            let row = rows.first(where: {
              $0.expecting[entry.recordID] != nil || entry.record.hasPrefix("\($0.id)#")
            }), book.isWithin(reach, row.slot.subject)
          else { throw Refusal.notYours }
          if let refusal = row.refusal { throw Refusal.forbidden(refusal) }
        }
      }
      let left = undone.left.isEmpty ? "" : "&left=\(undone.left.count)"
      return .redirect("\(home)?undone=\(undone.restored.count)\(left)")
    } catch is UndoRefused {
      return .redirect("\(home)/batches/\(batch.name.addressed)")
    }
  }

  private static func home(_ visit: OfficeVisit) throws -> String {
    "/collect/\(try visit.parameter("period").addressed)"
  }

  /// A batch that the visitor recorded and that holds nothing but returns: nobody takes back another's work here.
  private static func own(_ visit: OfficeVisit) async throws -> RecordedBatch {
    let batch = try await RecordedBatch(try visit.parameter("id"), in: visit.site.council, onlyImports: false)
    let kinds: Set = [Actual.kind, ActionUpdate.kind, Commentary.kind, Confirmation.kind]
    guard batch.entries.allSatisfy({ $0.author == visit.session.author && kinds.contains($0.kind) }) else {
      throw Refusal.notYours
    }
    return batch
  }
}
