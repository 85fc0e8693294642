import CorporatePlan
import Foundation

@testable import Ledger

/// A directory for one test, gone with it.
final class Scratch: Sendable {
  let path = NSTemporaryDirectory() + "ledger-\(UUID().uuidString)"

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var database: String { path + "/goldthread.sqlite" }

  func open(council: String = "harrow") async throws -> Council {
    try await Council.open(directory: path, council: council)
  }

  /// The writer's connection, for what the ledger itself does not offer.
  func file() throws -> LedgerFile { try LedgerFile(directory: path, creating: true, serving: false) }

  /// Does to the file what the ledger refuses to do.
  func tamper(_ sql: String) throws {
    try file().pool.writeWithoutTransaction { db in
      for trigger in try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'") {
        try db.execute(sql: "DROP TRIGGER \(trigger)")
      }
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: sql)
    }
  }

  func bytes(_ suffix: String = "") throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: database + suffix)))
  }

  func write(_ bytes: [UInt8], _ suffix: String = "") throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: database + suffix))
  }
}

/// 16 November 2023, 09:30, and so many minutes.
func morning(_ minutes: Int = 0) -> Moment { Moment(milliseconds: 1_700_127_000_000 + minutes * 60_000) }

extension Revision {
  /// A record of a kind that the Book does not read: the ledger keeps any.
  static func figure(_ record: String, _ figure: JSON) -> Revision {
    Revision(kind: "figure", record: record, body: .object(["figure": figure]))
  }

  /// A record that names a sealed file, as a seal does.
  static func naming(_ file: SealedFile, as record: String) -> Revision {
    Revision(
      kind: "figure", record: record,
      body: .object([
        "digest": .string(file.digest.description), "name": .string(file.name), "type": .string(file.mediaType),
      ]))
  }

  static func withdrawal(_ record: String) -> Revision { Revision(kind: "figure", record: record, body: nil) }
}

extension RecordID {
  static func figure(_ record: String) -> RecordID { RecordID("figure", record) }
}

extension Council {
  @discardableResult
  func record(_ revisions: Revision..., by author: String = "p-amira", at: Moment = morning()) async throws -> Receipt {
    try await append(reason: "Q2 figures", author: author, at: at) { _ in revisions }
  }
}
