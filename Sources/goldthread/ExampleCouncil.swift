import CorporatePlan
import Foundation
import Ledger

/// The example council that comes with the product: batches of records, as life would have recorded them.
struct ExampleCouncil {
  let batches: [Batch]

  struct Batch: Sendable {
    let reason: String
    let author: String
    let at: Moment
    let revisions: [Revision]
  }

  /// Reads `council.json`; by default the one that lies beside the program.
  init(path: String?) throws(Failure) {
    let path = path ?? ExampleCouncil.shipped
    let json: JSON
    let bytes = try [UInt8](reading: path)
    do throws(JSONError) { json = try JSON(parsing: bytes) } catch { throw .could("\(path): \(error)") }
    var batches: [Batch] = []
    for (index, item) in (json.array ?? []).enumerated() {
      guard let reason = item["reason"]?.string, let author = item["author"]?.string,
        let at = item["at"]?.string.flatMap({ Moment($0) }), let records = item["records"]?.array
      else { throw .could("\(path): batch \(index + 1) needs reason, author, at and records.") }
      var revisions: [Revision] = []
      for record in records {
        guard let kind = record["kind"]?.string, let id = record["record"]?.string else {
          throw .could("\(path): batch \(index + 1) has a record without kind or id.")
        }
        revisions.append(Revision(kind: kind, record: id, body: record["body"].flatMap { $0 == .null ? nil : $0 }))
      }
      batches.append(Batch(reason: reason, author: author, at: at, revisions: revisions))
    }
    self.batches = batches
  }

  func record(in council: Council) async throws {
    for batch in batches {
      try await council.append(reason: batch.reason, author: batch.author, at: batch.at) { _ in batch.revisions }
    }
  }

  private static var shipped: String { shipped("council.json") }

  /// A file that lies beside the program.
  static func shipped(_ name: String) -> String {
    let program =
      Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent() ?? URL(fileURLWithPath: ".")
    return program.appendingPathComponent("goldthread_goldthread.resources/\(name)").path
  }
}
