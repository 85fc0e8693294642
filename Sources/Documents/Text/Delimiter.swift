extension DelimitedText.Delimiter {
  /// The delimiter that occurs on most of the first lines, and as often on each of them as on the others.
  ///
  /// Commas stand in commentary and in "1,5" too, but seldom equally often on every line.
  static func fitting(_ bytes: ArraySlice<UInt8>) -> Self {
    let lines = Self.lines(bytes.prefix(64 << 10))
    // Where two fit equally, a tab is the surer sign, and a semicolon or a pipe surer than a comma.
    var best = (delimiter: Self.comma, fit: 0)
    for delimiter in [tab, semicolon, pipe, comma] where delimiter.fit(lines) > best.fit {
      best = (delimiter, delimiter.fit(lines))
    }
    return best.delimiter
  }

  /// What a first line "sep=;" says, which Excel heeds, and how long that line is.
  static func named(_ bytes: ArraySlice<UInt8>) -> (delimiter: Self, length: Int)? {
    let line = Array(bytes.prefix(7))
    guard line.starts(with: "sep=".utf8), line.count > 5, let delimiter = Self(rawValue: line[4]) else { return nil }
    if line[5] == 0x0A { return (delimiter, 6) }
    guard line[5] == 0x0D else { return nil }
    return (delimiter, line.count > 6 && line[6] == 0x0A ? 7 : 6)
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
