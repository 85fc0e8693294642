/// A number as a spreadsheet stores it, kept in decimal digits from the file to the figure.
///
/// Excel keeps a number as a binary fraction and writes it with seventeen digits: 0.07 becomes
/// 7.0000000000000007E-2. It lets nobody type or see more than fifteen, and a binary fraction is never further from
/// the decimal it was made of than half a unit of the sixteenth. So rounding to fifteen digits gives back what was
/// typed, always; and of a sum that came out as 0.30000000000000004 it gives the 0.3 that Excel shows.
struct SheetNumber: Hashable, Sendable {
  static let mostDigits = 15

  private var isNegative = false
  /// Each from 0 to 9, without zeros in front.
  private var digits: [UInt8] = []
  /// How many of the digits stand after the point, beyond those there are if need be.
  private var scale = 0

  /// Reads "0.07" as it stands and "7.0000000000000007E-2" as what was typed; nil when it is no number.
  init?(_ text: String) { self.init(utf8: text.utf8) }

  init?(utf8: some Collection<UInt8>) {
    var exponent: String?
    var hasPoint = false
    var count = 0
    digits.reserveCapacity(min(utf8.count, 400))
    for byte in utf8 {
      if exponent != nil {
        exponent?.unicodeScalars.append(UnicodeScalar(byte))
        continue
      }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        count += 1
        if hasPoint { scale += 1 }
        if byte > UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte - UInt8(ascii: "0")) }
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      case UInt8(ascii: "-") where count == 0 && !hasPoint && !isNegative: isNegative = true
      case UInt8(ascii: "E"), UInt8(ascii: "e"): exponent = ""
      default: return nil
      }
    }
    guard count > 0, count <= 400 else { return nil }
    if let exponent {
      guard let power = Int(exponent), (-400...400).contains(power) else { return nil }
      scale -= power
      round()
    } else if scale > 0, digits.count > SheetNumber.mostDigits {
      round()
    }
  }

  private mutating func round() {
    let surplus = digits.count - SheetNumber.mostDigits
    if surplus > 0 {
      let roundsUp = digits[SheetNumber.mostDigits] >= 5
      digits.removeLast(surplus)
      scale -= surplus
      if roundsUp { stepUp() }
    }
    while scale > 0, digits.last == 0 {
      digits.removeLast()
      scale -= 1
    }
    if digits.isEmpty { scale = 0 }
  }

  private mutating func stepUp() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
  }

  /// The number a hundred times as large.
  var percent: SheetNumber {
    var percent = self
    percent.scale -= 2
    return percent
  }

  /// The number a hundred times as small.
  var share: SheetNumber {
    var share = self
    share.scale += 2
    return share
  }

  /// Whether Excel keeps every digit.
  var isKeptByExcel: Bool { digits.count <= SheetNumber.mostDigits && scale <= 300 }

  /// How many digits stand after the point.
  var decimals: Int { max(0, scale) }

  /// Whole seconds, when the number counts days as Excel's times do; nil below zero and beyond any calendar.
  var seconds: Int? {
    guard !isNegative || digits.isEmpty else { return nil }
    let parts = description.split(separator: ".")
    guard let whole = parts.first, whole.utf8.count <= 7, let days = Int(whole) else { return nil }
    let places = 12
    let fraction = parts.count == 1 ? "" : parts[1].prefix(places)
    let ofDay = Int(fraction + String(repeating: "0", count: places - fraction.utf8.count)) ?? 0
    let unit = 1_000_000_000_000
    return days * 86_400 + (ofDay * 86_400 + unit / 2) / unit
  }
}

extension SheetNumber: CustomStringConvertible {
  /// Plain decimal text: "0.07", "-3", "93.50".
  var description: String {
    let trailing = digits.isEmpty ? 0 : max(0, -scale)
    let leading = max(0, decimals + 1 - digits.count - trailing)
    let figures = leading + digits.count + trailing
    return String(unsafeUninitializedCapacity: figures + 2) { buffer in
      var length = 0
      func write(_ byte: UInt8) {
        buffer[length] = byte
        length += 1
      }
      if isNegative, !digits.isEmpty { write(UInt8(ascii: "-")) }
      for index in 0..<figures {
        if index == figures - decimals { write(UInt8(ascii: ".")) }
        let place = index - leading
        write(UInt8(ascii: "0") + (digits.indices.contains(place) ? digits[place] : 0))
      }
      return length
    }
  }

  /// Whether a number stands there just as its ``description`` would: "93", "0.07", "12.50".
  static func isPlain(_ utf8: some Collection<UInt8>) -> Bool {
    guard let first = utf8.first, utf8.count <= mostDigits else { return false }
    var wholes = 0
    var decimals: Int?
    for byte in utf8 {
      if byte == UInt8(ascii: "."), decimals == nil {
        decimals = 0
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        if decimals == nil { wholes += 1 } else { decimals? += 1 }
      } else {
        return false
      }
    }
    return decimals != 0 && (wholes == 1 || wholes > 1 && first != UInt8(ascii: "0"))
  }
}
