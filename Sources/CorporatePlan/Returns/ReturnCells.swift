/// What the fields of one return hold today, as cells of a workbook.
package struct ReturnCells: Equatable, Sendable {
  /// By field; a field that is not asked for has none.
  package private(set) var texts: [ReturnField: String] = [:]

  /// A cell of a spreadsheet holds little more, counted in UTF-16; what is longer is not for it.
  private static let longest = 30_000

  private mutating func add(_ field: ReturnField, _ text: String) {
    let text = ReturnCells.plain(text)
    if text.utf16.count <= ReturnCells.longest { texts[field] = text }
  }

  /// The text as it comes back from a spreadsheet, which has one kind of line end and no control characters.
  package static func plain(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let allowed = lines.unicodeScalars.filter {
      $0 == "\t" || $0 == "\n" || $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF
    }
    return String(String.UnicodeScalarView(allowed)).trimmed
  }

  /// What tells whether a field still holds what it held.
  package static func check(_ text: String) -> String { JSON.string(text).check }

  fileprivate init(figure: Actual?, takesShares: Bool) {
    var parts: (String, String) = ("", "")
    var value = ""
    var reason = ""
    switch figure?.value {
    case .figure(let figure) where figure.per != nil:
      let typed = figure.verbatim.split(separator: "/", maxSplits: 1)
      if takesShares, typed.count == 2 {
        parts = (typed[0].trimmed, typed[1].trimmed)
      } else {
        value = figure.verbatim
      }
    case .missing(let why): reason = why.rawValue
    case let other?: value = other.verbatim
    case nil: break
    }
    add(.value, value)
    if takesShares {
      add(.numerator, parts.0)
      add(.denominator, parts.1)
    }
    add(.reason, reason)
    add(.state, figure?.state.rawValue ?? "")
  }

  fileprivate init(_ update: ActionUpdate?) {
    add(.stage, update?.stage.rawValue ?? "")
    add(.percent, update?.percent.map { String($0) } ?? "")
    add(.forecast, update?.forecast?.description ?? "")
    add(.completed, update?.completed?.description ?? "")
    add(.judged, update?.judged?.id ?? "")
  }

  fileprivate mutating func add(_ words: [(ReturnField, Commentary.Purpose)], of slot: Slot, _ book: Book) {
    for (field, purpose) in words { add(field, book.text(about: slot.subject, in: slot.period, purpose)) }
  }
}

extension Book {
  /// What the cells of a return hold today.
  package func cells(of slot: Slot) -> ReturnCells {
    guard slot.subject.kind == Indicator.kind else {
      var cells = ReturnCells(updates["\(slot.subject.record)@\(slot.period.code)"])
      cells.add([(.done, .action), (.next, .nextQuarter), (.note, .note)], of: slot, self)
      return cells
    }
    let actual = slot.dataPeriod.flatMap { readings[slot.subject.record]?.actual(in: $0) }
    var cells = ReturnCells(figure: actual, takesShares: takesShares(slot.subject.record))
    cells.add([(.commentary, .variance), (.action, .action), (.note, .note)], of: slot, self)
    return cells
  }

  private func takesShares(_ id: String) -> Bool {
    guard let indicator = indicators[id] else { return false }
    return indicator.unit == .percent || indicator.aggregation == .ratio
      || readings[id]?.actuals.contains { $0.value.figure?.per != nil } == true
  }

  /// The ledger position of the newest change of a return; 0 when there never was any.
  package func revision(of slot: Slot) -> Int {
    contentPosition(of: slot.subject, slot.period, slot.dataPeriod) ?? 0
  }

  /// What a return is of, as people call it.
  package func title(of slot: Slot) -> String {
    let name = slot.subject.kind == Indicator.kind ? indicators[slot.subject.record]?.name : items[slot.subject.record]?.title
    return name ?? slot.subject.record
  }
}
