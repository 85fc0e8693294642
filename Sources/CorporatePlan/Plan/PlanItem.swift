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
  /// The council's own code for it, when it has one.
  package var code: String?
  package var order: Int
  /// The post that answers for it.
  package var owner: String?
  package var due: Day?
  /// A strapline or description.
  package var text: String?

  package enum Role: String, Sendable, CaseIterable { case vision, priority, outcome, pledge, action, milestone }

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
    order = try fields.integer("order", default: 0)
    owner = fields.optionalText("owner")
    due = try fields.day("due")
    text = fields.optionalText("text")
  }

  package var body: JSON {
    .object([
      "role": .string(role.rawValue), "level": .string(level), "title": .string(title), "parent": parent.json,
      "code": code.json, "order": JSON(order), "owner": owner.json, "due": (due?.description).json, "text": text.json,
    ])
  }
}
