import CorporatePlan
import Documents

/// The status that a report prints beside each row of a table: by the word or colour of its mark, or, where the file
/// lost its colours, by the order of the rows and the counts of the table's chart.
struct PrintedMarks {
  /// By row; `nil` where it can't be told.
  let statuses: [(status: Status, evidence: String)?]

  init(_ drafts: [IndicatorDraft], _ chart: ChartMatching.Counted?, _ rule: RatingRule?, _ period: Period) {
    let marks = drafts.map { PrintedMarks.mark(of: $0.row) }
    if marks.contains(where: { $0 != nil }) {
      statuses = marks
      return
    }
    guard let chart, let rule, chart.total == drafts.count,
      let order = PrintedMarks.order(of: drafts, chart.counts, rule, period)
    else {
      statuses = drafts.map { _ in nil }
      return
    }
    let words = rule.statuses.compactMap { status in chart.counts[status].map { "\($0) \(status)" } }
    statuses = order.enumerated().map { index, status in
      (
        status,
        "row \(index + 1) of \(order.count) in a table sorted by status, whose chart counts \(words.joined(separator: ", "))"
      )
    }
  }

  private static func mark(of row: IndicatorTable.Row) -> (status: Status, evidence: String)? {
    if let word = row.cells[.status]?.text, let status = Status(word: word) ?? Status(sign: word) {
      return (status, "the word “\(word.onOneLine)” beside it")
    }
    if let group = row.statusGroup?.text, let status = Status(word: group) {
      return (status, "the heading “\(group.onOneLine)” above it")
    }
    if let sign = row.mark?.text, let status = Status(sign: sign) {
      return (status, "the sign “\(sign.onOneLine)” beside it")
    }
    guard let cell = row.mark, let colour = cell.mark, let status = Status(colour: colour) else { return nil }
    return (status, "the colour of its mark, \(colour)")
  }

  /// The statuses of rows sorted best first or worst first, if at least four fifths of the rows that don't equal their
  /// target agree with the rule; otherwise `nil`.
  private static func order(
    of drafts: [IndicatorDraft], _ counts: [Status: Int], _ rule: RatingRule, _ period: Period
  ) -> [Status]? {
    let best = rule.statuses.flatMap { Array(repeating: $0, count: counts[$0] ?? 0) }
    guard best.count == drafts.count else { return nil }
    let computed = drafts.map { draft -> Status? in
      if draft.isEqual(period) { return nil }
      return draft.given(period).flatMap { rule.rate($0).status }
    }
    func agreeing(_ order: [Status]) -> Int { zip(order, computed).count { $0 == $1 } }
    let known = computed.count { $0 != nil }
    let chosen = agreeing(best) >= agreeing(best.reversed()) ? best : best.reversed()
    return known > 0 && agreeing(chosen) * 5 >= known * 4 ? chosen : nil
  }
}
