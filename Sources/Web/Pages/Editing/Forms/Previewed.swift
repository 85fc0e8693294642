import CorporatePlan
import Documents
import Ledger

/// The steps of a change that is looked at before it is recorded: the form, what it would come to, and the record.
///
/// What was written is sent along from one to the next, and what it came to, so that nothing but what was shown is
/// recorded.
struct PreviewSteps {
  let visit: OfficeVisit
  let address: String
  /// What was written, by field.
  let texts: [String: [String]]
  /// What the button says that leads to the form.
  var back = "Change what I wrote"

  /// Writes what is sent on and the ways to go: record it, or back to the form.
  ///
  /// - Parameters:
  ///   - revisions: what was shown; without any there is nothing to record.
  ///   - grounds: records that are not changed and were shown with it, or are what the form left alone.
  func write(_ button: String, recording revisions: [Revision], on grounds: [RecordID] = [], into html: inout HTML) {
    html.form(address, visit.session) { html in
      html.kept(texts)
      html.shown(visit.revisions(of: revisions.map { RecordID($0.kind, $0.record) } + grounds))
      html.void("input", ["type": "hidden", "name": "previewed", "value": revisions.fingerprint])
      let canRecord = !revisions.isEmpty
      html.element("p", ["class": "buttons"]) { html in
        if canRecord { html.element("button", ["name": "step", "value": "record"], button) }
        html.raw(" ")
        html.element("button", ["class": "second", "name": "step", "value": "back"], back)
      }
    }
  }
}

extension OfficeVisit {
  /// Records what a preview showed, all of it and nothing else. A `Conflict` is thrown where one of those records has been
  /// changed since, and where it would come to something else by now: another item has been put under one that closes.
  func record(
    previewed sent: OfficeForm, _ reason: String, _ answers: FormAnswers,
    _ decide: @escaping @Sendable (Editing) throws -> [Revision]
  ) async throws -> Receipt {
    let previewed = sent["previewed"]
    return try await record(reason, answers, expecting: sent.revisionsShown) { editing in
      let revisions = try decide(editing)
      if let previewed, previewed != revisions.fingerprint { throw Conflict(overtaken: []) }
      return revisions
    }
  }

  /// The newest revisions of records, 0 of those that are not there: what a page shows of them.
  func revisions(of records: [RecordID]) -> [RecordID: Int] {
    let book = book
    return Dictionary(records.map { ($0, book.stamp(of: $0)?.revision ?? 0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What was recorded anew since a form showed it: the revisions that it had shown.
  func overtaken(_ sent: OfficeForm) -> [RecordID: Int] {
    let book = book
    return sent.revisionsShown.filter { (book.stamp(of: $0.key)?.revision ?? 0) != $0.value }
  }
}

extension Conflict {
  /// What is said above a preview that comes again.
  ///
  /// - Parameter words: those for where something that was shown is another by now.
  func sentence(_ words: String) -> String {
    overtaken.isEmpty ? "What this would come to has changed meanwhile: look at it once more." : words
  }
}

extension [Revision] {
  /// Stands for what they record, in a few letters.
  fileprivate var fingerprint: String {
    let all = JSON.array(map { .array([.string($0.kind), .string($0.record), $0.body ?? .null]) })
    return Digest(of: all.canonical.utf8).description
  }
}

extension HTML {
  /// Says why a preview comes again, where it does.
  mutating func comesAgain(_ why: String?) {
    if let why { errorSummary([FormProblem(field: "main", words: why)]) }
  }

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
