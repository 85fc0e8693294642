import CorporatePlan
import Documents
import Ledger
import Reports

/// Which rules rate what, from when; another put in force, or a ruling withdrawn, each after a look at the counts.
struct RulesPage {
  private let visit: OfficeVisit
  private var values: [String: [String]]
  private var problems: [EditProblem] = []

  static func answer(_ visit: OfficeVisit) -> Answer {
    let indicator = visit.field("indicator")
    var values = ["for": ["indicators"]]
    if let indicator, visit.book.indicators[indicator] != nil {
      values = ["for": ["indicator"], "indicator": [indicator]]
    }
    if let rule = visit.field("rule"), visit.book.rules[rule] != nil { values["rule"] = [rule] }
    return .html(RulesPage(visit: visit, values: values).form)
  }

  static func send(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    var page = RulesPage(visit: visit, values: sent.texts)
    do {
      switch sent.step {
      case "record": return try await page.record(sent)
      case "back": return .step(page.form)
      default: return .step(try page.preview())
      }
    } catch let refused as EditRefused {
      page.problems = refused.problems
      return .refusing(page.form)
    }
  }

  private func record(_ sent: OfficeForm) async throws -> Answer {
    do {
      let receipt = try await visit.record(
        previewed: sent, withdrawn == nil ? "Rule put in force" : "Ruling withdrawn", FormAnswers(values), decide)
      return .redirect(visit.landing("/edit/rules", receipt.batch))
    } catch let conflict as Conflict {
      let why = conflict.sentence(
        "Somebody changed this ruling or its rule meanwhile. “Is now” is theirs, “would be” is yours: record yours, or go back."
      )
      return .conflict(try preview(again: why))
    }
  }

  /// The ruling that is to be withdrawn; `nil` where a rule is put in force.
  private var withdrawn: String? { values["withdraw"]?.first }

  private var decide: @Sendable (Editing) throws -> [Revision] {
    { [withdrawn, answers = FormAnswers(values)] editing in
      if let withdrawn { return try editing.withdrawRuling(withdrawn) }
      return try editing.putInForce(answers)
    }
  }

  /// - Parameter why: why the preview comes again.
  private func preview(again why: String? = nil) throws -> HTML {
    let revisions = try decide(visit.editing)
    let effect = try visit.editing.effect(of: revisions)
    // The newest period that would be counted otherwise, or the newest there is.
    let period = effect.differences.first?.period ?? visit.book.reportingPeriods.first
    let title = withdrawn == nil ? "Put this rule in force?" : "Withdraw this ruling?"
    let next = try visit.editing.book(with: revisions)
    let tally = try period.map { try visit.editing.effect(of: revisions, in: $0) }
    let ruling = revisions.first { $0.kind == Ruling.kind }?.record ?? ""
    let rule = next.rulings[ruling].flatMap { next.rules[$0.rule] }
    return HTML.page(visit, why == nil ? title : "Error: \(title)", .edit) { html in
      html.comesAgain(why)
      html.element("h1", title)
      comparison(ruling, next, rule, &html)
      if let period, let tally {
        html.element("p", "The counts of \(period.name), before and after. Nothing is recorded yet.")
        let (before, after) = (Marks(visit.book, Scorecard(visit.book, period)), Marks(next, Scorecard(next, period)))
        html.countStrip(CountStrip("As it stands", counts: before.counts(tally.before)))
        html.countStrip(CountStrip("As it would be", counts: after.counts(tally.after)))
      }
      html.raw("<h2>Ratings that would change</h2>")
      html.differences(effect.differences)
      // The ruling names the rule and holds it as it is then, so that the rule is part of what is looked at.
      var steps = PreviewSteps(visit: visit, address: "/edit/rules", texts: values)
      // Who withdraws a ruling wrote nothing.
      if withdrawn != nil { steps.back = "Back to the rules" }
      steps.write(
        withdrawn == nil ? "Put it in force" : "Withdraw it", recording: revisions,
        on: rule.map { [$0.recordID] } ?? [], into: &html)
    }
  }

  /// What rates there now and what would, and what that rule says.
  private func comparison(_ id: String, _ next: Book, _ rule: RuleRecord?, _ html: inout HTML) {
    let (now, new) = (visit.book.rulings[id], next.rulings[id])
    guard let either = new ?? now else { return }
    let dates = [either.from.map { "from \($0.words)" }, either.to.map { "to \($0.words)" }].compactMap { $0 }
    let period = Period.containing(either.from ?? visit.today, .quarter)
    func rating(_ book: Book) -> String? {
      period.flatMap { book.ruling(for: either.subject, in: $0) }.map { name(of: $0, in: book) }
    }
    let before = now.map { name(of: $0, in: visit.book) } ?? rating(visit.book)
    let after = rule.map(name) ?? "withdrawn" + (rating(next).map { ", so that \($0) rates it" } ?? "")
    html.table(
      Table(
        "Nothing is recorded yet",
        columns: [.init("For", width: 3), .init("Is now", width: 4), .init("Would be", width: 4)],
        rows: [
          Table.Row([
            .rowHeader(([words(either.subject)] + dates).joined(separator: ", ")),
            .text(before ?? "nothing"), .text(after),
          ])
        ]))
    guard let rule else { return }
    html.element("h2", "What \(name(of: rule)) says")
    html.bullets(rule.sentences)
  }

