import CorporatePlan

/// What may be done about clearing a report. Each gives the revisions to record, or is refused with all that stands against
/// it.
package struct Clearing: Sendable {
  private let book: Book
  private let report: Report
  private let content: ClearedContent
  package let standings: ClearanceStandings
  private let today: Day

  package init(_ book: Book, _ report: Report, on today: Day, _ digest: ([UInt8]) -> String) {
    let read = ReportContent(book, report)
    self.book = book
    self.report = report
    self.today = today
    content = read.digests(digest)
    standings = ClearanceStandings(book, report, read, digest)
  }

  /// The digest of the report as it stands: a form carries it, so that nobody clears what they have not seen.
  package var shown: String { content.digest }

  /// Asks the officers whom the template names. Asking again moves the day.
  package func request(due typed: String?, note: String?) throws(EditRefused) -> [Revision] {
    var problems: [EditProblem] = []
    if standings.officers.isEmpty {
      problems.append(
        EditProblem("due", "The template of this kind of report names no clearing officers. Name them in it first."))
    }
    let due = typed.flatMap { Day(typed: $0) }
    if typed != nil, due == nil {
      problems.append(EditProblem("due", "Enter the day by which it is wanted, like 24/10/2025, or leave it empty."))
    } else if let due, due < today {
      problems.append(EditProblem("due", "\(due.words) is over. Enter a day from today on."))
    } else if let due, let meeting = report.paper.flatMap({ book.papers[$0]?.meeting }), meeting < due {
      problems.append(
        EditProblem("due", "\(due.words) is after the meeting of \(meeting.words). Enter a day before it."))
    }
    guard problems.isEmpty else { throw EditRefused(problems) }
    let request = ClearanceRequest(
      report: report.id, asked: standings.request?.asked ?? today, due: due, note: note)
    return (book.reports[report.id] == nil ? [report.revision] : [])
      + (request == standings.request ? [] : [request.revision])
  }

  /// An officer's decision on the report as it was shown.
  ///
  /// - Parameter shown: the digest that the form carried.
  package func decide(
    as role: String, _ decision: Clearance.Decision?, comments: String?, by person: String, shown: String?
  ) throws(EditRefused) -> [Revision] {
    guard let index = standings.officers.firstIndex(where: { $0.officer.role == role }) else {
      throw EditRefused([EditProblem("decision", "The template names no \(role) any more.")])
    }
    guard let standing = book.clears(role, person, on: today) else {
      throw EditRefused([EditProblem("decision", "Only the \(role) or a deputy clears here.")])
    }
    var problems: [EditProblem] = []
    switch standings.officers[index].state {
    case .notAsked: problems.append(EditProblem("decision", "Nobody has asked for clearance yet."))
    case .afterwards(let earlier):
      problems.append(EditProblem("decision", "The \(earlier) clears first. You are told when it is your turn."))
    case .waiting, .cleared, .refused, .void: break
    }
    if decision == nil { problems.append(EditProblem("decision", "Choose whether you clear the report.")) }
    if decision == .refused, comments == nil {
      problems.append(EditProblem("comments", "Write why you do not clear it, so that it can be mended."))
    }
    if decision == .withComments, comments == nil {
      problems.append(EditProblem("comments", "Write your comments, or choose “Cleared”."))
    }
    if shown != content.digest {
      problems.append(
        EditProblem(
          "decision", "The report was changed while you were reading. It stands below as it is now: read it again."))
    }
    guard problems.isEmpty, let decision else { throw EditRefused(problems) }
    let clearance = Clearance(
      report: report.id, role: role, decision, onBehalf: standing == .deputy, on: today, comments: comments,
      order: index + 1, of: content)
    return clearance == book.clearances[clearance.id] ? [] : [clearance.revision]
  }

  /// Takes an officer's own decision back.
  package func withdraw(_ role: String, by person: String) throws(EditRefused) -> [Revision] {
    guard book.clears(role, person, on: today) != nil else {
      throw EditRefused([EditProblem("withdraw", "Only the \(role) or a deputy takes this clearance back.")])
    }
    return book.clearances["\(report.id)#\(role)"].map { [$0.withdrawal] } ?? []
  }
}

extension ReportContent {
  /// The report as it would be published today.
  package init(_ book: Book, _ report: Report) {
    let shown = book.shownIn(report)
    self.init(ComposedReport(shown, report).document, position: shown.contentPosition)
  }
}

extension Book {
  /// What a report is drawn from: what the public may see once it is sealed.
  package func shownIn(_ report: Report) -> Book { published(sealing: report.period) }
}
