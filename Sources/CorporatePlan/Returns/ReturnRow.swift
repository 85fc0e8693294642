/// All there is to know of one return on a day: what a row of the grid, of the workbook and of the review queue show.
package struct ReturnRow: Sendable, Identifiable {
  package let slot: Slot
  package let title: String
  package let code: String?
  /// `nil` for an action.
  package let unit: Unit?
  package let definition: String?
  /// The service its owner's post belongs to.
  package let service: String?
  /// How the figure stands: target, value, rating with its why, override, directions.
  package let figure: IndicatorStanding?
  /// How the action stands: update, judgement, hint.
  package let action: ActionStanding?
  /// The newest figure or words of a period before.
  package let last: Series.Point?
  /// The update of an action in a period before.
  package let lastUpdate: ActionUpdate?
  /// Figures up to this one, at most twelve, oldest first.
  package let points: [Series.Point]
  /// The status in the reporting period before in which it had one to have.
  package let statusBefore: EarlierStatus?
  /// Whether its status is the worst of its rule.
  package let isWorst: Bool
  /// The figure as it was typed; empty when nobody returned one.
  package let typed: String
  /// What is said of it, by purpose, several comments joined.
  package let words: [Commentary.Purpose: String]
  /// What must still be said before it can be submitted.
  package let demands: [Demand]
  /// What is odd about it, with the answers given.
  package let warnings: [ReturnWarning]
  /// The revision of each record that an entry may change, 0 for none: what a form hands back, so that nobody overwrites
  /// what they did not see.
  package let expecting: [RecordID: Int]
  /// Who wrote what it consists of, by id.
  package let authors: Set<String>
  package let lastChange: Stamp?
  /// The ledger position of the newest change of it; 0 for none.
  package let seen: Int
  package let review: Review?
  /// Who took the newest step, and when.
  package let reviewed: Stamp?
  package let waiver: Waiver?
  /// Why it may not be changed today.
  package let refusal: String?

  /// The status of a period before.
  package struct EarlierStatus: Equatable, Sendable {
    package let period: Period
    package let status: Status
  }

  package var id: String { slot.id }
  package var state: Slot.State { slot.state }
  package var openWarnings: [ReturnWarning] { warnings.filter { !$0.isAnswered } }

  /// Why the reviewer gave it back, while that stands.
  package var returnedBecause: String? { review?.step == .returned ? review?.reason : nil }

  package var target: TargetExpression? { figure?.target }
  package var status: Status? { figure?.status ?? action?.status }
  package var outcome: Rating.Outcome { figure?.outcome ?? action?.outcome ?? .notRated(.dataOnly) }

  /// The arithmetic or the words behind the status.
  package var why: String? { figure?.rating.why }

  /// The two numbers of a figure typed as a share.
  package var share: (numerator: String, denominator: String)? {
    guard figure?.value.figure?.per != nil, let slash = typed.firstIndex(of: "/") else { return nil }
    return (typed[..<slash].trimmed, typed[typed.index(after: slash)...].trimmed)
  }
}

extension Book {
  /// Every return that a period owes, in the plan's order, each worked out once.
  package func returnRows(in period: Period, on today: Day) -> [ReturnRow] {
    let rows = ReturnRows(self, in: period, on: today)
    return OwedReturns(self, in: period, on: today).all().map(rows.row)
  }

  /// That of one indicator or action; `nil` when it owes nothing.
  package func returnRow(of subject: RecordID, in period: Period, on today: Day) -> ReturnRow? {
    OwedReturns(self, in: period, on: today).one(subject).map(ReturnRows(self, in: period, on: today).row)
  }

  /// The row as it would be once revisions are recorded: status, demands and warnings with the entry in it.
  package func returnRow(
    with revisions: [Revision], of slot: Slot, on today: Day
  ) throws(MalformedEntry) -> ReturnRow? {
    var book = self
    for revision in revisions { try book.apply(book.entry(of: revision)) }
    return book.returnRow(of: slot.subject, in: slot.period, on: today)
  }
}
