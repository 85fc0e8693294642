import GRDB

/// Trouble with the ledger's file that an operator must mend: what is wrong, where, and what to do about it.
package struct LedgerError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  package enum Cause: Equatable, Sendable {
    case absent
    case diskFull
    case readOnly
    /// The file is not SQLite.
    case notADatabase
    /// The file is SQLite, of another program.
    case notALedger
    /// The file was written by a newer Goldthread.
    case newerSchema(found: Int, known: Int)
    /// Another server holds the directory.
    case served
    /// Another process kept the file locked for too long.
    case locked
    /// What stands in the file can't be the ledger's doing.
    case damaged(String)
    /// The file no longer holds entries that this process has seen in it.
    case replaced
    /// The place already holds something that is not overwritten.
    case occupied
    /// A backup does not verify.
    case unsound(String)
    case storage(String)
  }

  package let cause: Cause
  /// The file or directory.
  package let place: String

  package init(_ cause: Cause, at place: String) {
    self.cause = cause
    self.place = place
  }

  package var description: String { "\(place): \(message). \(mend)." }

  /// What is wrong, as a sentence without its full stop.
  package var message: String {
    switch cause {
    case .absent: "there is no ledger here"
    case .diskFull: "the disk is full, and nothing was recorded"
    case .readOnly: "the file or its directory can't be written to"
    case .notADatabase: "the file is not a SQLite database"
    case .notALedger: "the database belongs to another program"
    case .newerSchema(let found, let known):
      "the ledger was written by a newer Goldthread (schema \(found); this one knows up to \(known))"
    case .served: "another Goldthread server is running on this directory"
    case .locked: "another program keeps the database locked"
    case .damaged(let what): "the ledger is damaged: \(what)"
    case .replaced: "the file no longer holds entries that were read from it before"
    case .occupied: "something is already here"
    case .unsound(let what): "the backup does not verify: \(what)"
    case .storage(let what): "the database could not be read or written: \(what)"
    }
  }

  /// What to do about it, as a sentence without its full stop.
  package var mend: String {
    switch cause {
    case .absent: "Check the directory's name, or start with `goldthread demo` or `goldthread serve`"
    case .diskFull: "Free some space, then repeat what was refused"
    case .readOnly: "Give the account Goldthread runs as the right to write to the directory and the files in it"
    case .notADatabase: "Move the file away, or restore a backup into an empty directory"
    case .notALedger: "Choose another directory"
    case .newerSchema: "Run the newer Goldthread; an older one would not understand all that is recorded"
    case .served: "Stop the other server, or choose another directory"
    case .locked: "Find the program that holds it (`fuser` on the file) and let it finish"
    case .damaged: "Run `goldthread verify`, and restore the newest backup that verifies into an empty directory"
    case .replaced: "Restart Goldthread if the file was exchanged on purpose; otherwise run `goldthread verify`"
    case .occupied: "Choose a new name or an empty directory"
    case .unsound: "Use an older backup, and find out what changed this one"
    case .storage: "Check the disk and the system's log, then run `goldthread verify`"
    }
  }
}

extension LedgerError {
  /// Reads SQLite's own trouble as an operator's.
  init(_ error: DatabaseError, at place: String) {
    let cause: Cause =
      switch error.resultCode {
      case .SQLITE_FULL: .diskFull
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_CANTOPEN: .readOnly
      case .SQLITE_NOTADB: .notADatabase
      case .SQLITE_BUSY, .SQLITE_LOCKED: .locked
      case .SQLITE_CORRUPT: .damaged(error.message ?? "SQLite can't read it")
      default: .storage(error.message ?? error.resultCode.description)
      }
    self.init(cause, at: place)
  }

  /// Does the work; what SQLite refuses, and a column that can't be what it is, are thrown as an operator's error.
  static func translating<Result>(at place: String, _ work: () throws -> Result) throws -> Result {
    do { return try work() } catch { throw translated(error, at: place) }
  }

  /// Does the work; what SQLite refuses, and a column that can't be what it is, are thrown as an operator's error.
  static func translating<Result: Sendable>(at place: String, _ work: () async throws -> Result) async throws -> Result
  {
    do { return try await work() } catch { throw translated(error, at: place) }
  }

  private static func translated(_ error: any Error, at place: String) -> any Error {
    switch error {
    case let error as DatabaseError: LedgerError(error, at: place)
    case let error as RowDecodingError: LedgerError(.damaged(error.description), at: place)
    default: error
    }
  }
}
