import CorporatePlan
import Documents
import Imports

/// The difference between a file and the record, in plain words: what is new, what changes with both values, and how much
/// is on record as it is.
struct ImportDifference {
  private let changes: [Change]
  private let names: RecordNames
  /// More of one kind are counted, not listed: the page stays one that a telephone can load.
  private static let most = 2_000

  init(_ preview: ImportPreview) {
    changes = preview.proposal.changes
    names = RecordNames(preview.book, changes)
  }

  func write(into html: inout HTML) {
    guard !changes.isEmpty else { return }
    html.raw(#"<section id="changes"><h2>What would change</h2>"#)
    changed(&html)
    new(&html)
    let unchanged = grouped(.unchanged).map { ImportWords.counted($0.changes.count, $0.kind) }
    if !unchanged.isEmpty {
      html.raw("<h3>Unchanged</h3>")
      html.element("p", "On record already: \(unchanged.joined(separator: ", ")).")
    }
    html.raw("</section>")
  }

  private func changed(_ html: inout HTML) {
    let groups = grouped(.changed)
    if !groups.isEmpty { html.raw("<h3>Changed</h3>") }
    for (kind, changes) in groups {
      html.element("details", ["open": changes.count <= 20 ? "" : nil]) { html in
        html.element("summary", ImportWords.counted(changes.count, kind))
        html.raw(#"<table class="cards"><caption class="hidden">"#)
        html.text("\(ImportWords.noun(kind).many.capitalised) that change")
        html.raw(#"</caption><thead><tr><th scope="col">What</th><th scope="col">On record</th>"#)
        html.raw(#"<th scope="col">In this file</th></tr></thead><tbody>"#)
        for change in changes.prefix(ImportDifference.most) { rows(of: change, &html) }
        html.raw("</tbody></table>")
        more(changes.count, &html)
      }
    }
  }

  private func rows(of change: Change, _ html: inout HTML) {
    let line = names.line(of: change.id, change.revision.body)
    for difference in names.differences(change.before, change.revision.body, of: change.revision.kind) {
      html.raw(#"<tr><th scope="row">"#)
      html.text(line.name)
      html.raw(#" <span class="note">"#)
      html.text(difference.member)
      html.raw(#"</span></th><td data-label="On record">"#)
      html.text(difference.before ?? "nothing")
      html.raw(#"</td><td data-label="In this file">"#)
      html.text(difference.after ?? "nothing")
      html.raw("</td></tr>")
    }
  }

  private func new(_ html: inout HTML) {
    let groups = grouped(.new)
    if !groups.isEmpty { html.raw("<h3>New</h3>") }
    for (kind, changes) in groups {
      html.element("details", ["open": changes.count <= 8 ? "" : nil]) { html in
        html.element("summary", ImportWords.counted(changes.count, kind))
        html.raw(#"<ul class="records">"#)
        for change in changes.prefix(ImportDifference.most) {
          let line = names.line(of: change.id, change.revision.body)
          html.raw("<li>")
          html.text(line.name)
          if let says = line.says {
            html.raw(": <b>")
            html.text(says)
            html.raw("</b>")
          }
          html.raw("</li>")
        }
        html.raw("</ul>")
        more(changes.count, &html)
      }
    }
  }

  private func more(_ count: Int, _ html: inout HTML) {
    guard count > ImportDifference.most else { return }
    html.element(
      "p", ["class": "note"],
      "And \(count - ImportDifference.most) more. 'goldthread import FILE --dry-run --format json' prints all of them.")
  }

  private func grouped(_ kind: Change.Kind) -> [(kind: String, changes: [Change])] {
    let groups = Dictionary(grouping: changes.filter { $0.kind == kind }, by: \.revision.kind)
    let known = ImportWords.order.filter { groups[$0] != nil }
    return (known + groups.keys.filter { !known.contains($0) }.sorted()).map { ($0, groups[$0] ?? []) }
  }
}

extension Change {
  var id: RecordID { RecordID(revision.kind, revision.record) }
}
