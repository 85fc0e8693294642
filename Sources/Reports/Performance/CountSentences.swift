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

  var text: String { [funnel, statuses, withoutStatus].compactMap { $0 }.joined(separator: " ") }

  /// "64 indicators are in the plan: 60 were due, 58 have data, 56 are rated."
  private var funnel: String {
    let (due, withData, rated) = (tally.due, tally.withData, tally.rated)
    let data =
      hasDueDates
      ? "\(withData) \(withData == 1 ? "has" : "have") data" : "\(withData) \(withData == 1 ? "was" : "were") reported"
    let steps = (hasDueDates ? ["\(due) \(due == 1 ? "was" : "were") due"] : []) + [data]
    return
      "\(counted(tally.inPlan, noun)) \(tally.inPlan == 1 ? "is" : "are") \(scope): "
      + "\(steps.joined(separator: ", ")) and \(rated) \(rated == 1 ? "is" : "are") rated."
  }

  /// "The ratings are 40 Green (71%), 7 Amber (13%) and 9 Red (16%)."
  private var statuses: String? {
    guard tally.rated > 0 else { return nil }
    let parts = tally.byStatus.map { status, count in
      "\(count) \(marks.mark(status).word) (\(Tally.percentText(count, of: tally.rated)))"
    }
    return "The ratings are \(listed(parts))."
  }

  private var withoutStatus: String? {
    let reasons = tally.notRated.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    let count = reasons.reduce(0) { $0 + $1.value }
    var sentences: [String] = []
    if count > 0 {
      let parts = reasons.map { "\($0.value) \($0.key)" }
      sentences.append("\(count) \(count == 1 ? "is" : "are") not rated: \(listed(parts)).")
    }
    if tally.undetermined > 0 { sentences.append("\(tally.undetermined) can't be rated yet.") }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// "Since the quarter before, 20 got better, 5 stayed the same and 10 got worse; 29 can't be compared."
  static func direction(_ trends: [Trend: Int], since earlier: String) -> String? {
    func count(_ trend: Trend) -> Int { trends[trend, default: 0] }
    guard count(.better) + count(.same) + count(.worse) > 0 else { return nil }
    let rest = count(.none) > 0 ? "; \(count(.none)) can't be compared" : ""
    return
      "Since \(earlier), \(count(.better)) got better, \(count(.same)) stayed the same and \(count(.worse)) got worse"
      + "\(rest)."
  }
}

extension PerformanceReport {
  /// The counts of indicators, and how many got better or worse, in a paragraph each.
  func indicatorSentences(_ tally: Tally, _ scope: String, _ section: String) -> [ReportPart] {
    let counts = CountSentences(
      tally: tally, noun: nouns.indicator, marks: marks, hasDueDates: true, scope: scope)
    let directions = [
      CountSentences.direction(tally.short, since: "the period before"),
      CountSentences.direction(tally.long, since: "the same period last year"),
    ].compactMap { $0 }
    return [.passage(key: "\(section)/indicators", generated: counts.text)]
      + (directions.isEmpty
        ? [] : [.passage(key: "\(section)/directions", generated: directions.joined(separator: " "))])
  }

  func actionSentences(_ tally: Tally, _ scope: String, _ section: String) -> [ReportPart] {
    let counts = CountSentences(tally: tally, noun: nouns.action, marks: .actions, hasDueDates: false, scope: scope)
    return [.passage(key: "\(section)/actions", generated: counts.text)]
  }

  static let inThePlan = "in the plan"
  static let underThisPriority = "under this priority"
}
