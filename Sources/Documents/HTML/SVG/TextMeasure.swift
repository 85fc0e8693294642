/// An estimate of how wide text will be, good enough to wrap labels and keep them apart.
///
/// The reader's own typeface is unknown, so this errs on the wide side.
struct TextMeasure {
  /// The size of the letters.
  let size: Double

  /// The width of a line.
  func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? Self.plain[Int($1.value)] : Self.share(of: $1)) } * size
  }

  /// How many lines of a width a text takes: broken between words, and a longer word where the line ends.
  func lineCount(of text: String, within width: Double) -> Int {
    plainLineCount(of: text, within: width)
      ?? text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { count, line in
        count + lines(of: String(line), within: width).reduce(0) { $0 + rows(self.width(of: $1), width) }
      }
  }

  private func rows(_ width: Double, _ room: Double) -> Int { max(1, Int((width / room).rounded(.up))) }

  /// The same letter by letter, where each is a byte; `nil` for other texts.
  private func plainLineCount(of text: String, within room: Double) -> Int? {
    var count = 0
    // What stands on the line so far, with the word that is being read, and that word alone; below 0 for nothing.
    var (before, line, word) = (-1.0, -1.0, -1.0)
    func endWord() {
      guard word >= 0 else { return }
      if before >= 0, line * size > room {
        count += rows(before * size, room)
        before = word
      } else {
        before = line
      }
      word = -1
    }
    for byte in text.utf8 {
      switch byte {
      case 0x0A, 0x20:
        endWord()
        if byte == 0x20 { continue }
        count += rows(max(0, before) * size, room)
        before = -1
      case 0x21..<0x7F:
        let share = Self.plain[Int(byte)]
        if word < 0 { (line, word) = (before < 0 ? 0 : before + Self.plain[0x20], 0) }
        (line, word) = (line + share, word + share)
      default: return nil
      }
    }
    endWord()
    return count + rows(max(0, before) * size, room)
  }

  /// The text broken between words into lines of at most a width; a longer word keeps a line for itself.
  func lines(of text: String, within width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if line.isEmpty || self.width(of: longer) <= width {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return lines + [line]
  }

  /// The shares of the letters that are a byte each.
  private static let plain = (0..<128).map { share(of: Unicode.Scalar(UInt8($0))) }

  private static func share(of letter: Unicode.Scalar) -> Double {
    switch letter {
    case "i", "j", "l", "t", "f", "I", ".", ",", ":", ";", "'", "|", "/", " ", "(", ")", "-": 0.33
    case "m", "w", "M", "W", "%", "@", "–", "—": 0.9
    case "A"..."Z": 0.7
    case "0"..."9", "£": 0.62
    default: 0.58
    }
  }
}
