import CorporatePlan
import Documents

extension OfficePage {
  /// Comments that ask for somebody's attention, and questions that their posts are to answer.
  func askedPart(_ html: inout HTML) {
    let book = visit.book
    let threads = book.threads(asking: visit.person.id)
    let questions = book.questions(askedOf: visit.person.id, on: visit.today)
    guard !threads.isEmpty || !questions.isEmpty else { return }
    html.raw(#"<section><h2>You are asked</h2><ul class="records">"#)
    for thread in threads {
      guard let report = book.reports[thread.first.report] else { continue }
      html.raw("<li>")
      html.link(
        "A comment on \(report.name(in: book))", "\(report.address)/comments?on=\(thread.first.key.addressed)#threads")
      html.element("p", ["class": "note"], "From \(names.name(of: thread.first.by)), \(thread.first.day.words)")
      html.raw("</li>")
    }
    for question in questions {
      html.raw("<li>")
      html.link(question.text.inLine, "/work/questions/\(question.id.addressed)")
      html.element("p", ["class": "note"], "A councillor’s question for you to answer, \(question.period.name)")
      html.raw("</li>")
    }
    html.raw("</ul></section>")
  }

  /// The reports that are being prepared.
  func reportsPart(_ html: inout HTML) {
    let reports = visit.book.reports.values.sorted { ($1.period, $0.id) < ($0.period, $1.id) }
    guard !reports.isEmpty else { return }
    html.raw(#"<section><h2>Reports in preparation</h2><ul class="records">"#)
    for report in reports.prefix(6) {
      html.element("li") { $0.link(report.name(in: visit.book), report.address) }
    }
    html.raw(#"</ul><p><a href="/work/reports">All reports</a></p></section>"#)
  }
}
