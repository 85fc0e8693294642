import CorporatePlan

/// Someone else was first: records that were revised after a form had shown them. Nothing was written.
package struct Conflict: Error, Equatable, CustomStringConvertible {
  package let overtaken: [Overtaken]

  /// A record, the revision the form showed, and the newest one.
  package struct Overtaken: Equatable, Sendable {
    package let record: RecordID
    /// The revision number the form was filled in on; 0 when there was no record to show.
    package let shown: Int
    /// The newest revision with its body, author and time; `nil` when the ledger has never held the record.
    package let current: Entry?
  }

  package init(overtaken: [Overtaken]) { self.overtaken = overtaken }

  package var description: String {
    overtaken.map { "\($0.record): revision \($0.shown) was shown, \($0.current?.revision ?? 0) is the newest" }
      .joined(separator: "; ")
  }
}
