/// What stands against a change: the field of the form it belongs to, and a sentence that says what to do.
package struct EditProblem: Equatable, Sendable {
  package let field: String
  package let sentence: String

  package init(_ field: String, _ sentence: String) {
    self.field = field
    self.sentence = sentence
  }
}

/// A change that can't be recorded, with everything that stands against it at once.
package struct EditRefused: Error, Equatable {
  package let problems: [EditProblem]

  package init(_ problems: [EditProblem]) { self.problems = problems }

  init(_ field: String, _ sentence: String) { problems = [EditProblem(field, sentence)] }
}
