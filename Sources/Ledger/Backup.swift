import Foundation
import GRDB

/// Whole copies of a ledger in one file, and back.
enum Backup {
  /// Copies a database while it is in use; the copy takes its name only once it verifies and is on the disk.
  static func copy(_ source: some DatabaseReader, to path: String) async throws -> [Verification] {
    let partial = path + ".partial"
    removeFiles(partial)
    defer { removeFiles(partial) }
    let found = try await LedgerError.translating(at: path) {
      try await source.read { source in
        let copy = try DatabaseQueue(path: partial, configuration: LedgerFile.configuration)
        return try copy.writeWithoutTransaction { copy in
          try source.backup(to: copy)
          // Out of WAL, so that the copy is one file and can be read from where nothing can be written.
          try copy.execute(sql: "PRAGMA journal_mode = DELETE")
          guard try Schema.version(of: copy, at: path) > 0 else { throw LedgerError(.notALedger, at: path) }
          return try Verification.all(in: copy)
        }
      }
    }
    if let unsound = found.first(where: { !$0.isSound }), let fault = unsound.fault {
      throw LedgerError(.unsound("\(unsound.council), \(fault)"), at: path)
    }
    try moveDurably(partial, to: path)
    return found
  }

  private static func removeFiles(_ path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unlink(path + suffix) }
  }

  /// Renames a file and has the directory on the disk before it returns.
  private static func moveDurably(_ old: String, to new: String) throws(LedgerError) {
    guard rename(old, new) == 0 else { throw LedgerError(.readOnly, at: new) }
    // A bare name has no folder in it: it lies in the one we are in.
    let folder = (new as NSString).deletingLastPathComponent
    let directory = Foundation.open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    guard directory >= 0 else { throw LedgerError(.readOnly, at: new) }
    defer { close(directory) }
    guard fsync(directory) == 0 else { throw LedgerError(.storage("the directory could not be synced"), at: new) }
  }
}

extension Council {
  /// Copies the whole installation (all councils, files and people) into one new file while it is in use, and verifies
  /// the copy. A file that is already there is not overwritten.
  @discardableResult
  package func backup(to path: String) async throws -> [Verification] {
    guard !FileManager.default.fileExists(atPath: path) else { throw LedgerError(.occupied, at: path) }
    return try await Backup.copy(file.pool, to: path)
  }

  /// The same for a directory of which no council is open.
  @discardableResult
  package static func backup(directory: String, to path: String) async throws -> [Verification] {
    guard !FileManager.default.fileExists(atPath: path) else { throw LedgerError(.occupied, at: path) }
    return try await Backup.copy(LedgerFile(directory: directory, creating: false, serving: false).pool, to: path)
  }

  /// Fills a directory from a backup, which is verified first. A directory that already holds a ledger is refused.
  @discardableResult
  package static func restore(from path: String, to directory: String) async throws -> [Verification] {
    let source = try LedgerFile.readOnly(path)
    try LedgerFile.makeDirectory(directory)
    let new = LedgerFile.path(in: directory)
    guard !FileManager.default.fileExists(atPath: new), !FileManager.default.fileExists(atPath: new + "-wal") else {
      throw LedgerError(.occupied, at: directory)
    }
    return try await Backup.copy(source, to: new)
  }

  /// Re-reads the ledgers of all councils in a backup.
  package static func verify(backup path: String) async throws -> [Verification] {
    let file = try LedgerFile.readOnly(path)
    return try await LedgerError.translating(at: path) {
      try await file.read { db in
        guard try Schema.version(of: db, at: path) > 0 else { throw LedgerError(.notALedger, at: path) }
        return try Verification.all(in: db)
      }
    }
  }
}
