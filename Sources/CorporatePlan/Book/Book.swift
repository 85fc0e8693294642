import HashTreeCollections

/// A council's ledger folded up to a position: everything it holds as at then, in memory and immutable once shared.
///
/// Rules read it, pages and reports are drawn from it, and an append makes a new one which shares what did not change.
package struct Book: Sendable {
  /// The position of the newest entry folded in; 0 for an empty ledger.
  package private(set) var position = 0
  private var stamps: TreeDictionary<RecordID, Stamp> = [:]

  package init() {}

  /// Folds one more entry in. Entries come in order of position.
  package mutating func apply(_ entry: Entry) throws(MalformedEntry) {
    position = entry.position
    stamps[RecordID(entry.kind, entry.record)] = Stamp(entry)
  }

  /// Who recorded the newest revision of a record, when and why; `nil` when the ledger never held it.
  package func stamp(of record: RecordID) -> Stamp? { stamps[record] }
}

/// An entry in which the Book can't read the record: its place, and what is wrong with it.
package struct MalformedEntry: Error, Equatable, CustomStringConvertible {
  package let position: Int
  package let record: RecordID
  package let message: String
  package var description: String { "entry \(position) (\(record)): \(message)" }
}
