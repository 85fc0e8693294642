import CorporatePlan
import Testing

@testable import Ledger

@Suite("What could not be read back as it was is not recorded")
struct UnrecordableTests {
  let scratch = Scratch()

  private static let deep = (0..<70).reduce(JSON.null) { nested, _ in .array([nested]) }

  @Test(
    "A revision with an id or a body the ledger can't hold",
    arguments: [
      Revision(kind: "", record: "a", body: nil),
      Revision(kind: "figure", record: "", body: nil),
      Revision(kind: "figure", record: "a\0b", body: nil),
      // e and a combining acute: to Swift the same id as with é, to the database another.
      Revision(kind: "figure", record: "caf\u{65}\u{301}", body: nil),
      Revision(kind: "figure", record: "a", body: .number("eleven")),
      Revision(kind: "figure", record: "a", body: .members([.init("b", 1), .init("a", 2)])),
      Revision(kind: "figure", record: "a", body: deep),
    ])
  func revisions(revision: Revision) async throws {
    let council = try await scratch.open()
    await #expect(throws: Unrecordable.self) { try await council.record(.figure("first", 1), revision) }
    #expect(council.book.position == 0)
    let receipt = try await council.record(.figure("caf\u{E9}", .string("a zero byte \0 in a body is fine")))
    #expect(receipt.positions == 1..<2)
    #expect(try await council.history(of: .figure("caf\u{65}\u{301}")).count == 1)
    #expect(try await council.verify().fault == nil)
  }

  @Test("A form may spell an id in another Unicode form")
  func spelling() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("caf\u{E9}", 1))
    let conflict = try await #require(throws: Conflict.self) {
      try await council.append(
        reason: "", author: "p-amira", at: morning(), expecting: [.figure("caf\u{65}\u{301}"): 0]
      ) { _ in [.figure("caf\u{E9}", 2)] }
    }
    #expect(conflict.overtaken.map(\.current?.revision) == [1])
  }

  @Test("A file without a name is refused with its batch")
  func namelessFile() async throws {
    let council = try await scratch.open()
    let file = SealedFile(name: "", mediaType: "text/html", bytes: [1])
    await #expect(throws: Unrecordable.self) {
      try await council.append(reason: "", author: "p-amira", at: morning(), files: [file]) { _ in [.figure("a", 1)] }
    }
    #expect(council.book.position == 0)
  }

  @Test("An author or a reason the ledger can't hold", arguments: [("", "why"), ("p-\0", "why"), ("p-amira", "wh\0y")])
  func texts(author: String, reason: String) async throws {
    let council = try await scratch.open()
    await #expect(throws: Unrecordable.self) {
      try await council.append(reason: reason, author: author, at: morning()) { _ in [.figure("a", 1)] }
    }
    #expect(council.book.position == 0)
  }

  @Test("A record the Book can't read fails its whole batch, and no other of the group")
  func malformed() async throws {
    let council = try await scratch.open()
    let refused = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<20 {
        let malformed = Revision(kind: "actual", record: "a@2023-24-Q2", body: .object([:]))
        for batch in [[.figure("a-\(number)", 1), malformed], [.figure("b-\(number)", 1)]] {
          group.addTask {
            do {
              try await council.append(reason: "", author: "p-amira", at: morning()) { _ in batch }
              return false
            } catch {
              return error is MalformedEntry
            }
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(refused == 20)
    #expect(council.book.position == 20)
    #expect(try await council.verify().fault == nil)
  }
}
