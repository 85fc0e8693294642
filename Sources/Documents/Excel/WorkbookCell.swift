/// A cell as it goes into the file.
enum WrittenCell: Hashable {
  case text(String)
  /// Text to be filled in, or none so far.
  case entry(String)
  /// What `v` holds, and how it is shown.
  case value(String, WorkbookStyle)

  /// The text it shows, when it shows one.
  var words: String {
    switch self {
    case .text(let text), .entry(let text): text
    case .value: ""
    }
  }
}

extension Workbook.Cell {
  /// Nil when there is nothing to write.
  var written: WrittenCell? {
    switch self {
    case .empty, .text(""), .number(""), .percent(""), .day(""): nil
    case .text(let text): .text(text)
    case .number(let text):
      exactNumber(text).map { .value($0.description, .number(decimals: $0.decimals)) } ?? .text(text)
    case .percent(let text):
      exactNumber(text).map { .value($0.share.description, .percent(decimals: $0.decimals)) } ?? .text(text + "%")
    case .day(let text):
      CivilDay(text).flatMap(SheetDays.serial).map { .value(String($0), .day) } ?? .text(text)
    case .entry(let text): .entry(text)
    case .figure(let text, let format, let isEntry):
      exactNumber(text).map { number in
        .value((format.kind == .percent ? number.share : number).description, .figure(format, isEntry: isEntry))
      } ?? (isEntry ? .entry(text) : .text(text))
    case .dayEntry(""): .value("", .dayEntry)
    case .dayEntry(let text):
      CivilDay(text).flatMap(SheetDays.serial).map { .value(String($0), .dayEntry) } ?? .entry(text)
    }
  }

  /// How it looks while nothing was filled in.
  func emptyStyle(takesFigures: Bool) -> WorkbookStyle? {
    switch self {
    case .entry: .ofEntry("", isFigure: takesFigures)
    case .dayEntry: .dayEntry
    default: nil
    }
  }

  /// Whether it is to be filled in.
  var isEntry: Bool {
    switch self {
    case .entry, .dayEntry, .figure(_, _, isEntry: true): true
    default: false
    }
  }

  /// Roughly how many characters the cell shows on its longest line, and in its longest word.
  var length: (line: Int, word: Int) {
    switch self {
    case .empty: return (0, 0)
    case .day, .dayEntry: return (17, 17)
    case .number(let text): return (text.utf8.count, text.utf8.count)
    case .figure(let text, _, _): return (text.utf8.count * 4 / 3 + 1, text.utf8.count * 4 / 3 + 1)
    case .percent(let text): return (text.utf8.count + 1, text.utf8.count + 1)
    case .text(let text), .entry(let text):
      if let length = plainLength(text) { return length }
      let lines = text.split(separator: "\n").map(\.count)
      let words = text.split(whereSeparator: \.isWhitespace).map(\.count)
      return (lines.max() ?? 0, words.max() ?? 0)
    }
  }
}

/// The same letter by letter, where each is a byte; `nil` for other texts.
private func plainLength(_ text: String) -> (line: Int, word: Int)? {
  var (line, word, longest) = (0, 0, (line: 0, word: 0))
  for byte in text.utf8 {
    switch byte {
    case 0x0A: (line, word) = (0, 0)
    case 0x20: (line, word) = (line + 1, 0)
    case 0x21..<0x7F: (line, word) = (line + 1, word + 1)
    default: return nil
    }
    longest = (max(longest.line, line), max(longest.word, word))
  }
  return longest
}

/// The number when Excel would give back every character of it: "007" is a code.
private func exactNumber(_ text: String) -> SheetNumber? {
  guard let number = SheetNumber(text), number.isKeptByExcel, number.description == text else { return nil }
  return number
}
