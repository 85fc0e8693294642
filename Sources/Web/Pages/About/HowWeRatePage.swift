import CorporatePlan
import Documents
import Reports

/// The rules in use in words, with worked examples on their boundaries, computed by the rules themselves.
struct HowWeRatePage {
  private let visit: Visit
  private let quarter: Quarter

  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    guard visit.hasPeriod else { return NothingYetPage.answer(visit, .elsewhere) }
    return .html(HowWeRatePage(visit: visit, quarter: try visit.quarter).html)
  }

  private var html: HTML {
    HTML.page(visit, Frame(title: "How we rate", quarter: quarter)) { html in
      html.raw(
        """
        <h1>How we rate</h1><p class="lead">Every status on this site comes from a published rule that compares a figure \
        with its target. The rule is kept with the figures, so a status can always be worked out again.</p>
        """)
      for version in quarter.scorecard.rules { rule(version, &html) }
      actions(&html)
      html.raw(
        """
        <h2>When an officer decides otherwise</h2><p>An officer may give another status than the rule, with a reason. The \
        page of the indicator then shows both, who decided and when. What was decided counts.</p>\
        <h2>What is not rated</h2><p>A figure without a target, a figure that is not due or has not come in, and an \
        indicator that is shown for information have no status. They are counted apart, never as a miss.</p>
        """)
    }
  }

  private func rule(_ version: RuleVersion, _ html: inout HTML) {
    guard let rule = visit.book.rule(version)?.forIndicators else { return }
    let key = RuleKey(rule)
    html.element("h2", ["id": "rule-\(Heading.anchor(version.description))"], "Indicators: rule \(version)")
    html.table(
      Table(
        "What each status means", columns: [.init("Status", width: 2), .init("When", width: 6)],
        rows: key.lines.map { line in
          Table.Row([
            Table.Cell([.status(quarter.marks.mark(line.status))], isRowHeader: true), .text(line.meaning),
          ])
        }))
    html.bullets(key.notes)
    if let printed = rule.printedKey { html.element("p", ["class": "note"], "As the council prints it: “\(printed)”") }
    let examples = BoundaryExample.all(rule, version)
    guard !examples.isEmpty else { return }
    html.raw("<h3>A worked example</h3><p>")
    html.text("The target is at least \(BoundaryExample.target)%, and higher is better.")
    html.raw("</p>")
    html.table(
      Table(
        "What the rule makes of figures near its limits",
        columns: [.init("Figure", .right), .init("Status", width: 2), .init("Why", width: 6)],
        rows: examples.map { example in
          Table.Row([
            .rowHeader(example.figure), .status(quarter.marks.mark(example.rating.outcome)), .text(example.rating.why),
          ])
        }))
  }

  private func actions(_ html: inout HTML) {
    guard quarter.scorecard.actions.inPlan > 0 else { return }
    html.raw("<h2>")
    html.text(plural(visit.book.council?.actionWord ?? "Action"))
    html.raw(
      """
      </h2><p>An officer judges each of them every quarter. One that is finished counts as completed and stays among \
      those rated.</p>
      """)
  }
}

/// A figure on or just beside a limit of a rule, with what the rule makes of it.
struct BoundaryExample {
  let figure: String
  let rating: Rating

  static let target = Quantity(80)

  /// Figures on the target and on each limit, and a tenth to the better side; none for rules that have no limits of their
  /// own.
  static func all(_ rule: RatingRule, _ version: RuleVersion) -> [BoundaryExample] {
    guard rule.basis == .relative || rule.basis == .absolute else { return [] }
    let tenth = Quantity(mantissa: 1, scale: 1)
    var figures = [target + tenth, target]
    for band in rule.bands {
      guard case .of(let limit) = band.limit else { continue }
      let distance =
        rule.basis == .absolute ? limit : Quantity(mantissa: limit.mantissa * target.mantissa, scale: limit.scale + 2)
      figures += [target - distance + tenth, target - distance, target - distance - tenth]
    }
    return figures.map { quantity in
      var given = RatedReturn(
        polarity: .highIsGood,
        actual: .figure(Figure(quantity: quantity, unit: .percent, decimals: 1, verbatim: "\(quantity)%")),
        target: .figure(nil, Figure(quantity: target, unit: .percent, decimals: 0, verbatim: "\(target)%")))
      given.decimals = 1
      return BoundaryExample(figure: "\(quantity.text(decimals: 1))%", rating: rule.rate(given, version: version))
    }
  }
}
