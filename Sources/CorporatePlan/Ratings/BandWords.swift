/// The bands of a rule in words, as the key of a report and the reason of a rating print them.
package struct BandWords: Sendable {
  package let rule: RatingRule
  package let tolerance: Quantity?
  /// Whether the limits are per cent of the target; otherwise points.
  package let isShare: Bool

  package init(rule: RatingRule, tolerance: Quantity?, isShare: Bool) {
    self.rule = rule
    self.tolerance = tolerance
    self.isShare = isShare
  }

  /// "worse by less than 5% of the target", "worse by 5% of the target or more".
  ///
  /// - Parameter bands: other bands than the rule's usual ones, such as those for a target of zero.
  package func text(_ status: Status, of bands: [RatingRule.Band]? = nil) -> String {
    if rule.basis == .met { return "the target is not met" }
    let bands = bands ?? rule.bands
    guard let index = bands.firstIndex(where: { $0.status == status }) else { return "the target is missed" }
    let lower = index > 0 ? bands[index - 1] : nil
    let upper = bands[index]
    switch (lower.flatMap { limit($0) }, limit(upper)) {
    case (nil, nil): return "the target is missed"
    case (nil, let most?): return "worse by \(upper.including ? "up to" : "less than") \(most)"
    case (let least?, nil): return "worse by \(atLeast(least, lower))"
    case (let least?, let most?):
      return "worse by \(atLeast(least, lower)), but \(upper.including ? "not more than" : "less than") \(most)"
    }
  }

  /// What does not belong to the band before begins this one.
  private func atLeast(_ least: String, _ before: RatingRule.Band?) -> String {
    before?.including == true ? "more than \(least)" : "\(least) or more"
  }

  private func limit(_ band: RatingRule.Band) -> String? {
    switch band.limit {
    case .none: nil
    case .of(let quantity): isShare ? "\(quantity)% of the target" : quantity.points
    case .tolerance:
      tolerance.map { isShare ? "its tolerance of \($0)% of the target" : "its tolerance of \($0.points)" }
        ?? "the indicator's own tolerance"
    }
  }
}

extension Quantity {
  /// "1 point", "2.5 points".
  var points: String { "\(self) point\(self == Quantity(1) ? "" : "s")" }
}
