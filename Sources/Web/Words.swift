import CorporatePlan
import Documents

extension Indicator {
  /// A figure of this indicator as printed: officers leave the unit out.
  func text(_ value: Value) -> String { value.printed(in: unit) }

  /// "at least 90%": the comparison that was written, or the one that polarity means.
  func text(_ target: TargetExpression) -> String {
    switch target {
    case .figure(nil, let figure):
      let words = figure.inUnit(unit).text
      switch polarity {
      case .highIsGood: return "at least \(words)"
      case .lowIsGood: return "at most \(words)"
      case .range, .none: return words
      }
    case .figure(let comparison?, let figure): return "\(comparison.words) \(figure.inUnit(unit).text)"
    case .between(let lower, let upper): return "\(lower.inUnit(unit).text) to \(upper.inUnit(unit).text)"
    case .reference, .state: return target.text
    }
  }

  /// A size in the indicator's unit: the distance of two percentages is in percentage points.
  func text(ofDistance distance: Quantity, of figure: Figure?) -> String {
    let size = distance.magnitude
    switch figure?.inUnit(unit).unit ?? unit {
    case .percent, .percentagePoints: return "\(size) percentage point\(size == Quantity(1) ? "" : "s")"
    case let unit: return Figure.text(size, unit, decimals: size.printedDecimals)
    }
  }

  var polarityWords: String {
    switch polarity {
    case .highIsGood: "Higher is better"
    case .lowIsGood: "Lower is better"
    case .range: "Good is within a range"
    case .none: "For information: neither higher nor lower is better"
    }
  }
}

extension IndicatorStanding {
  /// The standing in one plain sentence: "79% against at least 90%: off target, worse than last quarter."
  func headline(_ marks: Marks) -> String {
    let figure = indicator.text(value)
    switch (outcome, value) {
    case (.rated, .figure), (.rated, .state):
      let against = target.map { " against \(indicator.text($0))" } ?? ""
      return "\(figure)\(against): \(marks.mark(self).tone.words)\(travel.map { ", \($0)" } ?? "")."
    case (.rated, .missing(let reason)):
      return "No figure (\(reason.rawValue)); an officer rates it \(marks.mark(self).word.lowercased())."
    case (.notRated(.dataOnly), .figure), (.notRated(.dataOnly), .state):
      return "\(figure). It is shown for information and has no target."
    case (.notRated(.noTarget), _):
      return "\(figure), with no target to hold it against\(travel.map { "; it is \($0)" } ?? "")."
    case (.notRated(.missing(.suppressed)), _):
      return "The figure is not published because the numbers are small; it is rated within the council."
    case (.notRated(let reason), _): return "There is no figure for this period: \(reason.text)."
    case (.undetermined(let what), _):
      let against = target.map { " against \(indicator.text($0))" } ?? ""
      return "\(figure)\(against). It can’t be rated: \(what)."
    }
  }

  /// "worse than last quarter", or against a year earlier where that is all there is; `nil` where there is nothing to
  /// compare with.
  var travel: String? {
    guard let dataPeriod else { return nil }
    if short != .none { return "\(short.comparative) \(dataPeriod.grain.lastOne)" }
    if long != .none { return "\(long.comparative) a year earlier" }
    return nil
  }
}

extension Trend {
  /// "worse than", "the same as".
  var comparative: String {
    switch self {
    case .better, .worse: "\(words) than"
    case .same: "the same as"
    case .none: "not comparable with"
    }
  }

  /// Arrows belong to direction of travel only; up is better, whichever way the figure moved.
  var arrow: String {
    switch self {
    case .better: "▲"
    case .same: "►"
    case .worse: "▼"
    case .none: ""
    }
  }
}

extension Period.Grain {
  /// The one before, as people say it.
  var lastOne: String {
    switch self {
    case .month: "last month"
    case .quarter: "last quarter"
    case .term: "last term"
    case .halfYear: "the half-year before"
    case .year: "the year before"
    case .twoYears: "the two years before"
    case .wave: "the last survey"
    }
  }

  var frequency: String {
    switch self {
    case .month: "Monthly"
    case .quarter: "Quarterly"
    case .term: "Once a school term"
    case .halfYear: "Twice a year"
    case .year: "Yearly"
    case .twoYears: "Every two years"
    case .wave: "With each survey"
    }
  }
}

extension String {
  /// An author's id as shown: "post:head-of-housing" is a post, written out; any other id stays as it is.
  var authorWords: String {
    // An id tells nobody's name, but it would tell which changes were one person's.
    if hasPrefix("p-") { return "an officer" }
    guard hasPrefix("post:") else { return self }
    let words = dropFirst("post:".count).split(separator: "-").map(String.init)
    let small: Set = ["of", "and", "the"]
    return words.enumerated()
      .map { index, word in index > 0 && small.contains(word) ? word : word.capitalised }
      .joined(separator: " ")
  }
}
