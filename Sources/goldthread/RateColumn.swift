import CorporatePlan

/// The columns that `rate` knows.
enum RateColumn: Int, CaseIterable {
  case name, polarity, unit, target, actual, previous, samePeriodLastYear, tolerance, green, amber, lower, upper,
    decimals
  case reason

  /// As its heading is written.
  var heading: String { self == .samePeriodLastYear ? "same_period_last_year" : "\(self)" }

  static let headings = allCases.map(\.heading)
}

/// Where each column stands in one file.
struct RateHeader {
  /// How many columns the first line has, the unknown ones among them.
  let width: Int
  private var places = [Int?](repeating: nil, count: RateColumn.allCases.count)

  init(_ cells: [String]) throws(Refusal) {
    width = cells.count
    for (place, cell) in cells.enumerated() {
      let heading = cell.trimmed.lowercased().replacing(" ", with: "_")
      guard let column = RateColumn.headings.firstIndex(of: heading) else { continue }
      guard places[column] == nil else { throw .twice(heading) }
      places[column] = place
    }
    guard places.contains(where: { $0 != nil }) else { throw .noneKnown }
  }

  subscript(column: RateColumn) -> Int? { places[column.rawValue] }

  enum Refusal: Error {
    case twice(String)
    case noneKnown

    var words: String {
      switch self {
      case .twice(let heading): "the column “\(heading)” stands twice."
      case .noneKnown:
        "no column has a name we know. The first line names the columns: \(RateColumn.headings.joined(separator: ", "))."
      }
    }
  }
}
