import CorporatePlan
import Documents
import Ledger
import Reports

/// A report as a page: a sealed one as it was sealed, with its seal; otherwise a draft of the period's performance report,
/// drawn from today's figures and without anybody's words, which are published by the seal.
enum ReportPage {
  static func answer(_ visit: Visit) async throws -> Answer {
    let report = try visit.publicReport
    let seals = visit.view.seals(ofReport: report.id)
    if let seal = seals.first { return .html(sealed(visit, report, seals, try await article(of: seal, visit))) }
    return .html(draft(visit, report.period))
  }

  private static func sealed(_ visit: Visit, _ report: Report, _ seals: [Seal], _ article: String?) -> HTML {
    let isWithdrawn = !visit.view.periods.contains(report.period)
    let title = report.name(in: visit.book)
    return HTML.page(visit, Frame(title: title, place: .reports)) { html in
      // The report brings its own heading; without it the page needs one.
      if article == nil { html.element("h1", title) }
      SealPanel(visit, seals, isWithdrawn: isWithdrawn).write(into: &html)
      if let article { html.raw(article) }
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

  /// The report in the sealed page, as the bytes that were sealed have it.
  private static func article(of seal: Seal, _ visit: Visit) async throws -> String? {
    guard let listed = seal.publicFiles.first(where: { $0.name == ReportFormat.html.fileName }),
      let digest = Digest(listed.digest), let file = try await visit.site.council.file(digest)
    else { return nil }
    let page = String(decoding: file.bytes, as: UTF8.self)
    guard let start = page.firstRange(of: "<article"), let end = page.firstRange(of: "</article>"),
      start.lowerBound < end.upperBound
    else { return nil }
    return String(page[start.lowerBound..<end.upperBound])
  }
}
