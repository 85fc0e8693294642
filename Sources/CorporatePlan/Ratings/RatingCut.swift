/// One limit of a rule in whole numbers: it holds where `shortfall · times < target · share + margin`.
///
/// "Up to 5% of the target" is 20 · shortfall < target + 1; "less than 2 points" at one decimal is shortfall < 20. A limit
/// beyond the target has a negative share or margin, because the shortfall is negative there.
struct RatingCut {
  let place: UInt8
  let times: Int64
  let share: Int64
  let margin: Int64

  /// A quarter of what 64 bits hold: no product and no margin is larger, so no sum or difference of three overflows.
  static let most = Int64.max / 4

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

  /// Holds where the target is zero.
  init(placeOfZero place: UInt8) {
    (self.place, times, share, margin) = (place, 0, -1, 1)
  }

  @inline(__always)
  func holds(_ shortfall: Int64, _ size: Int64) -> Bool { difference(shortfall, size) < 0 }

  /// Its own place where it holds, otherwise the other: by masks, because figures make branches that can't be foreseen.
  @inline(__always)
  func place(_ shortfall: Int64, _ size: Int64, otherwise other: UInt8) -> UInt8 {
    let mask = UInt8(truncatingIfNeeded: difference(shortfall, size) >> 63)
    return other ^ ((other ^ place) & mask)
  }

  @inline(__always)
  private func difference(_ shortfall: Int64, _ size: Int64) -> Int64 {
    shortfall &* times &- (size &* share &+ margin)
  }
}

/// The limits of a rule for figures of a certain scale.
struct RatingCuts {
  /// For a missed target, from the worst to the best: the last one that holds gives the place.
  let misses: [RatingCut]
  /// Where none of them holds.
  let worst: UInt8
  /// Where the target is reached; when it is beaten too, if there is no `beyond`.
  let reached: UInt8
  /// For a target that is beaten, where that is not the same as reached: the place, and limits as in `misses`.
  let beyond: (beaten: UInt8, limits: [RatingCut])?
  /// Points for a missed target of zero; `nil` for a rule that rates it like any other miss.
  let zero: (points: [RatingCut], worst: UInt8)?
  /// Figures up to this magnitude make no shortfall and no product that is too large.
  let largestFigure: Int64

  init(_ kernel: RatingKernel, scale: Int) {
    let (limits, last) = RatingCuts.limited(kernel.bands, kernel.isRelative, scale)
    let (better, mostBeaten) = RatingCuts.limited(kernel.better, kernel.isRelative, scale, isBeyond: true)
    worst = last ?? kernel.worst
    reached = kernel.equal
    let beaten = mostBeaten ?? kernel.met
    beyond = beaten == reached && better.isEmpty ? nil : (beaten, better)
    // Any miss of a target of zero is worse than the last limit, unless the rule has words for that.
    let isWorseAtZero = kernel.isRelative && kernel.zeroBands == nil && worst != kernel.worst
    misses = isWorseAtZero ? limits + [RatingCut(placeOfZero: kernel.worst)] : limits
    if kernel.isRelative, let zeroBands = kernel.zeroBands {
      let (points, most) = RatingCuts.limited(zeroBands, false, scale)
      zero = (points, most ?? kernel.worst)
    } else {
      zero = nil
    }
    let all = misses + better + (zero?.points ?? [])
    let steepest = all.map { max(2 * $0.times, abs($0.share)) }.max() ?? 2
    largestFigure = (RatingCut.most - 1) / max(2, steepest)
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
