import CorporatePlan
import Documents
import Reports

/// Every correction of a sealed report: what stood, what stands, when and why.
enum CorrectionsPage {
  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    let corrections = visit.view.corrections
    return .html(
      HTML.page(visit, Frame(title: "Corrections", place: .reports)) { html in
        html.raw(
          """
          <h1>Corrections</h1><p class="lead">A sealed report stays as it was published. Where a figure, a target or a \
          judgement in one was replaced later, it is listed here with what stood before.</p>
          """)
        guard !corrections.isEmpty else {
          html.raw("<p>Nothing has been corrected: every sealed report says what the record says today.</p>")
          return
        }
        html.element("p", counted(corrections.count, "correction") + " so far, the newest first.")
        html.table(table(corrections, visit))
        html.raw(
          """
          <p class="note">A status that changed only because a rule was changed is no correction: the page “as reported \
          and today” of each report lists those, too.</p>
          """)
      })
  }

  private static func table(_ corrections: [Correction], _ visit: Visit) -> Table {
    Table(
      "Corrections of sealed reports",
      columns: [
        .init("Report", width: 2), .init("What", width: 3), .init("What stood", width: 2),
        .init("What stands", width: 2), .init("When", width: 2), .init("Why", width: 3),
      ],
      rows: corrections.map { correction in
        let period = correction.period
        let words = DifferenceWords(difference: correction.difference, marks: visit.view.quarter(period).marks)
        let address = "/reports/\(period.code.addressed)/then-and-now"
        return Table.Row([
          Table.Cell([.link(period.name, url: address)]), words.name, words.before, words.after,
          .text(when(correction)), .text(words.why),
        ])
      })
  }

  private static func when(_ correction: Correction) -> String {
    let day = correction.at.londonDay.words
    return switch correction.stands {
    case .sealed: "\(day), when the report was sealed again"
    case .since: "\(day), after the report was sealed"
    }
  }
}

extension HTML {
  /// That something on this page was corrected, where it was.
  mutating func correctionNote(_ corrections: [Correction], _ what: String, _ period: Period) {
    guard let newest = corrections.max(by: { $0.at < $1.at }) else { return }
    raw(#"<div class="note-block"><p><b>Corrected.</b> "#)
    text("\(what) since it was published; the newest correction is of \(newest.at.londonDay.words). ")
    link("What stood and what stands", "/reports/\(period.code.addressed)/then-and-now")
    raw(" · ")
    link("All corrections", "/reports/corrections")
    raw("</p></div>")
  }
}
