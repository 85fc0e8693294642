/// How far the clearance of a report is, as letters tell it: whoever composes the report works it out.
package struct ClearanceProgress: Equatable, Sendable {
  package let report: String
  /// "Performance report, Q2 2025/26".
  package let title: String
  /// By when it is wanted; `nil` when nobody said.
  package var due: Day?
  /// Which request it is: asking again is another letter.
  package var request: Int
  /// The officers whose turn it is.
  package var asked: [String] = []
  package var voided: [Voided] = []
  package var refused: [Refused] = []
  package var cleared: Cleared?

  /// A clearance of a report that was changed afterwards.
  package struct Voided: Equatable, Sendable {
    package let role: String
    /// Which clearance it was: a later one that becomes void is another letter.
    package let clearance: Int
    /// What changed, a sentence for each section. No figure stands in it: letters leave the council.
    package let sections: [String]

    package init(_ role: String, clearance: Int, sections: [String]) {
      self.role = role
      self.clearance = clearance
      self.sections = sections
    }
  }

  /// That an officer does not clear it. Why stands on the page: letters leave the council.
  package struct Refused: Equatable, Sendable {
    package let role: String
    /// Which decision it was.
    package let clearance: Int

    package init(_ role: String, clearance: Int) { (self.role, self.clearance) = (role, clearance) }
  }

  /// That nobody is waited for any more.
  package struct Cleared: Equatable, Sendable {
    /// The last of the clearances.
    package let last: Int
    /// The officers in their order, with their days.
    package let officers: [String]

    package init(last: Int, officers: [String]) {
      self.last = last
      self.officers = officers
    }
  }

  package init(_ report: String, _ title: String, due: Day? = nil, request: Int) {
    self.report = report
    self.title = title
    self.due = due
    self.request = request
  }
}

/// The letters about one report: to the officers whose turn it is, to those whose clearance an edit voided, and to whoever
/// asked when an officer does not clear it and when all have.
struct ClearanceLetters {
  let book: Book
  let progress: ClearanceProgress
  let today: Day
  let links: LetterLinks

  var all: [Notice] {
    progress.asked.flatMap { role in officers(role).map { asking(role, $0) } }
      + progress.voided.flatMap { voided in
        officers(voided.role, andWhoSigned: true).map { telling(voided, $0) }
      }
      + progress.refused.flatMap { refused in authors.map { telling(refused, $0) } }
      + (progress.cleared.map { cleared in authors.map { telling(cleared, $0) } } ?? [])
  }

  func asking(_ role: String, _ person: String) -> Notice {
    notice(
      .clearance, person, "\(progress.request)/\(role)",
      [.role: role, .due: progress.due?.words ?? "no day was named", .link: links.clearance(progress.report)])
  }

  func telling(_ voided: ClearanceProgress.Voided, _ person: String) -> Notice {
    notice(
      .clearanceVoid, person, "\(voided.clearance)/\(voided.role)",
      [
        .role: voided.role, .rows: voided.sections.map { "• \($0)" }.joined(separator: "\n"),
        .link: links.clearance(progress.report),
      ])
  }

  func telling(_ refused: ClearanceProgress.Refused, _ person: String) -> Notice {
    notice(
      .clearanceRefused, person, "\(refused.clearance)/\(refused.role)",
      [.role: refused.role, .link: links.clearance(progress.report)])
  }

  func telling(_ cleared: ClearanceProgress.Cleared, _ person: String) -> Notice {
    notice(
      .cleared, person, "\(cleared.last)",
      [
        .rows: cleared.officers.map { "• \($0)" }.joined(separator: "\n"), .link: links.seal(progress.report),
      ])
  }

  private func notice(
    _ kind: LetterKind, _ person: String, _ about: String, _ values: [Placeholder: String]
  ) -> Notice {
    let common = book.lettersCommon.merging([.report: progress.title]) { $1 }
    let (subject, text) = book.template(kind).filled(common.merging(values) { $1 })
    return Notice(kind, to: person, about: "\(progress.report)/\(about)", subject: subject, text: text)
  }

  /// Who holds the officer's post, and who cleared the report in it as a deputy.
  private func officers(_ role: String, andWhoSigned: Bool = false) -> [String] {
    guard let post = book.post(named: role) else { return [] }
    let signed = andWhoSigned ? book.stamp(of: RecordID(Clearance.kind, "\(progress.report)#\(role)"))?.author : nil
    let deputy = signed.flatMap { book.clears(role, $0, on: today) == nil ? nil : $0 }
    return Set(book.recipients(of: post.id, on: today) + (deputy.map { [$0] } ?? [])).sorted()
  }

  /// Who asked for the clearance, and who prepared the report.
  private var authors: [String] {
    let records = [RecordID(ClearanceRequest.kind, progress.report), RecordID(Report.kind, progress.report)]
    return Set(records.compactMap { book.stamp(of: $0)?.author }).sorted()
  }
}

extension LetterLinks {
  package func clearance(_ report: String) -> String { "\(base)/work/reports/\(report)/clearance" }
  package func seal(_ report: String) -> String { "\(base)/work/reports/\(report)/seal" }
}
