/// An estimate of how wide text will be, good enough to wrap labels and keep them apart.
///
/// The reader's own typeface is unknown, so this errs on the wide side.
struct TextMeasure {
  /// The size of the letters.
  let size: Double

  /// The width of a line.
  func width(of text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + share(of: $1) } * size
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

  private func share(of letter: Unicode.Scalar) -> Double {
    switch letter {
    case "i", "j", "l", "t", "f", "I", ".", ",", ":", ";", "'", "|", "/", " ", "(", ")", "-": 0.33
    case "m", "w", "M", "W", "%", "@", "–", "—": 0.9
    case "A"..."Z": 0.7
    case "0"..."9", "£": 0.62
    default: 0.58
    }
  }
}
