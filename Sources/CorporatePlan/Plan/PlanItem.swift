/// Anything a corporate plan promises: a priority, an outcome, an action, a milestone, at any depth.
///
/// The council's own word for it is data (`level`). An action which was split keeps its one item and has the rated
/// parts as children (model, section 3.6).
package struct PlanItem: Record {
  package static let kind = "item"
  package let id: String
  package var role: Role
  /// The council's word for this level: "Flagship Action", "mission".
  package var level: String
  package var title: String
  package var parent: String?
  /// The council's own code for it in one spelling, when it has one: `KA.01.07`.
  package var code: String?
  /// The code as it was printed, where that differs: `KA 01 07 -`.
  package var printedCode: String?
  package var order: Int
  /// The post that answers for it.
  package var owner: String?
  /// The last day on which it is in time.
  package var due: Day?
  /// The words that say when it is due, where they say more or less than a day: "by X", "late Autumn".
  package var dueWords: String?
  /// A strapline or description.
  package var text: String?
  /// Whether the council goes on with it, does more of it, or does it another way.
  package var mode: Mode?
  /// What it depends on, in the council's words: "subject to installation requirements".
  package var condition: String?
  /// How the plan says it is measured, where that is no indicator: "Planning application submitted by September 2024".
  package var measure: String?
  /// Where it should stand at the end, as written: "Works underway but not complete".
  package var target: String?
  /// The first day on which it belongs to the plan; `nil` for always.
  package var start: Day?
  /// The first day on which it no longer belongs to the plan; `nil` for never.
  package var end: Day?
  /// Whether the public sees it.
  package var publication = Publication.open

  package enum Role: String, Sendable, CaseIterable { case vision, priority, outcome, pledge, action, milestone }

  package enum Mode: String, Sendable, CaseIterable {
    case `continue`
    case more
    case differently
  }

  package init(
    id: String, role: Role, level: String, title: String, parent: String? = nil, code: String? = nil, order: Int,
    owner: String? = nil, due: Day? = nil, text: String? = nil
  ) {
    self.id = id
    self.role = role
    self.level = level
    self.title = title
    self.parent = parent
    self.code = code
    self.order = order
    self.owner = owner
    self.due = due
    self.text = text
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    role = try fields.choice("role")
    level = try fields.text("level")
    title = try fields.text("title")
    parent = fields.optionalText("parent")
    code = fields.optionalText("code")
    printedCode = fields.optionalText("printed_code")
    order = try fields.integer("order", default: 0)
    owner = fields.optionalText("owner")
    due = try fields.day("due")
    dueWords = fields.optionalText("due_words")
    text = fields.optionalText("text")
    mode = try fields.optionalChoice("mode")
    condition = fields.optionalText("condition")
    measure = fields.optionalText("measure")
    target = fields.optionalText("target")
    start = try fields.day("start")
    end = try fields.day("end")
    publication = try fields.choice("publication", default: .open)
    if let start, let end, end < start { throw FieldError("end", "is before its start") }
  }

  package var body: JSON {
    .object([
      "role": .string(role.rawValue), "level": .string(level), "title": .string(title), "parent": parent.json,
      "code": code.json, "printed_code": printedCode.json, "order": JSON(order), "owner": owner.json,
      "due": (due?.description).json, "due_words": dueWords.json, "text": text.json, "mode": (mode?.rawValue).json,
      "condition": condition.json, "measure": measure.json, "target": target.json,
      "start": (start?.description).json, "end": (end?.description).json,
      "publication": publication.json,
    ])
  }

  /// Whether it belongs to the plan at some time in a period.
  package func isInPlan(in period: Period) -> Bool { period.overlaps(from: start, until: end) }
}
