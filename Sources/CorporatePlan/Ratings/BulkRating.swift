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
    var counts: [Int] = []
    let places = [UInt8](unsafeUninitializedCapacity: columns.count) { places, count in
      counts = rate(columns, into: places)
      count = columns.count
    }
    return Result(statuses: statuses, places: places, counts: counts)
  }

  /// The same into places that the caller keeps from one set of columns to the next; returns how many have each status.
  ///
  /// Most of what rating many millions of rows would still cost is memory that is new each time.
  package func rate(_ columns: RatingColumns, into places: inout [UInt8]) -> [Int] {
    if places.count != columns.count { places = [UInt8](repeating: Result.notRated, count: columns.count) }
    return places.withUnsafeMutableBufferPointer { rate(columns, into: $0) }
  }

  private func rate(_ columns: RatingColumns, into places: UnsafeMutableBufferPointer<UInt8>) -> [Int] {
    var counts = [Int](repeating: 0, count: statuses.count)
    columns.withRows { rows in BulkPass(kernel, rows).rate(into: places, counting: &counts) }
    return counts
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
  let largestActual: Int64
  let largestTarget: Int64

  /// Small enough for the fastest cache, with its statuses.
  static let block = 1024

  init(_ kernel: RatingKernel, _ rows: RatingColumns.Rows) {
    self.kernel = kernel
    self.rows = rows
    scale = max(rows.actualScale, rows.targetScale)
    actualFactor = Int64(powerOfTen(scale - rows.actualScale))
    targetFactor = Int64(powerOfTen(scale - rows.targetScale))
    cuts = RatingCuts(kernel, scale: scale)
    largestActual = cuts.largestFigure / actualFactor
    largestTarget = cuts.largestFigure / targetFactor
  }

  func rate(into places: UnsafeMutableBufferPointer<UInt8>, counting counts: inout [Int]) {
    var start = 0
    while start < rows.actuals.count {
      let block = start..<min(start + BulkPass.block, rows.actuals.count)
      if !rate(block, into: places) { rateExactly(block, into: places) }
      leaveOutMissing(block, of: places)
      for place in counts.indices { counts[place] += count(UInt8(place), in: block, of: places) }
      start = block.upperBound
    }
  }

  /// Rates in 64 bits that wrap around, and returns whether none did: whether no figure was too large for that.
  private func rate(_ block: Range<Int>, into places: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    let (worst, reached) = (cuts.worst, cuts.reached)
    let fits: Bool
    // The compiler makes a tight loop of each number of limits that is written out; most rules have one or two.
    switch cuts.misses.count {
    case 0:
      fits = forEach(block) { row, shortfall, _ in places[row] = shortfall <= 0 ? reached : worst }
    case 1:
      let only = cuts.misses[0]
      fits = forEach(block) { row, shortfall, size in
        let missed = only.place(shortfall, size, otherwise: worst)
        places[row] = shortfall <= 0 ? reached : missed
      }
    case 2:
      let (far, near) = (cuts.misses[0], cuts.misses[1])
      fits = forEach(block) { row, shortfall, size in
        let missed = near.place(shortfall, size, otherwise: far.place(shortfall, size, otherwise: worst))
        places[row] = shortfall <= 0 ? reached : missed
      }
    default:
      fits = forEach(block) { row, shortfall, size in
        let missed = cuts.misses.reduce(worst) { $1.place(shortfall, size, otherwise: $0) }
        places[row] = shortfall <= 0 ? reached : missed
      }
    }
    guard fits else { return false }
    if let (points, most) = cuts.zero {
      _ = forEach(block) { row, shortfall, size in
        guard size == 0, shortfall > 0 else { return }
        places[row] = points.last { $0.holds(shortfall, 0) }?.place ?? most
      }
    }
    if let (beaten, limits) = cuts.beyond {
      _ = forEach(block) { row, shortfall, size in
        guard shortfall < 0 else { return }
        places[row] = limits.reduce(beaten) { $1.place(shortfall, size, otherwise: $0) }
      }
    }
    return true
  }

  /// Each row with how far it falls short and the size of its target, at one scale; returns whether all figures are small
  /// enough for 64 bits.
  @inline(__always)
  private func forEach(_ block: Range<Int>, _ rate: (_ row: Int, _ shortfall: Int64, _ size: Int64) -> Void) -> Bool {
    let (actuals, targets, polarities) = (rows.actuals, rows.targets, rows.polarities)
    let (actualFactor, targetFactor) = (actualFactor, targetFactor)
    var (actualBits, targetBits): (Int64, Int64) = (0, 0)
    @inline(__always) func compare(_ row: Int, _ actualFactor: Int64, _ targetFactor: Int64) {
      let (actual, target) = (actuals[row], targets[row])
      actualBits |= actual ^ (actual >> 63)
      targetBits |= target ^ (target >> 63)
      // Every bit of the sign is 1 where low is good.
      let sign = 0 &- Int64(truncatingIfNeeded: polarities[row])
      let scaled = target &* targetFactor
      let shortfall = ((scaled &- actual &* actualFactor) ^ sign) &- sign
      rate(row, shortfall, (scaled ^ (scaled >> 63)) &- (scaled >> 63))
    }
    if actualFactor == 1, targetFactor == 1 {
      for row in block { compare(row, 1, 1) }
    } else {
      for row in block { compare(row, actualFactor, targetFactor) }
    }
    // The union of the bits is no less than the largest magnitude, or one less than that for a negative figure.
    return actualBits < largestActual && targetBits < largestTarget
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

  /// Eight bytes at a time; a block has fewer words than a byte can count.
  private func count(_ place: UInt8, in block: Range<Int>, of places: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(places)[block])
    let (ones, sevenBits) = (0x0101_0101_0101_0101 as UInt64, 0x7F7F_7F7F_7F7F_7F7F as UInt64)
    let pattern = UInt64(place) &* ones
    let words = bytes.count / 8
    var lanes: UInt64 = 0
    for word in 0..<words {
      let difference = bytes.loadUnaligned(fromByteOffset: word &* 8, as: UInt64.self) ^ pattern
      // The highest bit of each byte that differs: the sum carries into it unless the seven below are zero.
      let differs = ((difference & sevenBits) &+ sevenBits) | difference
      lanes &+= (~differs >> 7) & ones
    }
    let pairs = (lanes & 0x00FF_00FF_00FF_00FF) &+ ((lanes >> 8) & 0x00FF_00FF_00FF_00FF)
    let rest = bytes[(words * 8)...].reduce(0) { $0 + ($1 == place ? 1 : 0) }
    return Int((pairs &* 0x0001_0001_0001_0001) >> 48) + rest
  }
}
