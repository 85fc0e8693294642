import CorporatePlan
import Documents
import Ledger
import Reports

/// Everything that was recorded together taken back together: the question first, afterwards what was left alone.
struct UndoBatchPage {
  private let visit: OfficeVisit
  private let batch: String
  private let entries: [Entry]
  private let undoing: [Entry]

  private init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    batch = try visit.parameter("id")
    entries = try await visit.site.council.entries(of: batch)
    guard !entries.isEmpty else { throw Refusal.notFound("What was recorded under this name") }
    undoing = try await visit.site.council.entries(of: "undo-\(batch)")
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let page = try await UndoBatchPage(visit)
    do {
      if page.undoing.isEmpty { try await visit.site.council.checkUndoing(page.batch) }
    } catch let refused as EditRefused {
      return .html(try await page.html(visit.placed(refused.problems, among: [])))
    }
    return .html(try await page.html([]))
  }

  static func undo(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    let page = try await UndoBatchPage(visit)
    guard page.mayUndo else { throw Refusal.notYours }
    do {
      let undone = try await visit.site.council.undo(
        batch: page.batch, author: visit.session.author, reason: "Undone" + (sent["reason"].map { ": \($0)" } ?? ""),
        at: visit.office.moment)
      guard undone.receipt.batch != nil else {
        return .conflict(
          try await page.html([
            FormProblem(
              field: "main",
              words: "Nothing was taken back: all of it has been changed since, and is left as it is.")
          ]))
      }
    } catch let refused as EditRefused {
      return .conflict(try await page.html(visit.placed(refused.problems, among: [])))
    } catch is UndoRefused {
      // Somebody was first; the page says who.
    }
    return .redirect("/edit/batches/\(page.batch.addressed)/undo")
  }

  private var mayUndo: Bool { entries.allSatisfy { visit.mayUndo($0.kind) } }

  private func html(_ problems: [FormProblem]) async throws -> HTML {
    let authors = try await Authors(visit)
    let words = ChangeWords(visit, try await visit.peopleNames)
    let records = Set(entries.map(\.recordID))
    let restored = Set(undoing.map(\.recordID))
    let title = undoing.isEmpty ? "Undo all of this?" : "Undone"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .edit) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      if let first = entries.first {
        html.element(
          "p",
          "\(first.reason), recorded on \(first.recordedAt.londonDay.words) by \(authors.words(first.author, on: first.recordedAt.londonDay)): \(counted(records.count, "record"))."
        )
      }
      lines(words, restored, &html)
      if let undo = undoing.first {
        html.element(
          "p",
          "\(undo.reason), on \(undo.recordedAt.londonDay.words) by \(authors.words(undo.author, on: undo.recordedAt.londonDay))."
        )
        html.raw(#"<p class="buttons"><a class="button second" href="/edit">The plan</a></p>"#)
      } else if !mayUndo {
        html.raw("<p>This was not recorded by a form of the plan; it is taken back where it was made.</p>")
      } else if problems.isEmpty {
        html.raw("<p>Each stands again as it stood before. What somebody has changed since is left alone.</p>")
        html.form("/edit/batches/\(batch.addressed)/undo", visit.session) { html in
          html.field(.reason(), [], [])
          html.raw(#"<p class="buttons"><button>Undo it</button> <a href="/edit">Cancel</a></p>"#)
        }
      }
    }
  }

  private func lines(_ words: ChangeWords, _ restored: Set<RecordID>, _ html: inout HTML) {
    var seen: Set<RecordID> = []
    html.table(
      Table(
        "What was recorded together",
        columns: [.init("What", width: 7), .init("Since then", width: 3)],
        rows: entries.filter { seen.insert($0.recordID).inserted }.map { entry in
          let newest = visit.book.stamp(of: entry.recordID)
          let since: String =
            if restored.contains(entry.recordID) {
              "stands as before"
            } else if newest?.batch != batch {
              "changed since, and left as it is"
            } else {
              "as recorded"
            }
          return Table.Row([
            Table.Cell([.text(words.line(entry))], isRowHeader: true),
            .text(since),
          ])
        }))
  }
}
