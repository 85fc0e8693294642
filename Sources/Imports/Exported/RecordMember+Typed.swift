import CorporatePlan

extension RecordMember {
  /// What people type for what the column holds: "5 May 2026" for the day, "higher is better" for "high". Anything else is
  /// as it stands.
  func meant(_ typed: String) -> String {
    switch (form, name) {
    case (.day, _) where Day(typed.trimmed) == nil:
      if case .day(let day)? = SpelledPeriod(cell: typed.onOneLine) { return day.description }
      return typed
    case (.text, "polarity"): return Polarity(said: typed)?.rawValue ?? typed
    default: return typed
    }
  }
}
