/// Takes the converter's inline marks out of running text: `[footnoteRef:5]` and
/// `[5:  its text]` become footnotes; `[bookmark: …]` and `[image: …]` go.
///
/// A note's text may spill over lines; the rest of its last line then carries on where the
/// note began, so that a heading with a footnote is recovered whole.
struct InlineNotes {
  private static let longestSpill = 20
  private static let longestMark = 300
  private static let deepestBrackets = 8

  private let lines: [String]
  private var called: Set<Int> = []
  private var told: Set<Int> = []

  init(_ lines: [String]) {
    self.lines = lines
  }

  mutating func takeOut() -> [TextLine] {
    var clean: [TextLine] = []
    clean.reserveCapacity(lines.count)
    var index = 0
    while index < lines.count {
      var line = TextLine(number: index + 1, text: "")
      var source = lines[index][...]
      while let bracket = source.firstIndex(of: "[") {
        line.text += source[..<bracket]
        source = source[bracket...]
        takeOutMark(from: &source, into: &line, &index)
      }
      line.text += source
      clean.append(line)
      index += 1
    }
    return clean
  }

  /// Calls without a text, and texts that nothing calls.
  func adrift() -> [SourceNote] {
    called.symmetricDifference(told).sorted().map { SourceNote(.footnoteAdrift, at: .footnote($0)) }
  }

  private mutating func takeOutMark(from source: inout Substring, into line: inout TextLine, _ index: inout Int) {
    if let number = number(in: source, after: "[footnoteRef:"), let end = closingBracket(in: source) {
      line.calls.append(number)
      called.insert(number)
      source = source[source.index(after: end)...]
    } else if source.hasPrefix("[bookmark: ") || source.hasPrefix("[image: "), let end = closingBracket(in: source) {
      source = source[source.index(after: end)...]
    } else if let number = number(in: source, after: "["), let note = wholeNote(from: source, index) {
      line.footnotes.append(SourceFootnote(number: number, text: note.text, at: .footnote(number)))
      told.insert(number)
      index = note.lastLine
      source = note.rest
      dropPadding(before: &line.text, after: &source)
    } else {
      line.text.append(source.removeFirst())
    }
  }

  /// `[footnoteRef:5]` and `[5: …` hold nothing but a number up to the bracket or colon.
  private func number(in source: Substring, after opening: String) -> Int? {
    guard source.hasPrefix(opening) else { return nil }
    let rest = source.dropFirst(opening.count)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard (1...6).contains(digits.count), rest.dropFirst(digits.count).first == (opening == "[" ? ":" : "]") else {
      return nil
    }
    return Int(digits)
  }

  private func wholeNote(from source: Substring, _ first: Int) -> (text: String, rest: Substring, lastLine: Int)? {
    var text = ""
    var depth = 0
    for index in first..<min(first + Self.longestSpill, lines.count) {
      let line = index == first ? source : lines[index][...]
      for position in line.utf8.indices {
        if line.utf8[position] == UInt8(ascii: "[") { depth += 1 }
        if line.utf8[position] == UInt8(ascii: "]") { depth -= 1 }
        if depth > Self.deepestBrackets { return nil }
        if depth == 0 {
          text += line[..<position]
          let afterColon = text[text.index(after: text.firstIndex(of: ":") ?? text.startIndex)...]
          return (trimmed(afterColon), line[line.index(after: position)...], index)
        }
      }
      text += line + "\n"
    }
    return nil
  }

  /// Where a short mark ends; never looks far, as a line may hold nothing but beginnings.
  private func closingBracket(in source: Substring) -> Substring.Index? {
    source.utf8.prefix(Self.longestMark).firstIndex(of: UInt8(ascii: "]"))
  }

  /// The converter sets a note off by one space on either side.
  private func dropPadding(before text: inout String, after source: inout Substring) {
    if text.hasSuffix(" ") { text.removeLast() }
    if source.hasPrefix(" ") { source.removeFirst() }
  }
}
