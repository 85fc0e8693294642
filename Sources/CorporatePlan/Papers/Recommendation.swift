/// What a paper asks the meeting to decide, one numbered line.
package struct Recommendation: Record {
  package static let kind = "recommendation"
  package var paper: String
  package var number: Int
  package var text: String

  package var id: String { "\(paper)#\(number)" }

  package init(paper: String, number: Int, text: String) {
    self.paper = paper
    self.number = number
    self.text = text
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    paper = try fields.text("paper")
    number = try fields.integer("number", default: 0)
    text = try fields.text("text")
  }

  package var body: JSON {
    .object(["paper": .string(paper), "number": JSON(number), "text": .string(text)])
  }
}
