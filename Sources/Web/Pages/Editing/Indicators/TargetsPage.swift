import CorporatePlan
import Documents
import Ledger

/// The targets of an indicator for a year: how the year's is spread, what that comes to, and which ratings would change.
struct TargetsPage {
  private let visit: OfficeVisit
  private let indicator: Indicator
  private let year: FinancialYear
  private var values: [String: [String]]
  private var problems: [EditProblem] = []

  private init(_ visit: OfficeVisit, _ code: String?) throws(Refusal) {
    (self.visit, indicator) = (visit, try visit.indicator)
    year = code.flatMap { FinancialYear(code: $0) } ?? FinancialYear(containing: visit.today)
    values = [:]
    let readings = visit.book.readings[indicator.id] ?? Readings()
    values["annual"] = [readings.target(in: year.period)?.verbatim ?? ""]
    for period in visit.book.periods(of: indicator, in: year) {
      values["target:\(period.code)"] = [readings.target(in: period)?.verbatim ?? ""]
    }
  }

  static func answer(_ visit: OfficeVisit) throws -> Answer { .html(try TargetsPage(visit, visit.field("year")).form) }

  static func send(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    var page = try TargetsPage(visit, sent["year"])
    page.values.merge(sent.texts) { $1 }
    do {
      switch sent.step {
      case "record": return try await page.record(sent)
      case "back":
        guard try await page.meet(visit.overtaken(sent)) else { return .step(page.form) }
        page.problems = [
          EditProblem(
            "main",
            "Somebody changed the same targets meanwhile. Yours stand below; the preview shows theirs beside them.")
        ]
        return .conflict(page.form)
      default:
        let both = try await page.meet(visit.overtaken(sent))
        return both ? .conflict(try page.preview(again: Self.overtaken)) : .step(try page.preview())
      }
    } catch let refused as EditRefused {
      page.problems = refused.problems
      return .refusing(page.form)
    }
  }

  private mutating func record(_ sent: OfficeForm) async throws -> Answer {
    let (id, year, answers) = (indicator.id, year, FormAnswers(values))
    do {
      let receipt = try await visit.record(previewed: sent, "Targets for \(year.name)", answers) {
        try $0.setTargets(of: id, for: year, answers).revisions
      }
      return .redirect(visit.landing("/edit#indicator-\(id.addressed)", receipt.batch))
    } catch let conflict as Conflict {
      _ = try await meet(Dictionary(conflict.overtaken.map { ($0.record, $0.shown) }) { first, _ in first })
      // What would be recorded now is shown with what stands there now.
      return .conflict(try preview(again: conflict.sentence(Self.overtaken)))
    }
  }

  private static let overtaken =
    "Somebody changed these targets meanwhile. “Stands now” is theirs, “would be” is yours: record yours, or go back."

  /// What others changed since the form was shown and was left alone in it stands as theirs.
  ///
  /// - Parameter overtaken: the revisions that the form had shown of what is another by now.
  /// - Returns: whether something was changed by both.
  private mutating func meet(_ overtaken: [RecordID: Int]) async throws -> Bool {
    var both = false
    for period in Set(yearAndPeriods) {
      let record = target(period)
      guard let revision = overtaken[record] else { continue }
      let history = try await visit.site.council.history(of: record)
      let before = history.first { $0.revision == revision }?.json?["target"]?.string ?? ""
      let now = visit.book.readings[indicator.id]?.target(in: period)?.verbatim ?? ""
      for field in ["target:\(period.code)"] + (period == year.period ? ["annual"] : []) {
        guard let own = values[field]?.first?.trimmed else { continue }
        if own == before { values[field] = [now] } else if own != now, before != now { both = true }
      }
    }
    return both
  }

  /// Those whose targets the form shows.
  private var yearAndPeriods: [Period] { [year.period] + visit.book.periods(of: indicator, in: year) }

  private func target(_ period: Period) -> RecordID {
    Target(indicator: indicator.id, period: period, verbatim: "").recordID
  }

  private var address: String { "/edit/indicators/\(indicator.id.addressed)/targets" }

