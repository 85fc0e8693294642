import CorporatePlan
import Documents

extension PerformanceReport {
  /// A strip chart of what is counted, one bar for each label; its title is the finding.
  func countChart(_ subject: String, _ bars: [(label: String, tally: Tally)], _ marks: StatusMarks, noun: String)
    -> Chart
  {
    let strip = Chart.Strip(bars.map { Chart.Strip.Bar($0.label, marks.counts($0.tally)) })
    let first = bars.first?.tally ?? Tally(statuses: [])
    let sentences = strip.bars.map { bar in
      "\(bar.label): \(listed(bar.counts.map { "\($0.count) \($0.mark.word)" }))."
    }
    return Chart(
      "\(subject): \(finding(first, marks, noun: noun))", description: sentences.joined(separator: " "),
      .strip(strip))
  }

  /// "44 of 64 rated indicators are Green".
  private func finding(_ tally: Tally, _ marks: StatusMarks, noun: String) -> String {
    guard tally.rated > 0 else { return "none is rated" }
    let best = tally.byStatus.filter { [.green, .blue].contains(marks.mark($0.status).tone) }
    let count = best.reduce(0) { $0 + $1.count }
    let words = best.map { marks.mark($0.status).word }.joined(separator: " or ")
    return
      "\(count) of \(tally.rated) rated \(tally.rated == 1 ? noun : plural(noun)) \(count == 1 ? "is" : "are") \(words)"
  }
}
