import Foundation
import GRDB

/// A file kept for good beside the entries that name it, found by the digest of its bytes: a sealed report, or a document
/// that was imported.
///
/// A body names a file in a member called `digest`, which `Council.verify` looks up.
package struct SealedFile: Equatable, Sendable {
  package let digest: Digest
  package let name: String
  package let mediaType: String
  package let bytes: [UInt8]

  package init(name: String, mediaType: String, bytes: [UInt8]) {
    digest = Digest(of: bytes)
    self.name = name
    self.mediaType = mediaType
    self.bytes = bytes
  }
}

extension SealedFile {
  /// Keeps the file. The same bytes are kept once, under the name they first came by.
  func insert(council: String, into db: Database) throws {
    guard try !SealedFile.exists(digest, council: council, in: db) else { return }
    try db.execute(
      sql: "INSERT INTO file (council, digest, name, media_type, bytes) VALUES ($1, $2, $3, $4, $5)",
      arguments: [council, digest.description, name, mediaType, Data(bytes)])
  }

  static func exists(_ digest: Digest, council: String, in db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM file WHERE council = $1 AND digest = $2)",
      arguments: [council, digest.description]) ?? false
  }
}

extension Council {
  /// The sealed file of that digest. Its bytes are as stored: `verify` is what compares them with the digest.
  package func file(_ digest: Digest) async throws -> SealedFile? {
    try await file.read { [name] db in
      let row = try Row.fetchOne(
        db, sql: "SELECT name, media_type, bytes FROM file WHERE council = $1 AND digest = $2",
        arguments: [name, digest.description])
      return row.map { row in
        SealedFile(name: row[0], mediaType: row[1], bytes: Array(row[2] as Data))
      }
    }
  }
}
