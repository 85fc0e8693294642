/// Gives names out once, as Excel compares them: without regard to case.
struct UniqueNames {
  private var taken: Set<String> = []
  private let longest: Int

  init(longest: Int) {
    self.longest = longest
  }

  /// The name, or the name with the first number that makes it unique.
  mutating func next(_ name: String, separator: String = " ") -> String {
    var candidate = cut(name, to: longest)
    var number = 2
    while !taken.insert(candidate.lowercased()).inserted {
      let suffix = "\(separator)\(number)"
      candidate = cut(name, to: longest - suffix.utf16.count) + suffix
      number += 1
    }
    return candidate
  }
}

extension Workbook {
  /// A name Excel takes for a sheet.
  static func sheetName(_ name: String) -> String {
    let allowed = oneLine(name).filter { !#"[]:*?/\"#.contains($0) }
    let trimmed = allowed.trimming { $0 == "'" || $0 == " " }
    // Excel keeps "History" for itself.
    return trimmed.isEmpty ? "Sheet" : trimmed.lowercased() == "history" ? "History_" : trimmed
  }

  /// A name Excel takes for a table: a word that can be no cell.
  static func tableName(_ sheet: String) -> String {
    "Table_"
      + String(
        String.UnicodeScalarView(sheet.unicodeScalars.map { $0.properties.isAlphabetic || $0.isDigit ? $0 : "_" }))
  }
}

/// Text on one line, without the characters that no file can hold.
func oneLine(_ text: String) -> String {
  if text.isPlainLine { return text }
  let allowed = text.unicodeScalars.filter { scalar in
    scalar.properties.isWhitespace || scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
  }
  return String(String.UnicodeScalarView(allowed)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
}

/// At most so many UTF-16 units, which is how Excel counts, and never half a character.
func cut(_ text: String, to length: Int) -> String {
  if text.utf16.count <= length { return text }
  var count = 0
  return String(
    text.prefix { character in
      count += character.utf16.count
      return count <= length
    })
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}

extension String {
  /// Whether it certainly is on one line, with single spaces and nothing but letters that are a byte each.
  fileprivate var isPlainLine: Bool {
    var last = UInt8(ascii: " ")
    for byte in utf8 {
      guard (0x20..<0x7F).contains(byte), byte > 0x20 || last > 0x20 else { return false }
      last = byte
    }
    return last > 0x20 || utf8.isEmpty
  }

  fileprivate func trimming(_ isSurplus: (Character) -> Bool) -> String {
    let start = drop(while: isSurplus)
    return String(start.reversed().drop(while: isSurplus).reversed())
  }
}
