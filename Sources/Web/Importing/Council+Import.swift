import CorporatePlan
import Imports
import Ledger

/// The record changed after a preview was shown; nothing was recorded.
struct ImportOvertaken: Error {}

extension Council {
  /// Records what a preview shows, as one batch, if the Book is still the one it was compared with.
  ///
  /// - Returns: the batch; `nil` when the council holds all of it already.
  func record(_ preview: ImportPreview, author: String, at: Moment) async throws -> String? {
    let (position, revisions) = (preview.book.position, preview.revisions)
    return try await append(reason: "Import of \(preview.proposal.fileName)", author: author, at: at) { newest in
      guard newest.position == position else { throw ImportOvertaken() }
      return revisions
    }.batch
  }
}

/// An import that was recorded, as the ledger tells of it: also whether it was taken back.
struct RecordedBatch: Sendable {
  let name: String
  let entries: [Entry]
  /// What taking it back recorded; empty when nobody has.
  let undoing: [Entry]
  /// Records that somebody had changed since, left as they were when it was taken back.
  let left: [(record: RecordID, by: Stamp)]

  /// - Parameter onlyImports: whether another batch than an import's is none at all: a sealed report, for one, is not
  ///   taken back where imports are.
  /// - Throws: `Refusal.notFound` when there is no such batch.
  init(_ name: String, in council: Council, onlyImports: Bool = true) async throws {
    self.name = name
    entries = try await council.entries(of: name)
    guard
      onlyImports
        ? entries.contains(where: { $0.kind == SourceFile.kind })
          || entries.first?.reason.hasPrefix("Import of ") == true : !entries.isEmpty
    else { throw Refusal.notFound("This import") }
    undoing = try await council.entries(of: "undo-\(name)")
    let (book, restored) = (council.book, Set(undoing.map(\.recordID)))
    var seen: Set<RecordID> = []
    left =
      undoing.isEmpty
      ? []
      : entries.map(\.recordID).filter { seen.insert($0).inserted && !restored.contains($0) }
        .compactMap { record in book.stamp(of: record).map { (record, $0) } }
  }

  /// How many records it changed of each kind.
  var counts: [(kind: String, count: Int)] {
    Dictionary(grouping: Set(entries.map(\.recordID)), by: \.kind).map { ($0.key, $0.value.count) }
      .sorted { $0.0 < $1.0 }
  }
}
