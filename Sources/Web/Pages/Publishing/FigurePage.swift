import CorporatePlan
import Documents
import Ledger
import Reports

/// One figure at an address that stays: what it is, how it was rated and why, which sealed report printed it, and what it
/// was before.
struct FigurePage {
  private let visit: Visit
  private let indicator: Indicator
  private let data: Period
  private let value: Value
  private let state: Actual.State
  private let target: TargetExpression?
  /// `nil` for a figure that was made from others.
  private let actual: Actual?
  private let report: (quarter: Quarter, standing: IndicatorStanding)?
  private let published: [PublishedFigure]
  private let editions: [Seal]

  /// The page, and at the same address with `.json` what it says as data.
  static func answer(_ visit: Visit) async throws -> Answer {
    guard let indicator = visit.book.indicators[try visit.parameter("id")] else {
      throw Refusal.notFound("This indicator")
    }
    let code = try visit.parameter("period")
    let isJSON = code.hasSuffix(".json")
    guard let data = visit.book.calendar.period(isJSON ? String(code.dropLast(5)) : code),
      let page = try await FigurePage(visit, indicator, data)
    else { throw Refusal.notFound("This figure") }
    guard isJSON else { return .html(page.html) }
    return Answer(type: "application/json; charset=utf-8", bytes: Array(page.json.canonical.utf8))
  }

  private init?(_ visit: Visit, _ indicator: Indicator, _ data: Period) async throws {
    let readings = visit.book.readings[indicator.id] ?? Readings()
    let report = visit.reporting(indicator, data)
    let ofReport = report.flatMap { $0.standing.dataPeriod?.code == data.code ? $0 : nil }
    let actual = readings.actual(in: data)
    guard let value = actual?.value ?? (ofReport?.standing.isReturned == true ? ofReport?.standing.value : nil) else {
      return nil
    }
    (self.visit, self.indicator, self.data, self.value, self.actual) = (visit, indicator, data, value, actual)
    self.report = ofReport
    state = actual?.state ?? ofReport?.standing.state ?? .final
    target = ofReport.map(\.standing.target) ?? readings.target(in: data)?.expression
    published = if let actual { try await visit.publications(of: actual, indicator) } else { [] }
    editions = report.map { FigurePage.editions(of: value, indicator, data, in: $0.quarter.period, visit) } ?? []
  }

  /// The sealed reports that print this very figure, oldest first.
  private static func editions(
    of value: Value, _ indicator: Indicator, _ data: Period, in reporting: Period, _ visit: Visit
  ) -> [Seal] {
    visit.book.issues(of: reporting).filter(\.isSeal).compactMap { issue in
      guard case .sealed(let id) = issue.cause, let seal = visit.book.seals[id] else { return nil }
      let book = visit.view.published(issue, reporting)
      guard let then = book.indicators[indicator.id] else { return nil }
      let printed = book.readings[indicator.id]?.actual(in: data)?.value ?? book.standing(of: then, in: reporting).value
      return printed == value ? seal : nil
    }
  }

  /// The digest of the record as the ledger writes it; none of a figure that is withheld, which it would give away.
  private var digest: String? {
    guard let actual, value != .missing(.suppressed) else { return nil }
    return Digest(of: Array(actual.body.canonical.utf8)).description
  }

  private var figure: String {
    indicator.text(value) + (state == .final || value.figure == nil ? "" : " (\(state.rawValue))")
  }

  private var html: HTML {
    let title = "\(indicator.name), \(data.name)"
    return HTML.page(visit, Frame(title: title, place: .indicators)) { html in
      html.thread(visit, above: indicator.items.first, "Figure", title, quarter: nil)
      if let report {
        html.correctionNote(
          visit.view.corrections(of: report.quarter.period).filter { $0.difference.subject == indicator.recordID },
          "This figure or its rating was replaced", report.quarter.period)
      }
      html.summaryList { html in
        html.summaryRow("Figure", figure)
        html.summaryRow("Period", "\(data.name), \(data.monthsInWords)")
        html.summaryRow("Target", target.map { indicator.text($0) } ?? "none set for this period")
        status(&html)
        html.summaryRow("Indicator") { $0.link(indicator.name, "/indicators/\(indicator.id.addressed)") }
        html.summaryRow("Who answers for it", indicator.owner)
        html.summaryRow("Made from", actual == nil ? "the figures of its parts" : nil)
      }
      sealed(&html)
      revisions(&html)
      html.raw("<p>")
      html.link("This page as JSON", visit.address(of: indicator, data) + ".json")
      html.raw("</p>")
    }
  }

