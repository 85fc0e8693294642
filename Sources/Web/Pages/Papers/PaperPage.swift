import CorporatePlan
import Documents
import Ledger
import Reports

/// A paper as it was printed or written here: its form, what it asks for, the courses it weighed, its risks, and who cleared it.
/// Of an exempt one the words are for who reads what is exempt: its report says which parts are.
struct PaperPage {
  private let visit: OfficeVisit
  private let paper: Paper
  private var book: Book { visit.book }

  static func answer(_ visit: OfficeVisit) throws(Refusal) -> Answer {
    guard let paper = visit.book.papers[try visit.parameter("id")] else { throw .notFound("This paper") }
    return .html(PaperPage(visit: visit, paper: paper).html)
  }

  private var html: HTML {
    HTML.page(visit, paper.title, .papers) { html in
      html.element("h1", paper.title)
      html.savedBanner(visit)
      html.summaryList { html in
        html.summaryRow("Committee", paper.committee)
        html.summaryRow("Meeting", paper.meeting?.words)
        for line in paper.form { html.summaryRow(line.name, line.words) }
        html.summaryRow("In the document", book.place(of: paper.recordID))
      }
      actions(&html)
      checks(&html)
      if visit.seesAll(of: paper) {
        recommendations(&html)
        options(&html)
        risks(&html)
      } else {
        withheld(&html)
      }
      clearances(&html)
      if visit.seesAll(of: paper) { html.passages(of: [paper.recordID], book, "What it says") }
    }
  }

  private func withheld(_ html: inout HTML) {
    html.raw("<section><h2>What it says</h2><p>")
    html.text("The paper holds exempt information: its words are for those who write, seal or clear its report.")
    html.raw("</p>")
    for report in reports where visit.hasPage(report) && !paper.checks.keptBack.isEmpty {
      html.element("p") { html in
        html.link(report.name(in: book), report.address)
        html.text(" has what is public of it.")
      }
    }
    html.raw("</section>")
  }

  private var reports: [Report] { book.reports.values.filter { $0.paper == paper.id }.sorted { $0.id < $1.id } }

  private func actions(_ html: inout HTML) {
    html.element("p", ["class": "buttons"]) { html in
      if visit.may(.seal) {
        html.link("Change the paper", "/papers/\(paper.id.addressed)/edit")
        html.link("Mandatory checks", "/papers/\(paper.id.addressed)/checks")
      }
      for report in reports {
        html.link("Clearance of “\(report.name(in: book))”", "\(report.address)/clearance")
      }
    }
  }

  /// What the mandatory checks leave open, and the days before the meeting.
  private func checks(_ html: inout HTML) {
    // A paper that was imported was decided long ago; its form stands above as it was printed.
    guard paper.form.isEmpty || !reports.isEmpty || paper.checks != PaperChecks() else { return }
    html.raw(#"<section id="checks" tabindex="-1"><h2>Before the meeting</h2>"#)
    let problems = paper.problems
    if problems.isEmpty { html.raw("<p>The mandatory checks are complete.</p>") }
    html.bullets(problems.map(\.sentence))
    if let meeting = paper.meeting {
      let standings = reports.map { visit.clearanceStandings(of: $0) }
      let ids = Set(reports.map(\.id))
      let published = book.seals.values.filter { ids.contains($0.reportID) }
        .compactMap { book.stamp(of: $0.recordID)?.recordedAt.londonDay }.min()
      html.deadlines(
        PaperDeadlines(
          paper, book.workingDays(around: meeting), clearanceDue: standings.first?.request?.due,
          cleared: standings.first?.completed, published: published), of: meeting, on: visit.today)
    }
    html.raw("</section>")
  }

  private func recommendations(_ html: inout HTML) {
    let recommendations = book.recommendations.values.filter { $0.paper == paper.id }.sorted { $0.number < $1.number }
    guard !recommendations.isEmpty else { return }
    html.raw("<section><h2>Recommendations</h2><ol>")
    for recommendation in recommendations {
      html.element("li", ["value": String(recommendation.number)], recommendation.text)
    }
    html.raw("</ol></section>")
  }

  private func options(_ html: inout HTML) {
    let options = book.options.values.filter { $0.paper == paper.id }.sorted { $0.number < $1.number }
    guard !options.isEmpty else { return }
    html.raw("<section><h2>Options considered</h2>")
    for option in options {
      html.element("h3", "\(option.number). \(option.title)")
      if let outcome = option.outcome { html.element("p", ["class": "note"], outcome.rawValue.capitalised) }
      if let text = option.text { html.prose(text) }
    }
    html.raw("</section>")
  }

  private func risks(_ html: inout HTML) {
    let risks = book.risks.values.filter { $0.paper == paper.id }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    guard !risks.isEmpty else { return }
    html.raw("<section><h2>Risks</h2>")
    RiskTable(book, risks).write("Risks and what is done against them", into: &html)
    html.raw("</section>")
  }

  private func clearances(_ html: inout HTML) {
    let clearances = book.clearances.values.filter { $0.paper == paper.id }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    guard !clearances.isEmpty else { return }
    html.raw("<section><h2>Clearances</h2>")
    html.table(
      Table(
        "Who cleared it", columns: [.init("Officer", width: 2), .init("Day"), .init("Comments", width: 2)],
        rows: clearances.map { clearance in
          Table.Row([
            .rowHeader(clearance.role + (clearance.onBehalf ? ", on behalf" : "")), .text(day(of: clearance)),
            .text(clearance.comments ?? "–"),
          ])
        }))
    html.raw("</section>")
  }

  private func day(of clearance: Clearance) -> String {
    guard let day = clearance.day else { return "no date" }
    guard let meeting = paper.meeting, day > meeting else { return day.words }
    return "\(day.words), after the meeting"
  }
}
