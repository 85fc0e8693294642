import CorporatePlan
import Ledger
import Reports

/// What was recorded of reports and papers is read by fewer than the rest of the ledger: words of an exempt one by who
/// reads what is exempt (Schedule 12A), comments by who may comment. Whose figures and plans are, and which returns are
/// drafts, others ask: `Belongings`, `DraftsForCouncillors`.
extension OfficeVisit {
  /// - Parameter before: the record's body before, which tells what a withdrawal is about.
  func mayRead(_ entry: Entry, before: JSON?) -> Bool { mayRead(entry.recordID, saying: entry.json ?? before) }

  /// - Parameter body: what the record says; looked at only where it matters.
  func mayRead(_ record: RecordID, saying body: @autoclosure () -> JSON?) -> Bool {
    func text(_ member: String) -> String? { body()?[member]?.string }
    /// A passage is called after its report, a recommendation after its paper, also when it is withdrawn.
    var first: String { String(record.record.prefix { $0 != "#" }) }
    switch record.kind {
    case Passage.kind: return readsWords(ofReport: text("report") ?? first)
    case Remark.kind: return readsComments(ofReport: text("report"))
    case Recommendation.kind, PaperOption.kind: return readsWords(ofPaper: text("paper") ?? first)
    case Risk.kind: return readsWords(ofPaper: text("paper"))
    case RiskScore.kind:
      // Of a risk that was taken back nobody can tell any more whether it was exempt.
      guard let risk = text("risk").flatMap({ book.risks[$0] }) else { return readsAllExempt }
      return readsWords(ofPaper: risk.paper)
    case Section.kind where text("of") == Paper.kind: return readsWords(ofPaper: text("subject"))
    default: return true
    }
  }

  /// The history of one record, oldest first, as far as they may read it.
  func readable(_ history: [Entry]) -> [Entry] {
    var before: JSON?
    return history.filter { entry in
      defer { before = entry.json ?? before }
      return mayRead(entry, before: before)
    }
  }

  private func readsWords(ofReport id: String) -> Bool {
    // Of a report that was taken back nobody can tell any more whether it was exempt.
    guard !book.isWithdrawn(id), let report = book.report(id) else { return readsAllExempt }
    return seesAll(of: report)
  }

  private func readsComments(ofReport id: String?) -> Bool {
    may(.prepareReports) || id.flatMap(book.report).map(mayComment) ?? false
  }

  /// Of a paper that was taken back, as of a report.
  func readsWords(ofPaper id: String?) -> Bool {
    guard let id else { return true }
    guard let paper = book.papers[id] else { return readsAllExempt }
    return seesAll(of: paper)
  }
}
