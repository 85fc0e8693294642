/// That a figure is right although a warning was given of it, in its officer's words. It speaks of one figure: when that
/// changes, the warning is open again.
package struct Confirmation: Record, Dated {
  package static let kind = "confirmation"
  /// The indicator or action.
  package var subject: RecordID
  package var period: Period
  package var code: ReturnWarning.Code
  /// The figure as typed.
  package var figure: String
  package var words: String

  package var id: String { Confirmation.id(subject, period, code) }

  static func id(_ subject: RecordID, _ period: Period, _ code: ReturnWarning.Code) -> String {
    "\(Slot.id(of: subject, in: period))#\(code.rawValue)"
  }

  package init(
    _ subject: RecordID, in period: Period, _ code: ReturnWarning.Code, figure: String, words: String
  ) {
    self.subject = subject
    self.period = period
    self.code = code
    self.figure = figure
    self.words = words
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    subject = RecordID(try fields.text("of"), try fields.text("subject"))
    period = try fields.period("period")
    code = try fields.choice("code")
    figure = try fields.text("figure")
    words = try fields.text("words")
    if words.trimmed.isEmpty { throw FieldError("words", "is empty: an answer says why the figure is right") }
  }

  package var body: JSON {
    .object([
      "of": .string(subject.kind), "subject": .string(subject.record), "period": .string(period.code),
      "code": .string(code.rawValue), "figure": .string(figure), "words": .string(words),
    ])
  }
}
