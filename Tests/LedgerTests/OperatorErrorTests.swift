import CorporatePlan
import Foundation
import Testing

@testable import Ledger

@Suite("What an operator must mend says where and how, and loses nothing")
struct OperatorErrorTests {
  let scratch = Scratch()

  @Test("A full disk refuses the whole batch, and the next one fits when there is room again")
  func diskFull() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("a", "1"))
    func limit(_ pages: Int) async throws {
      try await council.file.pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA max_page_count = \(pages)")
      }
    }
    try await limit(1)
    let long = JSON.string(String(repeating: "long ", count: 20_000))
    await #expect(throws: LedgerError(.diskFull, at: scratch.database)) {
      try await council.record(.figure("b", "2"), .figure("c", long))
    }
    #expect(council.book.position == 1)
    try await limit(1_000_000)
    try await council.record(.figure("c", long))
    #expect(council.book.position == 2)
    #expect(try await council.verify().isSound)
  }

  @Test("A file that can't be written to is named as such")
  func readOnly() async throws {
    let council = try await scratch.open()
    try await council.file.pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA query_only = ON") }
    await #expect(throws: LedgerError(.readOnly, at: scratch.database)) { try await council.record(.figure("a", "1")) }
  }

  @Test("A writer that does not let go is waited for, then named")
  func locked() async throws {
    let council = try await scratch.open()
    try await council.file.pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA busy_timeout = 20") }
    let holds = DispatchSemaphore(value: 0)
    let release = DispatchSemaphore(value: 0)
    let other = try scratch.file()
    let holder = Thread {
      try? other.pool.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          holds.signal()
          release.wait()
          return .rollback
        }
      }
    }
    holder.start()
    await withCheckedContinuation { go in
      Thread {
        holds.wait()
        go.resume()
      }.start()
    }
    await #expect(throws: LedgerError(.locked, at: scratch.database)) { try await council.record(.figure("a", "1")) }
    release.signal()
  }

  @Test("A second server on the same directory is refused until the first one ends; other writers are not")
  func secondServer() async throws {
    do {
      let server = try await Council.open(directory: scratch.path, council: "harrow", serving: true)
      await #expect(throws: LedgerError(.served, at: scratch.path)) {
        try await Council.open(directory: scratch.path, council: "harrow", serving: true)
      }
      try await scratch.open().record(.figure("a", "1"))
      #expect(try await server.catchUp().position == 1)
    }
    _ = try await Council.open(directory: scratch.path, council: "harrow", serving: true)
  }

  @Test("A second server that is refused closes no file but its own")
  func closesItsOwn() async throws {
    let directory = scratch.path
    try LedgerFile.makeDirectory(directory)
    let lock = try DirectoryLock(directory)
    let refused = Task.detached {
      for _ in 0..<3000 { #expect(throws: LedgerError(.served, at: directory)) { try DirectoryLock(directory) } }
    }
    let lost = Task.detached {
      (0..<3000).count { _ in
        let file = open("/dev/null", O_RDONLY | O_CLOEXEC)
        Thread.sleep(forTimeInterval: 0.000_01)
        return close(file) != 0
      }
    }
    await refused.value
    #expect(await lost.value == 0)
    withExtendedLifetime(lock) {}
  }

  @Test("A file exchanged under a running server is noticed before anything is appended to it")
  func exchanged() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("a", "1"), .figure("b", "2"))
    try scratch.tamper("DELETE FROM entry WHERE position = 2")
    await #expect(throws: LedgerError(.replaced, at: scratch.database)) { try await council.record(.figure("c", "3")) }
    await #expect(throws: LedgerError(.replaced, at: scratch.database)) { try await council.catchUp() }
  }

  @Test("A ledger with a gap does not open")
  func gap() async throws {
    try await scratch.open().record(.figure("a", "1"), .figure("b", "2"), .figure("c", "3"))
    try scratch.tamper("DELETE FROM entry WHERE position = 2")
    await #expect(throws: LedgerError(.damaged("entry 2 is missing"), at: scratch.database)) {
      try await scratch.open()
    }
  }

  @Test("A column that holds what it can't is damage, not an error of the program")
  func undecodable() async throws {
    let council = try await scratch.open()
    let error = try await #require(throws: LedgerError.self) {
      try await council.file.read { db in try String.fetchAll(db, sql: "SELECT NULL") }
    }
    guard case .damaged = error.cause else {
      Issue.record("\(error)")
      return
    }
  }

  @Test("When the database takes a whole group back, none of it is acknowledged")
  func groupTakenBack() async throws {
    let council = try await scratch.open()
    try await council.file.pool.writeWithoutTransaction { db in
      try db.execute(
        sql: """
          CREATE TEMP TRIGGER power_cut BEFORE INSERT ON main.entry WHEN NEW.record = 'last straw'
          BEGIN SELECT raise(ROLLBACK, 'taken back'); END
          """)
    }
    let acknowledged = await withTaskGroup(of: Int.self) { group in
      for number in 0..<100 {
        let record = number == 50 ? "last straw" : "a-\(number)"
        group.addTask {
          do { return try await council.record(.figure(record, 1)).positions.count } catch { return 0 }
        }
      }
      return await group.reduce(0, +)
    }
    #expect(council.book.position == acknowledged)
    let verification = try await council.verify()
    #expect(verification.fault == nil)
    #expect(verification.entries == acknowledged)
  }

  @Test("Every cause has a message and a way to mend it")
  func words() {
    let causes: [LedgerError.Cause] = [
      .absent, .diskFull, .readOnly, .notADatabase, .notALedger, .newerSchema(found: 3, known: 2), .served, .locked,
      .damaged("entry 2 is missing"), .replaced, .occupied, .unsound("entry 2"), .storage("I/O error"),
    ]
    for error in causes.map({ LedgerError($0, at: "/data") }) {
      #expect(error.description == "/data: \(error.message). \(error.mend).")
      #expect(!error.message.hasSuffix(".") && !error.mend.hasSuffix("."))
    }
  }
}