  private var form: HTML {
    let fields = self.fields
    let problems = visit.placed(self.problems, among: Set(fields.map(\.name)))
    let title = "Rules for ratings"
    return HTML.page(visit, problems.isEmpty ? title : "Error: \(title)", .edit) { html in
      html.errorSummary(problems)
      html.savedBanner(visit)
      html.element("h1", title)
      inForce(&html)
      html.raw("<section><h2>Put a rule in force</h2>")
      html.form("/edit/rules", visit.session) { html in
        for field in fields { html.field(field, values[field.name] ?? [], problems) }
        html.raw(
          #"<p class="buttons"><button name="step" value="preview">Preview</button> <a href="/edit">Cancel</a></p>"#)
      }
      html.raw("</section>")
      keys(&html)
    }
  }

  private var fields: [EditField] {
    let indicators = visit.book.indicators.values.filter { $0.isInPlan(on: visit.today) }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }.map { ($0.id, $0.name.inLine) }
    return [
      EditField(
        name: "for", label: "For",
        control: .choice([
          ("indicators", "All indicators"), ("indicator", "One indicator"), ("actions", "Actions"),
        ])),
      EditField(
        name: "indicator", label: "Which indicator", hint: "Only where it is for one",
        control: .choice([("", "Choose")] + indicators)),
      EditField(
        name: "rule", label: "Rule", hint: "What each says stands at the end of this page.",
        control: .choice([("", "Choose")] + rules.map { ($0.id, $0.name) })),
      EditField(
        name: "from", label: "First period", hint: "Periods before keep the rule they were rated with.",
        control: .choice([("", "Always")] + visit.periodOptions)),
      EditField(
        name: "to", label: "Last period", hint: "Only where it ends",
        control: .choice([("", "Until another follows")] + visit.periodOptions)),
      .reason(),
    ]
  }

  private func inForce(_ html: inout HTML) {
    let rulings = visit.book.rulings.values.sorted { one, other in
      (one.from?.number ?? .min, one.id) < (other.from?.number ?? .min, other.id)
    }
    if rulings.isEmpty { return html.raw("<p>No rule is in force, so nothing is rated yet.</p>") }
    html.form("/edit/rules", visit.session) { html in
      html.void("input", ["type": "hidden", "name": "step", "value": "preview"])
      html.raw(
        #"<table class="cards"><caption>In force</caption><thead><tr><th scope="col">For</th><th scope="col">Rule</th><th scope="col">From</th><th scope="col">To</th><th scope="col"><span class="hidden">Withdraw</span></th></tr></thead><tbody>"#
      )
      for ruling in rulings {
        html.raw(#"<tr><th scope="row">"#)
        html.text(words(ruling.subject))
        html.raw(#"</th><td data-label="Rule">"#)
        html.text(name(of: ruling, in: visit.book).capitalised)
        html.raw(#"</td><td data-label="From">"#)
        html.text(ruling.from?.words ?? "always")
        html.raw(#"</td><td data-label="To">"#)
        html.text(ruling.to?.words ?? "–")
        html.raw("</td><td>")
        html.element("button", ["class": "second small", "name": "withdraw", "value": ruling.id]) { html in
          html.raw("Withdraw")
          html.element("span", ["class": "hidden"], ": \(words(ruling.subject)), \(name(of: ruling, in: visit.book))")
        }
        html.raw(" ")
        html.link("History", "/history/ruling/\(ruling.id.addressed)")
        html.raw("</td></tr>")
      }
      html.raw("</tbody></table>")
    }
  }

  /// What each rule says, in its own words where it has some.
  private func keys(_ html: inout HTML) {
    html.raw("<section><h2>What the rules say</h2>")
    for rule in rules {
      html.element("details") { html in
        html.element("summary", rule.name)
        html.bullets(rule.sentences)
        if visit.editing.ruleForIndicators(rule.id) != nil {
          html.element("p") { html in
            html.link(
              visit.book.rules[rule.id] == nil ? "Make a rule of our own from “\(rule.id)”" : "Change “\(rule.id)”",
              "/edit/rules/own/\(rule.id.addressed)")
          }
        }
      }
    }
    html.raw("</section>")
  }

  private struct Known {
    let id: String
    let name: String
    let sentences: [String]
  }

  /// The council's own rules first, then those that ship and are not among them.
  private var rules: [Known] {
    let own = visit.book.rules.values.sorted { $0.id < $1.id }
    let shipped = RuleBook.shipped.keys.sorted().filter { visit.book.rules[$0] == nil }
      .compactMap { id in RuleBook.shipped[id].flatMap { try? RuleRecord($0) } }
    return (own + shipped).map { Known(id: $0.id, name: name(of: $0), sentences: $0.sentences) }
  }

  private func name(of id: String) -> String { visit.book.rules[id].map(name) ?? id }

  /// The rule that a ruling put in force, which may have a newer version by now.
  private func name(of ruling: Ruling, in book: Book) -> String {
    let name = book.rules[ruling.rule].map(name) ?? ruling.rule
    return book.ratesByNewestVersion(ruling) ? name : "an earlier version of \(name)"
  }

  private func name(of rule: RuleRecord) -> String {
    let council = rule.forIndicators?.council ?? rule.json["council"]?.string ?? ""
    let what = rule.forActions == nil ? "" : ", for actions"
    return council.isEmpty ? rule.id + what : "\(council) (\(rule.id))\(what)"
  }

  private func words(_ subject: Ruling.Subject) -> String {
    switch subject {
    case .council: "All indicators"
    case .actions: "Actions"
    case .indicator(let id): visit.book.indicators[id]?.name ?? id
    }
  }
}

extension RuleRecord {
  /// The key as the council prints it, and what each status means.
  fileprivate var sentences: [String] {
    if let rule = forActions {
      return rule.states.map { "\($0.status.id.capitalised): \($0.words)" }
    }
    guard let rule = forIndicators else { return [] }
    let key = RuleKey(rule)
    return [rule.printedKey].compactMap { $0 }
      + key.lines.map { "\(rule.word(for: $0.status).capitalised): \($0.meaning)" }
      + key.notes
  }
}
