/// Words of a report that a person wrote, in place of the generated ones or where the report leaves room for them.
package struct Passage: Record {
  package static let kind = "passage"
  /// The report's id.
  package var report: String
  /// Which words they stand for: `summary/indicators`.
  package var key: String
  /// Paragraphs with an empty line between them; a line that begins with "- " is a bullet; `[[…]]` names a figure.
  package var text: String
  /// The generated words that they replaced, so that a reader of the draft sees when those have changed since.
  package var replaced: String?

  package var id: String { "\(report)#\(key)" }

  package init(report: String, key: String, text: String, replaced: String? = nil) {
    self.report = report
    self.key = key
    self.text = text
    self.replaced = replaced
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    report = try fields.text("report")
    key = try fields.text("key")
    text = try fields.text("text")
    replaced = fields.optionalText("replaced")
  }

  package var body: JSON {
    .object([
      "report": .string(report), "key": .string(key), "text": .string(text), "replaced": replaced.json,
    ])
  }
}
