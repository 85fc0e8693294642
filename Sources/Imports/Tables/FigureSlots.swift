import CorporatePlan
import Documents

/// The figures of a file by indicator and period, each with the cell it stands in; the same cell twice is found here.
struct FigureSlots {
  /// A cell, by its table and its place in it: rows and cells counted from 0.
  struct Cell: Equatable {
    let table: Int32
    let row: Int32
    let cell: Int32
  }

  struct Slot {
    let entry: Int
    let period: Period
    var actual: Cell?
    var target: Cell?
    var numerator: Cell?
    var denominator: Cell?
    var status: Cell?
    var activated: Cell?
    var comments: [Cell] = []
    /// Cells that give another figure than the first one.
    var actualsAgain: [Cell] = []
    var targetsAgain: [Cell] = []
  }

  private(set) var slots: [Slot] = []
  private var places: [Key: Int] = [:]
  private var last: (key: Key, place: Int)?
  private var periods: [String: Int] = [:]

  private struct Key: Hashable {
    let entry: Int
    let period: Int
  }

  /// A number for a period, for quick comparing.
  mutating func number(of period: Period) -> Int {
    if let number = periods[period.code] { return number }
    periods[period.code] = periods.count
    return periods.count - 1
  }

  mutating func put(
    _ cell: Cell, as word: ColumnMeaning.Word, entry: Int, _ period: Period, number: Int
  ) {
    let key = Key(entry: entry, period: number)
    let place: Int
    if let last, last.key == key {
      // The columns of one row mostly are of one period.
      place = last.place
    } else if let known = places[key] {
      place = known
    } else {
      place = slots.count
      places[key] = place
      slots.append(Slot(entry: entry, period: period))
    }
    last = (key, place)
    switch word {
    case .actual:
      if slots[place].actual == nil { slots[place].actual = cell } else { slots[place].actualsAgain.append(cell) }
    case .target:
      if slots[place].target == nil { slots[place].target = cell } else { slots[place].targetsAgain.append(cell) }
    case .numerator: slots[place].numerator = slots[place].numerator ?? cell
    case .denominator: slots[place].denominator = slots[place].denominator ?? cell
    case .status: slots[place].status = slots[place].status ?? cell
    case .activated: slots[place].activated = slots[place].activated ?? cell
    case .comment: slots[place].comments.append(cell)
    default: break
    }
  }
}
