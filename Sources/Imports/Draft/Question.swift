/// Something only the council can tell: what could be meant, and what was answered. Nothing is guessed.
package struct Question: Equatable, Sendable {
  /// Stable for the same file, so that answers can be kept beside it: `bi-annual: table 8, row 7`.
  package let id: String
  package let choices: [Choice]
  /// The choice that was answered, or `open` when it was left open on purpose; `nil` when nobody has answered.
  package let answer: String?
  /// Whether the answer is words of one's own, such as a reason, and no choice.
  package var takesWords = false

  package struct Choice: Equatable, Sendable {
    /// A word for scripts: `twice-a-year`.
    package let id: String
    /// For a person: "Twice a year".
    package let words: String

    package init(_ id: String, _ words: String) {
      self.id = id
      self.words = words
    }
  }

  /// The answer that says: this stays open.
  package static let open = "open"

  /// Whether somebody has to say something before the import is recorded.
  package var isUnanswered: Bool { answer == nil && (takesWords || !choices.isEmpty) }
}