  private func status(_ html: inout HTML) {
    guard let (quarter, standing) = report else { return }
    html.summaryRow("Status") { html in
      html.tag(quarter.marks.mark(standing))
      html.raw(" ")
      html.text(standing.rating.why)
    }
    if let override = standing.override { html.summaryRow("Decided by an officer", override.reason) }
    html.summaryRow("Rule") { html in
      let rule = standing.rating.rule.description
      html.link(rule, "/how-we-rate#rule-\(Heading.anchor(rule))")
    }
  }

  private func sealed(_ html: inout HTML) {
    html.raw("<h2>Where it was reported</h2>")
    guard !editions.isEmpty else {
      html.element(
        "p",
        report.map { "It stands in the report of \($0.quarter.period.name), which is not sealed with this figure yet." }
          ?? "No report on this site shows it.")
      return digestRow(&html)
    }
    for seal in editions {
      html.raw("<p>")
      html.link("Performance report, \(seal.period.name)", "/reports/\(seal.period.code.addressed)")
      html.text(", sealed\(visit.sealedOn(seal).map { " on \($0)" } ?? "") at ledger position \(seal.position):")
      html.raw(#"</p><ul class="files">"#)
      for file in seal.files {
        html.raw("<li>")
        html.link(file.name, visit.address(of: file, in: seal))
        html.raw(#" <code class="digest">"#)
        html.text(file.digest)
        html.raw("</code></li>")
      }
      html.raw("</ul>")
    }
    digestRow(&html)
  }

  private func digestRow(_ html: inout HTML) {
    guard let digest else { return }
    html.raw(#"<p>The figure’s own record has the digest <code class="digest">"#)
    html.text(digest)
    html.raw("</code>.</p>")
  }

  private func revisions(_ html: inout HTML) {
    guard !published.isEmpty else { return }
    html.raw("<h2>As it was published</h2>")
    html.table(
      Table(
        "Every published revision, oldest first", columns: [.init("From"), .init("Figure", .right), .init("State")],
        rows: published.map {
          Table.Row([.rowHeader($0.day.words), .text(indicator.text($0.value)), .text($0.state.rawValue)])
        }))
  }

  private var json: JSON {
    let rating = report?.standing.rating
    return .object([
      "indicator": .string(indicator.id), "name": .string(indicator.name), "period": .string(data.code),
      "figure": value.figure.map { .string($0.verbatim) }, "figure_text": .string(indicator.text(value)),
      "unit": .string(indicator.unit.text), "state": .string(state.rawValue),
      "missing_because": missing.map { .string($0.rawValue) }, "target": target.map { .string(indicator.text($0)) },
      "status": report.map { .string($0.quarter.marks.mark($0.standing).word) },
      "why": rating.map { .string($0.why) }, "rule": rating.map { .string($0.rule.description) },
      "record_digest": digest.map { .string($0) },
      "reports": .array(
        editions.map { seal in
          .object([
            "period": .string(seal.period.code), "ledger_position": JSON(seal.position),
            "files": .array(
              seal.files.map { file in
                .object([
                  "name": .string(file.name), "digest": .string(file.digest),
                  "url": .string(visit.address(of: file, in: seal)),
                ])
              }),
          ])
        }),
      "published": .array(
        published.map {
          .object([
            "from": .string($0.day.description), "figure": .string(indicator.text($0.value)),
            "state": .string($0.state.rawValue),
          ])
        }),
    ])
  }

  private var missing: MissingReason? {
    if case .missing(let reason) = value { return reason }
    return nil
  }
}

extension Visit {
  /// The permanent address of an indicator's figure of a period.
  func address(of indicator: Indicator, _ data: Period) -> String {
    "/indicators/\(indicator.id.addressed)/figures/\(data.code.addressed)"
  }
}
