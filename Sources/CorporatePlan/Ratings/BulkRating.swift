/// Rates columns of figures by one rule, tens of millions of rows a second: the answers of `RatingKernel`, exactly.
///
/// Blocks of rows whose products surely fit 64 bits are rated in one pass without a branch that depends on the figures; a
/// block with a larger figure goes through the kernel, in 128 and 256 bits.
package struct BulkRating: Sendable {
  package let statuses: [Status]
  private let kernel: RatingKernel

  /// `nil` for a rule that needs more than an actual and a target: columns of the indicator's own, earlier periods, or
  /// what was displayed.
  package init?(_ rule: RatingRule) {
    guard rule.basis != .thresholds, rule.lift == nil, !rule.comparesDisplayed else { return nil }
    let zeroBands: [RatingRule.Band] = if case .absolute(let bands) = rule.zeroTarget { bands } else { [] }
    guard !(rule.bands + rule.better + zeroBands).contains(where: { $0.limit == .tolerance }) else { return nil }
    kernel = RatingKernel(rule, tolerance: nil)
    statuses = kernel.statuses
  }

  /// The statuses of all rows, and how many have each.
  package struct Result: Sendable {
    /// The rule's statuses, best first.
    package let statuses: [Status]
    /// For each row the place of its status in `statuses`, or `notRated`.
    package let places: [UInt8]
    /// How many rows have each status, in the order of `statuses`.
    package let counts: [Int]

    package static let notRated = UInt8.max

    package var rated: Int { counts.reduce(0, +) }
    package var notRated: Int { places.count - rated }

    package func status(of row: Int) -> Status? {
      places[row] == Result.notRated ? nil : statuses[Int(places[row])]
    }
  }

  package func rate(_ columns: RatingColumns) -> Result {
    var counts = [Int](repeating: 0, count: statuses.count)
    let places = [UInt8](unsafeUninitializedCapacity: columns.count) { places, count in
      columns.withRows { rows in
        BulkPass(kernel, rows).rate(into: places, counting: &counts)
      }
      count = columns.count
    }
    return Result(statuses: statuses, places: places, counts: counts)
  }
}

/// One pass over columns that stand still.
private struct BulkPass {
  let kernel: RatingKernel
  let rows: RatingColumns.Rows
  let cuts: RatingCuts
  let scale: Int
  let actualFactor: Int64
  let targetFactor: Int64
  let largestActual: UInt64
  let largestTarget: UInt64

  /// Small enough for the fastest cache, with its statuses.
  static let block = 1024

  init(_ kernel: RatingKernel, _ rows: RatingColumns.Rows) {
    self.kernel = kernel
    self.rows = rows
    scale = max(rows.actualScale, rows.targetScale)
    actualFactor = Int64(powerOfTen(scale - rows.actualScale))
    targetFactor = Int64(powerOfTen(scale - rows.targetScale))
    cuts = RatingCuts(kernel, scale: scale)
    largestActual = UInt64(cuts.largestFigure / actualFactor)
    largestTarget = UInt64(cuts.largestFigure / targetFactor)
  }

  func rate(into places: UnsafeMutableBufferPointer<UInt8>, counting counts: inout [Int]) {
    var start = 0
    while start < rows.actuals.count {
      let block = start..<min(start + BulkPass.block, rows.actuals.count)
      if fits(block) { rate(block, into: places) } else { rateExactly(block, into: places) }
      leaveOutMissing(block, of: places)
      for place in counts.indices { counts[place] += count(UInt8(place), in: block, of: places) }
      start = block.upperBound
    }
  }

  /// Whether no figure of the block is so large that a product could overflow 64 bits.
  private func fits(_ block: Range<Int>) -> Bool {
    var (actual, target): (UInt64, UInt64) = (0, 0)
    for row in block {
      actual |= rows.actuals[row].magnitudeOrOneLess
      target |= rows.targets[row].magnitudeOrOneLess
    }
    // The union of the bits is at least the largest and less than twice it; `<` makes up for "one less".
    return actual < largestActual && target < largestTarget
  }

  private func rate(_ block: Range<Int>, into places: UnsafeMutableBufferPointer<UInt8>) {
    cuts.all.withUnsafeBufferPointer { limits in
      for row in block {
        let target = rows.targets[row] &* targetFactor
        let difference = target &- rows.actuals[row] &* actualFactor
        // Minus where low is good: all bits of the sign are 1.
        let sign = 0 &- Int64(rows.polarities[row])
        let shortfall = (difference ^ sign) &- sign
        let size = target.magnitudeThatFits
        var place = cuts.worst
        for limit in limits { place = limit.holds(shortfall, size) ? limit.place : place }
        if size == 0, cuts.isRelative, shortfall > 0 { place = placeOfZero(shortfall) }
        places[row] = shortfall == 0 ? cuts.equal : place
      }
    }
  }

  private func placeOfZero(_ shortfall: Int64) -> UInt8 {
    cuts.zero.last { $0.holds(shortfall, 0) }?.place ?? cuts.worstOfZero
  }

  private func rateExactly(_ block: Range<Int>, into places: UnsafeMutableBufferPointer<UInt8>) {
    for row in block {
      let target = Quantity(mantissa: Int128(rows.targets[row]), scale: rows.targetScale)
      let actual = Quantity(mantissa: Int128(rows.actuals[row]), scale: rows.actualScale)
      let shortfall = rows.polarities[row] == 0 ? target - actual : actual - target
      let place = kernel.place(
        shortfall: shortfall, base: kernel.isRelative ? target.magnitude : nil, one: Quantity(1),
        isMet: shortfall.mantissa <= 0)
      places[row] = place ?? BulkRating.Result.notRated
    }
  }

  private func leaveOutMissing(_ block: Range<Int>, of places: UnsafeMutableBufferPointer<UInt8>) {
    guard !rows.missing.isEmpty else { return }
    for row in block { places[row] |= rows.missing[row] == 0 ? 0 : BulkRating.Result.notRated }
  }

  private func count(_ place: UInt8, in block: Range<Int>, of places: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var total = 0
    var start = block.lowerBound
    while start < block.upperBound {
      // No more than a byte can count, so that the loop works on bytes.
      let end = min(start + 128, block.upperBound)
      var some: UInt8 = 0
      for row in start..<end { some &+= places[row] == place ? 1 : 0 }
      total += Int(some)
      start = end
    }
    return total
  }
}

extension Int64 {
  /// The magnitude, or one less for a negative number: without a special case for the least of all.
  @inline(__always)
  fileprivate var magnitudeOrOneLess: UInt64 { UInt64(bitPattern: self ^ (self >> 63)) }

  /// The magnitude of any number but the least of all.
  @inline(__always)
  fileprivate var magnitudeThatFits: Int64 { (self ^ (self >> 63)) &- (self >> 63) }
}
