/// That an officer cleared a paper: by role and date. Who the person was stays out of the ledger, which can't be erased.
package struct Clearance: Record {
  package static let kind = "clearance"
  package var paper: String
  /// "Chief Financial Officer".
  package var role: String
  /// Whether someone signed on behalf of the officer.
  package var onBehalf: Bool
  package var day: Day?
  package var comments: String?
  package var order: Int

  package var id: String { "\(paper)#\(role)" }

  package init(
    paper: String, role: String, onBehalf: Bool = false, day: Day? = nil, comments: String? = nil, order: Int = 0
  ) {
    self.paper = paper
    self.role = role
    self.onBehalf = onBehalf
    self.day = day
    self.comments = comments
    self.order = order
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    paper = try fields.text("paper")
    role = try fields.text("role")
    onBehalf = fields.flag("on_behalf")
    day = try fields.day("day")
    comments = fields.optionalText("comments")
    order = try fields.integer("order", default: 0)
  }

  package var body: JSON {
    .object([
      "paper": .string(paper), "role": .string(role), "on_behalf": onBehalf.json, "day": (day?.description).json,
      "comments": comments.json, "order": JSON(order),
    ])
  }
}
