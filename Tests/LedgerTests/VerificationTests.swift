import CorporatePlan
import Foundation
import Testing

@testable import Ledger

@Suite("Verifying finds what was done to a ledger behind its back")
struct VerificationTests {
  let scratch = Scratch()
  let sealed = SealedFile(name: "q2.html", mediaType: "text/html", bytes: Array("<h1>Q2</h1>".utf8))

  /// Five entries; the third names a sealed file.
  private func fill() async throws -> Council {
    let council = try await scratch.open()
    try await council.record(.figure("a", "£1.2m — «é» 🦆"), .figure("b", "2"))
    let report = JSON.object([
      "title": "Q2", "files": .array([.object(["digest": .string(sealed.digest.description)])]),
    ])
    try await council.append(reason: "Sealed", author: "p-ben", at: morning(1), files: [sealed]) { _ in
      [Revision(kind: "sealed-report", record: "q2", body: report)]
    }
    try await council.record(.figure("a", "3"), at: morning(2))
    try await council.record(.withdrawal("b"), at: morning(3))
    return council
  }

  private func verify() async throws -> Verification {
    let all = try await Council.verify(directory: scratch.path)
    return try #require(all.first { $0.council == "harrow" })
  }

  @Test("A ledger as it was written is sound, and its head is the one the council knows")
  func sound() async throws {
    let council = try await fill()
    let verification = try await council.verify()
    #expect(verification.fault == nil)
    #expect(verification.entries == 5)
    #expect(verification.files == 1)
    #expect(verification.head == council.head)
    #expect(try await verify() == verification)
    #expect(try await council.file(sealed.digest) == sealed)
  }

  @Test("A clearance whose hashes are still called digests is read, and looked for among no files")
  func earlierClearance() async throws {
    let council = try await scratch.open()
    let (whole, part) = (Digest(of: "all of it".utf8).description, Digest(of: "a section".utf8).description)
    let section = JSON.object(["key": "summary", "heading": "Summary", "digest": .string(part)])
    let body = JSON.object([
      "report": "performance@2025-26-Q2", "role": "Monitoring Officer",
      "content": .object(["digest": .string(whole), "sections": .array([section])]),
    ])
    let record = "performance@2025-26-Q2#Monitoring Officer"
    try await council.record(Revision(kind: Clearance.kind, record: record, body: body))
    let read = try #require(try await scratch.open().book.clearances[record])
    let content = ClearedContent(digest: whole, sections: [.init("summary", heading: "Summary", digest: part)])
    #expect(read.content == content)
    #expect(read.body["content"]?["hash"]?.string == whole)
    #expect(try await council.verify().isSound)
  }

  @Test(
    "A past entry with another value in any column",
    arguments: [
      ("batch", "'b9'"), ("recorded_at", "'2023-11-16T09:31:00.001Z'"), ("author", "'p-cat'"), ("reason", "'sealed'"),
      ("kind", "'sealed-reports'"), ("record", "'q3'"), ("body", "'{}'"), ("body", "NULL"), ("revision", "2"),
      ("hash", "'\(Digest.start)'"), ("hash", "upper(hash)"), ("position", "33"), ("council", "'harlow'"),
      // The same to a careless reader: the time without its thousandths, a space in the body, the end after a zero byte.
      ("recorded_at", "'2023-11-16T09:31:00Z'"), ("body", "replace(body, ':', ': ')"),
      ("author", "author || char(0, 65)"),
      ("body", "body || char(0)"), ("reason", "CAST(x'5365616CFF' AS TEXT)"),
    ])
  func changed(column: String, value: String) async throws {
    _ = try await fill()
    try scratch.tamper("UPDATE entry SET \(column) = \(value) WHERE position = 3")
    guard case .entry(position: 3, _) = try await verify().fault else {
      Issue.record("not found")
      return
    }
  }

  @Test(
    "Entries that were taken out, exchanged, put in or put first",
    arguments: [
      (2, "DELETE FROM entry WHERE position = 2"),
      (1, "DELETE FROM entry WHERE position = 1"),
      (1, "DELETE FROM entry WHERE position = 1; UPDATE entry SET position = position - 1"),
      (
        2,
        """
        DELETE FROM entry WHERE position = 2;
        UPDATE entry SET position = position - 1 WHERE position > 2
        """
      ),
      (
        1,
        """
        UPDATE entry SET position = 99 WHERE position = 1; UPDATE entry SET position = 1 WHERE position = 2;
        UPDATE entry SET position = 2 WHERE position = 99
        """
      ),
      (
        6,
        """
        INSERT INTO entry SELECT council, 6, batch, recorded_at, author, reason, kind, record, 3, body, hash
        FROM entry WHERE position = 4
        """
      ),
    ])
  func moved(position: Int, sql: String) async throws {
    _ = try await fill()
    try scratch.tamper(sql)
    guard case .entry(position: position, _) = try await verify().fault else {
      Issue.record("not found")
      return
    }
  }

