/// That something was published, and the whole Book as it stood then.
///
/// The Book in it holds drafts and what is the council's own business too: what anyone may see of it is `published`.
package final class Issue: Sendable {
  package let cause: Cause
  package let book: Book
  /// The position of the entry that published it.
  package let position: Int
  package let at: Moment

  package enum Cause: Equatable, Sendable {
    /// The report of the period was sealed, by the seal of that id.
    case sealed(String)
    /// What was changed of one indicator or action after the report was sealed was approved.
    case approved(RecordID)
  }

  init(_ cause: Cause, of book: Book, _ entry: Entry) {
    self.cause = cause
    self.book = book
    position = entry.position
    at = entry.recordedAt
  }

  package var isSeal: Bool {
    if case .sealed = cause { return true }
    return false
  }
}
