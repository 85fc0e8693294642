import CorporatePlan
import Documents
import Ledger

/// What an import recorded, and the way to take it back.
enum RecordedPage {
  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let batch = try await RecordedBatch(try visit.parameter("id"), in: visit.site.council)
    let names = RecordNames(visit.book)
    return .html(
      HTML.page(visit, "Recorded", .imports) { html in
        html.raw("<h1>Recorded</h1>")
        if let first = batch.entries.first {
          html.element(
            "p", ["class": "lead"],
            "\(first.reason), on \(first.recordedAt.londonDay.words) by \(first.author.authorWords).")
        }
        if let undo = batch.undoing.first {
          html.raw(#"<div class="note-block"><p>"#)
          html.text("It was taken back on \(undo.recordedAt.londonDay.words) by \(undo.author.authorWords). ")
          html.link("What that restored", "/imports/\(batch.name.addressed)/undo")
          html.raw("</p></div>")
        }
        html.summaryList { html in
          for (kind, count) in batch.counts { html.summaryRow(ImportWords.noun(kind).many.capitalised, String(count)) }
        }
        html.records("All of them", batch.entries.map(\.recordID), names)
        guard batch.undoing.isEmpty else { return }
        html.raw(#"<p class="buttons">"#)
        html.element("a", ["class": "button second", "href": "/imports/\(batch.name.addressed)/undo"], "Take it back")
        html.raw(#" <a href="/imports">All imports</a> <a href="/plan">The plan on the public site</a></p>"#)
      })
  }
}

extension HTML {
  /// Records by name, out of the way.
  mutating func records(_ summary: String, _ ids: [RecordID], _ names: RecordNames, isOpen: Bool = false) {
    guard !ids.isEmpty else { return }
    element("details", ["open": isOpen ? "" : nil]) { html in
      html.element("summary", "\(summary) (\(ids.count))")
      html.raw(#"<ul class="records">"#)
      for id in ids.prefix(2_000) {
        let line = names.line(of: id, nil)
        html.raw(#"<li><span class="note">"#)
        html.text(ImportWords.noun(id.kind).one.capitalised)
        html.raw("</span> ")
        html.text(line.name)
        if let says = line.says { html.text(": \(says)") }
        html.raw("</li>")
      }
      html.raw("</ul>")
    }
  }
}
