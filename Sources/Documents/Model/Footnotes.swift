/// Numbers footnotes as they are met. The same note met twice keeps its number.
package struct Footnotes: Sendable {
  /// The notes, in the order of their numbers.
  private(set) var notes: [[Inline]] = []

  /// No notes yet.
  package init() {}

  /// The number of a note, and whether this is where it is met first.
  mutating func number(of note: [Inline]) -> (number: Int, isNew: Bool) {
    if let index = notes.firstIndex(of: note) { return (index + 1, false) }
    notes.append(note)
    return (notes.count, true)
  }
}
