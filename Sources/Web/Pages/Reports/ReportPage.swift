import CorporatePlan
import Documents
import Reports

/// A period's performance report as a page, with its seal when it has one.
struct ReportPage {
  private let visit: Visit
  private let quarter: Quarter
  private let seal: Seal?

  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    let period = try visit.period(try visit.parameter("period"))
    return .html(
      ReportPage(visit: visit, quarter: visit.view.quarter(period), seal: visit.view.seal(of: period)).html)
  }

  private var html: HTML {
    let report = PerformanceReport(visit.book, quarter.scorecard)
    return HTML.page(visit, Frame(title: "Performance report, \(quarter.period.name)", place: .reports)) { html in
      if let seal { sealPanel(seal, &html) } else { draftNote(&html) }
      html.article(report.document)
    }
  }

  private func draftNote(_ html: inout HTML) {
    html.raw(
      """
      <div class="note-block"><p><b>Draft.</b> This report has not been sealed: it is drawn from today’s figures and \
      may change.</p></div>
      """)
  }

  /// What was frozen, so that anyone can check it.
  private func sealPanel(_ seal: Seal, _ html: inout HTML) {
    html.raw(#"<section class="seal" aria-labelledby="seal"><h2 id="seal">Sealed report</h2><p>"#)
    html.text(
      "The report of \(seal.period.name) was sealed\(visit.sealedOn(seal).map { " on \($0)" } ?? "") at ledger position"
        + " \(seal.position). The files below are as they were published and stay so.")
    html.raw("</p><ul class=\"files\">")
    for file in seal.files {
      html.raw("<li>")
      html.link(file.name, "/reports/\(seal.period.code.addressed)/files/\(file.name.addressed)")
      html.raw(#" <code class="digest">"#)
      html.text(file.digest)
      html.raw("</code></li>")
    }
    html.raw("</ul>")
    html.summaryList { html in
      html.summaryRow("Ledger position", String(seal.position))
      html.summaryRow("Ledger hash") { html in
        html.raw(#"<code class="digest">"#)
        html.text(seal.ledgerHash)
        html.raw("</code>")
      }
      html.summaryRow("Rules", seal.rules.map(\.description).joined(separator: "; "))
      html.summaryRow("Warnings when sealed", seal.warnings.isEmpty ? "none" : nil)
    }
    if !seal.warnings.isEmpty {
      html.raw("<details><summary>")
      html.text(counted(seal.warnings.count, "warning"))
      html.raw(" when it was sealed</summary>")
      html.bullets(seal.warnings)
      html.raw("</details>")
    }
    if visit.book.contentPosition != seal.position {
      html.raw(
        """
        <p class="note">Something has been recorded since. The report below is drawn from today’s figures and rules; \
        the sealed files are what was reported.</p>
        """)
    }
    html.raw("</section>")
  }
}
