import CorporatePlan
import Ledger

/// What a councillor does not see among changes: returns of a quarter that is being collected, until they are approved,
/// and the going to and fro about them. Whoever works on returns or audits sees all.
struct DraftsForCouncillors {
  private let isCouncillor: Bool
  private let drafts: Set<String>
  private let approved: Set<RecordID>
  private let book: Book

  init(_ visit: OfficeVisit) {
    book = visit.book
    isCouncillor = visit.person.roles == [.councillor]
    let sealed = Set(visit.book.seals.values.map(\.period.code))
    let open = isCouncillor ? visit.book.cycles.values.map(\.period).filter { !sealed.contains($0.code) } : []
    drafts = Set(open.map(\.code))
    approved = Set(
      open.flatMap { visit.returns(in: $0).rows }.filter { $0.state == .approved }.flatMap(\.expecting.keys))
  }

  private static let returns: Set = [
    Actual.kind, ActionUpdate.kind, Commentary.kind, StatusOverride.kind, PrintedStatus.kind,
  ]
  private static let talk: Set = [Review.kind, Confirmation.kind, EvidenceFile.kind, LockException.kind]

  /// The change as it is shown; `nil` when it is not. Of what was approved only the newest is, without what it was before.
  func shown(_ change: RecordedChange, _ before: JSON?) -> RecordedChange? {
    guard isCouncillor else { return change }
    let entry = change.entry
    let isTalk = DraftsForCouncillors.talk.contains(entry.kind)
    guard isTalk || DraftsForCouncillors.returns.contains(entry.kind), isDraft(entry, before) else { return change }
    guard !isTalk, approved.contains(entry.recordID), book.stamp(of: entry.recordID)?.position == entry.position else {
      return nil
    }
    return RecordedChange(entry: entry, before: nil)
  }

  /// The history of one record, oldest first, as far as it is shown.
  func shown(_ history: [Entry]) -> [Entry] {
    guard isCouncillor else { return history }
    var before: JSON?
    var shown: [Entry] = []
    for entry in history {
      if self.shown(RecordedChange(entry: entry, before: nil), before) != nil { shown.append(entry) }
      before = entry.json ?? before
    }
    return shown
  }

  /// Whether it is of a quarter that is being collected, or of a period in it or of which its figure is.
  private func isDraft(_ entry: Entry, _ before: JSON?) -> Bool {
    guard !drafts.isEmpty else { return false }
    let code =
      (entry.json ?? before)?["period"]?.string ?? entry.record.split(separator: "@").last.map(String.init) ?? ""
    if drafts.contains(code) { return true }
    guard entry.kind == Actual.kind, let period = book.calendar.period(code) else { return false }
    let open = drafts.compactMap(book.calendar.period)
    guard let indicator = (entry.json ?? before)?["indicator"]?.string.flatMap({ book.indicators[$0] }) else {
      return false
    }
    return open.contains { quarter in
      let data = book.standing(of: indicator, in: quarter).dataPeriod ?? quarter
      return data.start <= period.start && period.end <= data.end
    }
  }
}
