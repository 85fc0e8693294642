/// Who recorded a revision, when and why.
package struct Stamp: Equatable, Sendable {
  package let position: Int
  package let revision: Int
  package let batch: String
  package let recordedAt: Moment
  package let author: String
  package let reason: String
  /// Whether that revision withdrew the record.
  package let withdrawn: Bool

  package init(_ entry: Entry) {
    position = entry.position
    revision = entry.revision
    batch = entry.batch
    recordedAt = entry.recordedAt
    author = entry.author
    reason = entry.reason
    withdrawn = entry.body == nil
  }
}
