/// A course that a paper considered, and what it says of it.
package struct PaperOption: Record {
  package static let kind = "option"
  package var paper: String
  package var number: Int
  package var title: String
  /// `nil` when the paper does not say.
  package var outcome: Outcome?
  /// What the paper says of it.
  package var text: String?

  package enum Outcome: String, Sendable, CaseIterable { case recommended, rejected }

  package var id: String { "\(paper)#\(number)" }

  package init(paper: String, number: Int, title: String, outcome: Outcome? = nil, text: String? = nil) {
    self.paper = paper
    self.number = number
    self.title = title
    self.outcome = outcome
    self.text = text
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    paper = try fields.text("paper")
    number = try fields.integer("number", default: 0)
    title = try fields.text("title")
    outcome = try fields.optionalChoice("outcome")
    text = fields.optionalText("text")
  }

  package var body: JSON {
    .object([
      "paper": .string(paper), "number": JSON(number), "title": .string(title), "outcome": (outcome?.rawValue).json,
      "text": text.json,
    ])
  }
}
