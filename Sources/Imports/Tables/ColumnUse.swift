import CorporatePlan

/// What each column of a table of indicators is used for.
struct ColumnUse {
  struct Figures {
    let word: ColumnMeaning.Word
    /// `nil` where the row says it.
    let period: Period?
    let column: Int
    /// How far before the row's period it is, where it is of an earlier one.
    var earlier: Earlier?
  }

  /// What "previous" means in a table with a row for each period.
  enum Earlier { case period, year }

  struct PlanLevel {
    let role: PlanItem.Role
    /// The council's word for it: the heading.
    let level: String
    let column: Int
  }

  var code: Int?
  var name: Int?
  var said: [(word: ColumnMeaning.Word, column: Int)] = []
  var plan: [PlanLevel] = []
  /// From left to right.
  var figures: [Figures] = []
  var period: [(word: ColumnMeaning.Word, column: Int)] = []
  /// By the column's number: whether something is done with it, or was said about it.
  private(set) var isKnown: [Bool] = [true]
  /// Whether that goes for all columns up to the last one.
  var knowsAll: Bool { isKnown.allSatisfy { $0 } }

  /// The column that says which period a row is of: a year alone only where nothing else does.
  var mainPeriod: (word: ColumnMeaning.Word, column: Int)? { period.first { $0.word != .year } ?? period.first }
  /// The column of years beside it.
  var year: Int? { period.first { $0.word == .year && $0.column != mainPeriod?.column }?.column }

  mutating func know(_ column: Int) {
    while isKnown.count <= column { isKnown.append(false) }
    isKnown[column] = true
  }

  /// Columns that say something of the indicator itself.
  static let ofIndicator: Set<ColumnMeaning.Word> = [
    .definition, .polarity, .unit, .dataType, .decimals, .frequency, .frame, .aggregation, .owner, .department, .source,
    .lower, .upper, .tolerance, .green, .amber, .lag, .baseline, .amberThreshold, .redThreshold, .managedBy,
  ]
  static let ofFigures: Set<ColumnMeaning.Word> = [
    .actual, .target, .numerator, .denominator, .status, .comment, .activated, .noteDate,
  ]
  static let ofPeriod: Set<ColumnMeaning.Word> = [.period, .year, .quarter, .month]
}

extension ColumnMeaning.Word {
  /// The level of the plan that a column of this meaning names.
  var role: PlanItem.Role? {
    switch self {
    case .priority: .priority
    case .outcome: .outcome
    case .action: .action
    case .milestone: .milestone
    default: nil
    }
  }
}
