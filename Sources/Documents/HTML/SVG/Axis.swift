/// A vertical axis with round steps: 0, 20, 40 … or 0.5, 1, 1.5 ….
struct Axis {
  /// The step is `digit` times ten to the power of `exponent`.
  private let digit: Int
  private let exponent: Int
  private let ticks: ClosedRange<Int>

  /// An axis over all values with about four steps, from zero unless it may be fitted.
  init(over values: [Double], _ base: Chart.Line.Base) {
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    if base == .zero || low == high { (low, high) = (Swift.min(low, 0), Swift.max(high, 0)) }
    if low == high { high = low + 1 }
    (digit, exponent) = Axis.step(for: (high - low) / 4)
    let step = Double(digit) * Axis.power(exponent)
    // Fractions such as 0.3 / 0.1 come out a hair above a whole number and must not add a step.
    ticks = Int((low / step + 1e-9).rounded(.down))...Int((high / step - 1e-9).rounded(.up))
  }

  /// The axis of a chart, the same in every format.
  init(_ line: Chart.Line) {
    self.init(over: (line.actual.values + (line.target?.values ?? [])).compactMap { $0?.position }, line.base)
  }

  /// The lowest number, exactly: "60".
  var low: String { Axis.decimal(ticks.lowerBound * digit, exponent) }
  /// The highest number, exactly.
  var high: String { Axis.decimal(ticks.upperBound * digit, exponent) }
  /// The distance between two numbers, exactly.
  var step: String { Axis.decimal(digit, exponent) }
  /// Whether the axis begins at zero, or crosses it.
  var hasZero: Bool { ticks.contains(0) }
  /// The numbers, exactly, from low to high.
  var numbers: [String] { ticks.map { Axis.decimal($0 * digit, exponent) } }

  /// How far up the axis a value stands, from 0 to 1.
  func share(of value: Double) -> Double {
    let step = Double(digit) * Axis.power(exponent)
    let (low, high) = (Double(ticks.lowerBound) * step, Double(ticks.upperBound) * step)
    return (value - low) / (high - low)
  }

  /// The smallest of 1, 2, 5 times a power of ten that is not below a size.
  private static func step(for size: Double) -> (digit: Int, exponent: Int) {
    var exponent = 0
    while power(exponent) > size, exponent > -12 { exponent -= 1 }
    while power(exponent + 1) <= size, exponent < 15 { exponent += 1 }
    for digit in [1, 2, 5] where Double(digit) * power(exponent) >= size { return (digit, exponent) }
    return (1, exponent + 1)
  }

  private static func power(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<exponent.magnitude { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }

  /// A whole number times a power of ten, as text: (15, -1) is "1.5".
  private static func decimal(_ mantissa: Int, _ exponent: Int) -> String {
    if mantissa == 0 { return "0" }
    let sign = mantissa < 0 ? "-" : ""
    var digits = String(mantissa.magnitude)
    if exponent >= 0 { return sign + digits + String(repeating: "0", count: exponent) }
    let missing = 1 - exponent - digits.utf8.count
    if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
    let fraction = digits.suffix(-exponent)
    return fraction.allSatisfy { $0 == "0" }
      ? sign + digits.dropLast(-exponent) : sign + digits.dropLast(-exponent) + "." + fraction
  }
}

extension Chart.Unit {
  /// A number of the axis with its unit: "£1,500", "60%", "-2".
  func label(_ number: String) -> String {
    let isNegative = number.hasPrefix("-")
    let parts = number.drop { $0 == "-" }.split(separator: ".")
    var whole = ""
    for (index, digit) in parts[0].enumerated() {
      if index > 0, (parts[0].count - index) % 3 == 0 { whole += "," }
      whole.append(digit)
    }
    return (isNegative ? "-" : "") + prefix + whole + (parts.count > 1 ? "." + parts[1] : "") + suffix
  }
}
