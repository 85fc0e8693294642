/// Something that may keep the council from what it promised, and what is done against it.
package struct Risk: Record {
  package static let kind = "risk"
  package let id: String
  package var title: String
  package var code: String?
  package var text: String?
  /// What could bring it about.
  package var cause: String?
  /// What it would do to the council or the place.
  package var effect: String?
  /// The council's own sort of risk: "Financial".
  package var category: String?
  /// Where it stood before anything was done against it.
  package var inherent: RiskPlace?
  /// Where it is to be brought: the council's appetite for it.
  package var target: RiskPlace?
  /// What is done against it, each in the council's words.
  package var mitigations: [String]
  /// The plan items it threatens.
  package var items: [String]
  /// The paper it was printed in, when it comes from one.
  package var paper: String?
  /// The post that answers for it.
  package var owner: String?
  package var order: Int

  package init(
    id: String, title: String, code: String? = nil, mitigations: [String] = [], items: [String] = [],
    paper: String? = nil, order: Int = 0
  ) {
    self.id = id
    self.title = title
    self.code = code
    self.mitigations = mitigations
    self.items = items
    self.paper = paper
    self.order = order
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    title = try fields.text("title")
    code = fields.optionalText("code")
    text = fields.optionalText("text")
    cause = fields.optionalText("cause")
    effect = fields.optionalText("effect")
    category = fields.optionalText("category")
    inherent = try RiskPlace(fields, "inherent")
    target = try RiskPlace(fields, "target")
    mitigations = fields.texts("mitigations")
    items = fields.texts("items")
    paper = fields.optionalText("paper")
    owner = fields.optionalText("owner")
    order = try fields.integer("order", default: 0)
  }

  package var body: JSON {
    .object([
      "title": .string(title), "code": code.json, "text": text.json, "cause": cause.json,
      "effect": effect.json, "category": category.json,
      "inherent_likelihood": (inherent?.likelihood).map { JSON($0) },
      "inherent_impact": (inherent?.impact).map { JSON($0) },
      "target_likelihood": (target?.likelihood).map { JSON($0) }, "target_impact": (target?.impact).map { JSON($0) },
      "mitigations": mitigations.json,
      "items": items.json, "paper": paper.json, "owner": owner.json, "order": JSON(order),
    ])
  }
}
