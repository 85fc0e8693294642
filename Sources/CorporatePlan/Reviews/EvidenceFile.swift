/// A file that shows how a return came about. Its bytes are kept beside the ledger, by digest; it is never public.
package struct EvidenceFile: Record, Dated {
  package static let kind = "evidence"
  /// The indicator or action.
  package var subject: RecordID
  package var period: Period
  package var name: String
  package var mediaType: String
  /// `sha256:` and 64 hex digits.
  package var digest: String

  /// The same file is one piece of evidence, however often it is sent.
  package var id: String { "\(Slot.id(of: subject, in: period))#\(digest.suffix(12))" }

  package init(_ subject: RecordID, in period: Period, name: String, mediaType: String, digest: String) {
    self.subject = subject
    self.period = period
    self.name = name
    self.mediaType = mediaType
    self.digest = digest
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    subject = RecordID(try fields.text("of"), try fields.text("subject"))
    period = try fields.period("period")
    name = try fields.text("name")
    mediaType = try fields.text("type")
    digest = try fields.text("digest")
  }

  package var body: JSON {
    .object([
      "of": .string(subject.kind), "subject": .string(subject.record), "period": .string(period.code),
      "name": .string(name), "type": .string(mediaType), "digest": .string(digest),
    ])
  }
}

extension Book {
  /// The evidence given for a return, by name.
  package func evidence(of slot: Slot) -> [EvidenceFile] {
    evidence.values.filter { $0.subject == slot.subject && $0.period.code == slot.period.code }
      .sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }

  /// The quarter whose returns are collected on a day: the newest that has opened and is not frozen; `nil` where none is.
  package func collecting(on today: Day) -> Period? {
    let open = cycles.values.filter { $0.opens <= today && refusal(toChange: $0.period) == nil }
    return (open.max { $0.period < $1.period } ?? cycles.values.max { $0.period < $1.period })?.period
  }

  /// What an officer may judge an action to be in a period.
  package func judgements(in period: Period) -> [Status] { ActionRule.judgements(of: actionRule(in: period)?.rule) }
}
