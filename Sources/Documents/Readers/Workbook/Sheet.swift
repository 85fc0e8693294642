extension WorkbookReader {
  /// Follows the cells of one sheet. Only rows and cells with something in them are kept, so that a sheet may claim
  /// to be as large as it likes.
  final class Sheet: XMLFollower {
    /// A cell as its elements tell it, one after the other.
    private struct Open {
      var name: CellName
      var type = CellType.number
      var style = 0
      var hasValue = false
      var hasFormula = false
    }

    let name: String
    private let strings: [String]
    private let styles: Styles
    private let days: SheetDays
    let room: Room
    private var cell: Open?
    /// What is written in the open cell.
    private var value: [UInt8] = []
    private var formula: [UInt8] = []
    private var inline = TextRun()
    private var element = XMLName.other
    private var row = 0
    /// Outside of a row there is no room for a cell.
    private var column = CellName.columns.upperBound
    private var isRowHidden = false
    private var cells: [SourceCell] = []
    /// How many cells the last row had: the next may have as many.
    private var width = 0
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

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      switch name {
      case .`x:col`: startColumns(attributes)
      case .`x:row`: startRow(attributes)
      case .`x:c`: startCell(attributes)
      case .`x:v`:
        if !value.isEmpty { value.removeAll(keepingCapacity: true) }
        cell?.hasValue = true
      case .`x:f`:
        formula.removeAll(keepingCapacity: true)
        cell?.hasFormula = true
      case .`x:mergeCell`:
        room.take()
        if let range = attributes[.ref].flatMap({ CellRange($0) }) { merges.append(range) }
      default: inline.start(name)
      }
      element = name
    }

    func text(_ utf8: UnsafeBufferPointer<UInt8>) {
      switch element {
      case .`x:v`: value.append(contentsOf: utf8)
      case .`x:f`: formula.append(contentsOf: utf8)
      default: inline.add(utf8)
      }
    }

    func end(_ name: XMLName) {
      element = .other
      switch name {
      case .`x:c`: endCell()
      case .`x:row`: endRow()
      default: inline.end(name)
      }
    }

    /// Columns are told in their order; what goes back is no news.
    private func startColumns(_ attributes: XMLAttributes) {
      guard let first = attributes[.min].flatMap(Int.init), let last = attributes[.max].flatMap(Int.init),
        lastColumnTold < first, first <= last, CellName.columns.contains(last)
      else { return }
      lastColumnTold = last
      if attributes[.hidden].isTrue || attributes[.width] == "0" { hiddenColumns.formUnion(first...last) }
    }

    private func startRow(_ attributes: XMLAttributes) {
      var number: Int? = row + 1
      isRowHidden = false
      for (name, value) in attributes {
        switch name {
        case .r: number = value.number
        case .hidden: isRowHidden = isRowHidden || String?(value.text).isTrue
        case .ht: isRowHidden = isRowHidden || value.text == "0"
        default: break
        }
      }
      guard let number, number > row, CellName.rows.contains(number) else {
        return room.refuse(.malformedXML(reason: "its rows are out of order"))
      }
      row = number
      column = 0
      cells.reserveCapacity(width)
    }

    private func startCell(_ attributes: XMLAttributes) {
      var open = Open(name: CellName(row: row, column: column + 1))
      var hasPlace = true
      for (name, value) in attributes {
        switch name {
        case .r:
          let place = CellName(utf8: value.utf8)
          hasPlace = place != nil
          open.name = place ?? open.name
        case .s: open.style = value.number ?? -1
        case .t: open.type = CellType(value.utf8)
        default: break
        }
      }
      guard hasPlace, open.name.row == row, open.name.column > column, CellName.columns.contains(open.name.column)
      else {
        return room.refuse(.malformedXML(reason: "its cells are out of order"))
      }
      column = open.name.column
      inline.clear()
      cell = open
    }

    private func endCell() {
      guard let cell else { return }
      self.cell = nil
      if !cell.hasValue, !value.isEmpty { value.removeAll(keepingCapacity: true) }
      let style = styles[cell.style]
      let text = text(of: cell, style.format)
      let isMissing = cell.hasFormula && value.isEmpty && cell.type != .formulaText
      if isMissing {
        notes.append(
          SourceNote(
            .formulaWithoutValue, at: place(of: cell), verbatim: "=" + String(decoding: formula, as: UTF8.self)))
      }
      // A cell may be nothing but a colour, which is how many a status is given.
      guard !text.isEmpty || isMissing || style.isMark else { return }
      room.take(text)
      if !hiddenColumns.isEmpty, hiddenColumns.contains(cell.name.column) { hidden.columns.insert(cell.name.column) }
      let isDayOrTime = cell.type == .day || cell.type == .number && style.format.isDayOrTime
      cells.append(SourceCell(text, sheet: name, cell.name, isDayOrTime ? style.momentLooks : style.looks))
    }

    private func endRow() {
      column = CellName.columns.upperBound
      guard !cells.isEmpty else { return }
      if isRowHidden { hidden.rows.append(row) }
      rows.append(SourceRow(cells))
      width = cells.count
      cells = []
    }

    private func place(of cell: Open) -> Locator { .sheetCell(name, row: cell.name.row, column: cell.name.column) }

    private func text(of cell: Open, _ format: NumberFormat) -> String {
      switch cell.type {
      case .shared:
        guard let index = wholeNumber(value), strings.indices.contains(index) else {
          if !value.isEmpty { room.refuse(.malformedXML(reason: "\(cell.name) refers to a text that isn't there")) }
          return ""
        }
        return strings[index]
      case .inline: return SheetText.decoded(inline.text)
      case .boolean: return written == "1" ? "TRUE" : written == "0" ? "FALSE" : written
      case .day: return written.hasSuffix("T00:00:00") ? String(written.dropLast(9)) : written
      case .number: return shown(format, cell)
      case .formulaText, .other: return SheetText.decoded(written)
      }
    }

    private var written: String { String(decoding: value, as: UTF8.self) }

    /// A number as a person typed it, or the day it stands for.
    private func shown(_ format: NumberFormat, _ cell: Open) -> String {
      if format == .plain || format == .pounds, SheetNumber.isPlain(value) { return written }
      guard let number = SheetNumber(utf8: value) else { return written }
      guard let text = number.text(format, days) else {
        notes.append(SourceNote(.noSuchDay, at: place(of: cell), verbatim: number.description))
        return number.description
      }
      return text
    }

    /// What a person should know of the sheet, hidden rows and columns first.
    var allNotes: [SourceNote] {
      hidden.columns.sorted().runs.map { SourceNote(.hidden, at: .sheetColumns(name, $0)) }
        + hidden.rows.runs.map { SourceNote(.hidden, at: .sheetRows(name, $0)) } + notes
    }
  }
}

/// What a cell says that its value is.
private enum CellType {
  case number
  case shared
  case inline
  case boolean
  case day
  case formulaText
  case other

  init(_ written: UnsafeRawBufferPointer) {
    self =
      switch (written.count, written.first) {
      case (1, UInt8(ascii: "n")): .number
      case (1, UInt8(ascii: "s")): .shared
      case (1, UInt8(ascii: "b")): .boolean
      case (1, UInt8(ascii: "d")): .day
      case (3, UInt8(ascii: "s")) where written.elementsEqual("str".utf8): .formulaText
      case (9, UInt8(ascii: "i")) where written.elementsEqual("inlineStr".utf8): .inline
      default: .other
      }
  }
}

extension SheetNumber {
  /// The number in its format; nil when the format wants a day and the calendar has none.
  func text(_ format: NumberFormat, _ days: SheetDays) -> String? {
    switch format {
    case .plain, .pounds: description
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

/// "07:30:00".
private func clock(_ seconds: Int) -> String {
  [seconds / 3600, seconds / 60 % 60, seconds % 60].map { zeroPadded($0, 2) }.joined(separator: ":")
}
