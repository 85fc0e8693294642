extension Tally {
  /// In the shape of the contracts: percentages are of `rated`, whole numbers, half up; `not_rated` counts all that have
  /// no status, the undetermined among them, and `reasons` says why (Decisions/0007).
  package var json: JSON {
    .object([
      "in_plan": JSON(inPlan), "due": JSON(due), "with_data": JSON(withData), "rated": JSON(rated),
      "not_rated": JSON(withoutStatus), "undetermined": JSON(undetermined), "by_status": statusCounts,
      "percent": .sorted(byStatus.map { ($0.status.id, JSON(Tally.percent($0.count, of: rated) ?? 0)) }),
      "reasons": .sorted(notRated.map { ($0.key, JSON($0.value)) }), "short": Tally.json(short),
      "long": Tally.json(long),
    ])
  }

  /// How many have each status, by its name.
  package var statusCounts: JSON { .sorted(byStatus.map { ($0.status.id, JSON($0.count)) }) }

  private static func json(_ trends: [Trend: Int]) -> JSON {
    .sorted(Trend.allCases.map { ($0.rawValue, JSON(trends[$0, default: 0])) })
  }
}
