import CorporatePlan
import Documents

/// What `rate` prints of one row.
struct RateResult {
  let name: String
  let rating: Rating
  /// Only when it is not rated.
  let reason: String?
  let why: String
  let short: Trend
  let long: Trend

  init(name: String, rating: Rating, reading: RateReading) {
    self.name = name
    self.rating = rating
    (reason, why) = RateResult.reason(rating, reading)
    short = reading.trend(since: reading.given.previous)
    long = reading.trend(since: reading.given.samePeriodLastYear)
  }

  /// In the words of the row where those say more than the rule can.
  private static func reason(_ rating: Rating, _ reading: RateReading) -> (String?, String) {
    guard case .notRated(let reason) = rating.outcome else { return (nil, rating.why) }
    switch (reason, reading.reason) {
    case (.missing, .own(let words)): return (words, "There is no figure for this period: \(words).")
    case (.missing(let missing), _) where reading.hasData: return (reason.text, "It is not rated: \(missing.rawValue).")
    default: return (reason.text, rating.why)
    }
  }

  var json: JSON {
    .members(
      [
        JSON.Member("long", .string(long.rawValue)), JSON.Member("name", .string(name)),
        reason.map { JSON.Member("reason", .string($0)) },
        JSON.Member("share", rating.share.map { .string($0.text(decimals: 2)) } ?? .null),
        JSON.Member("short", .string(short.rawValue)),
        JSON.Member("shortfall", rating.shortfall.map { .string($0.description) } ?? .null),
        JSON.Member("status", .string(status)), JSON.Member("why", .string(why)),
      ].compactMap { $0 })
  }

  static let columns: [CSV.Column] = [
    .text("name"), .text("status"), .text("why"), .text("reason"), .number("shortfall"), .number("share"),
    .text("short"), .text("long"),
  ]

  var cells: [String] {
    [
      name, status, why, reason ?? "", rating.shortfall?.description ?? "", rating.share?.text(decimals: 2) ?? "",
      short.rawValue, long.rawValue,
    ]
  }

  private var status: String {
    switch rating.outcome {
    case .rated(let status): status.id
    case .notRated: "not rated"
    case .undetermined: "undetermined"
    }
  }
}

extension RateReading {
  fileprivate func trend(since earlier: Figure?) -> Trend {
    let bounds = isUnread(.lower) || isUnread(.upper) ? nil : given.bounds
    return Trend(given.actual.figure, since: earlier, direction, decimals: given.decimals, bounds: bounds)
  }
}
