import CorporatePlan
import Foundation

/// Columns of actuals and targets with two decimals, as one file that every yardstick reads: all actuals, all targets
/// (64 bits each), then a byte for each polarity.
struct Rows {
  let actuals: [Int64]
  let targets: [Int64]
  let polarities: [UInt8]

  /// The same rows every time: most within a third of their target, some equal to it, some with a target of zero.
  static func make(count: Int) -> Rows {
    var state: UInt64 = 2023
    func chance(_ below: UInt64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 33) % below)
    }
    var (actuals, targets): ([Int64], [Int64]) = ([], [])
    var polarities: [UInt8] = []
    actuals.reserveCapacity(count)
    targets.reserveCapacity(count)
    polarities.reserveCapacity(count)
    for _ in 0..<count {
      let target = chance(200) == 0 ? 0 : 1 + chance(1_000_000)
      let actual = chance(20) == 0 ? target : target - target / 3 + chance(UInt64(max(1, target * 2 / 3)))
      targets.append(target)
      actuals.append(actual)
      polarities.append(UInt8(chance(2)))
    }
    return Rows(actuals: actuals, targets: targets, polarities: polarities)
  }

  func write(to path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path)
    else { throw Failure(description: "can't write \(path)") }
    for column in [actuals, targets] { try file.write(contentsOf: column.withUnsafeBytes { Data($0) }) }
    try file.write(contentsOf: Data(polarities))
    try file.close()
  }
}

extension Rows {
  init(readingFrom path: String) throws {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    let count = bytes.count / 17
    func column(at start: Int) -> [Int64] {
      [Int64](unsafeUninitializedCapacity: count) { column, filled in
        bytes.copyBytes(to: column, from: start..<start + count * 8)
        filled = count
      }
    }
    actuals = column(at: 0)
    targets = column(at: count * 8)
    polarities = [UInt8](bytes[(count * 16)...])
  }
}

/// Rates and counts the rows by Harrow's rule: the seconds of one turn, run by run, and the counts.
func rate(_ rows: Rows, turns: Int, runs: Int) throws {
  guard let json = RuleBook.shipped["harrow-2023"], let bulk = BulkRating(try RatingRule(json)) else {
    throw Failure(description: "the rule does not rate in bulk")
  }
  let columns = RatingColumns(
    actuals: rows.actuals, scale: 2, targets: rows.targets, scale: 2, polarities: rows.polarities)
  var places: [UInt8] = []
  for _ in 0..<runs {
    var counts: [Int] = []
    let taken = processorSeconds {
      for _ in 0..<turns { counts = bulk.rate(columns, into: &places) }
    }
    print(taken / Double(turns), counts.map(String.init).joined(separator: " "))
  }
}
