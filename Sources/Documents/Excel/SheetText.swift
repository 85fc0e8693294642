/// Text as spreadsheets keep it: characters that XML lacks are written `_x000D_`, and so is anything that only looks
/// like it.
enum SheetText {
  /// A cell holds no more, counted in UTF-16.
  static let longest = 32_767

  /// What a cell's text means. Of control characters only tabs and line ends are left.
  static func decoded(_ text: String) -> String {
    guard text.utf8.containsEscape else { return text }
    let units = Array(text.utf16)
    var decoded: [UInt16] = []
    var index = 0
    while index < units.count {
      if let unit = escaped(units, at: index) {
        decoded.append(unit)
        index += 7
      } else {
        decoded.append(units[index])
        index += 1
      }
    }
    return String(decoding: decoded, as: UTF16.self).withLineFeeds
  }

  /// How to write a text so that it is read as it is.
  static func encoded(_ text: String) -> String {
    guard text.utf8.containsEscape else { return text }
    let units = Array(text.utf16)
    var encoded: [UInt16] = []
    for index in units.indices {
      if escaped(units, at: index) != nil { encoded += Array("_x005F".utf16) }
      encoded.append(units[index])
    }
    return String(decoding: encoded, as: UTF16.self)
  }

  /// The character of a run like `_x000D_`.
  private static func escaped(_ units: [UInt16], at index: Int) -> UInt16? {
    guard units[index] == 0x5F, index + 6 < units.count, units[index + 1] == 0x78, units[index + 6] == 0x5F else {
      return nil
    }
    let hex = String(decoding: units[index + 2..<index + 6], as: UTF16.self)
    return hex.utf8.allSatisfy(\.isHexDigit) ? UInt16(hex, radix: 16) : nil
  }
}

extension String.UTF8View {
  /// Few texts have an underscore in them at all, which is quickly seen.
  fileprivate var containsEscape: Bool {
    withContiguousStorageIfAvailable { $0.contains(0x5F) } ?? true && containsRun([0x5F, 0x78])
  }
}

extension UInt8 {
  fileprivate var isHexDigit: Bool { (0x30...0x39).contains(self) || (0x41...0x46).contains(self & 0xDF) }
}

extension String {
  /// Lines end in a line feed, however the file ends them; other control characters are no text.
  fileprivate var withLineFeeds: String {
    var scalars = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in unicodeScalars {
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n" where last == "\r": break
      case "\t", "\n", " "...: scalars.append(scalar)
      default: break
      }
      last = scalar
    }
    return String(scalars)
  }
}