  @Test("A body that is not canonical, though someone has made the hash fit it")
  func notCanonical() async throws {
    let council = try await fill()
    let forged = Entry(
      position: 6, batch: "b6", recordedAt: morning(9), author: "p-ben", reason: "", kind: "figure", record: "c",
      revision: 1, body: #"{"figure": 1}"#)
    let hash = EntryHash.of(forged, council: "harrow", after: council.head)
    try await council.file.pool.write { db in try EntryRow.insert(forged, hash, council: "harrow", into: db) }
    #expect(try await verify().fault == .entry(position: 6, "the body is not canonical JSON"))
  }

  @Test("A revision left out, though someone has made the hash fit it")
  func revisionLeftOut() async throws {
    let council = try await fill()
    let forged = Entry(
      position: 6, batch: "b6", recordedAt: morning(9), author: "p-ben", reason: "", kind: "figure", record: "a",
      revision: 4, body: "{}")
    let hash = EntryHash.of(forged, council: "harrow", after: council.head)
    try scratch.tamper("SELECT 1")
    try await council.file.pool.write { db in try EntryRow.insert(forged, hash, council: "harrow", into: db) }
    #expect(try await verify().fault == .entry(position: 6, "revision 4 of figure/a follows revision 2"))
  }

  @Test("A position left out, though someone has made the hash fit it")
  func positionLeftOut() async throws {
    let council = try await fill()
    let forged = Entry(
      position: 7, batch: "b7", recordedAt: morning(9), author: "p-ben", reason: "", kind: "figure", record: "c",
      revision: 1, body: "{}")
    let hash = EntryHash.of(forged, council: "harrow", after: council.head)
    try scratch.tamper("SELECT 1")
    try await council.file.pool.write { db in try EntryRow.insert(forged, hash, council: "harrow", into: db) }
    #expect(try await verify().fault == .entry(position: 6, "the entry is missing"))
  }

  @Test("A sealed file with other bytes, or without them, or gone")
  func files() async throws {
    _ = try await fill()
    try scratch.tamper("UPDATE file SET bytes = CAST('<h1>Q3</h1>' AS BLOB)")
    #expect(
      try await verify().fault
        == .file(digest: sealed.digest.description, "the bytes differ from what was sealed"))
    try scratch.tamper("UPDATE file SET bytes = x''")
    #expect(
      try await verify().fault
        == .file(digest: sealed.digest.description, "the bytes differ from what was sealed"))
    try scratch.tamper("DELETE FROM file")
    #expect(
      try await verify().fault
        == .file(digest: sealed.digest.description, "the file that entry 3 names is missing"))
  }

  @Test("An index that misses an entry")
  func index() async throws {
    _ = try await fill()
    try scratch.tamper(
      """
      PRAGMA writable_schema = ON;
      CREATE TABLE shelf (council TEXT, batch TEXT, position INTEGER, PRIMARY KEY (council, batch, position)) WITHOUT ROWID;
      UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'shelf')
      WHERE name = 'entry_batch';
      DELETE FROM sqlite_master WHERE name = 'shelf';
      """)
    guard case .database = try await verify().fault else {
      Issue.record("not found")
      return
    }
  }

  @Test("Newest entries taken away show only against a copy of the head kept elsewhere")
  func tail() async throws {
    let witness: Verification.Witness?
    do {
      let council = try await fill()
      witness = council.witness
      try scratch.tamper("DELETE FROM entry WHERE position > 3")
      #expect(
        try await council.verify().fault
          == .entry(position: 4, "the newest entries are missing: a copy of the head says that there were 5"))
    }
    let council = try await scratch.open()
    #expect(try await council.verify().fault == nil)
    let verification = try await council.verify(against: witness)
    #expect(verification.fault?.description.hasPrefix("entry 4: the newest entries are missing") == true)
  }

  @Test("A history rewritten with hashes that fit shows against a copy of the head")
  func rewritten() async throws {
    let witness = try await fill().witness
    let other = Scratch()
    let forger = try await other.open()
    for figure in 0..<5 { try await forger.record(.figure("a", JSON(figure))) }
    #expect(try await forger.verify().isSound)
    guard case .entry(position: 5, _) = try await forger.verify(against: witness).fault else {
      Issue.record("not found")
      return
    }
  }

  @Test("One bit of the file flipped: it shows, or nothing that was recorded has changed")
  func bitFlips() async throws {
    let council = try await fill()
    let commentary = JSON.string(String(repeating: "commentary ", count: 200))
    let revisions = (0..<60).map { number in Revision.figure("c-\(number)", commentary) }
    try await council.append(reason: "Q3", author: "p-cat", at: morning(9)) { _ in revisions }
    let backup = scratch.path + "/backup"
    let sound = try await council.backup(to: backup)
    let whole = try #require(FileManager.default.contents(atPath: backup))
    var found = 0
    for _ in 0..<150 {
      var bytes = whole
      bytes[Int.random(in: bytes.indices)] ^= 1 << UInt8.random(in: 0..<8)
      try bytes.write(to: URL(fileURLWithPath: backup))
      do {
        let verification = try await Council.verify(backup: backup)
        // The head covers every column of every entry.
        if verification == sound { continue }
        #expect(verification.contains { !$0.isSound } || verification.map(\.council) != ["harrow"])
      } catch {
        #expect(error is LedgerError, "\(error)")
      }
      found += 1
    }
    #expect(found > 30)
  }
}

@Suite("A sealed file is proved by the entry that names it")
struct SealedFileVerificationTests {
  let scratch = Scratch()

  @Test(
    "a changed name or media type, and a file whose entries were taken away, are found",
    arguments: [
      ("DROP TRIGGER file_stays; UPDATE file SET name = 'other.html'", "name or media type"),
      ("DROP TRIGGER file_stays; UPDATE file SET media_type = 'text/x'", "name or media type"),
      ("DROP TRIGGER entry_remains; DELETE FROM entry", "no entry names it"),
    ])
  func found(sql: String, words: String) async throws {
    let council = try await scratch.open()
    let page = SealedFile(name: "q2.html", mediaType: "text/html", bytes: [1, 2, 3])
    try await council.append(reason: "", author: "p-amira", at: morning(), files: [page]) { _ in
      [.naming(page, as: "seal")]
    }
    try await scratch.file().pool.writeWithoutTransaction { db in try db.execute(sql: sql) }
    let verification = try #require(try await Council.verify(directory: scratch.path).first)
    #expect(verification.fault?.description.contains(words) == true)
  }
}
