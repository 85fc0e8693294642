import CorporatePlan
import Foundation
import Testing

@testable import Ledger

@Suite("A backup is one file, whole and verified")
struct BackupTests {
  let scratch = Scratch()
  var backup: String { scratch.path + "/backup.sqlite" }

  @Test("What was backed up stands again after a restore, all councils and files of it")
  func roundTrip() async throws {
    let sealed = SealedFile(name: "q2.html", mediaType: "text/html", bytes: Array(0...255))
    let harrow = try await scratch.open()
    let harlow = try await scratch.open(council: "harlow")
    try await harlow.record(.figure("a", 7))
    try await harrow.append(reason: "", author: "p-amira", at: morning(), files: [sealed]) { _ in
      [.naming(sealed, as: "a")]
    }
    let found = try await harrow.backup(to: backup)
    #expect(found.map(\.council) == ["harlow", "harrow"])
    let header = try #require(FileManager.default.contents(atPath: backup)).prefix(20)
    let outsideWAL: [UInt8] = [1, 1]
    #expect(Array(header[18..<20]) == outsideWAL)
    try await harrow.record(.figure("a", 2))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter { $0.hasPrefix("backup") } == [
        "backup.sqlite"
      ])

    let elsewhere = Scratch()
    #expect(try await Council.restore(from: backup, to: elsewhere.path) == found)
    #expect(try await Council.names(in: elsewhere.path) == ["harlow", "harrow"])
    let restored = try await elsewhere.open()
    #expect(restored.book.position == 1)
    #expect(try await restored.file(sealed.digest) == sealed)
    try await restored.record(.figure("a", 3))
    #expect(try await restored.verify().isSound)
  }

  @Test("It is taken while others append, and holds whole batches")
  func whileAppending() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("first", 0))
    let appending = Task {
      for number in 0..<300 { try await council.record(.figure("a", JSON(number)), .figure("b", JSON(number))) }
    }
    let found = try await council.backup(to: backup)
    try await appending.value
    #expect(found[0].isSound)
    #expect(found[0].entries % 2 == 1)
  }

  @Test("Neither a backup nor a restore overwrites anything")
  func occupied() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("a", 1))
    try await council.backup(to: backup)
    await #expect(throws: LedgerError(.occupied, at: backup)) { try await council.backup(to: backup) }
    await #expect(throws: LedgerError(.occupied, at: scratch.path)) {
      try await Council.restore(from: backup, to: scratch.path)
    }
    #expect(council.book.position == 1)
    #expect(try await council.verify().isSound)
  }

  @Test("A ledger that does not verify is not called a backup")
  func unsoundSource() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("a", 1), .figure("b", 2))
    try scratch.tamper("UPDATE entry SET reason = 'better' WHERE position = 1")
    let error = try await #require(throws: LedgerError.self) { try await council.backup(to: backup) }
    guard case .unsound = error.cause else {
      Issue.record("\(error)")
      return
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).filter { $0.hasPrefix("backup") } == [])
  }

  @Test("A backup that was changed, is no ledger, or is missing is not restored")
  func unsoundBackup() async throws {
    let elsewhere = Scratch()
    await #expect(throws: LedgerError(.absent, at: backup)) {
      try await Council.restore(from: backup, to: elsewhere.path)
    }
    let council = try await scratch.open()
    try await council.record(.figure("a", "commentary"))
    try await council.backup(to: backup)
    var bytes = try #require(FileManager.default.contents(atPath: backup))
    let place = try #require(bytes.firstRange(of: Array("commentary".utf8)))
    bytes[place.lowerBound] = UInt8(ascii: "C")
    try bytes.write(to: URL(fileURLWithPath: backup))
    let error = try await #require(throws: LedgerError.self) {
      try await Council.restore(from: backup, to: elsewhere.path)
    }
    guard case .unsound = error.cause else {
      Issue.record("\(error)")
      return
    }
    try Data("Dear sir".utf8).write(to: URL(fileURLWithPath: backup))
    let notOne = try await #require(throws: LedgerError.self) {
      try await Council.restore(from: backup, to: elsewhere.path)
    }
    #expect(notOne.cause == .notADatabase)
    #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere.path).isEmpty)
  }
}
