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
  let nouns: Nouns

  package init(_ book: Book, _ scorecard: Scorecard) {
    self.book = book
    self.scorecard = scorecard
    marks = StatusMarks(book, scorecard)
    nouns = Nouns(book.council)
  }

  package init(_ book: Book, _ period: Period) { self.init(book, Scorecard(book, period)) }

  var period: Period { scorecard.period }

  package var title: String { "\(nouns.council): performance report, \(period.name)" }

  package var subject: String { "How \(nouns.plan) went from \(period.span)" }

  /// The sections as the program orders them.
  var sections: [ReportSection] {
    [introduction, summary] + scorecard.sections.map(section) + unplaced + [notRated, keys] + glossary + [method]
  }

  /// The report without a template and without anybody's words.
  package var document: Document {
    Document(
      title: title, subject: subject, edition: edition,
      blocks: sections.flatMap { section in
        (section.heading.map { [.heading($0)] } ?? [])
          + section.parts.flatMap { part in
            switch part {
            case .block(let block): [block]
            case .passage(_, let generated): PassageText.blocks(generated)
            }
          }
      })
  }

  /// Which version of the report this is: council, period, ledger position and rules.
  package var edition: String {
    let rules = scorecard.rules.map { "\($0.id) v\($0.revision)" }.joined(separator: "; ")
    return [nouns.council, period.name, "ledger position \(book.contentPosition)", rules]
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
