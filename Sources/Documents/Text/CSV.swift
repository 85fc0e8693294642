/// Writes comma-separated values as RFC 4180 wants them: UTF-8 without a mark, lines ended by CR and LF.
///
/// Words that a spreadsheet would take for a formula get an apostrophe before them. Numbers are never altered:
/// "-3" is a figure.
package struct CSV: Sendable {
  /// What a column holds.
  package enum Column: Sendable, Equatable {
    /// Words, which may come from anyone.
    case text(String)
    /// Numbers; what is no number after all is treated as words.
    case number(String)

    var header: String {
      switch self {
      case .text(let header), .number(let header): header
      }
    }
  }

  /// What has been written so far.
  package private(set) var bytes: [UInt8] = []
  private let columns: [Column]

  /// A file with its header row.
  package init(columns: [Column]) {
    self.columns = columns
    append(columns.map { CSV.harmless($0.header) })
  }

  /// Adds a row, one value for each column; what is missing at the end stays empty.
  package mutating func append(row: [String]) {
    append(
      columns.indices.map { index in
        let value = index < row.count ? row[index] : ""
        if case .number = columns[index], CSV.isNumber(value) { return value }
        return CSV.harmless(value)
      })
  }

  private mutating func append(_ values: [String]) {
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(value)
    }
    bytes += [0x0D, 0x0A]
  }

  /// Quotes a value that has a comma, a quotation mark or the end of a line in it.
  private mutating func append(_ value: String) {
    let needsQuotes = value.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0D || $0 == 0x0A }
    guard needsQuotes else { return bytes.append(contentsOf: value.utf8) }
    bytes.append(0x22)
    for byte in value.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Spreadsheets run what begins with one of these as a formula, whoever typed it.
  private static func harmless(_ words: String) -> String {
    switch words.utf8.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A: "'" + words
    default: words
    }
  }

  private static func isNumber(_ value: String) -> Bool {
    Chart.Value.isDecimal(value.hasPrefix("+") ? String(value.dropFirst()) : value)
  }
}
