import CorporatePlan
import Synchronization

/// A council's ledger: holds the newest Book, decides, and appends. The only place where state changes.
///
/// Any number of threads read `book` without waiting for writers. Appends that arrive while one transaction is being
/// made durable are committed together in the next, and each is acknowledged only when it is on the disk.
package actor Council {
  /// The council's name in the ledger, such as `harrow`.
  nonisolated package let name: String
  nonisolated let file: LedgerFile
  nonisolated private let tip: Mutex<Tip>
  nonisolated let past = Mutex(PastBooks())
  private var waiting: [(proposal: Proposal, acknowledge: CheckedContinuation<Receipt, any Error>)] = []
  private var isCommitting = false

  /// Opens a council's ledger in a directory and folds it.
  ///
  /// - Parameters:
  ///   - creating: whether a directory without a ledger gets an empty one, or is refused.
  ///   - serving: whether this is the directory's server, of which there is one at a time.
  package static func open(
    directory: String, council name: String, creating: Bool = true, serving: Bool = false
  ) async throws -> Council {
    let file = try LedgerFile(directory: directory, creating: creating, serving: serving)
    let tip = try await file.read { [path = file.path] db in
      var tip = Tip()
      try tip.catchUp(with: db, council: name, at: path)
      return tip
    }
    return Council(name, file, tip)
  }

  /// The councils that have entries in a directory's ledger.
  package static func names(in directory: String) async throws -> [String] {
    try await LedgerFile(directory: directory, creating: false, serving: false).councils()
  }

  private init(_ name: String, _ file: LedgerFile, _ tip: Tip) {
    self.name = name
    self.file = file
    self.tip = Mutex(tip)
  }

  /// The newest Book: everything acknowledged so far.
  nonisolated package var book: Book { tip.withLock { $0.book } }

  /// The hash of the newest entry. A copy kept elsewhere shows when newest entries are taken away (`verify`).
  nonisolated package var head: Digest { tip.withLock { $0.head } }

  /// Position and head together, to be kept elsewhere; `nil` for an empty ledger.
  nonisolated package var witness: Verification.Witness? {
    tip.withLock { tip in
      tip.book.position == 0 ? nil : Verification.Witness(position: tip.book.position, head: tip.head)
    }
  }
}

extension Council {
  /// Appends what `decide` decides on the newest Book, as one batch: all of it or nothing, durable when this returns.
  ///
  /// `decide` is a pure function of the Book. It may run on any thread, and again on a newer Book, so it does nothing but
  /// decide. What it throws is thrown here; when it decides nothing, nothing is written.
  ///
  /// - Parameters:
  ///   - reason: why, in the author's words.
  ///   - author: the id of a person or of a part of the system, never a name.
  ///   - at: the time recorded.
  ///   - expecting: the revision numbers a form showed (0 for no record). When one is no longer the newest, a `Conflict`
  ///     is thrown.
  ///   - files: files to be sealed with the batch.
  @discardableResult
  package func append(
    reason: String, author: String, at: Moment, expecting: [RecordID: Int] = [:], files: [SealedFile] = [],
    decide: @escaping @Sendable (Book) throws -> [Revision]
  ) async throws -> Receipt {
    try await append(
      Proposal(author: author, reason: reason, at: at, expecting: expecting, files: files) { book, _ in
        try decide(book)
      })
  }

  /// Waits for its turn in a group and for the disk. An append that was asked for is not taken back by cancellation.
  func append(_ proposal: Proposal) async throws -> Receipt {
    try await withCheckedThrowingContinuation { acknowledge in
      waiting.append((proposal, acknowledge))
      guard !isCommitting else { return }
      isCommitting = true
      Task { commitWaiting() }
    }
  }

  /// Folds in what another process has appended, and returns the newest Book.
  @discardableResult
  package func catchUp() async throws -> Book {
    let (known, read) = try await file.read { [name, path = file.path, tip = tip.withLock { $0 }] db in
      var newest = tip
      try newest.catchUp(with: db, council: name, at: path)
      return (tip, newest)
    }
    if read.book.position > known.book.position { publish(read) }
    return book
  }

  /// Keeps the Book up with other processes until the task is cancelled: for a server beside which imports run.
  package func follow(every interval: Duration = .seconds(1)) async throws {
    while true {
      try await Task.sleep(for: interval)
      try await catchUp()
    }
  }

  private func commitWaiting() {
    isCommitting = false
    let group = waiting
    waiting = []
    do {
      let outcomes = try commit(group.map(\.proposal))
      for (outcome, member) in zip(outcomes, group) { member.acknowledge.resume(with: outcome) }
    } catch {
      for member in group { member.acknowledge.resume(throwing: error) }
    }
  }

  /// One transaction for all: each decides on the Book the one before it left. One that is refused is refused alone; when
  /// the disk refuses, nothing of the group is recorded.
  private func commit(_ proposals: [Proposal]) throws -> [Result<Receipt, any Error>] {
    let (newest, outcomes) = try file.writeHere { [name, path = file.path, tip = tip.withLock { $0 }] db in
      var newest = tip
      try newest.catchUp(with: db, council: name, at: path)
      let outcomes = try proposals.map { proposal in
        try newest.outcome(of: proposal, alone: proposals.count == 1, council: name, into: db, at: path)
      }
      return (newest, outcomes)
    }
    publish(newest)
    return outcomes
  }

  private func publish(_ newest: Tip) {
    tip.withLock { tip in
      if newest.book.position > tip.book.position { tip = newest }
    }
  }
}
