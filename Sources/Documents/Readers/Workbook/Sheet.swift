extension WorkbookReader {
  /// Follows the cells of one sheet. Only rows and cells with something in them are kept, so that a sheet may claim
  /// to be as large as it likes.
  final class Sheet: XMLFollower {
    /// A cell as its elements tell it, one after the other.
    private struct Open {
      var name: CellName
      var type: String
      var style: Style
      var value: String?
      var formula: String?
      var inline = TextRun()
    }

    let name: String
    private let strings: [String]
    private let styles: Styles
    private let days: SheetDays
    let room: Room
    private var cell: Open?
    private var element = ""
    private var row = 0
    /// Outside of a row there is no room for a cell.
    private var column = CellName.columns.upperBound
    private var isRowHidden = false
    private var cells: [SourceCell] = []
    private var hiddenColumns: Set<Int> = []
    private var lastColumnTold = 0
    private var hidden: (rows: [Int], columns: Set<Int>) = ([], [])
    private(set) var rows: [SourceRow] = []
    private(set) var merges: [CellRange] = []
    var notes: [SourceNote] = []

    init(_ name: String, strings: [String], styles: Styles, days: SheetDays, _ room: Room) {
      self.name = name
      self.strings = strings
      self.styles = styles
      self.days = days
      self.room = room
    }

    var refusal: ReadError.Trouble? { room.refusal }

    func start(_ name: String, _ attributes: [String: String]) {
      switch name {
      case "x:col": startColumns(attributes)
      case "x:row": startRow(attributes)
      case "x:c": startCell(attributes)
      case "x:v": cell?.value = ""
      case "x:f": cell?.formula = ""
      case "x:mergeCell":
        room.take()
        if let range = attributes["ref"].flatMap({ CellRange($0) }) { merges.append(range) }
      default: cell?.inline.start(name)
      }
      element = name
    }

    func text(_ text: String) {
      switch element {
      case "x:v": cell?.value?.append(text)
      case "x:f": cell?.formula?.append(text)
      default: cell?.inline.add(text)
      }
    }

    func end(_ name: String) {
      element = ""
      switch name {
      case "x:c": endCell()
      case "x:row": endRow()
      default: cell?.inline.end(name)
      }
    }

    /// Columns are told in their order; what goes back is no news.
    private func startColumns(_ attributes: [String: String]) {
      guard let first = attributes["min"].flatMap(Int.init), let last = attributes["max"].flatMap(Int.init),
        lastColumnTold < first, first <= last, CellName.columns.contains(last)
      else { return }
      lastColumnTold = last
      if attributes["hidden"].isTrue || attributes["width"] == "0" { hiddenColumns.formUnion(first...last) }
    }

    private func startRow(_ attributes: [String: String]) {
      let number = attributes["r"].map { Int($0) } ?? row + 1
      guard let number, number > row, CellName.rows.contains(number) else {
        return room.refuse(.malformedXML(reason: "its rows are out of order"))
      }
      row = number
      column = 0
      isRowHidden = attributes["hidden"].isTrue || attributes["ht"] == "0"
      cells = []
    }

    private func startCell(_ attributes: [String: String]) {
      let name = attributes["r"].map { CellName($0) } ?? CellName(row: row, column: column + 1)
      guard let name, name.row == row, name.column > column, CellName.columns.contains(name.column) else {
        return room.refuse(.malformedXML(reason: "its cells are out of order"))
      }
      column = name.column
      cell = Open(
        name: name, type: attributes["t"] ?? "n", style: styles[attributes["s"].flatMap(Int.init) ?? 0])
    }

    private func endCell() {
      guard let cell else { return }
      self.cell = nil
      let place = Locator.sheetCell(name, row: cell.name.row, column: cell.name.column)
      let text = text(of: cell, place)
      let isMissing = cell.formula != nil && cell.value ?? "" == "" && cell.type != "str"
      if isMissing {
        notes.append(SourceNote(.formulaWithoutValue, at: place, verbatim: "=" + (cell.formula ?? "")))
      }
      // A cell may be nothing but a colour, which is how many a status is given.
      guard !text.isEmpty || isMissing || cell.style.shading.map(isChromatic) == true else { return }
      room.take(text)
      if hiddenColumns.contains(cell.name.column) { hidden.columns.insert(cell.name.column) }
      var kept = SourceCell(text, at: place, textColour: cell.style.textColour, shading: cell.style.shading)
      kept.isDayOrTime = cell.type == "d" || cell.type == "n" && cell.style.format.isDayOrTime
      cells.append(kept)
    }

    private func endRow() {
      column = CellName.columns.upperBound
      guard !cells.isEmpty else { return }
      if isRowHidden { hidden.rows.append(row) }
      rows.append(SourceRow(cells))
      cells = []
    }

    private func text(of cell: Open, _ place: Locator) -> String {
      let value = cell.value ?? ""
      switch cell.type {
      case "s":
        guard let index = Int(value), strings.indices.contains(index) else {
          if !value.isEmpty { room.refuse(.malformedXML(reason: "\(cell.name) refers to a text that isn't there")) }
          return ""
        }
        return strings[index]
      case "inlineStr": return SheetText.decoded(cell.inline.text)
      case "b": return value == "1" ? "TRUE" : value == "0" ? "FALSE" : value
      case "d": return value.hasSuffix("T00:00:00") ? String(value.dropLast(9)) : value
      case "n": return shown(value, cell.style.format, place)
      default: return SheetText.decoded(value)
      }
    }

    /// A number as a person typed it, or the day it stands for.
    private func shown(_ value: String, _ format: NumberFormat, _ place: Locator) -> String {
      guard let number = SheetNumber(value) else { return value }
      guard let text = number.text(format, days) else {
        notes.append(SourceNote(.noSuchDay, at: place, verbatim: number.description))
        return number.description
      }
      return text
    }

    /// What a person should know of the sheet, hidden rows and columns first.
    var allNotes: [SourceNote] {
      runs(hidden.columns.sorted()).map { SourceNote(.hidden, at: .sheetColumns(name, $0)) }
        + runs(hidden.rows).map { SourceNote(.hidden, at: .sheetRows(name, $0)) } + notes
    }
  }
}

extension SheetNumber {
  /// The number in its format; nil when the format wants a day and the calendar has none.
  func text(_ format: NumberFormat, _ days: SheetDays) -> String? {
    switch format {
    case .plain: description
    case .percent: "\(percent)%"
    case .percentSign: "\(self)%"
    case .time: seconds.map { clock($0 % 86_400) }
    case .duration: seconds.map(clock)
    case .day: seconds.flatMap { days.day($0 / 86_400) }?.description
    case .dayAndTime:
      seconds.flatMap { seconds in
        days.day(seconds / 86_400).map { seconds % 86_400 == 0 ? "\($0)" : "\($0)T\(clock(seconds % 86_400))" }
      }
    }
  }
}

/// Numbers that follow one another, put together.
private func runs(_ numbers: [Int]) -> [ClosedRange<Int>] {
  var runs: [ClosedRange<Int>] = []
  for number in numbers {
    if let last = runs.last, last.upperBound + 1 == number {
      runs[runs.count - 1] = last.lowerBound...number
    } else {
      runs.append(number...number)
    }
  }
  return runs
}

/// "07:30:00".
private func clock(_ seconds: Int) -> String {
  [seconds / 3600, seconds / 60 % 60, seconds % 60].map { zeroPadded($0, 2) }.joined(separator: ":")
}
