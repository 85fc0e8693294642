import CorporatePlan
import Documents

extension ScorecardDraft {
  /// Compares every chart with the table it belongs to. Tables are trusted: charts keep stale figures.
  mutating func checkCharts() {
    for (index, held) in parts.lists.enumerated() {
      check(
        .actions(index), Dictionary(grouping: held.list.rows, by: \.status).mapValues(\.count), held.list.locator.place)
    }
    for index in parts.tables.indices {
      let statuses = rows(ofTable: index).compactMap { printed[$0]?.status }
      guard statuses.count == rows(ofTable: index).count else { continue }
      check(
        .indicators(index), Dictionary(grouping: statuses) { $0 }.mapValues(\.count),
        parts.tables[index].table.locator.place)
    }
    let actions = parts.lists.flatMap(\.list.rows)
    check(.allActions, Dictionary(grouping: actions, by: \.status).mapValues(\.count), "the lists of all priorities")
    let known = printed.compactMap { $0?.status }
    if known.count == drafts.count {
      check(.allIndicators, Dictionary(grouping: known) { $0 }.mapValues(\.count), "the tables of all priorities")
    }
    for chart in charts.unmatched {
      tell(
        .question, .chartNotMatched, at: chart.chart.locator, verbatim: chart.chart.figuresText,
        "No table has the \(chart.total) rows that this chart counts, or several have. Nothing was taken from it.")
    }
    for chart in charts.others {
      tell(
        .question, .chartNotMatched, at: chart.locator, verbatim: chart.figuresText,
        "This chart doesn't count statuses. Nothing was taken from it.")
    }
  }

  private mutating func check(_ place: ChartMatching.Place, _ counts: [Status: Int], _ table: String) {
    guard let held = charts.charts[place] else { return }
    let order: [Status] = [.complete, .green, .amber, .red]
    let wrong = order.filter { (held.counts[$0] ?? 0) != (counts[$0] ?? 0) }
    let labels = held.chart.labels.map(\.text)
    let strays = held.chart.labels.filter { label in
      label.value.flatMap { Int($0) }.map { !held.counts.values.contains($0) } ?? false
    }
    guard !wrong.isEmpty || !strays.isEmpty else { return }
    let stored = wrong.map { "\(held.counts[$0] ?? 0) \($0)" }.joined(separator: ", ")
    let right = wrong.map { "\(counts[$0] ?? 0) \($0)" }.joined(separator: ", ")
    var message =
      wrong.isEmpty ? "" : "The chart's stored figures say \(stored); \(table) has \(right). The table was taken."
    if !labels.isEmpty {
      let agrees = held.chart.labels.allSatisfy { label in
        label.value.flatMap { Int($0) }.map { value in wrong.contains { counts[$0] == value } } ?? false
      }
      let texts = labels.map { "“\($0)”" }.joined(separator: " and ")
      message +=
        " Its labels \(texts) were typed by hand over the stored figures\(agrees ? " and agree with the table" : "")."
    }
    tell(.warning, .chartContradictsTable, at: held.chart.locator, verbatim: held.chart.figuresText, message.trimmed)
  }
}

extension SourceChart {
  /// "AMBER 2, COMPLETED 3, GREEN 5".
  fileprivate var figuresText: String {
    zip(categories, values).map { "\($0) \($1 ?? "–")" }.joined(separator: ", ")
  }
}
