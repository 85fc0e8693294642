import CorporatePlan
import Documents
import Reports

/// One indicator: how it stands and why, its figures over time, what it means, and who recorded what.
struct IndicatorPage {
  private let visit: Visit
  private let quarter: Quarter
  private let standing: IndicatorStanding
  private let history: FigureHistory

  static func answer(_ visit: Visit) async throws -> Answer {
    let id = try visit.parameter("id")
    guard visit.hasPeriod else { return try await IndicatorWithoutFigures.answer(visit, id) }
    let quarter = try visit.quarter
    guard let standing = quarter.standings[id] else { return try await IndicatorWithoutFigures.answer(visit, id) }
    let history = try await FigureHistory(of: standing.indicator, visit)
    return .html(IndicatorPage(visit: visit, quarter: quarter, standing: standing, history: history).html)
  }

  private var indicator: Indicator { standing.indicator }

  private var html: HTML {
    HTML.page(visit, Frame(title: indicator.name, place: .indicators, quarter: quarter)) { html in
      html.thread(visit, above: indicator.items.first, "Indicator", indicator.name, quarter: quarter)
      html.correctionNote(
        visit.view.corrections(of: quarter.period).filter { $0.difference.subject == indicator.recordID },
        "What is reported here was replaced", quarter.period)
      summary(&html)
      WhyThisRating(visit: visit, quarter: quarter, standing: standing).write(into: &html)
      commentary(&html)
      chart(&html)
      IndicatorFacts(visit.book, indicator).writeComparison(into: &html)
      IndicatorFacts(visit.book, indicator).writeDefinition(into: &html, after: visit.view.newest)
      html.connections(of: indicator.recordID, visit)
      history.write(into: &html)
      asking(&html)
    }
  }

  /// The page is the same for everybody: whoever follows the link signs in first, and only councillors can ask.
  private func asking(_ html: inout HTML) {
    guard visit.site.office != nil else { return }
    let about = "indicator/\(indicator.id)".addressed
    html.element("p", ["class": "note"]) { html in
      html.text("For councillors: ")
      html.link(
        "ask a question about this indicator",
        "/work/questions/new?period=\(quarter.period.code.addressed)&about=\(about)")
    }
  }

  private func summary(_ html: inout HTML) {
    html.raw(#"<div class="standing"><p class="headline">"#)
    html.tag(quarter.marks.mark(standing))
    html.raw(" <span>")
    html.text(standing.headline(quarter.marks))
    html.raw("</span></p>")
    if standing.isInArrears(quarter.period), let period = standing.dataPeriod {
      html.element(
        "p", ["class": "note"],
        "Its data come late: the figure in this report is of \(period.name), \(period.monthsInWords).")
    }
    let year = visit.view.year(of: quarter.period)
    if standing.isReturned, let period = standing.dataPeriod {
      html.raw("<p>")
      html.link("Link to this figure", visit.address(of: indicator, period))
      html.raw("</p>")
    }
    html.raw(#"<div class="facts">"#)
    html.ribbon(
      "Status by quarter", year.map { other in other?.standings[indicator.id].map { other!.marks.mark($0) } },
      current: year.firstIndex { $0 === quarter })
    travel(
      "Since \(standing.dataPeriod?.grain.lastOne ?? "the period before")", standing.short, standing.previous, &html)
    travel("Since a year earlier", standing.long, standing.lastYear, &html)
    html.raw("</div></div>")
  }

  private func travel(_ label: String, _ trend: Trend, _ earlier: Value?, _ html: inout HTML) {
    guard trend != .none, let earlier else { return }
    html.raw(#"<p class="travel">"#)
    html.text(label)
    html.raw(" ")
    html.trend(trend)
    html.raw(#" <span class="note">from "#)
    html.text(indicator.text(earlier))
    html.raw("</span></p>")
  }

  private func commentary(_ html: inout HTML) {
    let subject = indicator.recordID
    let why = visit.book.words(about: subject, in: quarter.period, .variance)
    let doing = visit.book.words(about: subject, in: quarter.period, .action)
    guard !why.isEmpty || !doing.isEmpty else { return }
    html.raw("<section><h2>What the council says</h2>")
    for words in why { html.element("p", words.text) }
    if !doing.isEmpty {
      html.raw("<h3>What is being done</h3>")
      for words in doing { html.element("p", words.text) }
    }
    html.raw("</section>")
  }

  private func chart(_ html: inout HTML) {
    guard let chart = IndicatorChart(visit.book, indicator, until: standing.dataPeriod).chart else { return }
    html.raw("<section><h2>Over time</h2>")
    html.chart(chart)
    html.raw("</section>")
  }
}

extension Unit {
  var words: String {
    switch self {
    case .number: "Number"
    case .percent: "Per cent"
    case .percentagePoints: "Percentage points"
    case .pounds: "Pounds"
    case .clock: "Hours and minutes, or minutes and seconds"
    case .clockSeconds: "Hours, minutes and seconds"
    case .named(let name): name.capitalised
    }
  }
}

extension Period.Grain {
  var noun: String {
    switch self {
    case .month: "month"
    case .quarter: "quarter"
    case .term: "term"
    case .halfYear: "half-year"
    case .year: "year"
    case .twoYears: "two-year period"
    case .wave: "survey"
    }
  }
}
