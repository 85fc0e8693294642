import CorporatePlan
import Documents
import Reports

/// How an annual target becomes the quarters' targets, worked out by the profiles themselves, and what each indicator's
/// target rests on where that is recorded.
struct HowWeSetTargetsPage {
  private let visit: Visit
  private let quarter: Quarter

  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    guard visit.hasPeriod else { return NothingYetPage.answer(visit, .elsewhere) }
    return .html(HowWeSetTargetsPage(visit: visit, quarter: try visit.quarter).html)
  }

  private var html: HTML {
    HTML.page(visit, Frame(title: "How we set targets", quarter: quarter)) { html in
      html.raw(
        """
        <h1>How we set targets</h1><p class="lead">Each indicator is held against a target that the council sets for the \
        period of its figure. A year’s target can be spread over the quarters in one of these ways.</p>
        """)
      html.table(profiles)
      html.raw(
        """
        <p class="note">Quarterly targets are not rounded: half a case is a fair share of one. A second quarter is held \
        against the target of the second quarter, not against the year’s.</p>\
        <h2>What each target rests on</h2><p>The target of the period shown, with how it was set, where the indicator stood \
        at first and what others report, where that is recorded.</p>
        """)
      if let bases { html.table(bases) } else { html.raw("<p>No target is set for this period.</p>") }
      html.raw(
        #"<p><a href="/how-we-rate">How we rate a figure against its target</a></p>"#)
    }
  }

  private static let annual = Quantity(200)

  private var profiles: Table {
    let weights = ["28", "55", "82", "97.5"].compactMap { Quantity($0) }
    let rows: [(String, String, TargetProfile, CorporatePlan.Frame)] = [
      ("Flat", "An even share for each quarter", .flat, .flow),
      ("Flat, year to date", "So many quarters of the year’s target as have passed", .flat, .yearToDate),
      (
        "Weighted, year to date", "28%, 55%, 82% and 97.5% by the end of each quarter, as with council tax",
        .weighted(weights), .yearToDate
      ),
      ("Constant", "The year’s target in each quarter: rates, and numbers at a date", .constant, .flow),
    ]
    let year = FinancialYear(containing: quarter.period.start)
    let made = rows.map { name, meaning, profile, frame in
      Table.Row(
        [.rowHeader(name), .text(meaning)]
          + profile.targets(annual: HowWeSetTargetsPage.annual, year: year, frame: frame).map {
            .text($0.target.text(decimals: $0.target.printedDecimals))
          })
    }
    let byHand = Table.Row([
      .rowHeader("Set by hand"), "Each quarter’s own target, where none of these fits", "–", "–", "–", "–",
    ])
    return Table(
      "A target of 200 for the year, spread over its quarters",
      columns: [.init("Method", width: 2), .init("What it means", width: 4)]
        + (1...4).map { .init("Q\($0)", .right) }, rows: made + [byHand])
  }

  private var bases: Table? {
    let standings = quarter.scorecard.standings.filter { $0.target != nil }
    guard !standings.isEmpty else { return nil }
    // A column in which nothing is recorded of any target says nothing.
    let told: [(column: Table.Column, words: [String?])] = [
      (.init("How it was set", width: 3), standings.map(origin)),
      (.init("Stood at first", width: 2), standings.map { baseline(of: $0.indicator) }),
      (.init("Others report", width: 3), standings.map { others($0.indicator) }),
    ].filter { !$0.words.allSatisfy { $0 == nil } }
    return Table(
      "Targets of \(quarter.period.name) and what they rest on",
      columns: [.init("Indicator", width: 3), .init("Target", .right, width: 2)] + told.map(\.column),
      rows: standings.enumerated().map { row, standing in
        let indicator = standing.indicator
        let named = Table.Cell(
          [.link(indicator.name, url: visit.link("/indicators/\(indicator.id.addressed)", quarter))], isRowHeader: true)
        return Table.Row(
          [named, .text(standing.target.map { indicator.text($0) } ?? "none")]
            + told.map { .text($0.words[row] ?? "not recorded") })
      })
  }

  private func origin(of standing: IndicatorStanding) -> String? {
    guard let period = standing.dataPeriod,
      let target = visit.book.readings[standing.indicator.id]?.target(in: period)
    else { return nil }
    return target.origin?.words ?? (period.grain == .year ? "A target of the year" : nil)
  }

  private func baseline(of indicator: Indicator) -> String? {
    visit.book.baselines.values.first { $0.subject == indicator.recordID }?.words
  }

  private func others(_ indicator: Indicator) -> String? {
    let all = visit.book.comparators.values.filter { $0.indicator == indicator.id }.sorted { $0.id < $1.id }
    return all.isEmpty ? nil : all.map { "\($0.group) \($0.verbatim)" }.joined(separator: "; ")
  }
}
