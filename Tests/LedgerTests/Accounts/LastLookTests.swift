import CorporatePlan
import Testing

@testable import Ledger

@Suite("What is new to somebody is what came after their last visit")
struct LastLookTests {
  @Test("During one visit it stays the same; an hour without a look begins the next")
  func visits() async throws {
    let scratch = Scratch()
    let accounts = try await scratch.open().accounts
    let person = try await accounts.add(name: "Ada", email: "ada@larkmere.example", roles: [], at: morning())
    #expect(try await accounts.look(person.id, 7, at: morning()) == nil)
    #expect(try await accounts.look(person.id, 9, at: morning(30)) == nil)
    // The second visit: what stood at the last look of the first.
    let before = LastLook(position: 9, at: morning(30))
    #expect(try await accounts.look(person.id, 20, at: morning(91)) == before)
    #expect(try await accounts.look(person.id, 30, at: morning(150)) == before)
    #expect(try await accounts.lastLookBefore(person.id) == before)
    #expect(try await accounts.look(person.id, 40, at: morning(211)) == LastLook(position: 30, at: morning(150)))
  }

  @Test("It is each person's own, and goes when they are erased")
  func own() async throws {
    let scratch = Scratch()
    let accounts = try await scratch.open().accounts
    let ada = try await accounts.addFirst(
      name: "Ada", email: "ada@larkmere.example", password: "seven green bridges", at: morning())
    let ben = try await accounts.add(name: "Ben", email: "ben@larkmere.example", roles: [], at: morning())
    for minute in [0, 120] {
      for person in [ada, ben] { _ = try await accounts.look(person.id, minute, at: morning(minute)) }
    }
    #expect(try await accounts.lastLookBefore(ben.id) != nil)
    try await accounts.erase(ben.id, by: "p-admin", at: Moment(milliseconds: 0))
    #expect(try await accounts.lastLookBefore(ben.id) == nil)
    #expect(try await accounts.lastLookBefore(ada.id) != nil)
    // Whoever is gone leaves nothing behind by looking once more.
    #expect(try await accounts.look(ben.id, 5, at: morning(240)) == nil)
    #expect(try await accounts.lastLookBefore(ben.id) == nil)
  }

  @Test("Changes come newest first, each with what stood before, and only those asked for")
  func changes() async throws {
    let scratch = Scratch()
    let council = try await scratch.open()
    for (number, author) in ["p-1", "p-2", "p-1"].enumerated() {
      try await council.append(reason: "Why \(number)", author: author, at: morning(number)) { _ in
        [Post(id: "head", title: "Title \(number)").revision, Service(id: "s\(number)", name: "S").revision]
      }
    }
    let all = try await council.changes(ChangeQuery(), limit: 10)
    #expect(all.map(\.entry.position) == [6, 5, 4, 3, 2, 1])
    #expect(all[1].before == #"{"title":"Title 1"}"#)
    #expect(all[5].before == nil)
    var query = ChangeQuery()
    query.kind = Post.kind
    query.author = "p-1"
    #expect(try await council.changes(query, limit: 10).map(\.entry.position) == [5, 1])
    query = ChangeQuery()
    (query.after, query.before, query.notBy) = (2, 6, "p-1")
    #expect(try await council.changes(query, limit: 10).map(\.entry.position) == [4, 3])
    query = ChangeQuery()
    query.since = morning(1)
    #expect(try await council.changes(query, limit: 3).map(\.entry.position) == [6, 5, 4])
    #expect(try await council.authors() == ["p-1", "p-2"])
  }
}
