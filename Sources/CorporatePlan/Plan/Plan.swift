/// A plan that the council adopted, and the span it is for.
package struct Plan: Record {
  package static let kind = "plan"
  package let id: String
  package var title: String
  package var type: PlanType
  /// The first day of its span.
  package var start: Day?
  /// The first day after it.
  package var end: Day?
  /// The council's words for its levels, from the top: "mission", "sub-priority", "action", "milestone".
  package var levels: [String]
  package var text: String?

  package enum PlanType: String, Sendable, CaseIterable { case corporate, service, delivery, improvement }

  package init(
    id: String, title: String, type: PlanType, start: Day? = nil, end: Day? = nil, levels: [String] = [],
    text: String? = nil
  ) {
    self.id = id
    self.title = title
    self.type = type
    self.start = start
    self.end = end
    self.levels = levels
    self.text = text
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    title = try fields.text("title")
    type = try fields.choice("type", default: .corporate)
    start = try fields.day("start")
    end = try fields.day("end")
    levels = fields.texts("levels")
    text = fields.optionalText("text")
    if let start, let end, end <= start { throw FieldError("end", "is not after its start") }
  }

  package var body: JSON {
    .object([
      "title": .string(title), "type": .string(type.rawValue), "start": (start?.description).json,
      "end": (end?.description).json, "levels": levels.json, "text": text.json,
    ])
  }
}
