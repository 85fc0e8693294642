import CorporatePlan
import Documents
import Ledger

/// The steps of a change that is looked at before it is recorded: the form, what it would come to, and the record.
///
/// What was written is sent along from one to the next, so that nothing but what was shown is recorded.
struct PreviewSteps {
  let visit: OfficeVisit
  let address: String
  let sent: OfficeForm

  /// Writes what is sent on and the ways to go: record it, or back to the form.
  func write(_ button: String, _ shown: [RecordID: Int], canRecord: Bool = true, into html: inout HTML) {
    html.form(address, visit.session) { html in
      html.kept(sent.texts)
      html.shown(shown)
      html.element("p", ["class": "buttons"]) { html in
        if canRecord { html.element("button", ["name": "step", "value": "record"], button) }
        html.raw(" ")
        html.element("button", ["class": "second", "name": "step", "value": "back"], "Change what I wrote")
      }
    }
  }
}

extension OfficeVisit {
  /// The newest revisions of what is to be recorded: what a preview shows.
  func revisions(of revisions: [Revision]) -> [RecordID: Int] {
    let book = book
    let records = revisions.map { RecordID($0.kind, $0.record) }
    return Dictionary(records.map { ($0, book.stamp(of: $0)?.revision ?? 0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What was recorded anew since a form showed it: the revisions that it had shown.
  func overtaken(_ sent: OfficeForm) -> [RecordID: Int] {
    let book = book
    return sent.revisionsShown.filter { (book.stamp(of: $0.key)?.revision ?? 0) != $0.value }
  }
}

extension HTML {
  /// Ratings that would be others.
  mutating func differences(_ differences: [RatingEffect.Difference]) {
    if differences.isEmpty { return raw("<p>No rating of a period that has figures would change.</p>") }
    let most = 60
    raw("<ul>")
    for difference in differences.prefix(most) { element("li", difference.sentence) }
    raw("</ul>")
    if differences.count > most { element("p", ["class": "note"], "And \(differences.count - most) more.") }
  }
}
