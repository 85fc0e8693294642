/// What a number format makes of a number, as far as it changes what the number means.
enum NumberFormat: Hashable, Sendable {
  case plain
  /// Shown a hundred times as large, with a sign: 0.93 as 93%.
  case percent
  /// Shown as it is with a sign typed into the format: 93 as 93%.
  case percentSign
  /// Shown as an amount of money; the number is read without its sign, as it was typed.
  case pounds
  case day
  case dayAndTime
  case time
  /// Hours that go on after 24.
  case duration
}

extension NumberFormat {
  var isDayOrTime: Bool {
    switch self {
    case .plain, .percent, .percentSign, .pounds: false
    case .day, .dayAndTime, .time, .duration: true
    }
  }

  /// The formats that every program knows by number. Those from 27 on are days and times of East Asia.
  init(builtIn id: Int) {
    self =
      switch id {
      case 9, 10: .percent
      case 14...17, 27...31, 36, 50...58: .day
      case 22: .dayAndTime
      case 18...21, 32...35, 45, 47: .time
      case 46: .duration
      default: .plain
      }
  }

  /// A format by its code: "0.0%", "dd/mm/yyyy", "[h]:mm".
  init(code: String) {
    var scanner = FormatCode(code)
    scanner.scan()
    if scanner.isElapsed {
      self = .duration
    } else if scanner.hasDay || scanner.hasMonthOrMinute && !scanner.hasTime {
      self = scanner.hasTime ? .dayAndTime : .day
    } else if scanner.hasTime {
      self = .time
    } else if scanner.hasPercent {
      self = .percent
    } else {
      self = scanner.hasLiteralPercent ? .percentSign : scanner.hasPounds && !scanner.hasWords ? .pounds : .plain
    }
  }
}

/// Goes through the first section of a format's code, which is the one for positive numbers.
private struct FormatCode {
  private var rest: Substring.UnicodeScalarView
  var hasDay = false
  var hasMonthOrMinute = false
  var hasTime = false
  var isElapsed = false
  var hasPercent = false
  var hasLiteralPercent = false
  var hasPounds = false
  /// Whether letters stand beside the number, such as the m of millions.
  var hasWords = false

  init(_ code: String) {
    rest = Substring(code).unicodeScalars
  }

  mutating func scan() {
    while let letter = rest.popFirst(), letter != ";" {
      switch letter {
      case "\"": literal(upTo("\""))
      case "\\": literal(String(rest.popFirst().map(Character.init) ?? " "))
      // A space as wide as a letter, and a letter that fills the cell.
      case "_", "*": rest = rest.dropFirst()
      case "[": bracket(upTo("]").lowercased())
      case "%": hasPercent = true
      case "£": hasPounds = true
      case "d", "D", "y", "Y": hasDay = true
      case "h", "H", "s", "S": hasTime = true
      case "m", "M": hasMonthOrMinute = true
      case "A", "a": skip(["m/pm", "/p"])
      case "G", "g": skip(["eneral"])
      default: break
      }
    }
  }

  private mutating func upTo(_ end: Unicode.Scalar) -> String {
    let text = rest.prefix { $0 != end }
    rest = rest.dropFirst(text.count + 1)
    return String(Substring(text))
  }

  private mutating func literal(_ text: String) {
    if text.unicodeScalars.contains("%") { hasLiteralPercent = true }
    if text == "£" { hasPounds = true }
    if text.contains(where: \.isLetter) { hasWords = true }
  }

  /// "[h]" counts hours on, "[$£-809]" is money; "[Red]", "[>=1]" and "[$-809]" say nothing about the number.
  private mutating func bracket(_ text: String) {
    if let letter = text.first, "hms".contains(letter), text.allSatisfy({ $0 == letter }) { isElapsed = true }
    if text.hasPrefix("$£") { hasPounds = true }
  }

  private mutating func skip(_ words: [String]) {
    let next = String(Substring(rest.prefix(6))).lowercased()
    guard let word = words.first(where: next.hasPrefix) else { return }
    rest = rest.dropFirst(word.unicodeScalars.count)
  }
}
