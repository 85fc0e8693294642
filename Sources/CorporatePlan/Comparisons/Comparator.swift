/// What another body or a group reports for the same measure: "UK average 9".
package struct Comparator: Record {
  package static let kind = "comparator"
  package var indicator: String
  /// The body or group it is of: "UK average", "London".
  package var group: String
  /// As written.
  package var verbatim: String
  /// When that was, as written.
  package var asOf: String?
  package var source: String?

  package var id: String {
    "\(indicator)~\(group.lowercased().replacing(" ", with: "-"))" + (asOf.map { "@\($0)" } ?? "")
  }

  package var value: Value? { try? Value(verbatim) }

  package init(indicator: String, group: String, verbatim: String, asOf: String? = nil, source: String? = nil) {
    self.indicator = indicator
    self.group = group
    self.verbatim = verbatim
    self.asOf = asOf
    self.source = source
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    indicator = try fields.text("indicator")
    group = try fields.text("group")
    verbatim = try fields.text("value")
    asOf = fields.optionalText("as_of")
    source = fields.optionalText("source")
  }

  package var body: JSON {
    .object([
      "indicator": .string(indicator), "group": .string(group), "value": .string(verbatim), "as_of": asOf.json,
      "source": source.json,
    ])
  }
}
