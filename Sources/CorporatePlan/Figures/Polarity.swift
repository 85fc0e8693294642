/// Which way is good.
package enum Polarity: String, Sendable, CaseIterable {
  case highIsGood = "high"
  case lowIsGood = "low"
  /// Good is within a lower and an upper bound.
  case range
  /// Contextual: shown, never rated.
  case none

  /// Reads the words and signs that councils and other products use (domain, section 1); `nil` for others.
  package init?(_ text: String) {
    switch text.trimmed.lowercased() {
    case "high", "▲", "▴", "higher", "bigger is better", "higher is better", "high is good", "aim to maximise",
      "maximise",
      "aim to max", "increase", "up":
      self = .highIsGood
    case "low", "▼", "▾", "lower", "smaller is better", "lower is better", "low is good", "aim to minimise", "minimise",
      "aim to min", "decrease", "down":
      self = .lowIsGood
    case "range", "goldilocks", "within", "in range": self = .range
    case "none", "data only", "contextual", "n/a", "neither", "monitor": self = .none
    // "▲ high", as our own reports print it.
    case let sign where sign.hasPrefix("▲"): self = .highIsGood
    case let sign where sign.hasPrefix("▼"): self = .lowIsGood
    default: return nil
    }
  }
}
