import CorporatePlan

/// One record of a document beside what is on record today.
package struct Change: Equatable, Sendable {
  package enum Kind: String, Sendable, CaseIterable { case new, changed, unchanged }

  package let revision: Revision
  /// Today's body; `nil` for a new record.
  package let before: JSON?

  /// Whether another place alone makes another record, as in an export, where a person may have edited it.
  private let countsPlaces: Bool

  /// A figure that only comes from another place than before is the same figure.
  package var kind: Kind {
    guard let before, let body = revision.body else { return .new }
    return before == body || !countsPlaces && before.withoutPlace == body.withoutPlace ? .unchanged : .changed
  }

  init(_ record: any Record, in book: Book, countingPlaces: Bool = false) {
    revision = record.revision
    before = book.record(record.recordID)?.body
    countsPlaces = countingPlaces
  }
}

extension JSON {
  /// Without the members that say where a record was found.
  fileprivate var withoutPlace: JSON {
    guard case .members(let members) = self else { return self }
    return .members(members.filter { $0.key != "source" && $0.key != "evidence" })
  }
}

extension Book {
  /// This Book with so many revisions more, as it would be after recording them.
  package func applying(_ revisions: [Revision]) throws(MalformedEntry) -> Book {
    var book = self
    for revision in revisions {
      let id = RecordID(revision.kind, revision.record)
      try book.apply(
        Entry(
          position: book.position + 1, batch: "preview", recordedAt: Moment(milliseconds: 0), author: "import",
          reason: "preview", kind: revision.kind, record: revision.record,
          revision: (book.stamp(of: id)?.revision ?? 0) + 1, body: revision.body?.canonical))
    }
    return book
  }
}
