import CorporatePlan
import Documents
import Ledger
import Reports

/// A report as a page: a sealed one drawn from the record as it was sealed, with its seal; otherwise a draft of the
/// period's performance report, drawn from today's figures and without anybody's words, which the seal publishes.
enum ReportPage {
  static func answer(_ visit: Visit) async throws -> Answer {
    let report = try visit.publicReport
    let seals = visit.view.seals(ofReport: report.id)
    if let seal = seals.first {
      let council = visit.site.council
      // Kept with the seal; the ledger is folded again only for a seal that came from elsewhere.
      let kept = council.book.asSealed(seal)
      let then = if let kept { kept } else { try await council.asAt(position: seal.position) }
      let document = then.report(report.id).map { SealedReport.document(then, $0, digest: Digest.text) }
      return .html(sealed(visit, report, seals, document))
    }
    return .html(draft(visit, report.period))
  }

  private static func sealed(_ visit: Visit, _ report: Report, _ seals: [Seal], _ document: Document?) -> HTML {
    let isWithdrawn = !visit.view.periods.contains(report.period)
    let title = report.name(in: visit.book)
    return HTML.page(visit, Frame(title: title, place: .reports)) { html in
      // The report brings its own heading; without it the page needs one.
      if document == nil { html.element("h1", title) }
      SealPanel(visit, seals, isWithdrawn: isWithdrawn).write(into: &html)
      if report.type == .performance { since(visit, report.period, &html) }
      if let document { html.article(document) }
    }
  }

  /// What of it was replaced, and the way to today's figures beside it.
  private static func since(_ visit: Visit, _ period: Period, _ html: inout HTML) {
    html.correctionNote(visit.view.corrections(of: period), "Something in this report was replaced", period)
    guard visit.view.thenAndNow(period) != nil else { return }
    html.element("p") {
      $0.link("As reported and today, side by side", "/reports/\(period.code.addressed)/then-and-now")
    }
  }

  private static func draft(_ visit: Visit, _ period: Period) -> HTML {
    HTML.page(visit, Frame(title: "Performance report, \(period.name)", place: .reports)) { html in
      html.raw(
        """
        <div class="note-block"><p><b>Draft.</b> This report has not been sealed: it is drawn from today’s figures and \
        may change.</p></div>
        """)
      html.article(PerformanceReport(visit.book, visit.view.quarter(period).scorecard).document)
    }
  }
}
