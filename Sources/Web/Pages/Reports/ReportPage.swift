import CorporatePlan
import Documents
import Reports

/// A period's performance report as a page, with its seal when it has one.
struct ReportPage {
  private let visit: Visit
  private let period: Period
  /// `nil` when the figures were withdrawn after the report was sealed.
  private let quarter: Quarter?

  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    let period = try visit.reportPeriod(try visit.parameter("period"))
    let quarter = visit.view.periods.contains(period) ? visit.view.quarter(period) : nil
    return .html(ReportPage(visit: visit, period: period, quarter: quarter).html)
  }

  private var html: HTML {
    let title = "Performance report, \(period.name)"
    return HTML.page(visit, Frame(title: title, place: .reports)) { html in
      // The report brings its own heading; without it the page needs one.
      if quarter == nil { html.element("h1", title) }
      let seals = visit.view.seals(of: period)
      if seals.isEmpty {
        draftNote(&html)
      } else {
        SealPanel(visit, seals, isWithdrawn: quarter == nil).write(into: &html)
        html.correctionNote(visit.view.corrections(of: period), "Something in this report was replaced", period)
        if visit.view.thenAndNow(period) != nil {
          html.raw("<p>")
          html.link("As reported and today, side by side", "/reports/\(period.code.addressed)/then-and-now")
          html.raw("</p>")
        }
      }
      if let quarter { html.article(PerformanceReport(visit.book, quarter.scorecard).document) }
    }
  }

  private func draftNote(_ html: inout HTML) {
    html.raw(
      """
      <div class="note-block"><p><b>Draft.</b> This report has not been sealed: it is drawn from today’s figures and \
      may change.</p></div>
      """)
  }
}
