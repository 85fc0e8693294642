import CorporatePlan
import Documents

/// Which chart belongs to which table: by kind (only actions are ever completed), by total, and by document order.
struct ChartMatching {
  enum Place: Hashable {
    case allActions
    case allIndicators
    /// By index among the action lists and among the indicator tables.
    case actions(Int)
    case indicators(Int)
  }

  struct Counted {
    let chart: SourceChart
    let counts: [Status: Int]
    /// Its place among the charts of the document.
    let order: Int
    var total: Int { counts.values.reduce(0, +) }
    var isOfActions: Bool { counts[.complete] != nil }
  }

  private(set) var charts: [Place: Counted] = [:]
  private(set) var unmatched: [Counted] = []
  /// Charts of something else than statuses.
  private(set) var others: [SourceChart] = []

  init(_ charts: [SourceChart], actions: [Int], indicators: [Int]) {
    let all = charts.enumerated().compactMap { order, chart -> Counted? in
      ChartMatching.counts(chart).map { Counted(chart: chart, counts: $0, order: order) }
    }
    others = charts.filter { ChartMatching.counts($0) == nil }
    var places: [(Place, Int)] = []
    if actions.count > 1 { places.append((.allActions, actions.reduce(0, +))) }
    places += actions.enumerated().map { (.actions($0), $1) }
    let (indicatorPlaces, actionPlaces) = (
      (indicators.count > 1 ? [(Place.allIndicators, indicators.reduce(0, +))] : [])
        + indicators.enumerated().map { (.indicators($0), $1) },
      places
    )
    match(all.filter(\.isOfActions), actionPlaces)
    match(all.filter { !$0.isOfActions }, indicatorPlaces)
    // A list without a completed action has a chart that looks like one of indicators.
    let left = unmatched.sorted { $0.order < $1.order }
    unmatched = []
    match(left, actionPlaces.filter { self.charts[$0.0] == nil })
  }

  /// Charts of one total go to places of that total in order, when there are as many of each.
  private mutating func match(_ charts: [Counted], _ places: [(Place, Int)]) {
    for total in Set(charts.map(\.total)).sorted() {
      let (same, free) = (charts.filter { $0.total == total }, places.filter { $0.1 == total })
      if same.count == free.count {
        for (chart, place) in zip(same, free) { self.charts[place.0] = chart }
      } else {
        unmatched += same
      }
    }
  }

  /// The counts by status; `nil` when a category is no status or a value no count.
  private static func counts(_ chart: SourceChart) -> [Status: Int]? {
    var counts: [Status: Int] = [:]
    for (index, category) in chart.categories.enumerated() {
      guard let status = Status(word: category), counts[status] == nil, chart.values.indices.contains(index),
        let count = Int(chart.values[index] ?? "0")
      else { return nil }
      counts[status] = count
    }
    return counts.isEmpty ? nil : counts
  }
}
