import CorporatePlan
import Documents
import Ledger

/// Taking an import back: first the question with the reason, afterwards what was restored and what was left alone.
struct UndoPage {
  private let visit: OfficeVisit
  private let batch: RecordedBatch
  private var problems: [FormProblem] = []
  /// Whether it can't be taken back as things stand, whatever the reason.
  private var isBlocked = false

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let batch = try await RecordedBatch(try visit.parameter("id"), in: visit.site.council)
    do {
      if batch.undoing.isEmpty { try await visit.site.council.checkUndoing(batch.name) }
    } catch let refused as EditRefused {
      return .html(blocked(visit, batch, refused))
    }
    return .html(UndoPage(visit: visit, batch: batch).html)
  }

  static func undo(_ visit: OfficeVisit) async throws -> Answer {
    let form = try await visit.form()
    let batch = try await RecordedBatch(try visit.parameter("id"), in: visit.site.council)
    guard let reason = form["reason"] else {
      return refusing(visit, batch, "Say why it is taken back: it is kept with the record")
    }
    do {
      let undone = try await visit.site.council.undo(
        batch: batch.name, author: visit.session.author, reason: reason, at: visit.office.moment)
      guard undone.receipt.batch != nil else {
        return refusing(
          visit, batch, "Nothing was taken back: all of its records have been changed since, and are left as they are")
      }
    } catch let refused as EditRefused {
      return .conflict(blocked(visit, batch, refused))
    } catch is UndoRefused {
      // Somebody was first; the page says who.
    }
    return .redirect("/imports/\(batch.name.addressed)/undo")
  }

  private static func refusing(_ visit: OfficeVisit, _ batch: RecordedBatch, _ words: String) -> Answer {
    .refusing(UndoPage(visit: visit, batch: batch, problems: [FormProblem(field: "reason", words: words)]).html)
  }

  private static func blocked(_ visit: OfficeVisit, _ batch: RecordedBatch, _ refused: EditRefused) -> HTML {
    UndoPage(visit: visit, batch: batch, problems: visit.placed(refused.problems, among: []), isBlocked: true).html
  }

  private var html: HTML { batch.undoing.isEmpty ? question : outcome }

  private var question: HTML {
    let title = "Take this import back?"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .imports) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      if let first = batch.entries.first {
        html.element(
          "p",
          "\(first.reason), recorded on \(first.recordedAt.londonDay.words) by \(first.author.authorWords): \(batch.counts.map { ImportWords.counted($0.count, $0.kind) }.joined(separator: ", "))."
        )
      }
      if isBlocked {
        return html.raw(#"<p class="buttons"><a class="button second" href="/imports">All imports</a></p>"#)
      }
      html.raw(
        "<p>Each of these records will stand again as it stood before. What somebody has changed since is left alone.</p>"
      )
      html.form("/imports/\(batch.name.addressed)/undo", visit.session) { html in
        html.field("reason", "Why", hint: "It is kept with the record and shown beside it.", problems: problems) {
          html, describedBy in
          html.input("reason", describedBy: describedBy)
        }
        html.raw(#"<p class="buttons"><button>Take it back</button> <a href="/imports">Cancel</a></p>"#)
      }
    }
  }

  private var outcome: HTML {
    let names = RecordNames(visit.book)
    return HTML.page(visit, "Taken back", .imports) { html in
      html.raw("<h1>Taken back</h1>")
      if let undo = batch.undoing.first {
        html.element(
          "p", ["class": "lead"],
          "On \(undo.recordedAt.londonDay.words) by \(undo.author.authorWords), because: \(undo.reason)")
      }
      html.records("Stand as before", batch.undoing.map(\.recordID), names, isOpen: batch.undoing.count <= 20)
      left(names, &html)
      html.raw(#"<p class="buttons"><a class="button second" href="/imports">All imports</a></p>"#)
    }
  }

  private func left(_ names: RecordNames, _ html: inout HTML) {
    guard !batch.left.isEmpty else {
      html.raw("<p>Nobody had changed any of them since, so nothing was left as it was.</p>")
      return
    }
    html.raw("<h2>Changed since, and left as they are</h2>")
    html.table(
      Table(
        "Records that somebody changed after the import",
        columns: [.init("Record", width: 3), .init("Changed by", width: 2), .init("Why", width: 3)],
        rows: batch.left.map { record, stamp in
          Table.Row([
            .rowHeader(names.line(of: record, nil).name),
            .text("\(stamp.author.authorWords), \(stamp.recordedAt.londonDay.words)"), .text(stamp.reason),
          ])
        }))
  }
}
