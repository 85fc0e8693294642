import CorporatePlan
import Foundation
import Ledger

/// The people of the example council: who they are, what they may do and which posts they hold.
struct ExamplePeople {
  let all: [Member]

  struct Member: Sendable {
    let name: String
    let email: String
    let roles: Set<Role>
    let posts: [String]
    let objectives: [JSON]
  }

  init() throws(Failure) {
    let path = ExampleCouncil.shipped("people.json")
    let json: JSON
    let bytes = try [UInt8](reading: path)
    do throws(JSONError) { json = try JSON(parsing: bytes) } catch { throw .could("\(path): \(error)") }
    func texts(_ member: JSON?) -> [String] { member?.array?.compactMap(\.string) ?? [] }
    all = (json.array ?? []).map { person in
      Member(
        name: person["name"]?.string ?? "", email: person["email"]?.string ?? "",
        roles: Set(texts(person["roles"]).compactMap(Role.init)), posts: texts(person["posts"]),
        objectives: person["objectives"]?.array ?? [])
    }
  }

  /// Takes them in, puts them into their posts, and opens the quarter after the newest reported one around today.
  ///
  /// - Returns: the password of all, new for each example council: nobody can sign in to one that is left standing.
  func settle(in council: Council, at now: Moment) async throws -> String {
    let password = String(Secret().text.prefix(16))
    let accounts = council.accounts
    var tenures: [Tenure] = []
    // One of each role, by the role.
    var known: [String: String] = [:]
    for member in all {
      let person = try await accounts.add(name: member.name, email: member.email, roles: member.roles, at: now)
      let letter = try await accounts.letter(.invitation, to: person.id, at: now)
      try await accounts.signOut(try await accounts.setPassword(password, with: letter, at: now))
      for said in member.objectives { try await council.objectives.save(Objective(said, of: person.id, at: now)) }
      for role in member.roles where known[role.rawValue] == nil { known[role.rawValue] = person.id }
      tenures += member.posts.map { post in
        Tenure(id: "\(post)-\(person.id)", post: post, person: person.id, from: Day("2025-04-01")!)
      }
    }
    let appointed = tenures
    try await council.append(reason: "Who holds which post", author: "example", at: now) { _ in
      appointed.map(\.revision)
    }
    let holders = Dictionary(appointed.map { ($0.post, $0.person) }, uniquingKeysWith: { first, _ in first })
    try await ExampleClearance(holders).begin(in: council, at: now)
    try await council.append(reason: "The third quarter is opened", author: "example", at: now) { book in
      guard let next = book.reportingPeriods.first.flatMap({ Period.containing($0.end, .quarter) }),
        let today = Period.containing(now.londonDay, .quarter)
      else { return [] }
      return [Cycle.example(for: next, book.workingDays(around: today), now.londonDay).revision]
    }
    try await ExampleReport.record(in: council, for: known, at: now)
    return password
  }
}

extension Objective {
  fileprivate init(_ said: JSON, of person: String, at now: Moment) {
    func ids(_ member: String, _ kind: String) -> [RecordID] {
      (said[member]?.array ?? []).compactMap(\.string).map { RecordID(kind, $0) }
    }
    let due = (said["due"]?.string).flatMap { FuzzyDate($0)?.deadline }
    self.init(
      id: Objectives.newID(), person: person, title: said["title"]?.string ?? "",
      year: FinancialYear(containing: due ?? now.londonDay))
    (text, measure, post) = (said["text"]?.string, said["measure"]?.string, said["post"]?.string)
    self.due = due
    serves = ids("items", PlanItem.kind) + ids("indicators", Indicator.kind)
  }
}

extension Cycle {
  /// A quarter that is being collected now: opened four working days ago, due in six, whatever the quarter is.
  fileprivate static func example(for period: Period, _ days: WorkingDays, _ today: Day) -> Cycle {
    var cycle = Cycle(
      period: period, opens: days.day(-4, after: today), returnsDue: days.day(6, after: today),
      signOffDue: days.day(11, after: today), locks: days.day(11, after: today))
    cycle.leadershipTeam = days.day(13, after: today)
    cycle.cabinet = days.day(25, after: today)
    return cycle
  }
}
