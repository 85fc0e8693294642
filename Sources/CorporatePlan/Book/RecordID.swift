/// Which record an entry revises: its kind and its id within the kind.
package struct RecordID: Hashable, Sendable, CustomStringConvertible {
  package let kind: String
  package let record: String

  package init(_ kind: String, _ record: String) {
    self.kind = kind
    self.record = record
  }

  package var description: String { "\(kind)/\(record)" }
}
