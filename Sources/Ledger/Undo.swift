import CorporatePlan
import GRDB

/// What taking a batch back came to.
package struct Undone: Sendable {
  package let receipt: Receipt
  /// Records that stand again as they stood before the batch.
  package let restored: [RecordID]
  /// Records that others have changed since, left as they are.
  package let left: [ChangedSince]

  /// A record that someone has changed after the batch: who, when and why.
  package struct ChangedSince: Equatable, Sendable {
    package let record: RecordID
    package let by: Stamp
  }
}

/// Why a batch can't be taken back.
package enum UndoRefused: Error, Equatable {
  case unknownBatch(String)
  /// It was taken back before; `by` is the batch that did it.
  case undoneAlready(batch: String, by: String, author: String, at: Moment)
}

extension Council {
  /// Takes a batch back by appending what stood before it: the earlier body of each record, or its withdrawal.
  ///
  /// A record that another batch has changed since is left alone and reported. The undo is a batch like any other and can
  /// be taken back itself. An `EditRefused` is thrown where it would take away a term or wave on which others stand.
  ///
  /// - Parameter check: throws when the batch may not be taken back as things stand; it is asked about its entries on the
  ///   newest Book.
  package func undo(
    batch: String, author: String, reason: String, at: Moment,
    check: @escaping @Sendable (Book, [Entry]) throws -> Void = { _, _ in }
  ) async throws -> Undone {
    let undo = "undo-" + batch
    let receipt = try await append(
      Proposal(author: author, reason: reason, at: at, batch: undo) { [name, path = file.path] book, db in
        let entries = try History.batch(batch, council: name, in: db, at: path)
        guard !entries.isEmpty else { throw UndoRefused.unknownBatch(batch) }
        try check(book, entries)
        if let earlier = try History.batch(undo, council: name, in: db, at: path).first {
          throw UndoRefused.undoneAlready(batch: batch, by: undo, author: earlier.author, at: earlier.recordedAt)
        }
        // What came last goes first: a record may rest on one recorded before it.
        let revisions = try firstOfEachRecord(entries).reversed().compactMap { entry -> Revision? in
          guard book.stamp(of: RecordID(entry.kind, entry.record))?.batch == batch else { return nil }
          return try History.reverting(entry, council: name, in: db, at: path)
        }
        let terms = revisions.filter { $0.kind == EnteredPeriod.kind && $0.body == nil }.map(\.record)
        try book.checkNothingStands(on: terms, but: batch, entries)
        return revisions
      })
    var restored: [RecordID] = []
    var left: [Undone.ChangedSince] = []
    for entry in firstOfEachRecord(try await entries(of: batch)) {
      let record = RecordID(entry.kind, entry.record)
      guard let stamp = receipt.book.stamp(of: record) else { continue }
      if stamp.batch == undo {
        restored.append(record)
      } else {
        left.append(Undone.ChangedSince(record: record, by: stamp))
      }
    }
    return Undone(receipt: receipt, restored: restored, left: left)
  }

  /// Throws the `EditRefused` for which a batch could not be taken back as things stand, so that a page need not ask first.
  package func checkUndoing(_ batch: String) async throws {
    let entries = try await entries(of: batch)
    var terms: [String] = []
    for entry in firstOfEachRecord(entries) where entry.kind == EnteredPeriod.kind {
      let history = try await history(of: entry.recordID)
      if history.last(where: { $0.position < entry.position })?.body == nil { terms.append(entry.record) }
    }
    try book.checkNothingStands(on: terms, but: batch, entries)
  }
}

private func firstOfEachRecord(_ entries: [Entry]) -> [Entry] {
  var seen: Set<RecordID> = []
  return entries.filter { seen.insert(RecordID($0.kind, $0.record)).inserted }
}
