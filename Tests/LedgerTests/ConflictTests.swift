import CorporatePlan
import Testing

@testable import Ledger

@Suite("A form that someone else was faster than")
struct ConflictTests {
  let scratch = Scratch()

  @Test("is told the newest revision with its body and author, and nothing is written")
  func overtaken() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("a", "93"), .figure("b", "1"))
    try await council.record(.figure("a", "94"), by: "p-ben", at: morning(1))
    let conflict = try await #require(throws: Conflict.self) {
      try await council.append(
        reason: "", author: "p-amira", at: morning(2), expecting: [.figure("a"): 1, .figure("b"): 1, .figure("c"): 0]
      ) { _ in
        Issue.record("nothing is decided on a form that was overtaken")
        return [.figure("a", "95")]
      }
    }
    let overtaken = try #require(conflict.overtaken.first)
    #expect(conflict.overtaken.count == 1)
    #expect(overtaken.record == .figure("a"))
    #expect(overtaken.shown == 1)
    #expect(overtaken.current?.revision == 2)
    #expect(overtaken.current?.author == "p-ben")
    #expect(overtaken.current?.body == #"{"figure":"94"}"#)
    #expect(council.book.position == 3)
  }

  @Test("is told so too when the other came by another process, or made the record")
  func created() async throws {
    let council = try await scratch.open()
    try await scratch.open().record(.figure("a", "93"))
    let conflict = try await #require(throws: Conflict.self) {
      try await council.append(reason: "", author: "p-amira", at: morning(), expecting: [.figure("a"): 0]) { _ in
        [.figure("a", "95")]
      }
    }
    #expect(conflict.overtaken.map(\.current?.revision) == [1])
  }

  @Test("Of two forms sent at once on the same revision, one is recorded and the other told")
  func together() async throws {
    let council = try await scratch.open()
    let conflicts = await withTaskGroup(of: Bool.self) { group in
      for figure in 0..<20 {
        group.addTask {
          do {
            try await council.append(reason: "", author: "p-amira", at: morning(), expecting: [.figure("a"): 0]) { _ in
              [.figure("a", JSON(figure))]
            }
            return false
          } catch {
            return error is Conflict
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(conflicts == 19)
    #expect(council.book.position == 1)
  }

  @Test("A form on the newest revisions is recorded")
  func current() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("a", "93"))
    try await council.append(
      reason: "", author: "p-amira", at: morning(), expecting: [.figure("a"): 1, .figure("b"): 0]
    ) { _ in [.figure("a", "95")] }
    #expect(council.book.stamp(of: .figure("a"))?.revision == 2)
  }
}
