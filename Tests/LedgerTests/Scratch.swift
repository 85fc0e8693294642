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

  /// Does to the file what the ledger itself refuses to do.
  func tamper(_ sql: String) throws {
    try LedgerFile(directory: path, creating: false, serving: false).pool.writeWithoutTransaction { db in
      try db.execute(sql: "DROP TRIGGER IF EXISTS entry_comes_next")
      try db.execute(sql: "DROP TRIGGER IF EXISTS entry_stays")
      try db.execute(sql: "DROP TRIGGER IF EXISTS entry_remains")
      try db.execute(sql: "DROP TRIGGER IF EXISTS file_stays")
      try db.execute(sql: "DROP TRIGGER IF EXISTS file_remains")
      try db.execute(sql: "PRAGMA ignore_check_constraints = ON")
      try db.execute(sql: sql)
    }
  }
}

/// 16 November 2023, 09:30, and so many minutes.
func morning(_ minutes: Int = 0) -> Moment { Moment(milliseconds: 1_700_127_000_000 + minutes * 60_000) }

extension Revision {
  /// An indicator's actual, as far as these tests care.
  static func actual(_ record: String, _ figure: JSON) -> Revision {
    Revision(kind: "actual", record: record, body: .object(["figure": figure]))
  }

  static func withdrawal(_ record: String) -> Revision { Revision(kind: "actual", record: record, body: nil) }
}

extension RecordID {
  static func actual(_ record: String) -> RecordID { RecordID("actual", record) }
}

extension Council {
  @discardableResult
  func record(_ revisions: Revision..., by author: String = "p-amira", at: Moment = morning()) async throws -> Receipt {
    try await append(reason: "Q2 figures", author: author, at: at) { _ in revisions }
  }
}
