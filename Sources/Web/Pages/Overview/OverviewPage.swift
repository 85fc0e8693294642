import CorporatePlan
import Documents
import Reports

/// The public face of the plan: how it stands in one sentence, in five counts and by priority.
struct OverviewPage {
  private let visit: Visit
  private let quarter: Quarter
  private let indicators: Counts
  private let actions: Counts
  private let year: [Quarter?]

  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    guard visit.hasPeriod else { return NothingYetPage.answer(visit, .overview) }
    return .html(OverviewPage(visit, try visit.quarter).html)
  }

  private init(_ visit: Visit, _ quarter: Quarter) {
    self.visit = visit
    self.quarter = quarter
    indicators = quarter.indicators
    actions = quarter.actionCounts
    year = visit.view.year(of: quarter.period)
  }

  private var html: HTML {
    HTML.page(visit, Frame(title: "How the plan is going", place: .overview, quarter: quarter)) { html in
      headline(&html)
      counts(&html)
      priorities(&html)
      html.raw(#"<div class="columns">"#)
      targets(&html)
      report(&html)
      data(&html)
      html.raw("</div>")
    }
  }

  private func headline(_ html: inout HTML) {
    html.element("h1", visit.book.council.map { "\($0.planTitle): how it is going" } ?? "How the plan is going")
    html.element("p", ["class": "lead"], sentence)
    if let purpose = visit.book.council?.purpose { html.element("p", ["class": "purpose"], purpose) }
  }

  /// The sentence counts what the tiles below it show.
  private var sentence: String {
    var parts: [String] = []
    if indicators.rated > 0 {
      parts.append("\(indicators.onTarget) of \(counted(indicators.rated, "rated indicator")) met their target")
    }
    if actions.rated > 0 {
      parts.append(
        "\(actions.onTarget) of \(counted(actions.rated, actionNoun)) \(actions.onTarget == 1 ? "is" : "are") complete or on track"
      )
    }
    guard !parts.isEmpty else { return "Nothing has been rated for \(quarter.period.name) yet." }
    return "In \(quarter.period.name), \(parts.joined(separator: ", and "))."
  }

  private var actionNoun: String { (visit.book.council?.actionWord ?? "Action").lowercased() }

  private func counts(_ html: inout HTML) {
    html.raw(#"<section aria-labelledby="indicator-counts"><h2 id="indicator-counts">Indicators</h2>"#)
    html.figures(indicators, of: "indicators") { mark in
      visit.link("/indicators", quarter).appending(query: "status=\(mark.word.addressed)")
    }
    funnel(quarter.scorecard.indicators, &html)
    html.raw("</section>")
    guard actions.inPlan > 0 else { return }
    html.raw(#"<section aria-labelledby="action-counts"><h2 id="action-counts">"#)
    html.text(plural(visit.book.council?.actionWord ?? "Action"))
    html.raw("</h2>")
    if actions.rated > 0 {
      html.figures(actions, of: "actions") { _ in nil }
    } else {
      html.element("p", "\(actions.inPlan) in the plan; none has a status for this quarter.")
    }
    html.raw("</section>")
  }

  /// How the denominators hang together.
  private func funnel(_ tally: Tally, _ html: inout HTML) {
    html.element(
      "p", ["class": "note"],
      "\(tally.inPlan) in the plan, \(tally.due) due this quarter, \(tally.withData) with data, \(tally.rated) rated."
        + " Shares are of those rated.")
  }

  private func priorities(_ html: inout HTML) {
    html.raw(#"<section aria-labelledby="priorities"><h2 id="priorities">Priorities</h2>"#)
    html.raw(
      """
      <p class="note">The four cells count, for each quarter of the year, how many of the rated indicators were on \
      target.</p><ol class="priorities">
      """)
    for section in quarter.scorecard.sections { priority(section, &html) }
    html.raw("</ol></section>")
  }

  private func priority(_ section: Scorecard.Section, _ html: inout HTML) {
    html.raw(#"<li><div class="what"><h3>"#)
    html.link(section.priority.title, visit.link("/priorities/\(section.priority.id.addressed)", quarter))
    html.raw("</h3>")
    if let text = section.priority.text { html.element("p", text) }
    html.raw(#"</div><div class="how">"#)
    html.counts(of: section.priority.id, in: quarter, year)
    html.raw("</div></li>")
  }

  private func targets(_ html: inout HTML) {
    html.raw("<section><h2>How we set targets</h2><p>")
    html.text(
      "Each indicator is held against the council’s target for the period. A published rule compares the figure with it"
        + " and gives the status; an officer may decide otherwise, and then both are shown with the reason.")
    html.raw(##"</p><p><a href="/how-we-set-targets">How we set targets</a> · "##)
    html.raw(##"<a href="/how-we-rate">How we rate</a></p></section>"##)
  }

  private func report(_ html: inout HTML) {
    html.raw("<section><h2>Latest report</h2>")
    if let seal = visit.view.newestSeal {
      html.raw("<p>")
      html.link("Performance report, \(seal.period.name)", "/reports/\(seal.period.code.addressed)")
      html.raw("</p><p>")
      html.text("Sealed\(visit.book.stamp(of: seal.recordID).map { " on \($0.recordedAt.londonDay.words)" } ?? ""): ")
      html.text("its files stay as they were published.")
      html.raw("</p></section>")
    } else {
      html.raw(#"<p>No report has been sealed yet. <a href="/reports">Drafts</a></p></section>"#)
    }
  }

  private func data(_ html: inout HTML) {
    html.raw(
      """
      <section><h2>Get the data</h2><ul><li><a href="/open/indicators.csv">Indicators (CSV)</a></li>\
      <li><a href="/open/values.csv">All figures (CSV)</a></li><li><a href="/open/actions.csv">Actions (CSV)</a></li>\
      </ul><p><a href="/data">What the columns mean</a></p></section>
      """)
  }
}

extension View {
  var newestSeal: Seal? { book.seals.values.max { ($0.period, $0.position) < ($1.period, $1.position) } }
}

extension String {
  /// An address with one more field in its query.
  func appending(query: String) -> String { self + (utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + query }
}
