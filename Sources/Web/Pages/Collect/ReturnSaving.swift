import CorporatePlan
import Ledger
import Synchronization

/// What became of one return that was sent in.
enum ReturnOutcome: Sendable {
  case unchanged
  case saved
  /// Nothing of it was recorded.
  case refused([EntryProblem])
  /// Somebody else was first, and nothing of it was recorded: these fields hold something else by now.
  case conflict(Stamp)
}

/// Records what was typed into the fields of returns, as one batch. Each return is taken or refused by itself.
struct ReturnSaving: Sendable {
  let period: Period
  let reach: Reach
  /// By prefix of the fields.
  let typed: [String: [String: String]]
  /// The ledger position of what the page showed.
  let shown: Int

  typealias Outcomes = [String: ReturnOutcome]

  /// The most returns that one form may speak of: more than any page shows.
  static let mostReturns = 600

  func record(in council: Council, by author: String, on today: Day, at moment: Moment) async throws -> (Outcomes, Book)
  {
    guard typed.count <= ReturnSaving.mostReturns else {
      throw Refusal.badRequest("The form speaks of more returns than there are. Open the page again.")
    }
    let outcomes = Mutex<Outcomes>([:])
    let receipt = try await council.append(
      reason: "Return for \(period.name)", author: author, at: moment
    ) { book in
      let (revisions, found) = decide(book, by: author, on: today)
      outcomes.withLock { $0 = found }
      return revisions
    }
    return (outcomes.withLock { $0 }, receipt.book)
  }

  /// What is to be recorded on a Book, and what becomes of each return.
  func decide(_ book: Book, by author: String, on today: Day) -> (revisions: [Revision], outcomes: Outcomes) {
    var revisions: [Revision] = []
    var outcomes: Outcomes = [:]
    // Many rows are worked out together, a few by themselves.
    let known =
      typed.count > 8
      ? Dictionary(
        book.returnRows(in: period, on: today).map { ($0.slot.subject, $0) }, uniquingKeysWith: { first, _ in first })
      : nil
    for (prefix, fields) in typed.sorted(by: { $0.key < $1.key }) {
      guard let subject = ReturnSaving.subject(prefix), book.isWithin(reach, subject) else {
        outcomes[prefix] = .refused([EntryProblem(.whole, "This return is not yours to change.")])
        continue
      }
      guard let row = known?[subject] ?? book.returnRow(of: subject, in: period, on: today) else {
        outcomes[prefix] = .refused([EntryProblem(.whole, "Nothing is owed here. Open the page again.")])
        continue
      }
      do throws(EntryRefused) {
        let own = try decide(book, row, ReturnFields(row, typed: fields), on: today)
        if let theirs = overtaken(own, book) {
          outcomes[prefix] = .conflict(theirs)
        } else {
          outcomes[prefix] = own.isEmpty ? .unchanged : .saved
          revisions += own
        }
      } catch {
        outcomes[prefix] = .refused(error.problems)
      }
    }
    return (revisions, outcomes)
  }

  private func decide(
    _ book: Book, _ row: ReturnRow, _ fields: ReturnFields, on today: Day
  ) throws(EntryRefused) -> [Revision] {
    var revisions: [Revision] = []
    if !fields.isUntouched {
      revisions =
        row.slot.subject.kind == Indicator.kind
        ? try book.revisions(for: fields.figureEntry, of: row.slot, on: today)
        : try book.revisions(for: fields.actionEntry, of: row.slot, on: today)
    }
    guard !fields.answers.isEmpty else { return revisions }
    // An answer is to the warning as it stands with what was typed beside it.
    let after: ReturnRow?
    do { after = try book.returnRow(with: revisions, of: row.slot, on: today) } catch {
      throw EntryRefused([EntryProblem(.whole, "\(error)")])
    }
    for answer in fields.answers {
      guard let after, after.warnings.contains(where: { $0.code == answer.code }) else { continue }
      revisions += try book.revisions(answering: answer.code, of: after, words: answer.words, on: today)
    }
    return revisions
  }

  /// Who changed one of the records since the page was drawn; `nil` when nobody did.
  private func overtaken(_ revisions: [Revision], _ book: Book) -> Stamp? {
    revisions.lazy.compactMap { book.stamp(of: RecordID($0.kind, $0.record)) }.first { $0.position > shown }
  }

  /// What a prefix names.
  static func subject(_ prefix: String) -> RecordID? {
    guard prefix.count > 2 else { return nil }
    let record = String(prefix.dropFirst(2))
    if prefix.hasPrefix("i:") { return RecordID(Indicator.kind, record) }
    return prefix.hasPrefix("a:") ? RecordID(PlanItem.kind, record) : nil
  }
}
