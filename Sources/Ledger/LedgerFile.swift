import Foundation
import GRDB

/// The open `goldthread.sqlite` of a directory: one writer, many readers, durable before acknowledged.
final class LedgerFile: Sendable {
  let path: String
  let pool: DatabasePool
  private let lock: DirectoryLock?

  /// Opens the file, or creates it when allowed to.
  init(directory: String, creating: Bool, serving: Bool) throws {
    let path = LedgerFile.path(in: directory)
    self.path = path
    if creating {
      try LedgerFile.makeDirectory(directory)
    } else if !FileManager.default.fileExists(atPath: path) {
      throw LedgerError(.absent, at: directory)
    }
    lock = serving ? try DirectoryLock(directory) : nil
    pool = try LedgerError.translating(at: path) {
      // Not yet by the pool, which turns WAL on: another program's file stays as it is.
      try DatabaseQueue(path: path, configuration: LedgerFile.configuration).writeWithoutTransaction { db in
        try Schema.bringUpToDate(db, at: path)
      }
      let pool = try DatabasePool(path: path, configuration: LedgerFile.configuration)
      // A pool sets NORMAL when it turns WAL on, which loses acknowledged entries in a power cut: so after it.
      try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA synchronous = FULL") }
      return pool
    }
  }

  /// The councils that have entries in the file, by name.
  func councils() async throws -> [String] {
    try await read { db in try String.fetchAll(db, sql: "SELECT DISTINCT council FROM entry ORDER BY council") }
  }

  /// Reads in one transaction, off the threads that serve requests.
  func read<Result: Sendable>(_ work: @escaping @Sendable (Database) throws -> Result) async throws -> Result {
    try await LedgerError.translating(at: path) { try await pool.read(work) }
  }

  /// Writes in one transaction that holds the writer's lock from its start; durable when it returns.
  func write<Result: Sendable>(_ work: @escaping @Sendable (Database) throws -> Result) async throws -> Result {
    try await LedgerError.translating(at: path) {
      try await pool.writeWithoutTransaction { db in try LedgerFile.inTransaction(db, work) }
    }
  }

  /// The same on the thread that asks for it, which waits for the disk.
  func writeHere<Result>(_ work: (Database) throws -> Result) throws -> Result {
    try LedgerError.translating(at: path) {
      try pool.writeWithoutTransaction { db in try LedgerFile.inTransaction(db, work) }
    }
  }

  private static func inTransaction<Result>(_ db: Database, _ work: (Database) throws -> Result) throws -> Result {
    var result: Result?
    try db.inTransaction(.immediate) {
      result = try work(db)
      return .commit
    }
    return result!
  }

  static func path(in directory: String) -> String { directory + "/goldthread.sqlite" }

  static var configuration: Configuration {
    var configuration = Configuration()
    configuration.label = "goldthread"
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(10)
    // What is deleted or rewritten is overwritten, not only unlinked: it may be a person's name.
    configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA secure_delete = ON") }
    return configuration
  }

  /// Opens a file that is only to be read, such as a backup.
  static func readOnly(_ path: String) throws -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: path) else { throw LedgerError(.absent, at: path) }
    var configuration = LedgerFile.configuration
    configuration.readonly = true
    return try LedgerError.translating(at: path) { try DatabaseQueue(path: path, configuration: configuration) }
  }

  static func makeDirectory(_ directory: String) throws(LedgerError) {
    do {
      try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    } catch {
      throw LedgerError(.readOnly, at: directory)
    }
  }
}
