extension Trend {
  /// Compares two figures as `init(_:since:_:decimals:bounds:)` does, and takes for the same what differs by no more than
  /// the indicator's dead band (domain, section 2.5).
  init(
    _ actual: Figure?, since earlier: Figure?, _ polarity: Polarity, bounds: ClosedRange<Quantity>?,
    deadBand: Quantity?
  ) {
    let strict = Trend(actual, since: earlier, polarity, bounds: bounds)
    guard strict != .none, let deadBand,
      let now = actual?.displayed(decimals: Quantity.mostDecimals),
      let before = earlier?.displayed(decimals: Quantity.mostDecimals),
      (now - before).magnitude <= deadBand
    else {
      self = strict
      return
    }
    self = .same
  }
}
