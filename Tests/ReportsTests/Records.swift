import CorporatePlan

/// A ledger in the making: records one after the other, folded into a Book.
struct Records {
  private(set) var book = Book()

  mutating func add(_ record: some Record) { append(record.revision) }
  /// - Parameter days: how many after the others it was recorded.
  mutating func add(_ record: some Record, by author: String, after days: Int = 0) {
    append(record.revision, by: author, after: days)
  }
  mutating func add(_ revision: Revision) { append(revision) }
  mutating func withdraw(_ record: some Record) { append(record.withdrawal) }

  private mutating func append(_ revision: Revision, by author: String = "p1", after days: Int = 0) {
    let earlier = book.stamp(of: RecordID(revision.kind, revision.record))?.revision ?? 0
    let entry = Entry(
      position: book.position + 1, batch: "b1", recordedAt: Moment(milliseconds: 1_760_000_000_000 + days * 86_400_000),
      author: author, reason: "test", kind: revision.kind, record: revision.record, revision: earlier + 1,
      body: revision.body?.canonical)
    do { try book.apply(entry) } catch { preconditionFailure("\(error)") }
  }
}
