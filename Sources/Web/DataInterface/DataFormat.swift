import HTTPTypes
import Hummingbird

/// How a program wants its rows.
enum DataFormat: String, CaseIterable {
  case json, csv

  /// The format named in the address, or else the one an `Accept` header likes best (RFC 9110, section 12.5.1); JSON where
  /// it makes no difference.
  ///
  /// - Throws: `Problem` 406 when it takes neither.
  init(_ visit: TokenVisit) throws {
    if let name = visit.field("format") {
      guard let format = DataFormat(rawValue: name) else {
        throw Problem(.notAcceptable, "There is no format “\(name)”: ask for json or csv.")
      }
      self = format
      return
    }
    let accept = visit.request.headers[values: .accept].joined(separator: ",")
    guard !accept.isEmpty else {
      self = .json
      return
    }
    let json = DataFormat.weight(of: ["application/json", "application/*", "*/*"], in: accept)
    let csv = DataFormat.weight(of: ["text/csv", "text/*", "*/*"], in: accept)
    guard json > 0 || csv > 0 else {
      throw Problem(.notAcceptable, "Rows come as application/json or text/csv.")
    }
    self = csv > json ? .csv : .json
  }

  /// In thousandths: of the most particular of the names that the header has.
  private static func weight(of names: [String], in accept: String) -> Int {
    let ranges = accept.lowercased().split(separator: ",").map { part in
      part.split(separator: ";").map { String($0).trimmed }
    }
    for name in names {
      guard let range = ranges.first(where: { $0.first == name }) else { continue }
      guard let q = range.dropFirst().first(where: { $0.hasPrefix("q=") })?.dropFirst(2) else { return 1000 }
      let digits = q.filter(\.isNumber).prefix(4)
      return Int(digits.padding(to: 4)) ?? 0
    }
    return 0
  }
}

extension Substring {
  fileprivate func padding(to count: Int) -> String { self + String(repeating: "0", count: count - self.count) }
}
