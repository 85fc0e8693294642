/// How the target of one period was set: as a share of the year's, or by hand. A target that was typed or imported by itself
/// has none, and nothing is said of it.
package struct TargetOrigin: Equatable, Sendable {
  package let way: Way
  /// The year's target as it was written then.
  package let annual: String?
  /// The per cent of it that was due by the end of the period, where it was weighted.
  package let share: Quantity?

  package enum Way: String, Sendable, CaseIterable {
    /// The same share for each period.
    case flat
    /// The year's figure in each.
    case constant
    /// By the per cent due by the end of each.
    case weighted
    /// By the per cent of last year.
    case shape
    /// Each by itself.
    case handSet = "hand-set"
  }

  package init(_ way: Way, of annual: String? = nil, share: Quantity? = nil) {
    self.way = way
    self.annual = annual
    self.share = share
  }

  /// `nil` where nobody recorded it.
  init?(_ fields: Fields) throws(FieldError) {
    guard fields.optionalText("set_by") != nil else { return nil }
    way = try fields.choice("set_by", default: .handSet)
    annual = fields.optionalText("set_from")
    share = fields.optionalText("set_share").flatMap { Quantity($0) }
  }

  /// "Weighted: 55% of the year’s 200 by then".
  package var words: String {
    let year = annual.map { "the year’s \($0)" } ?? "the year’s target"
    let part = share.map { "\($0)% of \(year) by then" } ?? "a share of \(year)"
    return switch way {
    case .flat: "Flat: an even share of \(year)"
    case .constant: "Constant: \(year) in each period"
    case .weighted: "Weighted: \(part)"
    case .shape: "By the year before: \(part)"
    case .handSet: "Set by hand"
    }
  }
}
