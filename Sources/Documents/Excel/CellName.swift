/// A cell as Excel names it: "C17". Rows and columns count from 1.
struct CellName: Hashable, Sendable {
  static let rows = 1...1_048_576
  static let columns = 1...16_384

  var row: Int
  var column: Int
}

extension CellName: CustomStringConvertible {
  var description: String { CellName.letters(ofColumn: column) + String(row) }

  /// Reads "C17" and "$C$17"; nil when there is no such cell.
  init?(_ name: some StringProtocol) { self.init(utf8: name.utf8) }

  init?(utf8: some Sequence<UInt8>) {
    var column = 0
    var row = 0
    for byte in utf8 where byte != UInt8(ascii: "$") {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte) - 64
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte) - 48
      default: return nil
      }
      guard column <= CellName.columns.upperBound, row <= CellName.rows.upperBound else { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.init(row: row, column: column)
  }

  /// A for 1, Z for 26, AA for 27.
  static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    var rest = column
    while rest > 0 {
      letters.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    return String(decoding: letters.reversed(), as: UTF8.self)
  }
}

/// A rectangle of cells: "A1:C17", or "A1" for one alone.
struct CellRange: Hashable, Sendable {
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  init?(_ name: String) {
    let corners = name.split(separator: ":", omittingEmptySubsequences: false).map { CellName($0) }
    guard (1...2).contains(corners.count), let first = corners[0], let last = corners[corners.count - 1],
      first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }
}
