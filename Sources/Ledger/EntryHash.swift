import CorporatePlan

/// How entries are chained: each carries the hash of the one before it and of all its own columns, so that a changed
/// past shows (`Council.verify`).
enum EntryHash {
  /// SHA-256 over the 32 bytes of the hash before, then the UTF-8 of `Entry.hashed(council:)`.
  static func of(_ entry: Entry, council: String, after previous: Digest) -> Digest {
    previous.followed(by: entry.hashed(council: council))
  }
}
