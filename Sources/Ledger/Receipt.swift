import CorporatePlan

/// What an append recorded. Whoever holds one may rely on it: it is on the disk.
package struct Receipt: Sendable {
  /// Names what was recorded together, for `Council.undo`; `nil` when nothing was decided and nothing written.
  package let batch: String?
  /// Where the entries stand; empty when nothing was written.
  package let positions: Range<Int>
  /// The Book with these entries folded in, for the page that answers.
  package let book: Book
}
