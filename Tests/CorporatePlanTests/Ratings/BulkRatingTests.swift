import Testing

@testable import CorporatePlan

@Suite("Columns of figures get the ratings that each row would get by itself")
struct BulkRatingTests {
  /// The shipped rules that take nothing but an actual and a target.
  static let shipped = [
    "belfast", "bracknell-forest", "harrow-2023", "maidstone", "mid-east-antrim", "rhondda-cynon-taf", "south-kesteven",
  ]

  /// What no shipped rule does: limits beyond the target, limits in points with decimals, points for a target of zero.
  static let made = [
    """
    {"id": "beyond", "basis": "relative", "met": "green", "equal": "blue",
     "better": [{"status": "gold", "beyond": "20", "including": true}, {"status": "silver", "beyond": "2.5"}],
     "bands": [{"status": "amber", "upTo": "7.5", "including": true}, {"status": "red", "upTo": "33.333"},
      {"status": "black"}]}
    """,
    """
    {"id": "points", "basis": "absolute", "better": [{"status": "gold", "beyond": "10"}],
     "bands": [{"status": "amber", "upTo": "0.25"}, {"status": "red", "upTo": "3", "including": true},
      {"status": "black"}]}
    """,
    """
    {"id": "zero", "basis": "relative", "bands": [{"status": "amber", "upTo": "5", "including": true},
      {"status": "red"}],
     "zeroTarget": {"bands": [{"status": "green", "upTo": "1", "including": true},
      {"status": "amber", "upTo": "2.5"}, {"status": "red"}]}}
    """,
    """
    {"id": "exact", "basis": "relative", "better": [{"status": "gold"}],
     "bands": [{"status": "amber", "upTo": "0", "including": true}, {"status": "red"}]}
    """,
  ]

  static func rules() throws -> [RatingRule] { try shipped.map(Fixture.shipped) + made.map(Fixture.rule) }

  @Test("Six thousand rows by every rule", arguments: 0..<shipped.count + made.count)
  func byTheRule(number: Int) throws {
    let rule = try BulkRatingTests.rules()[number]
    let bulk = try #require(BulkRating(rule))
    var chance = Chance(seed: 2024)
    for (actualScale, targetScale) in [(0, 0), (2, 2), (1, 3), (9, 0), (0, 6), (3, 1)] {
      let columns = chance.columns(1000, actualScale, targetScale, digits: 9)
      let result = bulk.rate(columns)
      for row in 0..<columns.count {
        let rating = rule.rate(columns.given(row))
        #expect(
          result.status(of: row) == rating.status, "\(columns.actuals[row]) \(columns.targets[row]) \(rating.why)")
      }
      #expect(result.rated + result.notRated == columns.count)
    }
  }

  @Test("A hundred thousand rows, the largest and the least numbers among them, by Harrow's rule")
  func extremes() throws {
    let rule = try Fixture.harrow()
    let bulk = try #require(BulkRating(rule))
    let kernel = RatingKernel(rule, tolerance: nil)
    var chance = Chance(seed: 7)
    for (actualScale, targetScale) in [(0, 0), (9, 9), (9, 0), (0, 9), (2, 1)] {
      let columns = chance.columns(20_000, actualScale, targetScale, digits: 18, extremes: true)
      let result = bulk.rate(columns)
      var counts = [Int](repeating: 0, count: result.statuses.count)
      for row in 0..<columns.count {
        let status = kernel.status(columns, row)
        #expect(result.status(of: row) == status, "\(columns.actuals[row]) against \(columns.targets[row])")
        if let place = result.statuses.firstIndex(where: { $0 == status }) { counts[place] += 1 }
      }
      #expect(result.counts == counts)
    }
  }

  @Test("At the limit itself, one to either side of it, and around the largest figures of the fast way")
  func limits() throws {
    for rule in try BulkRatingTests.rules() {
      let bulk = try #require(BulkRating(rule))
      let kernel = RatingKernel(rule, tolerance: nil)
      var (actuals, targets): ([Int64], [Int64]) = ([], [])
      for power in 1...17 {
        for percent in [0, 1, 2, 5, 10, 20, 50, 100] as [Int64] {
          let target = Int64(1).timesTen(power)
          for step in -1...1 as ClosedRange<Int64> {
            actuals += [target - target / 100 * percent + step, target + target / 100 * percent + step]
            targets += [target, target]
          }
        }
      }
      let columns = RatingColumns(
        actuals: actuals, scale: 1, targets: targets, scale: 1,
        polarities: actuals.indices.map { UInt8($0 / 2 % 2) })
      // One row at a time, so that no neighbour sends it the exact way.
      for row in actuals.indices {
        let one = RatingColumns(
          actuals: [actuals[row]], scale: 1, targets: [targets[row]], scale: 1, polarities: [columns.polarities[row]])
        let found = bulk.rate(one).status(of: 0)
        #expect(found == kernel.status(columns, row), "\(rule.id): \(actuals[row]) against \(targets[row])")
      }
    }
  }

  @Test("Rules that look at more than an actual and a target are left to the row by row way")
  func declined() throws {
    for id in ["kent", "havering-2024", "havering-2013", "east-riding-2009"] {
      #expect(BulkRating(try Fixture.shipped(id)) == nil)
    }
  }

  @Test("Places kept from other columns say nothing of these")
  func kept() throws {
    let bulk = try #require(BulkRating(try Fixture.harrow()))
    var chance = Chance(seed: 5)
    var places: [UInt8] = []
    for count in [3000, 3000, 1025, 0, 7] {
      let columns = chance.columns(count, 2, 2, digits: 9)
      let counts = bulk.rate(columns, into: &places)
      #expect(places == bulk.rate(columns).places)
      #expect(counts == bulk.rate(columns).counts)
    }
  }

  @Test("No rows, no ratings")
  func none() throws {
    let bulk = try #require(BulkRating(try Fixture.harrow()))
    let result = bulk.rate(RatingColumns(actuals: [], targets: [], polarities: []))
    #expect(result.places.isEmpty && result.rated == 0)
  }
}

