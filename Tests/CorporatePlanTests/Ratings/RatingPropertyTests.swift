import Testing

@testable import CorporatePlan

@Suite("What holds for every rating, whatever the figures")
struct RatingPropertyTests {
  /// Rules whose statuses run from better to worse without a look at other periods.
  static let rules = [
    "harrow-2023", "bracknell-forest", "maidstone", "belfast", "rhondda-cynon-taf", "south-kesteven",
    "east-riding-2009", "mid-east-antrim",
  ]

  @Test("swapping polarity and negating both figures changes nothing", arguments: rules)
  func mirrored(id: String) throws {
    let rule = try Fixture.shipped(id)
    for (target, actual) in Figures(seed: 1).prefix(2000) {
      #expect(rule.place(actual, target, .highIsGood) == rule.place(-actual, -target, .lowIsGood))
    }
  }

  @Test("scaling target and actual alike changes no relative rating", arguments: rules)
  func scaled(id: String) throws {
    let rule = try Fixture.shipped(id)
    for (target, actual) in Figures(seed: 2).prefix(2000) {
      for factor in [Quantity(10), Quantity(7), Quantity(mantissa: 3, scale: 2)] {
        #expect(rule.place(actual * factor, target * factor, .highIsGood) == rule.place(actual, target, .highIsGood))
      }
    }
  }

  @Test("a better actual never rates worse", arguments: rules)
  func monotone(id: String) throws {
    let rule = try Fixture.shipped(id)
    for (target, actual) in Figures(seed: 3).prefix(2000) {
      for step in [Quantity(mantissa: 1, scale: 4), Quantity(1), Quantity(50)] {
        let (worse, better) = (rule.place(actual, target, .highIsGood), rule.place(actual + step, target, .highIsGood))
        #expect(better <= worse, "\(actual) + \(step) against \(target)")
      }
    }
  }

  @Test("what is missing never rates, under any rule", arguments: MissingReason.allCases)
  func missing(reason: MissingReason) throws {
    for json in RuleBook.shipped.values {
      guard case .indicators(let rule) = try RuleBook.Rule(json) else { continue }
      let given = RatedReturn(polarity: .highIsGood, actual: .missing(reason), target: TargetExpression("90"))
      #expect(rule.rate(given).outcome == .notRated(.missing(reason)))
    }
  }

  @Test("all ten thousand shares of two decimals fall on the right side of exactly five per cent")
  func exactLimits() throws {
    let rule = try Fixture.harrow()
    for hundredth in 1...10_000 {
      // The target is T and the actual 0.95 T: exactly 5% off, red, however binary fractions would fall.
      let target = Quantity(mantissa: Int128(hundredth), scale: 2)
      let actual = Quantity(mantissa: Int128(hundredth) * 95, scale: 4)
      #expect(rule.place(actual, target, .highIsGood) == 2, "\(target)")
      #expect(rule.place(actual + Quantity(mantissa: 1, scale: 6), target, .highIsGood) == 1, "\(target)")
    }
  }
}

extension RatingRule {
  /// The place of a status in the rule's order, worst last.
  fileprivate func place(_ actual: Quantity, _ target: Quantity, _ polarity: Polarity) -> Int {
    func figure(_ quantity: Quantity) -> Figure {
      Figure(quantity: quantity, unit: .number, decimals: quantity.scale, verbatim: quantity.description)
    }
    var given = RatedReturn(polarity: polarity, actual: .figure(figure(actual)), target: .figure(nil, figure(target)))
    given.tolerance = Quantity(3)
    return rate(given).status.flatMap { statuses.firstIndex(of: $0) } ?? -1
  }
}

/// Pairs of target and actual, near one another as real ones are, from a fixed seed.
private struct Figures: Sequence, IteratorProtocol {
  var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> (Quantity, Quantity)? {
    let target = Quantity(mantissa: Int128(random(20_001)) - 10_000, scale: Int(random(4)))
    let delta = Quantity(mantissa: Int128(random(4001)) - 2000, scale: Int(random(4)))
    return (target, target + delta)
  }

  private mutating func random(_ below: UInt64) -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state >> 33) % below
  }
}
