import CorporatePlan
import Foundation

/// The example council that comes with the product, as `goldthread demo` records it.
enum Larkmere {
  static let book: Book = {
    do { return try read() } catch { preconditionFailure("\(error)") }
  }()

  private static func read() throws -> Book {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources/goldthread/Example/council.json")
    let batches = try JSON(parsing: [UInt8](Data(contentsOf: path))).array ?? []
    return try batches.flatMap { $0["records"]?.array ?? [] }.reduce(into: Book()) { book, record in
      book = try book.recording([
        Revision(
          kind: record["kind"]?.string ?? "", record: record["record"]?.string ?? "",
          body: record["body"].flatMap { $0 == .null ? nil : $0 })
      ])
    }
  }
}

extension Book {
  /// This Book with so many entries more.
  func recording(_ revisions: [Revision]) throws -> Book {
    var book = self
    for revision in revisions {
      let earlier = book.stamp(of: RecordID(revision.kind, revision.record))?.revision ?? 0
      try book.apply(
        Entry(
          position: book.position + 1, batch: "b", recordedAt: Moment(milliseconds: 0), author: "p1", reason: "test",
          kind: revision.kind, record: revision.record, revision: earlier + 1, body: revision.body?.canonical))
    }
    return book
  }

  /// What it holds, in a form that can be compared: kind, id and body of every record.
  var contents: [String] {
    records.map { "\($0.recordID) \($0.body.canonical)" }
  }

  /// The same without what an export shows and no import reads.
  var contentsReadBack: [String] {
    let left = [
      "seal", "sign-off", "review", "confirmation", "evidence", "lock-exception", "freeze", "tenure", "source",
    ]
    return records.filter { !left.contains($0.recordID.kind) }.map { "\($0.recordID) \($0.body.canonical)" }
  }
}
