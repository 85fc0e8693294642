import CorporatePlan

/// What an indicator's figures say together of its unit, its decimals and how often it is collected.
struct FigureEvidence {
  private(set) var decimals = 0
  /// Whether one of them is a plain number and not whole.
  private(set) var hasFraction = false
  private var percents = 0
  private var plain = 0
  private var other: Unit?
  /// Whether none is above one, and one is a fraction: 0.93 for 93%.
  private var isBelowOne = true
  /// The grains of its periods, a bit for each.
  private var grains: UInt8 = 0

  mutating func take(_ figure: Figure, of grain: Period.Grain?) {
    decimals = max(decimals, figure.per == nil ? figure.decimals : 1)
    switch figure.unit {
    case .percent: percents += 1
    case .number: takePlain(figure.quantity)
    default: other = figure.unit
    }
    hasFraction = hasFraction || figure.isFraction
    take(grain)
  }

  mutating func take(_ figure: PlainFigure, of grain: Period.Grain?) {
    decimals = max(decimals, figure.decimals)
    if figure.isPercent {
      percents += 1
    } else {
      plain += 1
      if isBelowOne { isBelowOne = !figure.isBeyondOne }
    }
    hasFraction = hasFraction || figure.isFraction
    take(grain)
  }

  private mutating func takePlain(_ quantity: Quantity) {
    plain += 1
    if isBelowOne, quantity.magnitude > Quantity(1) { isBelowOne = false }
  }

  private mutating func take(_ grain: Period.Grain?) {
    if let grain { grains |= grain.bit }
  }

  /// How often it is collected: as often as the finest of its periods.
  var frequency: Period.Grain? { FigureEvidence.finestFirst.first { grains & $0.bit != 0 } }

  private static let finestFirst: [Period.Grain] = [.month, .term, .quarter, .halfYear, .wave, .year, .twoYears]

  /// The unit that the figures were typed with; a plain number where they have none.
  var unit: Unit { other ?? (percents > 0 ? .percent : .number) }

  /// Whether the figures are fractions where the indicator is a percentage.
  var areFractions: Bool { percents == 0 && other == nil && plain > 0 && isBelowOne && decimals > 0 }
}

extension Period.Grain {
  fileprivate var bit: UInt8 {
    switch self {
    case .month: 1
    case .term: 2
    case .quarter: 4
    case .halfYear: 8
    case .wave: 16
    case .year: 32
    case .twoYears: 64
    }
  }
}
