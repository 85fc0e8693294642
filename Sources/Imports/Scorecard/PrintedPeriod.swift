import CorporatePlan

/// Reads the quarters that a text names: "Q2 2023-24", "Quarter 2 2023/24", "2023/24 Q2", "Q2 of 2023/2024".
enum PrintedPeriod {
  static func all(in text: String) -> [Period] {
    let line = text.onOneLine.lowercased()
    let quarterFirst = /\b(?:q|quarter )([1-4])\b[\s,:–-]*(?:of\s+)?\(?(20\d\d)\s*[-\/–]\s*(20\d\d|\d\d)\b/
    let yearFirst = /\b(20\d\d)\s*[-\/–]\s*(20\d\d|\d\d)[\s,:–-]*\(?(?:q|quarter )([1-4])\b/
    let first = line.matches(of: quarterFirst).compactMap { period($0.2, $0.3, $0.1) }
    return first.isEmpty ? line.matches(of: yearFirst).compactMap { period($0.1, $0.2, $0.3) } : first
  }

  private static func period(_ first: Substring, _ second: Substring, _ quarter: Substring) -> Period? {
    guard let year = Int(first), let next = Int(second.suffix(2)), (year + 1) % 100 == next, let number = Int(quarter)
    else { return nil }
    return FinancialYear(year).quarter(number)
  }
}
