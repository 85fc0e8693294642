/// One limit of a rule in whole numbers: it holds where `shortfall · times < target · share + margin`.
///
/// "Up to 5% of the target" is 20 · shortfall < target + 1; "less than 2 points" at one decimal is shortfall < 20. A limit
/// beyond the target has a negative share or margin, because the shortfall is negative there.
struct RatingCut {
  let place: UInt8
  let times: Int64
  let share: Int64
  let margin: Int64

  /// Half of what 64 bits hold: no side of a comparison is larger, so no sum overflows.
  static let most = Int64.max / 2

  /// - Parameters:
  ///   - scale: the decimals of the shortfall and the target.
  ///   - isBeyond: whether it is a limit of a target that is beaten.
  init(place: UInt8, _ limit: Quantity, including: Bool, isRelative: Bool, scale: Int, isBeyond: Bool) {
    let times: Int128
    let share: Int128
    var margin: Int128 = 0
    if isRelative {
      let whole = 100 * powerOfTen(limit.scale)
      let common = limit.mantissa == 0 ? whole : greatestCommonDivisor(whole, limit.mantissa)
      (times, share) = (whole / common, limit.mantissa / common)
    } else {
      (times, share) = (powerOfTen(max(0, limit.scale - scale)), 0)
      margin = limit.mantissa * powerOfTen(max(0, scale - limit.scale))
    }
    let sign: Int128 = isBeyond ? -1 : 1
    self.place = place
    self.times = Int64(times)
    self.share = Int64(sign * share)
    // A shortfall never comes near the clamp, so a limit beyond it holds always, or never.
    self.margin = Int64(max(-Int128(RatingCut.most), min(Int128(RatingCut.most), sign * margin + (including ? 1 : 0))))
  }

  /// Holds where the target is beaten.
  init(beaten place: UInt8) {
    (self.place, times, share, margin) = (place, 1, 0, 0)
  }

  @inline(__always)
  func holds(_ shortfall: Int64, _ target: Int64) -> Bool {
    shortfall &* times < target &* share &+ margin
  }
}

/// The limits of a rule for figures of a certain scale.
struct RatingCuts {
  /// From the worst to the best: the last one that holds gives the place.
  let all: [RatingCut]
  /// The same for a missed target of zero, of which no share can be taken.
  let zero: [RatingCut]
  /// Where no cut holds.
  let worst: UInt8
  let worstOfZero: UInt8
  let equal: UInt8
  let isRelative: Bool
  /// Shortfalls of figures up to this magnitude, and all their products, fit 64 bits.
  let largestFigure: Int64

  init(_ kernel: RatingKernel, scale: Int) {
    let isRelative = kernel.isRelative
    let (misses, last) = RatingCuts.limited(kernel.bands, isRelative, scale)
    let (beyond, met) = RatingCuts.limited(kernel.better, isRelative, scale, isBeyond: true)
    let (zero, zeroLast) = RatingCuts.limited(kernel.zeroBands ?? [], false, scale)
    all = misses + [RatingCut(beaten: met ?? kernel.met)] + beyond
    self.zero = zero
    worst = last ?? kernel.worst
    worstOfZero = zeroLast ?? kernel.worst
    equal = kernel.equal
    self.isRelative = isRelative
    let steepest = (all + zero).map { max(2 * $0.times, abs($0.share)) }.max() ?? 2
    largestFigure = (RatingCut.most - 1) / steepest
  }

  /// The bounds before the first without limit, last first, and the place of the one without.
  private static func limited(
    _ bounds: [RatingKernel.Bound], _ isRelative: Bool, _ scale: Int, isBeyond: Bool = false
  ) -> (cuts: [RatingCut], last: UInt8?) {
    var cuts: [RatingCut] = []
    for bound in bounds {
      guard case .of(let limit) = bound.limit else { return (cuts.reversed(), bound.status) }
      cuts.append(
        RatingCut(
          place: bound.status, limit, including: bound.including, isRelative: isRelative, scale: scale,
          isBeyond: isBeyond))
    }
    return (cuts.reversed(), nil)
  }
}

private func greatestCommonDivisor(_ one: Int128, _ other: Int128) -> Int128 {
  var (a, b) = (one, other)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
