/// Numbers tables and charts as they are met, so that a member can say "table 3" whichever file they hold.
struct Captions {
  private var tables = 0
  private var charts = 0

  /// "Table 3".
  mutating func nextTable() -> String {
    tables += 1
    return "Table \(tables)"
  }

  /// "Chart 2".
  mutating func nextChart() -> String {
    charts += 1
    return "Chart \(charts)"
  }
}
