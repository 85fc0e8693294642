import CorporatePlan
import Documents
import Ledger

/// All that was recorded of one thing, newest first: who, when, why, what from and to, and the way to undo it.
enum HistoryPage {
  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let record = try visit.recordInHistory()
    let history = visit.readable(try await visit.site.council.history(of: record))
    let entries = DraftsForCouncillors(visit).shown(history)
    guard !entries.isEmpty else { throw Refusal.notFound("This record") }
    let authors = try await Authors(visit)
    let changes = try visit.book.changes(entries)
    let words = ChangeWords(visit, try await visit.peopleNames)
    let titled = entries.last { $0.body != nil } ?? entries[entries.count - 1]
    let title = "History: \(words.title(of: titled))"
    let mayUndo = visit.mayUndo(record.kind)
    return .html(
      HTML.page(visit, title) { html in
        html.savedBanner(visit)
        html.element("h1", title)
        html.raw(#"<ol class="trail">"#)
        for change in changes.reversed() {
          html.element("li", ["id": "change-\(change.position)"]) { html in
            html.change(change, by: authors.words(change.author, on: change.at.londonDay))
            if mayUndo { html.undoing(change, of: record) }
          }
        }
        html.raw("</ol>")
      })
  }
}

extension OfficeVisit {
  /// The record that the address names, where the visitor may read of it.
  func recordInHistory() throws(Refusal) -> RecordID {
    let record = RecordID(try parameter("kind"), try parameter("id"))
    guard mayRead(record, saying: book.record(record)?.body) else { throw .notYours }
    guard reach.scope != .all else { return record }
    // Histories tell what is not public; those who see their own service alone see that of its things.
    try require(book.subject(of: record))
    return record
  }

  /// Whether the visitor may take back changes to such a record here. What belongs to a return, an import or a sealed
  /// report is taken back where it was made.
  func mayUndo(_ kind: String) -> Bool {
    switch kind {
    case PlanItem.kind, Indicator.kind, Target.kind, RuleRecord.kind, Ruling.kind, Risk.kind, RiskScore.kind,
      RiskMatrix.kind, Lineage.kind, Split.kind, Partner.kind, Contribution.kind, CouncilProfile.kind, Plan.kind,
      EnteredPeriod.kind:
      may(.editPlan)
    case Post.kind, Service.kind, Tenure.kind, Holiday.kind: may(.editPlan) && may(.people)
    default: false
    }
  }
}

extension Book {
  /// The indicator or item that a record is about; the record itself where it is about none.
  func subject(of record: RecordID) -> RecordID {
    guard let body = self.record(record)?.body else { return record }
    if let indicator = body["indicator"]?.string { return RecordID(Indicator.kind, indicator) }
    if let item = body["item"]?.string { return RecordID(PlanItem.kind, item) }
    if let subject = body["subject"]?.string { return RecordID(body["of"]?.string ?? PlanItem.kind, subject) }
    return record
  }
}

extension HTML {
  /// One change: when, who, why, and each field from and to.
  mutating func change(_ change: RecordChange, by author: String) {
    element("p") { html in
      html.element("b", "\(change.at.londonDay.words), \(change.at.londonTime)")
      html.text(" \(author): \(change.reason)")
    }
    switch change.sort {
    case .withdrawn: raw("<p>Withdrawn.</p>")
    case .recorded, .changed:
      raw(#"<dl class="trail-fields">"#)
      for member in change.members {
        element("div") { html in
          html.element("dt", member.heading)
          html.element("dd") { html in
            if change.sort == .changed {
              html.element("del", member.from ?? "nothing")
              html.raw(#"<span class="arrow"> to </span>"#)
              html.element("ins", member.to ?? "nothing")
            } else {
              html.text(member.to ?? "nothing")
            }
          }
        }
      }
      raw("</dl>")
    }
  }

  fileprivate mutating func undoing(_ change: RecordChange, of record: RecordID) {
    element("p", ["class": "buttons"]) { html in
      html.element(
        "a", ["href": "/history/\(record.kind.addressed)/\(record.record.addressed)/\(change.position)/undo"]
      ) { html in
        html.raw("Undo this change")
        html.element("span", ["class": "hidden"], " of \(change.at.londonDay.words)")
      }
      html.raw(" ")
      html.link("All that was recorded with it", "/edit/batches/\(change.batch.addressed)/undo")
    }
  }
}
