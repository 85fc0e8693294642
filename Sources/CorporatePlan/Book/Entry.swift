/// One line of a council's ledger: a revision of one record, who recorded it, when, why, and in which batch.
///
/// Entries are only ever appended (design, section 1). Position counts from 1 without gaps; revision counts from 1 for
/// each record.
package struct Entry: Equatable, Sendable {
  package let position: Int
  /// Names what was recorded together and is undone together.
  package let batch: String
  package let recordedAt: Moment
  /// The id of a person or of a part of the system, never a name: names can be erased, the ledger can't.
  package let author: String
  package let reason: String
  /// What kind of record it is, such as `indicator`.
  package let kind: String
  /// The record's id within its kind, such as `complaints-answered`.
  package let record: String
  package let revision: Int
  /// Canonical JSON, or `nil` for a withdrawal.
  package let body: String?

  package init(
    position: Int, batch: String, recordedAt: Moment, author: String, reason: String, kind: String, record: String,
    revision: Int, body: String?
  ) {
    self.position = position
    self.batch = batch
    self.recordedAt = recordedAt
    self.author = author
    self.reason = reason
    self.kind = kind
    self.record = record
    self.revision = revision
    self.body = body
  }

  /// What it recorded; `nil` for a withdrawal. A body that can't be read is found when the ledger is opened.
  package var json: JSON? { body.flatMap { try? JSON(parsing: $0) } }

  /// What the hash of an entry covers besides the hash before it: every column, in one spelling.
  package func hashed(council: String) -> String {
    JSON.array([
      .string(council), JSON(position), .string(batch), .string(recordedAt.description), .string(author),
      .string(reason),
      .string(kind), .string(record), JSON(revision), body.map(JSON.string) ?? .null,
    ]).canonical
  }
}

/// A change that has been decided but not yet recorded: the new body of a record, or its withdrawal.
package struct Revision: Equatable, Sendable {
  package let kind: String
  package let record: String
  /// `nil` withdraws the record.
  package let body: JSON?

  package init(kind: String, record: String, body: JSON?) {
    self.kind = kind
    self.record = record
    self.body = body
  }
}
