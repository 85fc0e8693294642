import CorporatePlan

/// What an indicator's name says with certainty about its unit, its time frame and its frameworks.
struct NameReading {
  let name: String

  /// "% of …", "Percentage of …", "… (%)".
  var saysPercent: Bool {
    name.contains("%") && name.firstMatch(of: /[<>≤≥]?\s*\d+(?:\.\d+)?\s*%/) == nil
      || name.hasPrefix("%") || name.lowercased().firstMatch(of: /\b(?:percentage|per cent|percent)\b/) != nil
  }

  var saysProportion: Bool { name.lowercased().hasPrefix("proportion of") }

  /// "No of …", "Number of …", "Total number of …".
  var saysCount: Bool {
    name.lowercased().firstMatch(of: /^(?:total )?(?:no\.?|number|count) of\b/) != nil
  }

  /// "(days)", "(kg/household)".
  var unit: Unit? {
    let units = [
      "days", "working days", "weeks", "months", "hours", "minutes", "seconds", "tonnes", "kg", "miles", "visits",
      "kg/household", "kg per household",
    ]
    return name.matches(of: /\(([^()]+)\)/).map { String($0.1).trimmed }.first { units.contains($0.lowercased()) }
      .map { Unit($0) }
  }

  /// "(rolling 12 months)", "(rolling year)", "(over 12 months)".
  var frame: Frame? {
    let text = name.lowercased()
    if text.contains("rolling year") { return .rolling(months: 12) }
    if let match = text.firstMatch(of: /\b(?:rolling|over) (\d{1,2}) months\b/), let months = Int(match.1) {
      return .rolling(months: months)
    }
    if text.contains("year to date") || text.contains("(ytd)") { return .yearToDate }
    return nil
  }

  var tags: [String] {
    [("(oflog)", "Oflog"), ("(tsm)", "TSM")].filter { name.lowercased().contains($0.0) }.map(\.1)
  }
}
