extension DelimitedText.Delimiter {
  /// The delimiter that occurs on most of the first lines, and as often on each of them as on the others.
  ///
  /// Commas stand in commentary and in "1,5" too, but seldom equally often on every line.
  static func fitting(_ bytes: [UInt8]) -> Self {
    let lines = Self.lines(bytes.prefix(64 << 10))
    // Where two fit equally, a tab is the surer sign, and a semicolon surer than a comma.
    var best = (delimiter: Self.comma, fit: 0)
    for delimiter in [tab, semicolon, comma] where delimiter.fit(lines) > best.fit {
      best = (delimiter, delimiter.fit(lines))
    }
    return best.delimiter
  }

  private typealias Counts = [Self: Int]

  /// How often each delimiter stands outside quotation marks on each of the first twenty lines.
  private static func lines(_ bytes: ArraySlice<UInt8>) -> [Counts] {
    var lines: [Counts] = []
    var line: Counts = [:]
    var isQuoted = false
    for byte in bytes {
      if byte == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted, byte == 0x0A || byte == 0x0D {
        if !line.isEmpty { lines.append(line) }
        line = [:]
        if lines.count == 20 { return lines }
      } else if !isQuoted, let delimiter = Self(rawValue: byte) {
        line[delimiter, default: 0] += 1
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Lines with the delimiter, plus lines that have as many of it as the first.
  private func fit(_ lines: [Counts]) -> Int {
    let first = lines.first?[self] ?? 0
    return lines.reduce(0) { sum, line in
      let count = line[self] ?? 0
      return sum + (count > 0 ? 1 : 0) + (count > 0 && count == first ? 1 : 0)
    }
  }
}
