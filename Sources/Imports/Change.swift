import CorporatePlan

/// One record of a document beside what is on record today.
package struct Change: Equatable, Sendable {
  package enum Kind: String, Sendable, CaseIterable { case new, changed, unchanged }

  package let revision: Revision
  /// Today's body; `nil` for a new record.
  package let before: JSON?

  /// A figure that only comes from another place than before is the same figure.
  package var kind: Kind {
    guard let before, let body = revision.body else { return .new }
    return before == body || before.withoutPlace == body.withoutPlace ? .unchanged : .changed
  }

  init(_ record: any Record, in book: Book) {
    revision = record.revision
    before = book.body(of: record)
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
  /// Today's body of the record with the same kind and id.
  fileprivate func body(of record: any Record) -> JSON? {
    switch record {
    case let record as PlanItem: items[record.id]?.body
    case let record as Indicator: indicators[record.id]?.body
    case let record as Target: readings[record.indicator]?.target(in: record.period)?.body
    case let record as Actual: readings[record.indicator]?.actual(in: record.period)?.body
    case let record as ActionUpdate: updates[record.id]?.body
    case let record as Commentary: commentary[record.id]?.body
    case let record as Split: splits[record.id]?.body
    case let record as RuleRecord: rules[record.id]?.body
    case let record as Ruling: rulings[record.id]?.body
    case let record as PrintedStatus: printed[record.id]?.body
    case let record as SourceFile: sources[record.id]?.body
    case is CouncilProfile: council?.body
    default: nil
    }
  }

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
