/// A file that was imported: what it was called, what its bytes were, and what it was taken for.
package struct SourceFile: Record {
  package static let kind = "source"
  /// `sha256:` and 64 hex digits of its bytes.
  package let id: String
  package var name: String
  package var recognisedAs: String
  /// The code of the period it is for; `nil` for a plan, which is for none.
  package var period: String?
  /// What was not understood or did not agree, each with its place; kept so that it can be looked at later.
  package var diagnostics: [String]
  /// Where in the file each record was found: `item/renew-our-town` at "table 4, row 17". Figures carry their own place.
  package var places: [Place]

  package struct Place: Equatable, Sendable {
    package let record: String
    package let at: String

    package init(_ record: RecordID, at place: String) {
      self.record = record.description
      at = place
    }

    fileprivate init(_ record: String, _ place: String) {
      self.record = record
      at = place
    }
  }

  package init(
    id: String, name: String, recognisedAs: String, period: Period? = nil, diagnostics: [String], places: [Place] = []
  ) {
    self.id = id
    self.name = name
    self.recognisedAs = recognisedAs
    self.period = period?.code
    self.diagnostics = diagnostics
    self.places = places.sorted { ($0.record, $0.at) < ($1.record, $1.at) }
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    name = try fields.text("name")
    recognisedAs = try fields.text("recognised_as")
    period = fields.optionalText("period")
    diagnostics = fields.texts("diagnostics")
    places = []
    if case .members(let members) = fields.json["places"] {
      places = members.compactMap { member in member.value.string.map { Place(member.key, $0) } }
    }
  }

  package var body: JSON {
    .object([
      "name": .string(name), "recognised_as": .string(recognisedAs), "period": period.json,
      "diagnostics": diagnostics.json,
      "places": places.isEmpty ? nil : .sorted(places.map { ($0.record, .string($0.at)) }),
    ])
  }

  /// Where a record was found.
  package func place(of record: RecordID) -> String? { places.first { $0.record == record.description }?.at }
}
