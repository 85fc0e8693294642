/// A part of a return that a person fills in: what a problem, a demand or a warning is about.
package enum ReturnField: String, Sendable, CaseIterable {
  case value, numerator, denominator, reason, state
  /// Why the figure is what it is; public.
  case commentary
  /// What is being done about it; public.
  case action
  /// The longer note behind it; never public.
  case note
  case stage, percent, forecast, judged, completed
  /// What was done; public.
  case done
  /// What comes next; public.
  case next
  /// That an action stands as it stood before.
  case nothing
  /// The last day of an exception.
  case until
  /// The return as a whole.
  case whole = "return"
}

/// What is wrong with one field of an entry, and what to type instead.
package struct EntryProblem: Hashable, Sendable {
  package let field: ReturnField
  package let sentence: String

  package init(_ field: ReturnField, _ sentence: String) {
    self.field = field
    self.sentence = sentence
  }
}

/// All that is wrong with an entry, at once. Nothing of it was recorded.
package struct EntryRefused: Error, Equatable {
  package let problems: [EntryProblem]

  package init(_ problems: [EntryProblem]) { self.problems = problems }
}
