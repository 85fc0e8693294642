/// A rule's bands boiled down to whole-number comparisons: the one place where a shortfall becomes a status.
///
/// Statuses are places in `statuses`. Nothing here divides or rounds: a shortfall is compared with a share of the target
/// by cross-multiplication (design, section 5).
package struct RatingKernel: Sendable {
  package let statuses: [Status]
  let met: UInt8
  let equal: UInt8
  let isRelative: Bool
  let bands: [Bound]
  let better: [Bound]
  /// `nil` where any miss of a target of zero has the worst status.
  let zeroBands: [Bound]?
  let worst: UInt8

  struct Bound: Sendable {
    let status: UInt8
    let limit: Limit
    let including: Bool

    enum Limit: Sendable {
      case of(Quantity)
      case none
      /// The rule asks for the indicator's tolerance and there is none.
      case unknown
    }
  }

  package init(_ rule: RatingRule, tolerance: Quantity?) {
    let statuses = rule.statuses
    // Every status of a rule is in `statuses`, and a rule has at most 32 of them.
    func place(_ status: Status) -> UInt8 { statuses.firstIndex(of: status).map(UInt8.init) ?? .max }
    func bounds(_ bands: [RatingRule.Band]) -> [Bound] {
      bands.map { band in
        let limit: Bound.Limit =
          switch band.limit {
          case .none: .none
          case .of(let quantity): .of(quantity)
          case .tolerance: tolerance.flatMap { $0 < .zero ? nil : .of($0) } ?? .unknown
          }
        return Bound(status: place(band.status), limit: limit, including: band.including)
      }
    }
    self.statuses = statuses
    bands = bounds(rule.bands)
    better = bounds(rule.better)
    met = place(rule.met)
    equal = place(rule.equal)
    isRelative = rule.basis == .relative
    worst = place(rule.worst)
    switch rule.zeroTarget {
    case .worst: zeroBands = nil
    case .absolute(let absolute): zeroBands = bounds(absolute)
    }
  }

  /// The status of a shortfall that may be negative (better than the target) or zero; `nil` when it takes a tolerance
  /// that is not there.
  ///
  /// - Parameters:
  ///   - shortfall: how far on the wrong side.
  ///   - base: the size of the target; the limits are per cent of it. `nil` to take the limits as points.
  ///   - one: 1 in the shortfall's own measure (the denominator of a ratio), to scale points by.
  func place(shortfall: Quantity, base: Quantity?, one: Quantity, isMet: Bool) -> UInt8? {
    if isMet {
      if shortfall.mantissa == 0 { return equal }
      return exceeding(-shortfall, base: base, one: one)
    }
    if let base, base.mantissa == 0 {
      guard let zeroBands else { return worst }
      return first(zeroBands, shortfall: shortfall, base: nil, one: one)
    }
    return first(bands, shortfall: shortfall, base: base, one: one)
  }

  private func first(_ bounds: [Bound], shortfall: Quantity, base: Quantity?, one: Quantity) -> UInt8? {
    for bound in bounds {
      switch bound.limit {
      case .none: return bound.status
      case .unknown: return nil
      case .of(let limit):
        let sign = compare(shortfall, limit, base: base, one: one)
        if sign == .negative || (sign == .zero && bound.including) { return bound.status }
      }
    }
    return worst
  }

  private func exceeding(_ margin: Quantity, base: Quantity?, one: Quantity) -> UInt8? {
    for bound in better {
      switch bound.limit {
      case .none: return bound.status
      case .unknown: return nil
      case .of(let limit):
        let sign = compare(margin, limit, base: base, one: one)
        if sign == .positive || (sign == .zero && bound.including) { return bound.status }
      }
    }
    return met
  }

  private func compare(_ distance: Quantity, _ limit: Quantity, base: Quantity?, one: Quantity) -> Quantity.Sign {
    if let base { return Quantity.compareProducts(distance, Quantity(100), with: base, limit) }
    return Quantity.compareProducts(distance, Quantity(1), with: one, limit)
  }
}
