/// A file that was imported: what it was called, what its bytes were, and what it was taken for.
package struct SourceFile: Record, Dated {
  package static let kind = "source"
  /// `sha256:` and 64 hex digits of its bytes.
  package let id: String
  package var name: String
  package var recognisedAs: String
  package var period: Period
  /// What was not understood or did not agree, each with its place; kept so that it can be looked at later.
  package var diagnostics: [String]

  package init(id: String, name: String, recognisedAs: String, period: Period, diagnostics: [String]) {
    self.id = id
    self.name = name
    self.recognisedAs = recognisedAs
    self.period = period
    self.diagnostics = diagnostics
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    name = try fields.text("name")
    recognisedAs = try fields.text("recognised_as")
    period = try fields.period("period")
    diagnostics = fields.texts("diagnostics")
  }

  package var body: JSON {
    .object([
      "name": .string(name), "recognised_as": .string(recognisedAs), "period": .string(period.code),
      "diagnostics": diagnostics.json,
    ])
  }
}
