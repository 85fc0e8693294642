import CorporatePlan

/// The returns of a period within somebody's reach: by service, and in each what deserves a closer look first.
struct ReviewQueue: Sendable {
  let rows: [ReturnRow]
  let groups: [Group]

  struct Group: Sendable {
    /// `nil` for returns that no service answers for.
    let service: String?
    let name: String
    let entries: [Entry]
  }

  struct Entry: Sendable {
    let row: ReturnRow
    let reasons: [Scrutiny]

    /// Whether there is cause to look closer, and something left to decide.
    var isException: Bool { !reasons.isEmpty && !isDone }
    var isDone: Bool { row.stage == .approved || row.stage == .waived }

    /// What can be decided now comes first, what is done comes last.
    fileprivate var rank: Int {
      if isDone { return 4 }
      return (isException ? 0 : 2) + (row.stage == .submitted ? 0 : 1)
    }
  }

  init(_ returns: QuarterReturns, _ reach: Reach) {
    let (book, today) = (returns.book, returns.today)
    rows = returns.rows.filter { book.isWithin(reach, $0.slot.subject) }
    let entries = rows.map { Entry(row: $0, reasons: $0.scrutiny(on: today)) }
    groups = Dictionary(grouping: entries, by: \.row.service).map { service, entries in
      Group(
        service: service, name: service.map { book.services[$0]?.name ?? $0 } ?? "No service",
        entries: entries.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
          .map(\.element))
    }
    // What nobody answers for comes last.
    .sorted { ($0.service == nil ? 1 : 0, $0.name) < ($1.service == nil ? 1 : 0, $1.name) }
  }

  func count(_ stage: UnitStanding.Stage) -> Int { rows.count { $0.stage == stage } }
  var exceptions: Int { groups.flatMap(\.entries).count(where: \.isException) }
}
