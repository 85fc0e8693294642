/// The counts of a set of ratings, as a funnel with its denominators (domain, section 2.9):
/// in plan ≥ due ≥ with data ≥ rated, and rated is the sum of the statuses.
package struct Tally: Equatable, Sendable {
  package private(set) var inPlan = 0
  package private(set) var due = 0
  package private(set) var withData = 0
  /// How many have each status; statuses in the rule's order, those without any included.
  package private(set) var byStatus: [(status: Status, count: Int)]
  /// Why the others have none.
  package private(set) var notRated: [String: Int] = [:]
  package private(set) var undetermined = 0
  package private(set) var short: [Trend: Int] = [:]
  package private(set) var long: [Trend: Int] = [:]

  package init(statuses: [Status]) { byStatus = statuses.map { ($0, 0) } }

  package var rated: Int { byStatus.reduce(0) { $0 + $1.count } }

  /// Those in the plan that have no status, whatever the reason.
  package var withoutStatus: Int { inPlan - rated }

  package func count(of status: Status) -> Int { byStatus.first { $0.status == status }?.count ?? 0 }

  /// Adds one: its outcome, whether a return was due, whether there is one, and its directions of travel.
  package mutating func add(
    _ outcome: Rating.Outcome, isDue: Bool = true, hasData: Bool, short: Trend = .none, long: Trend = .none
  ) {
    inPlan += 1
    if isDue { due += 1 }
    if hasData { withData += 1 }
    self.short[short, default: 0] += 1
    self.long[long, default: 0] += 1
    switch outcome {
    case .rated(let status):
      if let index = byStatus.firstIndex(where: { $0.status == status }) {
        byStatus[index].count += 1
      } else {
        byStatus.append((status, 1))
      }
    case .notRated(let reason): notRated[reason.text, default: 0] += 1
    case .undetermined: undetermined += 1
    }
  }

  package static func == (one: Tally, other: Tally) -> Bool {
    one.inPlan == other.inPlan && one.due == other.due && one.withData == other.withData
      && one.byStatus.elementsEqual(other.byStatus) { $0 == $1 } && one.notRated == other.notRated
      && one.undetermined == other.undetermined && one.short == other.short && one.long == other.long
  }
}

extension Tally {
  /// A share of a whole in whole per cent, half up, each by itself; `nil` for no whole. Shares may not sum to 100.
  package static func percent(_ count: Int, of whole: Int) -> Int? {
    whole > 0 ? (200 * count + whole) / (2 * whole) : nil
  }

  /// The same in words: "43%", "less than 1%" for a few that round to nothing, "none of 0" is never printed.
  package static func percentText(_ count: Int, of whole: Int) -> String {
    guard let percent = percent(count, of: whole) else { return "–" }
    return count > 0 && percent == 0 ? "less than 1%" : "\(percent)%"
  }
}
