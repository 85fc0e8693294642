import CorporatePlan
import Foundation
import Testing

@testable import Ledger

@Suite("The file goldthread.sqlite")
struct SchemaTests {
  let scratch = Scratch()

  @Test("The entry table has the columns other systems rely on")
  func columns() async throws {
    _ = try await scratch.open()
    let columns = try await scratch.file().pool.read { db in
      try String.fetchAll(db, sql: "SELECT name FROM pragma_table_info('entry') ORDER BY cid")
    }
    #expect(
      columns == [
        "council", "position", "batch", "recorded_at", "author", "reason", "kind", "record", "revision", "body", "hash",
      ])
  }

  @Test("The writer syncs every commit, in WAL, with foreign keys on and patience for other writers")
  func pragmas() async throws {
    let council = try await scratch.open()
    let pragmas = try await council.file.pool.writeWithoutTransaction { db in
      try ["synchronous", "journal_mode", "foreign_keys", "busy_timeout"].map { name in
        try String.fetchOne(db, sql: "PRAGMA \(name)")
      }
    }
    let full = "2"
    #expect(pragmas == [full, "wal", "1", "10000"])
  }

  @Test(
    "An entry is never changed, deleted, replaced or put anywhere but next",
    arguments: [
      "UPDATE entry SET reason = 'better' WHERE position = 1",
      "DELETE FROM entry WHERE position = 2",
      "INSERT OR REPLACE INTO entry SELECT council, 1, batch, recorded_at, author, 'better', kind, record, revision, body, hash FROM entry WHERE position = 1",
      "INSERT OR REPLACE INTO entry SELECT council, 3, batch, recorded_at, author, 'better', kind, record, revision, body, hash FROM entry WHERE position = 1",
      "INSERT INTO entry SELECT council, 4, batch, recorded_at, author, reason, kind, 'new', 1, body, hash FROM entry WHERE position = 1",
      "INSERT INTO entry SELECT council, 3, batch, recorded_at, author, reason, kind, 'new', 2, body, hash FROM entry WHERE position = 1",
      "UPDATE file SET bytes = x'00'",
      "DELETE FROM file",
      "INSERT OR REPLACE INTO file SELECT council, digest, name, media_type, x'00' FROM file",
    ])
  func kept(sql: String) async throws {
    let council = try await scratch.open()
    let page = SealedFile(name: "q2.html", mediaType: "text/html", bytes: [1, 2, 3])
    try await council.append(reason: "", author: "p-amira", at: morning(), files: [page]) { _ in
      [.figure("a", "1"), .naming(page, as: "b")]
    }
    #expect(throws: (any Error).self) {
      try scratch.file().pool.writeWithoutTransaction { db in try db.execute(sql: sql) }
    }
    #expect(try await council.verify().isSound)
    #expect(try await scratch.open().book.position == 2)
  }

  @Test(
    "What the types promise the table demands",
    arguments: [
      ("council", "''"), ("position", "0"), ("batch", "''"), ("recorded_at", "'16/11/2023'"), ("author", "''"),
      ("reason", "NULL"), ("kind", "''"), ("record", "NULL"), ("revision", "'first'"), ("body", "'{'"),
      ("hash", "'none'"),
    ])
  func checks(column: String, value: String) async throws {
    _ = try await scratch.open()
    let row = [
      "council": "'harrow'", "position": "1", "batch": "'b1'", "recorded_at": "'2023-11-16T09:30:00.000Z'",
      "author": "'p-amira'", "reason": "''", "kind": "'figure'", "record": "'a'", "revision": "1", "body": "'{}'",
      "hash": "'\(Digest.start)'",
    ]
    func insert(_ row: [String: String]) throws {
      try scratch.file().pool.writeWithoutTransaction { db in
        try db.execute(
          sql: "INSERT INTO entry (\(row.keys.joined(separator: ", "))) VALUES (\(row.values.joined(separator: ", ")))")
      }
    }
    #expect(throws: (any Error).self) { try insert(row.merging([column: value]) { $1 }) }
    try insert(row)
  }

  @Test("A ledger of a newer Goldthread is refused")
  func newer() async throws {
    _ = try await scratch.open()
    try scratch.tamper("INSERT INTO schema (version) VALUES (99)")
    await #expect(throws: LedgerError(.newerSchema(found: 99, known: Schema.steps.count), at: scratch.database)) {
      try await scratch.open()
    }
  }

  @Test("A file that is not SQLite is refused and left as it is")
  func notADatabase() async throws {
    let letter = Array(String(repeating: "Dear sir, ", count: 1000).utf8)
    try scratch.write(letter)
    await #expect(throws: LedgerError(.notADatabase, at: scratch.database)) { try await scratch.open() }
    #expect(try scratch.bytes() == letter)
  }

  @Test(
    "Another program's database is refused and left as it is, even one with a table called schema",
    arguments: ["DROP TABLE schema", "DELETE FROM schema"])
  func anotherProgram(sql: String) async throws {
    _ = try await scratch.open()
    try scratch.tamper("\(sql); PRAGMA application_id = 7; PRAGMA journal_mode = DELETE")
    let before = try scratch.bytes()
    await #expect(throws: LedgerError(.notALedger, at: scratch.database)) { try await scratch.open() }
    #expect(try scratch.bytes() == before)
  }

  @Test("Opening without leave to create refuses a directory without a ledger, and leaves it so")
  func absent() async throws {
    await #expect(throws: LedgerError(.absent, at: scratch.path)) {
      try await Council.open(directory: scratch.path, council: "harrow", creating: false)
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.path))
  }
}
