import CorporatePlan
import Foundation
import Ledger

/// Fills a directory's ledger through the product's own append, in batches of five thousand entries: a council with
/// quarterly indicators over twenty years, each with targets, provisional and final actuals.
func fill(directory: String, entries: Int) async throws {
  let council = try await Council.open(directory: directory, council: "bench")
  var recorded = 0
  var batch: [Revision] = []
  func record(_ revision: Revision) async throws {
    guard recorded < entries else { return }
    recorded += 1
    batch.append(revision)
    guard batch.count == 5000 || recorded == entries else { return }
    let revisions = batch
    batch = []
    try await council.append(reason: "Imported", author: "p-1", at: moment(recorded)) { _ in revisions }
  }
  var number = 0
  while recorded < entries {
    try await record(
      PlanItem(id: "item-\(number)", role: .action, level: "Action", title: "Action \(number)", order: number).revision)
    for revision in indicator(number) { try await record(revision) }
    number += 1
  }
  print(council.book.position)
}

private func indicator(_ number: Int) -> [Revision] {
  let id = "indicator-\(number)"
  let indicator = Indicator(
    id: id, name: "Requests answered within ten days by service \(number)",
    polarity: number % 3 == 0 ? .lowIsGood : .highIsGood, unit: .percent, decimals: 1, items: ["item-\(number)"],
    order: number)
  return [indicator.revision]
    + periods.enumerated().flatMap { place, period in
      let value = (try? Value("\(60 + (number * 7 + place * 3) % 40).\(place % 10)%")) ?? .missing(.notReturned)
      return [
        Target(indicator: id, period: period, verbatim: "≥ \(75 + number % 20)%").revision,
        Actual(indicator: id, period: period, value: value, state: .provisional).revision,
        Actual(indicator: id, period: period, value: value, source: "Return of \(period.code), row \(number)").revision,
      ]
    }
}

private let periods = (2004..<2024).flatMap { year in
  (1...4).compactMap { quarter in
    let next = (year + 1) % 100
    return Period("\(year)-\(next < 10 ? "0" : "")\(next)-Q\(quarter)")
  }
}

/// Opens a ledger once: the seconds until its Book is there, and how many entries it holds.
func open(directory: String) async throws {
  let start = ContinuousClock.now
  let council = try await Council.open(directory: directory, council: "bench", creating: false)
  let taken = (ContinuousClock.now - start) / .seconds(1)
  print(taken, council.book.position)
}

/// So many clients append one figure after another, each batch acknowledged before the next, for so many seconds: the
/// batches a second, and the median and the slowest in a hundred of the seconds that one took.
func append(directory: String, clients: Int, seconds: Int) async throws {
  let council = try await Council.open(directory: directory, council: "bench")
  let start = ContinuousClock.now
  let end = start + .seconds(seconds)
  let taken = try await withThrowingTaskGroup(of: [Double].self) { group in
    for client in 0..<clients {
      group.addTask {
        let period = periods[client % periods.count]
        var taken: [Double] = []
        var last = ContinuousClock.now
        while last < end {
          let revision = Actual(
            indicator: "indicator-\(client)", period: period, value: try Value("\(taken.count % 100)%")
          ).revision
          try await council.append(reason: "Return", author: "p-1", at: moment(taken.count)) { _ in [revision] }
          let now = ContinuousClock.now
          taken.append((now - last) / .seconds(1))
          last = now
        }
        return taken
      }
    }
    return try await group.reduce([], +).sorted()
  }
  let rate = Double(taken.count) / ((ContinuousClock.now - start) / .seconds(1))
  print(rate, taken[taken.count / 2], taken[taken.count * 99 / 100], council.book.position)
}

private func moment(_ seconds: Int) -> Moment { Moment(milliseconds: 1_700_000_000_000 + seconds * 1000) }
