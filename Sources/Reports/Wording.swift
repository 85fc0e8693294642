import CorporatePlan

/// "1 indicator", "12 indicators", "3 Key Activities".
package func counted(_ count: Int, _ noun: String) -> String { "\(count) \(count == 1 ? noun : plural(noun))" }

package func plural(_ noun: String) -> String {
  guard noun.lowercased().hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) else {
    return noun + "s"
  }
  return noun.dropLast() + "ies"
}

/// "a, b and c".
package func listed(_ parts: [String]) -> String {
  guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
  return parts.dropLast().joined(separator: ", ") + " and " + last
}

extension Period {
  /// "1 July 2023 to 30 September 2023".
  package var span: String { "\(start.words) to \((end + -1).words)" }

  /// What the period is, as a word in a sentence.
  package var grainWord: String {
    switch grain {
    case .quarter: "quarter"
    case .month: "month"
    case .year: "year"
    default: "period"
    }
  }
}

extension Trend {
  /// An arrow for a direction of travel: of performance, not of the number.
  var arrow: String? {
    switch self {
    case .better: "▲"
    case .same: "►"
    case .worse: "▼"
    case .none: nil
    }
  }
}

extension Polarity {
  /// "▲\u{A0}high", as the column headed "Good is" says it.
  func words(_ indicator: Indicator) -> String {
    switch self {
    case .highIsGood: "▲\u{A0}high"
    case .lowIsGood: "▼\u{A0}low"
    case .none: "neither"
    case .range:
      if let lower = indicator.lower, let upper = indicator.upper { "\(lower) to \(upper)" } else { "within a range" }
    }
  }
}
