import CorporatePlan
import Documents

/// What stands in a column, told by its first cells: it makes a heading surer or less sure, and sometimes stands in for one.
struct ColumnContent {
  /// How many rows are looked at.
  static let sample = 16

  private(set) var count = 0
  private(set) var figures = 0
  private var periods = 0
  private var polarities = 0
  private var statuses = 0
  private var frequencies = 0
  /// Figures that are no numbers of a list: "46%", "1,200".
  private var measures = 0
  /// Which way is good, and not which way it went: "Higher is better".
  private var aims = 0
  /// What a figure is, and not how good it is: "provisional".
  private var states = 0
  /// What was taken last, and what it may be: lists say the same row after row.
  private var last = (text: "", kinds: Kinds())

  fileprivate struct Kinds {
    var isFigure = false
    var isPeriod = false
    var isPolarity = false
    var isStatus = false
    var isFrequency = false
    var isMeasure = false
    var isAim = false
    var isState = false
  }

  mutating func take(_ text: String) {
    let text = text.trimmed
    if text.isEmpty { return }
    count += 1
    if text != last.text { last = (text, Kinds(text)) }
    if last.kinds.isFigure { figures += 1 }
    if last.kinds.isPeriod { periods += 1 }
    if last.kinds.isPolarity { polarities += 1 }
    if last.kinds.isStatus { statuses += 1 }
    if last.kinds.isFrequency { frequencies += 1 }
    if last.kinds.isMeasure { measures += 1 }
    if last.kinds.isAim { aims += 1 }
    if last.kinds.isState { states += 1 }
  }

  private func are(_ some: Int) -> Bool { count > 0 && some * 10 >= count * 9 }

  var areFigures: Bool { count > 0 && figures * 10 >= count * 7 }
  var areMeasures: Bool { areFigures && measures > 0 }
  var areAims: Bool { aims > 0 && are(polarities) }
  var areStates: Bool { are(states) }

  /// What a column without a telling heading may be; figures alone tell nothing.
  var meaning: ColumnMeaning.Word? {
    if are(polarities) { return .polarity }
    if are(states) { return .activated }
    if are(frequencies) { return .frequency }
    if are(statuses) { return .status }
    return are(periods) && figures < count ? .period : nil
  }

  /// How much surer the content makes a meaning, or less sure.
  func support(for word: ColumnMeaning.Word) -> Int {
    if count == 0 { return 0 }
    switch word {
    case .actual, .target, .previous, .numerator, .denominator, .progress, .tolerance, .lower, .upper:
      return figures * 10 >= count * 7 ? 3 : figures * 10 < count * 3 ? -30 : 0
    case .period: return are(periods) ? 3 : -30
    case .polarity: return are(polarities) ? 3 : -20
    case .frequency: return are(frequencies) ? 3 : -10
    case .name, .action, .comment, .definition: return are(figures) ? -40 : 0
    default: return 0
    }
  }
}

extension ColumnContent.Kinds {
  init(_ text: String) {
    if text.utf8.count > 32 { return }
    let isNumber = text.mayBeFigure && (try? Figure(text)) != nil
    isFigure = isNumber || MissingReason(mark: text) != nil
    isMeasure = isNumber && !(text.utf8.count <= 2 && text.allSatisfy(\.isNumber))
    // "2024" is a figure, and a year at the same time; "74.0" is not.
    if isNumber, text.utf8.count != 4 || text.utf8.contains(UInt8(ascii: ".")) { return }
    isPeriod = SpelledPeriod(cell: text) != nil
    isPolarity = Polarity(said: text) != nil
    isAim = isPolarity && Polarity.saysWhatIsGood(text)
    isState = Actual.State(stated: text) != nil
    isStatus = Status(printed: text) != nil
    isFrequency = StatedFrequency(text) != nil
  }
}

extension String {
  /// Whether it may be a figure: most texts begin with a letter, and "2020-21 Q1" has digits in several places.
  var mayBeFigure: Bool {
    guard let first = utf8.first, !(0x41...0x5A).contains(first & 0xDF) else { return false }
    var (hasDigits, hasEnded) = (false, false)
    for byte in utf8 {
      switch byte {
      case 0x30...0x39:
        if hasEnded { return false }
        hasDigits = true
      case UInt8(ascii: ","), UInt8(ascii: "."): break
      // A ratio, a clock and "5 per 1,000"; of other letters nothing is known.
      case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "p"), UInt8(ascii: "P"), 0x80...: return true
      default: hasEnded = hasDigits
      }
    }
    return true
  }
}

extension Polarity {
  /// Which way is good, in more of the words that councils use than the ones we write ourselves.
  init?(said text: String) {
    if let polarity = Polarity(text) {
      self = polarity
      return
    }
    switch text.normalisedName {
    case "bigger", "bigger is good", "higher is good", "maximise", "max", "aim to maximize", "high is better", "hi":
      self = .highIsGood
    case "smaller", "smaller is good", "lower is good", "low is good", "minimise", "min", "aim to minimize",
      "low is better", "lo":
      self = .lowIsGood
    case "plan is best", "nearer is better", "on target is best", "maintain within range": self = .range
    case "information only", "for information", "info only", "context", "not applicable", "no polarity", "trend only":
      self = .none
    default:
      switch text.trimmed {
      case "↑", "⬆": self = .highIsGood
      case "↓", "⬇": self = .lowIsGood
      default: return nil
      }
    }
  }
}

/// How often a measure is collected, as said; "bi-annual" is twice a year to some and every two years to others.
enum StatedFrequency: Equatable {
  case grain(Period.Grain)
  case unclear

  init?(_ text: String) {
    switch text.normalisedName {
    case "month", "monthly", "months", "every month", "m": self = .grain(.month)
    case "quarter", "quarterly", "quarters", "every quarter", "q", "3 monthly": self = .grain(.quarter)
    case "half year", "half yearly", "half years", "six monthly", "6 monthly", "twice a year": self = .grain(.halfYear)
    case "year", "annual", "annually", "yearly", "years", "every year", "a", "y": self = .grain(.year)
    case "two years", "every two years", "biennial", "biennially", "two yearly": self = .grain(.twoYears)
    case "term", "termly", "every term", "school term": self = .grain(.term)
    case "survey", "survey wave", "wave": self = .grain(.wave)
    case "bi annual", "bi annually", "biannual", "biannually", "bi yearly": self = .unclear
    default: return nil
    }
  }
}

extension Polarity {
  /// Whether the words say what is good, where an arrow, "up" and "down" may say which way it went.
  static func saysWhatIsGood(_ text: String) -> Bool {
    let words = text.lowercased()
    return ["better", "good", "aim", "max", "min", "high", "low", "range", "best"].contains { words.contains($0) }
  }
}
