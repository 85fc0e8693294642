import CorporatePlan
import Documents
import Hummingbird
import Ledger

/// Somebody's deadlines for their calendar program, at an address that only they know.
enum DeadlinesFeed {
  private static let ending = ".ics"

  static func path(of secret: Secret) -> String { "/calendar/\(secret.text)\(ending)" }

  /// - Throws: `Refusal.notFound` for whatever opens nothing: a wrong address, one that was ended, a closed account.
  static func answer(_ visit: Visit, _ request: Request) async throws -> Answer {
    let office = try visit.office(for: request)
    let name = try visit.parameter("name")
    let secret = Secret(name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : "")
    guard let person = try await office.accounts.person(withCalendarKey: secret), person.scope(for: .read) > .none
    else { throw Refusal.notFound() }
    let deadlines = Deadlines(visit.site, person, at: office.address, on: office.today)
    let title = deadlines.book.council?.name ?? "Corporate plan"
    let calendar = ICalendar(name: "\(title): deadlines", events: deadlines.events)
    var answer = Answer(type: ICalendar.mediaType, bytes: calendar.bytes)
    answer.savedAs = "deadlines.ics"
    return answer
  }
}

/// The days that concern somebody: those of each quarter, and what their posts owe.
struct Deadlines {
  let book: Book
  private let site: Site
  private let person: Person
  private let address: SiteAddress
  private let today: Day

  /// Quarters and actions that were due longer ago than this stay out: two quarters and a bit.
  private static let daysKept = 200

  init(_ site: Site, _ person: Person, at address: SiteAddress, on today: Day) {
    book = site.council.book
    (self.site, self.person, self.address, self.today) = (site, person, address, today)
  }

  var events: [ICalendar.Event] {
    let posts = Set(book.posts(of: person.id, on: today).map(\.id))
    let cycles = book.cycles.values.filter { $0.locks + Deadlines.daysKept >= today }
      .sorted { $0.period < $1.period }
    return cycles.flatMap(days) + cycles.compactMap { owed($0, by: posts) } + promises(of: posts)
  }

  private func days(of cycle: Cycle) -> [ICalendar.Event] {
    guard let stamp = book.stamp(of: cycle.recordID) else { return [] }
    return CycleDay.allCases.compactMap { kind in
      cycle[kind].map { day in
        ICalendar.Event(
          uid: "\(cycle.period.code)-\(kind.rawValue)@\(address.authority)", day: day.description,
          summary: "\(kind.words): \(cycle.period.name)", address: "\(address)/cycle/\(cycle.period.code.addressed)",
          stamp: stamp.recordedAt.description, sequence: stamp.revision - 1)
      }
    }
  }

  /// The returns that are left, on the day they are due; `nil` before they are asked for, and for who owes none.
  private func owed(_ cycle: Cycle, by posts: Set<String>) -> ICalendar.Event? {
    guard !posts.isEmpty, cycle.opens <= today, let stamp = book.stamp(of: cycle.recordID) else { return nil }
    let rows = site.returns.returns(book, in: cycle.period, on: today).rows
    guard let duties = Duties(book, rows, in: cycle.period, for: posts, on: today), !duties.rows.isEmpty else {
      return nil
    }
    let newest = duties.rows.compactMap(\.lastChange?.recordedAt).max() ?? stamp.recordedAt
    let left = duties.rows.filter(\.slot.isOutstanding).map { row in
      [row.code, row.title].compactMap(\.self).joined(separator: " ")
    }
    return ICalendar.Event(
      uid: "\(cycle.period.code)-returns-\(person.id)@\(address.authority)", day: cycle.returnsDue.description,
      summary: left.isEmpty
        ? "Your returns for \(cycle.period.name) are all sent"
        : "Your returns for \(cycle.period.name): \(left.count) of \(duties.rows.count) left",
      description: left.joined(separator: "\n"), address: "\(address)/collect/\(cycle.period.code.addressed)",
      stamp: max(newest, stamp.recordedAt).description, sequence: stamp.revision - 1)
  }

  /// Actions and milestones that a post of theirs answers for, until they are done.
  private func promises(of posts: Set<String>) -> [ICalendar.Event] {
    guard !posts.isEmpty else { return [] }
    let done = Set(book.updates.values.filter { $0.stage == .complete || $0.stage == .withdrawn }.map(\.item))
    let items = book.items.values.filter { item in
      item.due.map { $0 + Deadlines.daysKept >= today } ?? false && item.end.map { $0 > today } ?? true
        && !done.contains(item.id) && book.owner(of: item.recordID).map(posts.contains) ?? false
    }
    return items.sorted { ($0.due ?? today, $0.id) < ($1.due ?? today, $1.id) }.compactMap { item in
      guard let due = item.due, let stamp = book.stamp(of: item.recordID) else { return nil }
      return ICalendar.Event(
        uid: "due-\(item.id.addressed)@\(address.authority)", day: due.description, summary: "Due: \(item.title)",
        description: [item.level, item.code].compactMap(\.self).joined(separator: " "),
        address: "\(address)/plan/\(item.id.addressed)", stamp: stamp.recordedAt.description,
        sequence: stamp.revision - 1)
    }
  }
}
