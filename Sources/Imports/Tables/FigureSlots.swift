import CorporatePlan
import Documents

/// The figures of a file by indicator and period, each with the cell it stands in; the same cell twice is found here.
///
/// A file has ten thousands of them, so that a slot is plain numbers, and what few slots have is kept apart.
struct FigureSlots: Sendable {
  /// A cell, by its table and its place in it: rows and cells counted from 0.
  struct Cell: Equatable, Sendable {
    let table: Int32
    let row: Int32
    let cell: Int32
  }

  struct Slot: Sendable {
    fileprivate let indicator: Int32
    fileprivate let period: Int32
    var actual: Cell?
    var target: Cell?
    var comment: Cell?
    /// Where the rest of it is kept; below 0 for none.
    fileprivate var others: Int32 = -1

    /// The table that its figures stand in, or the first of them; `nil` where it has none.
    var table: Int32? { (actual ?? target)?.table }
    /// The place of the indicator among those of the file.
    var entry: Int { Int(indicator) }
    /// The number of the period.
    var periodNumber: Int { Int(period) }
    var hasOthers: Bool { others >= 0 }
  }

  /// What few slots have.
  struct Others: Sendable {
    var numerator: Cell?
    var denominator: Cell?
    var status: Cell?
    var activated: Cell?
    /// The day of the comment.
    var noteDate: Cell?
    /// Comments behind the first one.
    var comments: [Cell] = []
    /// What rows of later periods say the actual was.
    var previous: [Cell] = []
    /// Cells that say something that was said before.
    var again: [(word: ColumnMeaning.Word, cell: Cell)] = []
  }

  private(set) var slots: [Slot] = []
  /// The periods by their numbers.
  private(set) var periods: [Period] = []
  private var others: [Others] = []
  private var numbers: [String: Int] = [:]
  /// The slots of the first few periods, in a row for each indicator; below 0 where there is none.
  private var near: [Int32] = []
  private var far: [Key: Int] = [:]
  private var last = (entry: -1, period: -1, place: 0)

  private static let nearPeriods = 32

  private struct Key: Hashable {
    let entry: Int
    let period: Int
  }

  /// Makes room for so many more.
  mutating func expect(_ more: Int) { slots.expect(more) }

  func period(of slot: Slot) -> Period { periods[slot.periodNumber] }
  func others(of slot: Slot) -> Others? { slot.hasOthers ? others[Int(slot.others)] : nil }

  /// A number for a period, for quick comparing.
  mutating func number(of period: Period) -> Int {
    if let number = numbers[period.code] { return number }
    numbers[period.code] = periods.count
    periods.append(period)
    return periods.count - 1
  }

  mutating func put(_ cell: Cell, as word: ColumnMeaning.Word, entry: Int, period number: Int) {
    // The columns of one row mostly are of one period.
    let place = last.entry == entry && last.period == number ? last.place : place(entry, number)
    switch word {
    case .actual where slots[place].actual == nil: slots[place].actual = cell
    case .target where slots[place].target == nil: slots[place].target = cell
    case .comment where slots[place].comment == nil: slots[place].comment = cell
    default: putBeside(cell, word, place)
    }
  }

  private mutating func putBeside(_ cell: Cell, _ word: ColumnMeaning.Word, _ place: Int) {
    if !slots[place].hasOthers {
      slots[place].others = Int32(others.count)
      others.append(Others())
    }
    let beside = Int(slots[place].others)
    switch word {
    case .numerator where others[beside].numerator == nil: others[beside].numerator = cell
    case .denominator where others[beside].denominator == nil: others[beside].denominator = cell
    case .status where others[beside].status == nil: others[beside].status = cell
    case .activated where others[beside].activated == nil: others[beside].activated = cell
    case .noteDate where others[beside].noteDate == nil: others[beside].noteDate = cell
    case .previous: others[beside].previous.append(cell)
    case .comment: others[beside].comments.append(cell)
    default: others[beside].again.append((word, cell))
    }
  }

  private mutating func place(_ entry: Int, _ period: Int) -> Int {
    let isNear = period < FigureSlots.nearPeriods
    let index = entry * FigureSlots.nearPeriods + period
    if isNear {
      while near.count <= index { near.append(contentsOf: repeatElement(-1, count: FigureSlots.nearPeriods)) }
    }
    let known = isNear ? Int(near[index]) : far[Key(entry: entry, period: period)] ?? -1
    let place = known >= 0 ? known : slots.count
    if known < 0 {
      if isNear { near[index] = Int32(place) } else { far[Key(entry: entry, period: period)] = place }
      slots.append(Slot(indicator: Int32(entry), period: Int32(period)))
    }
    last = (entry, period, place)
    return place
  }
}
