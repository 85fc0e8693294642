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
    let hasLetters = rest.utf8.contains { ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A }
    if hasLetters, TargetExpression.isReferring(rest.lowercased()) {
      self = .reference(comparison, rest)
    } else if let figure = try? Figure(rest), figure.per == nil {
      self = .figure(comparison, figure)
    } else if comparison == nil, let (lower, upper) = TargetExpression.bounds(rest) {
      self = .between(lower, upper)
    } else if let figure = TargetExpression.leadingFigure(rest, behindSign: TargetExpression.isSign(typed)) {
      self = .figure(comparison, figure)
    } else if hasLetters, comparison != nil, TargetExpression.isSign(typed) {
      self = .reference(comparison, rest)
    } else {
      self = .state(typed)
    }
  }

  /// Words that say where the figure stands: "2023 baseline", "as per target". "Baseline set" is a state to reach.
  private static func isReferring(_ text: String) -> Bool {
    let reached = ["baseline set", "baseline agreed", "baseline established"]
    return text.hasPrefix("as per ")
      || referring.contains(where: text.contains) && !reached.contains(where: text.hasSuffix)
  }

  /// Signs, unlike words such as "up to" or "over", leave no doubt that what follows is to be compared with.
  private static func isSign(_ typed: String) -> Bool {
    typed.first.map { "<>≤≥=".contains($0) } == true || typed.lowercased().hasPrefix("equal to ")
  }

  /// The figure at the head of words that explain it: "4,007 t CO2e for the latest year" behind a sign, "100% compliance"
  /// also alone. `nil` where the words make it a change or a deadline: "10% reduction", "80% of homes by March".
  private static func leadingFigure(_ text: String, behindSign: Bool) -> Figure? {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, words.count > 1, behindSign || first.hasSuffix("%"),
      !words.contains(where: { changing.contains($0.lowercased().filter(\.isLetter)) })
    else { return nil }
    for count in (1..<words.count).reversed() {
      if let figure = try? Figure(words[..<count].joined(separator: " ")), figure.per == nil { return figure }
    }
    return nil
  }

  private static let changing: Set<String> = [
    "reduction", "increase", "decrease", "improvement", "reduced", "increased", "more", "fewer", "less", "than", "by",
    "to", "from", "per", "before", "until", "within",
  ]

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

extension TargetExpression {
  /// As reports print it: a figure in a unit, "at least 90%"; anything else in its own words.
  package func printed(in unit: Unit) -> String {
    switch self {
    case .figure(let comparison, let figure): (comparison.map { "\($0.words) " } ?? "") + figure.inUnit(unit).text
    default: text
    }
  }
}
