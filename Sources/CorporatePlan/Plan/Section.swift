/// A passage of a plan or a paper that promises nothing by itself: a foreword, a vision, values, context, an implication.
package struct Section: Record {
  package static let kind = "section"
  package let id: String
  /// The plan or the paper it belongs to.
  package var subject: RecordID
  package var title: String
  /// Paragraphs, a line feed between them; what was a list item begins with a bullet.
  package var text: String
  package var order: Int

  package init(id: String, of subject: RecordID, title: String, text: String, order: Int) {
    self.id = id
    self.subject = subject
    self.title = title
    self.text = text
    self.order = order
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    subject = RecordID(fields.optionalText("of") ?? Plan.kind, try fields.text("subject"))
    title = try fields.text("title")
    text = try fields.text("text")
    order = try fields.integer("order", default: 0)
  }

  package var body: JSON {
    .object([
      "of": .string(subject.kind), "subject": .string(subject.record), "title": .string(title),
      "text": .string(text), "order": JSON(order),
    ])
  }
}