/// The same numbers every time (SplitMix64).
private struct Chance: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Pairs as councils return them: mostly near their target, often equal, sometimes zero, sometimes missing.
  mutating func columns(
    _ count: Int, _ actualScale: Int, _ targetScale: Int, digits: Int, extremes: Bool = false
  ) -> RatingColumns {
    let least: [Int64] = [.min, .min + 1, .max, .max - 1, 0, 1, -1]
    var (actuals, targets, polarities, missing): ([Int64], [Int64], [UInt8], [UInt8]) = ([], [], [], [])
    for _ in 0..<count {
      let range = Int64(1).timesTen(Int.random(in: 0...digits - 1, using: &self))
      var target = Int64.random(in: -range...range, using: &self)
      var actual: Int64
      switch Int.random(in: 0..<10, using: &self) {
      case 0: actual = target
      case 1: (actual, target) = (Int64.random(in: -3...3, using: &self), 0)
      case 2: actual = Int64.random(in: -range...range, using: &self)
      default: actual = target - target / 100 * Int64.random(in: -30...30, using: &self)
      }
      if actualScale > targetScale, Bool.random(using: &self) {
        target /= Int64(1).timesTen(actualScale - targetScale)
      } else if targetScale > actualScale, Bool.random(using: &self) {
        actual /= Int64(1).timesTen(targetScale - actualScale)
      }
      if extremes, Int.random(in: 0..<50, using: &self) == 0 {
        actual = least.randomElement(using: &self) ?? 0
        target = least.randomElement(using: &self) ?? 0
      }
      actuals.append(actual)
      targets.append(target)
      polarities.append(UInt8.random(in: 0...1, using: &self))
      missing.append(Int.random(in: 0..<20, using: &self) == 0 ? 1 : 0)
    }
    return RatingColumns(
      actuals: actuals, scale: actualScale, targets: targets, scale: targetScale, polarities: polarities,
      missing: missing)
  }
}

extension RatingColumns {
  /// One row as the row by row way takes it.
  fileprivate func given(_ row: Int) -> RatedReturn {
    func figure(_ mantissa: Int64, _ scale: Int) -> Figure {
      Figure(
        quantity: Quantity(mantissa: Int128(mantissa), scale: scale), unit: .number, decimals: scale, verbatim: "")
    }
    return RatedReturn(
      polarity: polarities[row] == 0 ? .highIsGood : .lowIsGood,
      actual: missing[row] == 0 ? .figure(figure(actuals[row], actualScale)) : .missing(.notReturned),
      target: .figure(nil, figure(targets[row], targetScale)))
  }
}

extension RatingKernel {
  /// The status of one row in 128 and 256 bits.
  fileprivate func status(_ columns: RatingColumns, _ row: Int) -> Status? {
    guard columns.missing.isEmpty || columns.missing[row] == 0 else { return nil }
    let actual = Quantity(mantissa: Int128(columns.actuals[row]), scale: columns.actualScale)
    let target = Quantity(mantissa: Int128(columns.targets[row]), scale: columns.targetScale)
    let shortfall = columns.polarities[row] == 0 ? target - actual : actual - target
    return place(
      shortfall: shortfall, base: isRelative ? target.magnitude : nil, one: Quantity(1), isMet: shortfall <= .zero
    ).map { statuses[Int($0)] }
  }
}

extension Int64 {
  /// Times ten to a power.
  fileprivate func timesTen(_ power: Int) -> Int64 { (0..<power).reduce(self) { number, _ in number * 10 } }
}
