import CorporatePlan
import Foundation
import Synchronization
import Testing

@testable import Ledger

@Suite("Power cuts")
struct PowerCutTests {
  private final class Progress: Sendable {
    let running = Mutex(true)
    let acknowledged = Mutex(0)
  }

  /// A batch of one to four entries, each of which says how many there are.
  private static func batch(_ number: Int) -> [Revision] {
    let count = abs(number) % 4 + 1
    let text = String(repeating: "commentary ", count: abs(number) % 50)
    return (0..<count).map { index in
      Revision(
        kind: "figure", record: "a-\(number)-\(index)",
        body: .object(["of": JSON(count), "text": .string(text)]))
    }
  }

  /// What the disk held at a moment, and how many entries had been acknowledged by then.
  private struct Cut {
    let acknowledged: Int
    let database: [UInt8]
    let log: [UInt8]

    /// The directory as it is found after the cut.
    func scratch(log: [UInt8]? = nil) throws -> Scratch {
      let scratch = Scratch()
      try scratch.write(database)
      try scratch.write(log ?? self.log, "-wal")
      return scratch
    }
  }

  /// Appends by four tasks, and cuts the power at random moments meanwhile.
  ///
  /// The log is kept from being folded back into the file, so that a copy of the two, one after the other, is what a disk
  /// could have held at one moment.
  private func cuts(_ count: Int) async throws -> [Cut] {
    let scratch = Scratch()
    let council = try await scratch.open()
    try await council.file.pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_autocheckpoint = 0") }
    let progress = Progress()
    return try await withThrowingTaskGroup { group in
      for task in 0..<4 {
        group.addTask {
          for number in 0... {
            guard progress.running.withLock({ $0 }) else { return }
            let revisions = PowerCutTests.batch(number * 4 + task)
            let receipt = try await council.append(reason: "", author: "p-amira", at: morning()) { _ in revisions }
            progress.acknowledged.withLock { $0 = max($0, receipt.positions.upperBound - 1) }
          }
        }
      }
      var cuts: [Cut] = []
      while cuts.count < count {
        try await Task.sleep(for: .milliseconds(Int.random(in: 1...8)))
        let acknowledged = progress.acknowledged.withLock { $0 }
        cuts.append(Cut(acknowledged: acknowledged, database: try scratch.bytes(), log: try scratch.bytes("-wal")))
      }
      progress.running.withLock { $0 = false }
      try await group.waitForAll()
      return cuts
    }
  }

  private func expectWholeBatches(_ council: Council) async throws {
    #expect(try await council.verify().fault == nil)
    let torn = try await council.file.read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT batch FROM entry GROUP BY batch HAVING count(*) <> max(json_extract(body, '$.of'))
          """)
    }
    #expect(torn == [])
  }

  @Test("At any moment the disk holds every acknowledged entry, and every batch whole")
  func anyMoment() async throws {
    for cut in try await cuts(20) {
      let council = try await cut.scratch().open()
      #expect(council.book.position >= cut.acknowledged)
      try await expectWholeBatches(council)
    }
  }

  @Test("A log that breaks off or is spoilt anywhere leaves whole batches and a ledger that goes on")
  func tornLog() async throws {
    let cut = try #require(try await cuts(20).last)
    var positions: Set<Int> = []
    for trial in 0..<30 {
      let place = Int.random(in: cut.log.indices)
      var torn = cut.log
      if trial.isMultiple(of: 2) {
        torn.removeLast(torn.count - place)
      } else {
        torn[place] ^= 0x10
      }
      let council = try await cut.scratch(log: torn).open()
      positions.insert(council.book.position)
      try await expectWholeBatches(council)
      try await council.append(reason: "", author: "p-amira", at: morning()) { _ in PowerCutTests.batch(-4) }
      try await expectWholeBatches(council)
    }
    #expect(positions.count > 5)
  }
}
