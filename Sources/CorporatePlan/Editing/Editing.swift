/// The changes a person may ask for on a form: to the plan, its indicators, targets, rules, risks and posts.
///
/// Each gives the revisions to record in one batch, or is refused with all that stands against it. Nothing is recorded
/// here: the ledger decides on its newest Book.
package struct Editing: Sendable {
  let book: Book
  let today: Day

  package init(_ book: Book, today: Day) {
    self.book = book
    self.today = today
  }
}

extension Editing {
  /// The Book as it would stand with revisions: what a preview is drawn from. What can't be read is refused.
  package func book(with revisions: [Revision]) throws(EditRefused) -> Book {
    var next = book
    for revision in revisions {
      do throws(MalformedEntry) { try next.apply(next.entry(of: revision)) } catch {
        throw EditRefused(revision.record, error.message)
      }
    }
    return next
  }

  /// An id that no record of those kinds has, made of a title as imports make it.
  func newID(_ title: String, beside taken: some Sequence<String>) -> String {
    var slugs = Slugs(reserving: taken)
    return slugs.make(title)
  }

  /// The ids that items and indicators share, so that no two addresses look alike.
  var planIDs: [String] { Array(book.items.keys) + Array(book.indicators.keys) }
}
