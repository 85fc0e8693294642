import CorporatePlan

/// One record of a document beside what is on record today.
package struct Change: Equatable, Sendable {
  package enum Kind: String, Sendable, CaseIterable { case new, changed, unchanged }

  package let kind: Kind
  let record: any Record
  private let today: (any Record)?

  /// What would be appended. Written when it is asked for: a preview of ten thousand new figures needs no body of them.
  package var revision: Revision { record.revision }
  package var recordID: RecordID { record.recordID }
  /// Today's body; `nil` for a new record.
  package var before: JSON? { today?.body }

  /// - Parameter countingPlaces: whether another place alone makes another record, as in an export, where a person may
  ///   have edited it.
  init(_ record: any Record, in book: Book, countingPlaces: Bool = false) {
    self.record = record
    // Nothing is on record in an empty ledger.
    today = book.position == 0 ? nil : book.today(of: record)
    kind = today.map { $0.says(as: record, countingPlaces) ? .unchanged : .changed } ?? .new
  }

  package static func == (one: Change, other: Change) -> Bool {
    one.kind == other.kind && one.revision == other.revision && one.before == other.before
  }
}

extension Book {
  /// Today's record with the id of another.
  fileprivate func today(of record: any Record) -> (any Record)? {
    // Figures, of which there are many, are looked up by indicator and period.
    switch record {
    case let actual as Actual: readings[actual.indicator]?.actual(in: actual.period)
    case let target as Target: readings[target.indicator]?.target(in: target.period)
    default: self.record(record.recordID)
    }
  }
}

extension Record {
  /// Whether another record says the same. A figure that only comes from another place than before is the same figure.
  fileprivate func says(as other: any Record, _ countingPlaces: Bool) -> Bool {
    if let other = other as? Self, self == other { return true }
    if let today = self as? Target, let read = other as? Target {
      // A document says what a target is, and not how it was set.
      return !countingPlaces && read.origin == nil && read.verbatim == today.verbatim
    }
    if countingPlaces { return body == other.body }
    return body.withoutPlace == other.body.withoutPlace
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
  /// This Book with so many revisions more, as it would be after recording them, by way of their bodies.
  package func applying(_ revisions: [Revision]) throws(MalformedEntry) -> Book {
    var book = self
    for revision in revisions { try book.apply(book.entry(of: revision)) }
    return book
  }
}
