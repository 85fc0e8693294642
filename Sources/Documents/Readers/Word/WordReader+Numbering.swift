extension WordReader {
  /// The numbers that Word sets before paragraphs by itself: "1.1", "(a)". They are nowhere in the text, and are often
  /// the only code that an action has.
  final class Numbering: XMLFollower {
    private struct Level {
      var start = 1
      var format = "decimal"
      /// "%1.%2": each sign stands for the count of that level.
      var pattern = ""
      var isLegal = false
    }

    private struct List {
      var pattern = ""
      var starts: [Int: Int] = [:]
      var levels: [Int: Level] = [:]
      var isUsed = false
    }

    private static let deepest = 8
    private static let longestPattern = 40

    private var patterns: [String: [Int: Level]] = [:]
    private var lists: [String: List] = [:]
    /// The levels that a style brings with it, by the style's id.
    private var levelOfStyle: [String: Int] = [:]
    private var counts: [String: [Int: Int]] = [:]

    private var patternID: String?
    private var listID: String?
    private var level: Int?
    private var open = Level()

    /// The numbers of a story that has none.
    init() {}

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      let value = attributes[.`w:val`]
      switch name {
      case .`w:abstractNum`: patternID = attributes[.`w:abstractNumId`]
      case .`w:num`:
        listID = attributes[.`w:numId`]
        if let listID { lists[listID] = List() }
      case .`w:abstractNumId`: if let listID { lists[listID]?.pattern = value ?? "" }
      case .`w:lvl`, .`w:lvlOverride`:
        level = attributes[.`w:ilvl`].flatMap(Int.init).flatMap { (0...Self.deepest).contains($0) ? $0 : nil }
        open = Level()
      case .`w:startOverride`: if let listID, let level { lists[listID]?.starts[level] = number(value) }
      case .`w:start`: open.start = number(value)
      case .`w:numFmt`: open.format = value ?? "decimal"
      case .`w:lvlText`: open.pattern = String((value ?? "").prefix(Self.longestPattern))
      case .`w:isLgl`: open.isLegal = true
      case .`w:pStyle`: if let value, let level { levelOfStyle[value] = level }
      default: break
      }
    }

    func end(_ name: XMLName) {
      switch name {
      case .`w:lvl`:
        guard let level else { return }
        if let listID {
          lists[listID]?.levels[level] = open
        } else if let patternID {
          patterns[patternID, default: [:]][level] = open
        }
      case .`w:abstractNum`: patternID = nil
      case .`w:num`: listID = nil
      default: break
      }
    }

    /// The level that a style has in the list that it names.
    func level(ofStyle id: String?) -> Int? { id.flatMap { levelOfStyle[$0] } }

    /// Counts one more paragraph of a list; answers what Word prints before it, which is nothing for a bullet.
    func next(in listID: String, level: Int) -> String? {
      guard var list = lists[listID], (0...Self.deepest).contains(level) else { return nil }
      var counts = self.counts[list.pattern] ?? [:]
      if !list.isUsed {
        for (level, start) in list.starts { counts[level] = start - 1 }
        list.isUsed = true
        lists[listID] = list
      }
      counts[level] = (counts[level] ?? self.level(level, of: list).start - 1) + 1
      for deeper in level + 1..<Self.deepest + 2 { counts[deeper] = nil }
      self.counts[list.pattern] = counts
      return label(list, level, counts)
    }

    private func label(_ list: List, _ level: Int, _ counts: [Int: Int]) -> String? {
      let shown = self.level(level, of: list)
      guard shown.format != "bullet", shown.format != "none" else { return nil }
      var label = ""
      var rest = shown.pattern[...]
      while let letter = rest.popFirst() {
        guard letter == "%", let digit = rest.first?.wholeNumberValue, digit > 0 else {
          label.append(letter)
          continue
        }
        rest.removeFirst()
        let counted = self.level(digit - 1, of: list)
        label += printed(counts[digit - 1] ?? counted.start, as: shown.isLegal ? "decimal" : counted.format)
      }
      return label.isEmpty ? nil : label
    }

    private func level(_ level: Int, of list: List) -> Level {
      list.levels[level] ?? patterns[list.pattern]?[level] ?? Level()
    }

    /// A list that starts at more than this is no list.
    private func number(_ value: String?) -> Int { min(max(value.flatMap(Int.init) ?? 1, 0), 32_767) }
  }
}

/// A count in one of Word's ways of writing it.
private func printed(_ count: Int, as format: String) -> String {
  switch format {
  case "lowerLetter" where (1...260).contains(count): letters(count)
  case "upperLetter" where (1...260).contains(count): letters(count).uppercased()
  case "lowerRoman" where (1...3_999).contains(count): roman(count)
  case "upperRoman" where (1...3_999).contains(count): roman(count).uppercased()
  case "decimalZero" where count < 10: "0\(count)"
  case "ordinal": ordinal(count)
  case "none", "bullet": ""
  default: String(count)
  }
}

/// After z comes aa, then bb: Word repeats the letter.
private func letters(_ count: Int) -> String {
  let letter = Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8((count - 1) % 26)))
  return String(repeating: letter, count: (count - 1) / 26 + 1)
}

private func roman(_ count: Int) -> String {
  let signs = [
    (1_000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
  var rest = count
  var text = ""
  for (value, sign) in signs {
    while rest >= value {
      text += sign
      rest -= value
    }
  }
  return text
}

private func ordinal(_ count: Int) -> String {
  let ending =
    switch (count % 100, count % 10) {
    case (11...13, _): "th"
    case (_, 1): "st"
    case (_, 2): "nd"
    case (_, 3): "rd"
    default: "th"
    }
  return "\(count)\(ending)"
}
