import CorporatePlan
import GRDB

/// What re-reading a council's whole ledger found.
///
/// The chain shows a past entry that was changed, taken out, put in or moved. What it can't show by itself is that the
/// newest entries were taken away, or that someone with the program's skill rewrote everything from some entry on: what
/// remains is a whole chain. Both show against a copy of the head kept elsewhere, in a sealed report or a log (`Witness`).
/// A sealed file's name and media type are not part of its digest.
package struct Verification: Equatable, Sendable {
  package let council: String
  /// How many entries fit, from the first on.
  package private(set) var entries = 0
  /// The hash of the last entry that fits.
  package private(set) var head = Digest.start
  /// How many reports were sealed.
  package private(set) var seals = 0
  /// How many sealed files are as they were sealed.
  package private(set) var files = 0
  /// The first thing that does not fit.
  package private(set) var fault: Fault?

  /// Where the ledger does not fit, and how.
  package enum Fault: Equatable, Sendable, CustomStringConvertible {
    case entry(position: Int, String)
    case file(digest: String, String)
    /// Damage to the database that touches no entry's or file's content, such as an index that misses a row.
    case database(String)

    package var description: String {
      switch self {
      case .entry(let position, let message): "entry \(position): \(message)"
      case .file(let digest, let message): "file \(digest): \(message)"
      case .database(let message): "database: \(message)"
      }
    }
  }

  /// A head seen earlier and kept elsewhere: entry `position` had that hash.
  package struct Witness: Equatable, Sendable {
    package let position: Int
    package let head: Digest

    package init(position: Int, head: Digest) {
      self.position = position
      self.head = head
    }
  }

  /// Nothing but what was recorded, all of it and in order.
  package var isSound: Bool { fault == nil }
}

extension Verification {
  /// Re-reads a council's ledger in an open read.
  init(of council: String, witnesses: [Witness] = [], in db: Database) throws {
    self.council = council
    do {
      var named: [Digest: Named] = [:]
      try readEntries(of: db, witnesses, naming: &named)
      try readFiles(of: db, named)
      try readStructure(of: db)
    } catch let found as Found {
      fault = found.fault
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT || error.resultCode == .SQLITE_NOTADB {
      fault = .database(error.message ?? "SQLite can't read it")
    }
  }

  /// All councils of a database.
  static func all(in db: Database) throws -> [Verification] {
    let councils = try String.fetchAll(
      db, sql: "SELECT council FROM entry UNION SELECT council FROM file ORDER BY council")
    return try councils.map { try Verification(of: $0, in: db) }
  }

  private struct Found: Error { let fault: Fault }

  /// A file as an entry names it.
  fileprivate struct Named {
    let position: Int
    let name: String?
    let mediaType: String?
  }

  private mutating func readEntries(of db: Database, _ witnesses: [Witness], naming named: inout [Digest: Named]) throws
  {
    var revisions: [RecordID: Int] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT \(EntryRow.columns), hash FROM entry WHERE council = $1 ORDER BY position", arguments: [council])
    while let row = try rows.next() {
      let position = entries + 1
      func fails(_ message: String) -> Found { Found(fault: .entry(position: position, message)) }
      guard (row[0] as Int?) == position else { throw fails("the entry is missing") }
      guard let entry = try EntryRow.verbatim(row) else { throw fails("a column is not what it was written as") }
      let record = RecordID(entry.kind, entry.record)
      guard entry.revision == revisions[record, default: 0] + 1 else {
        throw fails("revision \(entry.revision) of \(record) follows revision \(revisions[record, default: 0])")
      }
      revisions[record] = entry.revision
      let hash = EntryHash.of(entry, council: council, after: head)
      guard let stored = row[9] as String?, stored.isSpelt(hash.description) else {
        throw fails("the hash does not fit the entry and those before it")
      }
      if let text = entry.body {
        guard let body = try? JSON(parsing: text), body.canonical.isSpelt(text) else {
          throw fails("the body is not canonical JSON")
        }
        // What was cleared is no file, though its hashes were once called digests.
        if entry.kind != Clearance.kind {
          body.visitFiles { digest, name, type in
            named[digest] = named[digest] ?? Named(position: position, name: name, mediaType: type)
          }
        }
      }
      if let witness = witnesses.first(where: { $0.position == position && $0.head != hash }) {
        throw fails("a copy of the head says that the hash was \(witness.head)")
      }
      entries = position
      head = hash
      if entry.kind == Seal.kind, entry.body != nil { seals += 1 }
    }
    if let witness = witnesses.first(where: { $0.position > entries }) {
      let message = "the newest entries are missing: a copy of the head says that there were \(witness.position)"
      throw Found(fault: .entry(position: entries + 1, message))
    }
  }

  private mutating func readFiles(of db: Database, _ named: [Digest: Named]) throws {
    var missing = named
    let rows = try Row.fetchCursor(
      db, sql: "SELECT digest, name, media_type, bytes FROM file WHERE council = $1 ORDER BY digest",
      arguments: [council])
    while let row = try rows.next() {
      let text = row[0] as String? ?? ""
      let digest = try row.withUnsafeData(atIndex: 3) { bytes in bytes.map { Digest(of: $0) } ?? Digest(of: []) }
      guard digest.description == text else {
        throw Found(fault: .file(digest: text, "the bytes differ from what was sealed"))
      }
      guard let entry = named[digest] else {
        throw Found(fault: .file(digest: text, "no entry names it: the entries that sealed it are missing"))
      }
      if let name = entry.name, let type = entry.mediaType, name != row[1] as String? || type != row[2] as String? {
        throw Found(
          fault: .file(digest: text, "its name or media type differs from what entry \(entry.position) says"))
      }
      missing[digest] = nil
      files += 1
    }
    if let (digest, entry) = missing.min(by: { $0.value.position < $1.value.position }) {
      throw Found(fault: .file(digest: digest.description, "the file that entry \(entry.position) names is missing"))
    }
  }

  private func readStructure(of db: Database) throws {
    let message = try String.fetchOne(db, sql: "PRAGMA integrity_check(1)") ?? ""
    guard message == "ok" else { throw Found(fault: .database(message)) }
  }
}

extension JSON {
  /// Every sealed file that a body names: the members called `digest` that hold a digest, with the name and the media
  /// type beside them.
  fileprivate func visitFiles(_ visit: (Digest, _ name: String?, _ type: String?) -> Void) {
    switch self {
    case .members(let members):
      if let digest = self["digest"]?.string.flatMap(Digest.init) {
        visit(digest, self["name"]?.string, self["type"]?.string)
      }
      for member in members { member.value.visitFiles(visit) }
    case .array(let items):
      for item in items { item.visitFiles(visit) }
    default: break
    }
  }
}

extension Council {
  /// Re-reads this council's ledger and compares it with the head this process knows, and with one kept elsewhere.
  package func verify(against kept: Verification.Witness? = nil) async throws -> Verification {
    let witnesses = [witness, kept].compactMap(\.self)
    return try await file.read { [name] db in try Verification(of: name, witnesses: witnesses, in: db) }
  }

  /// Re-reads the ledgers of all councils in a directory, whether or not they can still be opened.
  package static func verify(directory: String) async throws -> [Verification] {
    try await LedgerFile(directory: directory, creating: false, serving: false).read { db in
      try Verification.all(in: db)
    }
  }
}
