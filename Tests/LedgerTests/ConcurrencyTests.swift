import CorporatePlan
import Foundation
import Testing

@testable import Ledger

@Suite("Many append at once")
struct ConcurrencyTests {
  let scratch = Scratch()

  @Test("64 concurrent appenders: none lost, none twice, revisions in order, and the chain verifies")
  func appenders() async throws {
    let council = try await scratch.open()
    let receipts = try await withThrowingTaskGroup(of: [Receipt].self) { group in
      for appender in 0..<64 {
        group.addTask {
          var receipts: [Receipt] = []
          for turn in 0..<10 {
            receipts.append(
              try await council.append(reason: "", author: "p-\(appender)", at: morning()) { book in
                let counted = book.stamp(of: .figure("shared"))?.revision ?? 0
                return [.figure("own-\(appender)-\(turn)", 1), .figure("shared", JSON(counted + 1))]
              })
          }
          return receipts
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(council.book.position == 1280)
    #expect(Set(receipts.flatMap(\.positions)) == Set(1...1280))
    #expect(Set(receipts.compactMap(\.batch)).count == 640)
    let shared = try await council.history(of: .figure("shared"))
    #expect(shared.compactMap(\.body) == (1...640).map { #"{"figure":\#($0)}"# })
    let verification = try await council.verify()
    #expect(verification.isSound && verification.entries == 1280 && verification.head == council.head)
  }

  @Test("Appends that wait while one is made durable share the next transaction")
  func groupCommit() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("first", 0))
    let before = try commits()
    try await withThrowingTaskGroup { group in
      for appender in 0..<200 { group.addTask { _ = try await council.record(.figure("a-\(appender)", 1)) } }
      try await group.waitForAll()
    }
    #expect(council.book.position == 201)
    let after = try commits()
    #expect(after - before < 100)
  }

  @Test("A refusal in a group is refused alone")
  func refusedAlone() async throws {
    struct Odd: Error {}
    let council = try await scratch.open()
    let refused = await withTaskGroup(of: Bool.self) { group in
      for appender in 0..<100 {
        group.addTask {
          do {
            try await council.append(reason: "", author: "p-amira", at: morning()) { _ in
              guard appender.isMultiple(of: 2) else { throw Odd() }
              return [.figure("a-\(appender)", 1)]
            }
            return false
          } catch {
            return error is Odd
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(refused == 50)
    #expect(council.book.position == 50)
    #expect(try await council.verify().isSound)
  }

  @Test("Two processes that append by turns and at once never overtake one another")
  func twoProcesses() async throws {
    let one = try await scratch.open()
    let other = try await scratch.open()
    try await one.record(.figure("a", 1))
    let receipt = try await other.append(reason: "", author: "p-ben", at: morning()) { book in
      [.figure("a", JSON(book.position + 1))]
    }
    #expect(receipt.positions == 2..<3)
    try await withThrowingTaskGroup { group in
      for council in [one, other] {
        group.addTask {
          for _ in 0..<50 {
            try await council.append(reason: "", author: "p-amira", at: morning()) { book in
              [.figure("a", JSON(book.position + 1))]
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let history = try await one.history(of: .figure("a"))
    #expect(history.compactMap(\.body) == (1...102).map { #"{"figure":\#($0)}"# })
    try await one.catchUp()
    try await other.catchUp()
    #expect(one.head == other.head)
    #expect(try await one.verify().isSound)
  }

  @Test("A server follows what another process appends")
  func follow() async throws {
    let server = try await scratch.open()
    let following = Task { try await server.follow(every: .milliseconds(5)) }
    try await scratch.open().record(.figure("a", 1))
    for _ in 0..<1000 where server.book.position == 0 { try await Task.sleep(for: .milliseconds(5)) }
    #expect(server.book.position == 1)
    following.cancel()
    await #expect(throws: CancellationError.self) { try await following.value }
  }

  @Test("Reading the Book waits for no writer")
  func readsDoNotWait() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("a", 1))
    let (begun, begin) = AsyncStream.makeStream(of: Void.self)
    let haveRead = DispatchSemaphore(value: 0)
    let appending = Task {
      try await council.append(reason: "", author: "p-amira", at: morning()) { _ in
        begin.yield()
        // Who waited for this writer would read what it writes.
        _ = haveRead.wait(timeout: .now() + 120)
        return [.figure("a", 2)]
      }
    }
    for await _ in begun { break }
    for _ in 0..<1000 { #expect(council.book.position == 1) }
    haveRead.signal()
    #expect(try await appending.value.positions == 2..<3)
  }

  @Test("An append that was asked for is not taken back by cancelling the task")
  func cancelled() async throws {
    let council = try await scratch.open()
    let appending = Task { try await council.record(.figure("a", 1)) }
    appending.cancel()
    #expect(try await appending.value.positions == 1..<2)
  }

  /// Transactions in the write-ahead log: its frames that end one.
  private func commits() throws -> Int {
    let log = try scratch.bytes("-wal")
    let page = log[8..<12].reduce(0) { $0 << 8 | Int($1) }
    return stride(from: 32, to: log.count - page, by: page + 24).count { frame in
      log[frame + 4..<frame + 8] != [0, 0, 0, 0]
    }
  }
}
