import CorporatePlan
import GRDB

/// A change on its way into the ledger: who proposes it, and how to decide it once the Book is the newest.
struct Proposal: Sendable {
  let author: String
  let reason: String
  let at: Moment
  /// The revision numbers a form showed.
  var expecting: [RecordID: Int] = [:]
  var files: [SealedFile] = []
  /// The batch's name; without one it is called after its first position.
  var batch: String?
  let decide: @Sendable (Book, Database) throws -> [Revision]
}

extension Tip {
  /// Decides a proposal on this Book and writes what was decided, or throws and leaves both as they were.
  ///
  /// - Parameter alone: whether nothing else is in the transaction, which is then what is taken back.
  mutating func record(
    _ proposal: Proposal, alone: Bool = false, council: String, into db: Database, at path: String
  ) throws -> Receipt {
    try proposal.check()
    try refuseIfOvertaken(proposal, council: council, db, at: path)
    let revisions = try proposal.decide(book, db)
    // Here, so that it holds for forms, imports, undos and the command line alike.
    if let refusal = book.refusal(toRecord: revisions) { throw Frozen(description: refusal) }
    let first = book.position + 1
    guard !revisions.isEmpty else { return Receipt(batch: nil, positions: first..<first, book: book) }
    let batch = proposal.batch ?? "b\(first)"
    var next = self
    func write() throws {
      for file in proposal.files { try file.insert(council: council, into: db) }
      for revision in revisions {
        let entry = try next.entry(revision, batch, proposal)
        try next.book.apply(entry)
        next.head = EntryHash.of(entry, council: council, after: next.head)
        try EntryRow.insert(entry, next.head, council: council, into: db)
      }
    }
    if alone {
      try write()
    } else {
      try db.inSavepoint {
        try write()
        return .commit
      }
    }
    self = next
    return Receipt(batch: batch, positions: first..<book.position + 1, book: book)
  }

  private func entry(_ revision: Revision, _ batch: String, _ proposal: Proposal) throws -> Entry {
    let body = try revision.checkedBody()
    let before = book.stamp(of: RecordID(revision.kind, revision.record))?.revision ?? 0
    return Entry(
      position: book.position + 1, batch: batch, recordedAt: proposal.at, author: proposal.author,
      reason: proposal.reason, kind: revision.kind, record: revision.record, revision: before + 1, body: body)
  }

  private func refuseIfOvertaken(_ proposal: Proposal, council: String, _ db: Database, at path: String) throws {
    let overtaken = try proposal.expecting
      .filter { record, shown in shown != book.stamp(of: record)?.revision ?? 0 }
      .sorted { ($0.key.kind, $0.key.record) < ($1.key.kind, $1.key.record) }
      .map { record, shown in
        let newest = try History.newest(of: record, council: council, in: db, at: path)
        return Conflict.Overtaken(record: record, shown: shown, current: newest)
      }
    guard overtaken.isEmpty else { throw Conflict(overtaken: overtaken) }
  }
}

extension Tip {
  /// A refusal of the proposal is its outcome; only the database's own trouble is thrown. A proposal that is alone takes its
  /// transaction with it when it is refused.
  mutating func outcome(
    of proposal: Proposal, alone: Bool, council: String, into db: Database, at path: String
  ) throws -> Result<Receipt, any Error> {
    do {
      return .success(try record(proposal, alone: alone, council: council, into: db, at: path))
    } catch let error as DatabaseError {
      // A full disk, among others, may have rolled back what the group had recorded so far.
      guard error.resultCode == .SQLITE_CONSTRAINT, !alone else { throw error }
      return .failure(LedgerError(error, at: path))
    } catch {
      if alone { throw error }
      return .failure(error)
    }
  }
}
