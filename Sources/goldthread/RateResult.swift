import CorporatePlan
import Documents

/// What `rate` prints of one row.
struct RateResult {
  let name: String
  let rating: Rating
  let short: Trend
  let long: Trend

  init(name: String, rating: Rating, given: RatedReturn) {
    self.name = name
    self.rating = rating
    let bounds = given.lower.flatMap { low in given.upper.flatMap { low <= $0 ? low...$0 : nil } }
    short = Trend(given.actual.figure, since: given.previous, given.polarity, bounds: bounds)
    long = Trend(given.actual.figure, since: given.samePeriodLastYear, given.polarity, bounds: bounds)
  }

  var json: JSON {
    .members(
      [
        JSON.Member("long", .string(long.rawValue)), JSON.Member("name", .string(name)),
        reason.map { JSON.Member("reason", .string($0)) },
        JSON.Member("share", rating.share.map { .string($0.text(decimals: 2)) } ?? .null),
        JSON.Member("short", .string(short.rawValue)),
        JSON.Member("shortfall", rating.shortfall.map { .string($0.description) } ?? .null),
        JSON.Member("status", .string(status)), JSON.Member("why", .string(rating.why)),
      ].compactMap { $0 })
  }

  static let columns: [CSV.Column] = [
    .text("name"), .text("status"), .text("why"), .text("reason"), .number("shortfall"), .number("share"), .text("short"),
    .text("long"),
  ]

  var cells: [String] {
    [
      name, status, rating.why, reason ?? "", rating.shortfall?.description ?? "", rating.share?.text(decimals: 2) ?? "",
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

  private var reason: String? {
    if case .notRated(let reason) = rating.outcome { return reason.text }
    return nil
  }
}
