import CorporatePlan
import Documents

/// A council's performance report for a period, as a neutral document: how every action and indicator of the plan
/// stands, why, and how that adds up (domain, section 8).
///
/// It is a function of the Book and the period alone. Nothing in it comes from a clock, so the same ledger position
/// gives the same bytes on any day.
package struct PerformanceReport: Sendable {
  let book: Book
  let scorecard: Scorecard
  let marks: StatusMarks
  /// The marks of actions, in the same words as those of indicators where the template has words of its own.
  var actionMarks: StatusMarks { .actions(book) }
  let nouns: Nouns
  /// All that the plan holds, or what gives a reason; the counts are the same.
  private(set) var detail: Report.Detail
  let since: SinceLast

  package init(_ book: Book, _ scorecard: Scorecard, _ detail: Report.Detail = .full) {
    self.book = book
    self.scorecard = scorecard
    self.detail = detail
    marks = StatusMarks(book, scorecard)
    nouns = Nouns(book.council)
    since = SinceLast(book, scorecard)
  }

  package init(_ book: Book, _ period: Period, _ detail: Report.Detail = .full) {
    self.init(book, Scorecard(book, period), detail)
  }

  /// The same with more or less of what the plan holds.
  func told(in detail: Report.Detail) -> PerformanceReport {
    var other = self
    other.detail = detail
    return other
  }

  var period: Period { scorecard.period }

  package var title: String { "\(nouns.council): performance report, \(period.name)" }

  package var subject: String { "How \(nouns.plan) went from \(period.span)" }

  var source: ReportSource {
    ReportSource(title: title, subject: subject, edition: edition, sections: sections)
  }

  /// The sections as the program orders them.
  var sections: [ReportSection] {
    [introduction, summary] + changes + scorecard.sections.map(section) + unplaced + targetsChanged + lineage + risks
      + questions + [notRated, keys] + glossary + [method]
  }

  /// The report without a template and without anybody's words.
  package var document: Document {
    let figures = ReportFigures(self)
    return Document(
      title: title, subject: subject, edition: edition,
      blocks: sections.flatMap { section in
        section.blocks { part in
          switch part {
          case .block(let block): [block]
          case .passage(_, let generated): PassageText(generated).blocks(figures)
          }
        }
      })
  }

  /// Which version of the report this is: council, period, ledger position and rules.
  package var edition: String {
    let rules = scorecard.rules.map { "\($0.id) v\($0.revision)" }.joined(separator: "; ")
    return [nouns.council, period.name, "ledger position \(book.contentPosition)", rules].filter { !$0.isEmpty }
      .joined(separator: " · ")
  }
}

/// The council's own words for what the report speaks of.
struct Nouns: Sendable {
  let council: String
  let plan: String
  let action: String
  let indicator = "indicator"

  init(_ profile: CouncilProfile?) {
    council = profile?.name ?? "The council"
    plan = profile?.planTitle ?? "the corporate plan"
    action = profile?.actionWord ?? "Action"
  }
}
