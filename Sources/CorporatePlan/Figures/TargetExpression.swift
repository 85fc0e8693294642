/// A target as a council writes it (model, section 3.2): `90%`, `≥ 77%`, `<5585`, `95 to 105`, `< 2022/23 baseline`,
/// `policy adopted by September`.
package enum TargetExpression: Hashable, Sendable {
  /// A figure to reach; the comparison is the one that was written, or `nil` when polarity must tell.
  case figure(Comparison?, Figure)
  case between(Figure, Figure)
  /// A figure that stands elsewhere, such as a baseline or an earlier period; the words are kept.
  case reference(Comparison?, String)
  /// A state to reach.
  case state(String)

  package enum Comparison: String, Sendable {
    case atLeast = "≥"
    case moreThan = ">"
    case atMost = "≤"
    case lessThan = "<"
    case equal = "="

    /// Whether equality does not meet the target.
    package var isStrict: Bool { self == .moreThan || self == .lessThan }

    /// The polarity that the comparison implies; `nil` for equality.
    package var polarity: Polarity? {
      switch self {
      case .atLeast, .moreThan: .highIsGood
      case .atMost, .lessThan: .lowIsGood
      case .equal: nil
      }
    }
  }

  package var comparison: Comparison? {
    switch self {
    case .figure(let comparison, _), .reference(let comparison, _): comparison
    case .between, .state: nil
    }
  }

  package var figure: Figure? {
    if case .figure(_, let figure) = self { return figure }
    return nil
  }
}

extension TargetExpression {
  /// Reads a target; `nil` when nothing was written (empty, `-`, `n/a`, `TBC`).
  package init?(_ text: String) {
    if let figure = Figure(plain: text) {
      self = .figure(nil, figure)
      return
    }
    let typed = text.trimmed
    let (comparison, rest) = TargetExpression.comparison(typed)
    guard comparison != nil || MissingReason(mark: typed) == nil else { return nil }
    if rest.utf8.contains(where: { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }),
      TargetExpression.referring.contains(where: rest.lowercased().contains)
    {
      self = .reference(comparison, rest)
    } else if let figure = try? Figure(rest), figure.per == nil {
      self = .figure(comparison, figure)
    } else if comparison == nil, let (lower, upper) = TargetExpression.bounds(rest) {
      self = .between(lower, upper)
    } else {
      self = .state(typed)
    }
  }

  /// Longest first, so that "equal to or >" is not read as "equal to".
  private static let spellings: [(String, Comparison)] = [
    ("equal to or more than", .atLeast), ("equal to or greater than", .atLeast), ("equal to or >", .atLeast),
    ("equal to or less than", .atMost), ("equal to or <", .atMost), ("greater than or equal to", .atLeast),
    ("less than or equal to", .atMost), ("a maximum of", .atMost), ("a minimum of", .atLeast),
    ("no more than", .atMost),
    ("not more than", .atMost), ("no fewer than", .atLeast), ("no less than", .atLeast), ("maximum of", .atMost),
    ("minimum of", .atLeast), ("fewer than", .lessThan), ("greater than", .moreThan), ("more than", .moreThan),
    ("less than", .lessThan), ("at least", .atLeast), ("at most", .atMost), ("equal to", .equal), ("up to", .atMost),
    ("under", .lessThan), ("below", .lessThan), ("above", .moreThan), ("over", .moreThan), (">=", .atLeast),
    ("=>", .atLeast), ("<=", .atMost), ("=<", .atMost), ("≥", .atLeast), ("≤", .atMost), (">", .moreThan),
    ("<", .lessThan), ("=", .equal),
  ]

  private static func comparison(_ text: String) -> (Comparison?, String) {
    let lower = text.lowercased()
    for (spelling, comparison) in spellings where lower.hasPrefix(spelling) {
      return (comparison, text.dropFirst(spelling.count).trimmed)
    }
    for (ending, comparison) in [(" or more", Comparison.atLeast), (" or less", .atMost), (" or fewer", .atMost)]
    where lower.hasSuffix(ending) {
      return (comparison, text.dropLast(ending.count).trimmed)
    }
    return (nil, text)
  }

  /// `95 to 105`, `95-105`, `between 95 and 105`.
  private static func bounds(_ text: String) -> (Figure, Figure)? {
    var rest = text.lowercased()
    if rest.hasPrefix("between ") { rest = String(rest.dropFirst(8)).replacing(" and ", with: " to ") }
    for separator in [" to ", "–", "-"] {
      let parts = rest.split(separator: separator, maxSplits: 1).map(\.trimmed)
      guard parts.count == 2, let lower = try? Figure(parts[0]), let upper = try? Figure(parts[1]),
        lower.per == nil, upper.per == nil, lower.unit.isComparable(with: upper.unit), lower.quantity <= upper.quantity
      else { continue }
      return (lower, upper)
    }
    return nil
  }

  private static let referring = ["baseline", "position", "previous", "last year", "last quarter"]

  /// As printed: `90%`, `more than 5`, `95% to 105%`.
  package var text: String {
    switch self {
    case .figure(let comparison, let figure): (comparison.map { "\($0.words) " } ?? "") + figure.text
    case .between(let lower, let upper): "\(lower.text) to \(upper.text)"
    case .reference(let comparison, let words): (comparison.map { "\($0.words) " } ?? "") + words
    case .state(let words): words
    }
  }
}

extension TargetExpression.Comparison {
  package var words: String {
    switch self {
    case .atLeast: "at least"
    case .moreThan: "more than"
    case .atMost: "at most"
    case .lessThan: "less than"
    case .equal: "exactly"
    }
  }
}
