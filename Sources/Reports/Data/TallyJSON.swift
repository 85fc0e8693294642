import CorporatePlan

extension Tally {
  /// The counts as data: the funnel, statuses with their percentages of what is rated, directions.
  package var json: JSON {
    let percents = byStatus.compactMap { status, count in
      Tally.percent(count, of: rated).map { (status.id, JSON($0)) }
    }
    return .object([
      "in_plan": JSON(inPlan), "due": JSON(due), "with_data": JSON(withData), "rated": JSON(rated),
      "by_status": .sorted(byStatus.map { ($0.status.id, JSON($0.count)) }), "percent": .sorted(percents),
      "not_rated": .sorted(notRated.map { ($0.key, JSON($0.value)) }), "undetermined": JSON(undetermined),
      "short": Tally.json(short), "long": Tally.json(long),
    ])
  }

  private static func json(_ trends: [Trend: Int]) -> JSON {
    .sorted(Trend.allCases.map { ($0.rawValue, JSON(trends[$0, default: 0])) })
  }
}
