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
    (reason, why) = RateResult.reason(rating, reading.reason)
    short = reading.trend(since: reading.given.previous)
    long = reading.trend(since: reading.given.samePeriodLastYear)
  }

  /// In the words of the row where it has some, which say more than the rule can.
  private static func reason(_ rating: Rating, _ typed: RateReason?) -> (String?, String) {
    guard case .notRated(let reason) = rating.outcome else { return (nil, rating.why) }
    guard let typed, typed.explains(reason) else { return (reason.text, rating.why) }
    let start = typed.setsFigureAside ? "It is not rated" : "There is no figure for this period"
    return (typed.words, "\(start): \(typed.words).")
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

extension RateReason {
  /// Whether it is why a row has no status.
  fileprivate func explains(_ reason: NotRatedReason) -> Bool {
    switch reason {
    case .dataOnly: self == .dataOnly
    case .missing: true
    case .noTarget: false
    }
  }
}

extension RateReading {
  fileprivate func trend(since earlier: Figure?) -> Trend {
    let bounds = given.lower.flatMap { low in given.upper.flatMap { low <= $0 ? low...$0 : nil } }
    return Trend(given.actual.figure, since: earlier, direction, decimals: given.decimals, bounds: bounds)
  }
}
