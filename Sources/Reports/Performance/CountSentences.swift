import CorporatePlan
import Documents

/// The counts of a tally in sentences, each number with its denominator: in plan, due, with data, rated
/// (domain, section 2.9). Written so that every number stands right before what it counts; `Reconciliation` reads them
/// back.
struct CountSentences {
  let tally: Tally
  let noun: String
  let marks: StatusMarks
  /// Whether returns fall due at different times, as those of indicators do.
  let hasDueDates: Bool
  /// Where they stand: "in the plan", "under this priority".
  let scope: String
  /// What the words call it whose counts these are, `plan` or a priority's id: each number is then a reference that
  /// follows the record. `nil` writes the numbers themselves.
  var of: String?

  /// A number, as what names it.
  private func number(_ what: String, _ count: Int) -> String { text(what, String(count)) }

  private func text(_ what: String, _ text: String) -> String {
    of.map { "[[\($0): \((hasDueDates ? "indicators" : "actions") + (what.isEmpty ? "" : " \(what)"))]]" } ?? text
  }

  var text: String { [funnel, statuses, withoutStatus].compactMap { $0 }.joined(separator: " ") }

  /// "64 indicators are in the plan: 60 were due, 58 have data, 56 are rated."
  private var funnel: String {
    let (due, withData, rated) = (tally.due, tally.withData, tally.rated)
    let data =
      hasDueDates
      ? "\(number("with data", withData)) \(withData == 1 ? "has" : "have") data"
      : "\(number("reported", withData)) \(withData == 1 ? "was" : "were") reported"
    let steps = (hasDueDates ? ["\(number("due", due)) \(due == 1 ? "was" : "were") due"] : []) + [data]
    return
      "\(number("", tally.inPlan)) \(tally.inPlan == 1 ? noun : plural(noun)) \(tally.inPlan == 1 ? "is" : "are") "
      + "\(scope): \(steps.joined(separator: ", ")) and \(number("rated", rated)) \(rated == 1 ? "is" : "are") rated."
  }

  /// "The ratings are 40 Green (71%), 7 Amber (13%) and 9 Red (16%)."
  private var statuses: String? {
    guard tally.rated > 0 else { return nil }
    let parts = tally.byStatus.map { status, count in
      "\(number(status.id, count)) \(marks.mark(status).word) "
        + "(\(text("\(status.id) share", Tally.percentText(count, of: tally.rated))))"
    }
    return "The ratings are \(listed(parts))."
  }

  private var withoutStatus: String? {
    let reasons = tally.notRated.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    let count = reasons.reduce(0) { $0 + $1.value }
    var sentences: [String] = []
    if count > 0 {
      let parts = reasons.map { "\(number("not rated because \($0.key)", $0.value)) \($0.key)" }
      sentences.append("\(number("not rated", count)) \(count == 1 ? "is" : "are") not rated: \(listed(parts)).")
    }
    if tally.undetermined > 0 {
      sentences.append("\(number("undetermined", tally.undetermined)) can't be rated yet.")
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// "Since the quarter before, 20 got better, 5 stayed the same and 10 got worse; 29 can't be compared."
  ///
  /// - Parameter suffix: what tells these directions from others of the same tally: " on last year".
  func direction(_ trends: [Trend: Int], since earlier: String, _ suffix: String = "") -> String? {
    func count(_ trend: Trend) -> Int { trends[trend, default: 0] }
    func number(_ trend: Trend) -> String { self.number("\(trend.words)\(suffix)", count(trend)) }
    guard count(.better) + count(.same) + count(.worse) > 0 else { return nil }
    let rest = count(.none) > 0 ? "; \(number(.none)) can't be compared" : ""
    return
      "Since \(earlier), \(number(.better)) got better, \(number(.same)) stayed the same and \(number(.worse)) got worse"
      + "\(rest)."
  }
}

extension PerformanceReport {
  /// The counts of indicators, and how many got better or worse, in a paragraph each.
  func indicatorSentences(_ tally: Tally, _ scope: String, _ section: String) -> [ReportPart] {
    let counts = CountSentences(
      tally: tally, noun: nouns.indicator, marks: marks, hasDueDates: true, scope: scope,
      of: whose(tally, \.indicatorTally, scorecard.indicators, section))
    let directions = [
      counts.direction(tally.short, since: "the period before"),
      counts.direction(tally.long, since: "the same period last year", " on last year"),
    ].compactMap { $0 }
    return [.passage(key: "\(section)/indicators", generated: counts.text)]
      + (directions.isEmpty
        ? [] : [.passage(key: "\(section)/directions", generated: directions.joined(separator: " "))])
  }

  func actionSentences(_ tally: Tally, _ scope: String, _ section: String) -> [ReportPart] {
    let counts = CountSentences(
      tally: tally, noun: nouns.action, marks: actionMarks, hasDueDates: false, scope: scope,
      of: whose(tally, \.actionTally, scorecard.actions, section))
    return [.passage(key: "\(section)/actions", generated: counts.text)]
  }

  /// What references call it whose counts these are; `nil` for counts of a part that has no name of its own.
  private func whose(
    _ tally: Tally, _ own: KeyPath<Scorecard.Section, Tally>, _ whole: Tally, _ section: String
  ) -> String? {
    let priority = scorecard.sections.first { section == "priority/\($0.priority.id)" }
    if let priority { return priority[keyPath: own] == tally ? priority.priority.id : nil }
    return tally == whole ? "plan" : nil
  }

  static let inThePlan = "in the plan"
  static let underThisPriority = "under this priority"
}
