/// A quarter at a glance: services by stages, and who is late.
package struct CycleBoard: Sendable {
  package let period: Period
  package let cycle: Cycle?
  package let freeze: Freeze?
  /// By name; returns that no service answers for come last.
  package let services: [UnitStanding]
  /// Each with the returns of all services under it.
  package let directorates: [UnitStanding]
  package let all: UnitStanding
  /// The longest late first.
  package let late: [LateReturn]

  /// A return that is not in and was due.
  package struct LateReturn: Sendable, Identifiable {
    package let slot: Slot
    package let title: String
    package let service: String?
    /// The post that owes it.
    package let owner: Post?
    /// How many working days it is late: 1 on the first after it was due.
    package let daysLate: Int

    package var id: String { slot.id }
  }

  /// - Parameter rows: all the period's rows, of this Book and day.
  package init(_ book: Book, _ rows: [ReturnRow], in period: Period, on today: Day) {
    self.period = period
    cycle = book.cycles[period.code]
    freeze = book.freezes[period.code]
    var units: [String: UnitStanding] = [:]
    var nowhere = UnitStanding(nil, name: "No service", period, book)
    var all = UnitStanding(nil, name: "All services", period, book)
    var directorates: Set<String> = []
    for row in rows {
      all.add(row)
      let own = book.units(of: row.slot)
      directorates.formUnion(own.dropFirst())
      for unit in own {
        units[unit, default: UnitStanding(unit, name: book.services[unit]?.name ?? unit, period, book)].add(row)
      }
      if own.isEmpty { nowhere.add(row) }
    }
    let sorted = units.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    services = sorted.filter { !directorates.contains($0.id) } + (nowhere.total > 0 ? [nowhere] : [])
    self.directorates = sorted.filter { directorates.contains($0.id) }
    self.all = all
    late = CycleBoard.late(rows, book, on: today)
  }

  private static func late(_ rows: [ReturnRow], _ book: Book, on today: Day) -> [LateReturn] {
    guard let first = rows.first else { return [] }
    let days = book.workingDays(around: first.slot.period)
    let late = rows.compactMap { row -> LateReturn? in
      guard row.slot.isOutstanding, let due = row.slot.due, due < today else { return nil }
      return LateReturn(
        slot: row.slot, title: row.title, service: row.service, owner: row.slot.owner.flatMap { book.posts[$0] },
        // Today counts when it is a working day.
        daysLate: days.clearDays(from: due, to: today + 1))
    }
    return late.enumerated().sorted { ($1.element.daysLate, $0.offset) < ($0.element.daysLate, $1.offset) }
      .map(\.element)
  }
}
