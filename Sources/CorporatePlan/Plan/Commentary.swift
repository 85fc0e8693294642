/// Words that belong to a period: an achievement, a key action for the next quarter, or what is said of one indicator or
/// action.
package struct Commentary: Record, Dated {
  package static let kind = "commentary"
  package let id: String
  /// The item or indicator it is about.
  package var subject: RecordID
  package var period: Period
  package var purpose: Purpose
  package var text: String
  package var order: Int

  package enum Purpose: String, Sendable, CaseIterable {
    case achievement
    case nextQuarter = "next quarter"
    /// Why a figure is what it is.
    case variance
    /// What is being done about it.
    case action
    /// The longer note behind the public words: for the council's own people, and never in a report or in open data.
    case note
    /// An acronym or note that the source explains in a footnote.
    case glossary
  }

  package init(id: String, subject: RecordID, period: Period, purpose: Purpose, text: String, order: Int = 0) {
    self.id = id
    self.subject = subject
    self.period = period
    self.purpose = purpose
    self.text = text
    self.order = order
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    subject = RecordID(fields.optionalText("of") ?? PlanItem.kind, try fields.text("subject"))
    period = try fields.period("period")
    purpose = try fields.choice("purpose")
    text = try fields.text("text")
    order = try fields.integer("order", default: 0)
  }

  package var body: JSON {
    .object([
      "of": .string(subject.kind), "subject": .string(subject.record), "period": .string(period.code),
      "purpose": .string(purpose.rawValue), "text": .string(text), "order": JSON(order),
    ])
  }
}
