import CorporatePlan

/// What the person who imports says beside the file.
struct ImportOrder: Sendable {
  let fileDigest: String
  let period: Period?
  let council: String?
  /// What to read it as, where the person knows better.
  var kind: String?
  /// Answers to questions by question, of an earlier preview of this file or kept in a recipe.
  var answers: [String: String] = [:]
  /// What columns mean by their heading, where a person has settled it.
  var columns: [String: String] = [:]
  let book: Book
  /// What weighing the document has brought to light.
  var looked: LookedAt?

  /// Nothing said: for weighing what a document is.
  static var looking: ImportOrder { ImportOrder(fileDigest: "", period: nil, council: nil, book: Book()) }

  func answer(_ question: String) -> String? { answers[question] }
}
