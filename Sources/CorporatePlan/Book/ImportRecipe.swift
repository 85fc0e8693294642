/// How this council's files of one kind are to be read: what each column means, as a person settled it once.
package struct ImportRecipe: Record {
  package static let kind = "recipe"
  /// Of the headings the table has, so that the next file with the same ones is known: `scorecard:measure|target|actual`.
  package let id: String
  /// What such files are recognised as.
  package var recognisedAs: String
  /// The meaning of each column by its heading.
  package var columns: [Column]
  /// Answers that hold for every such file, by question.
  package var answers: [Column]

  package struct Column: Equatable, Sendable {
    package let heading: String
    package let meaning: String

    package init(_ heading: String, _ meaning: String) {
      self.heading = heading
      self.meaning = meaning
    }
  }

  package init(id: String, recognisedAs: String, columns: [Column], answers: [Column] = []) {
    self.id = id
    self.recognisedAs = recognisedAs
    self.columns = columns
    self.answers = answers
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    recognisedAs = try fields.text("recognised_as")
    columns = ImportRecipe.columns(fields.json["columns"])
    answers = ImportRecipe.columns(fields.json["answers"])
  }

  package var body: JSON {
    .object([
      "recognised_as": .string(recognisedAs), "columns": ImportRecipe.json(columns),
      "answers": answers.isEmpty ? nil : ImportRecipe.json(answers),
    ])
  }

  private static func columns(_ json: JSON?) -> [Column] {
    guard case .members(let members) = json else { return [] }
    return members.compactMap { member in member.value.string.map { Column(member.key, $0) } }
  }

  private static func json(_ columns: [Column]) -> JSON {
    .sorted(columns.map { ($0.heading, .string($0.meaning)) })
  }
}