  /// - Parameter why: why the preview comes again.
  private func preview(again why: String? = nil) throws -> HTML {
    let plan = try visit.editing.setTargets(of: indicator.id, for: year, FormAnswers(values))
    let title = "Targets of “\(indicator.name)” for \(year.name)"
    return HTML.page(visit, why == nil ? "Preview: \(title)" : "Error: \(title)", .edit) { html in
      html.comesAgain(why)
      html.element("h1", title)
      html.table(
        Table(
          "Nothing is recorded yet", columns: [.init("Period", width: 2), .init("Stands now"), .init("Would be")],
          rows: plan.rows.map { row in
            Table.Row([.rowHeader(row.period.name), .text(row.before ?? "none"), .text(row.after ?? "none")])
          }))
      for note in plan.notes { html.element("p", ["class": "note"], note) }
      html.raw("<h2>Ratings that would change</h2>")
      html.differences(plan.effect.differences)
      if plan.revisions.isEmpty { html.raw("<p>These targets stand already; there is nothing to record.</p>") }
      PreviewSteps(visit: visit, address: address, texts: values).write(
        "Record these targets", recording: plan.revisions, on: yearAndPeriods.map(target), into: &html)
    }
  }

  private var form: HTML {
    let periods = visit.book.periods(of: indicator, in: year)
    let title = "Targets of “\(indicator.name)”"
    var names: Set = ["annual", "profile"]
    for period in periods { names.formUnion(["weight:\(period.code)", "target:\(period.code)"]) }
    let problems = visit.placed(self.problems, among: names)
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .edit) { html in
      html.errorSummary(problems)
      html.element("h1", title)
      html.element(
        "p", ["class": "note"],
        "\(indicator.polarityWords). Unit: \(indicator.unit.text). \(indicator.frequency.frequency).")
      years(&html)
      html.form(address, visit.session) { html in
        html.void("input", ["type": "hidden", "name": "year", "value": year.code])
        html.shown(visit.revisions(of: yearAndPeriods.map(target)))
        html.field(
          EditField(
            name: "annual", label: "Target of the whole year \(year.name)",
            hint: "A figure, or words such as at least 95%",
            control: .short), values["annual"] ?? [], problems)
        html.field(
          EditField(
            name: "profile", label: "How it is spread", hint: "The preview shows what it comes to.",
            control: .choice(TargetSpread.Choice.choices)), values["profile"] ?? [], problems)
        html.fields(
          "Only for weighted: per cent of the year due by the end of each", "weight:", periods, values, problems)
        html.fields("Only for each by hand: what is to be reached", "target:", periods, values, problems)
        html.raw(#"<p class="buttons"><button name="step" value="preview">Preview</button> "#)
        html.link("Cancel", "/edit#indicator-\(indicator.id.addressed)")
        html.raw("</p>")
      }
      histories(yearAndPeriods, &html)
    }
  }

  /// What was recorded of each target that stands.
  private func histories(_ periods: [Period], _ html: inout HTML) {
    let targets = Set(periods).sorted().compactMap { visit.book.readings[indicator.id]?.target(in: $0) }
    guard !targets.isEmpty else { return }
    html.raw(#"<section><h2>History of these targets</h2><ul class="ways">"#)
    for target in targets {
      html.raw("<li>")
      html.link(target.period.name, "/history/target/\(target.id.addressed)")
      html.raw("</li>")
    }
    html.raw("</ul></section>")
  }

  private func years(_ html: inout HTML) {
    html.element("form", ["class": "filter", "method": "get", "action": address]) { html in
      html.raw(#"<div><label for="year">Year</label>"#)
      let first = FinancialYear(containing: visit.today).first
      html.select(
        "year", name: "year", chosen: year.code,
        (min(year.first, first - 3)...max(year.first, first + 4)).map {
          (FinancialYear($0).code, FinancialYear($0).name)
        })
      html.raw(#"</div><div class="buttons"><button class="second">Show</button></div>"#)
    }
  }
}

extension HTML {
  fileprivate mutating func fields(
    _ legend: String, _ prefix: String, _ periods: [Period], _ values: [String: [String]], _ problems: [FormProblem]
  ) {
    element("fieldset") { html in
      html.element("legend", legend)
      html.element("div", ["class": "row"]) { html in
        for period in periods {
          let name = prefix + period.code
          html.field(
            EditField(name: name, label: period.name, control: .short), values[name] ?? [], problems)
        }
      }
    }
  }
}

extension TargetSpread.Choice {
  fileprivate static let choices: [EditField.Option] =
    [("", "Choose")]
    + allCases.map { choice in
      let words =
        switch choice {
        case .flat: "Flat: the same share for each period"
        case .constant: "Constant: the year’s figure in each period"
        case .weighted: "Weighted: by the per cent due by the end of each"
        case .shape: "Last year’s shape"
        case .handSet: "Each by hand"
        }
      return (choice.rawValue, words)
    }
}

extension FinancialYear {
  /// `2025-26`.
  init?(code: String) {
    guard let first = code.split(separator: "-").first.flatMap({ Int($0) }), (1990...2200).contains(first),
      FinancialYear(first).code == code
    else { return nil }
    self.init(first)
  }
}
