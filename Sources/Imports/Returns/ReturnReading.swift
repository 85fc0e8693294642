import CorporatePlan

/// Holds one row of a workbook against the return it is.
struct ReturnReading {
  private let row: ReturnsTable.Row
  private let place: String
  private let book: Book
  private let period: Period
  private let today: Day

  init(_ row: ReturnsTable.Row, _ place: String, _ book: Book, _ period: Period, _ today: Day) {
    self.row = row
    self.place = place
    self.book = book
    self.period = period
    self.today = today
  }

  func refused(asStandingIn places: [String]) -> UploadedReturn {
    refused(
      "This return is in the workbook \(places.count) times: \(places.joined(separator: "; ")). Keep one of them.")
  }

  /// Why a row is none that this person fills in.
  var refusedAsNotTheirs: UploadedReturn {
    if row.id.isEmpty {
      return refused(
        "This row was added in the workbook, and was not read. New indicators and actions are added to the plan.")
    }
    let parts = row.id.split(separator: "@")
    let name = parts.first?.split(separator: ":", maxSplits: 1).map(String.init) ?? []
    let code = parts.last.map(String.init) ?? ""
    guard parts.count == 2, name.count == 2 else {
      return refused("“\(row.id)” is no return: the hidden column was changed. Download your returns again.")
    }
    guard code == period.code else {
      return refused(
        "This row is for \(book.calendar.period(code)?.name ?? code), and you are filling in \(period.name).")
    }
    guard book.slot(of: RecordID(name[0], name[1]), in: period, on: today) != nil else {
      return refused("Nothing is owed here for \(period.name) (any more). Download your returns again.")
    }
    return refused("This return is not yours to fill in. Ask its owner, or the performance officer.")
  }

  private func refused(_ sentence: String) -> UploadedReturn {
    var uploaded = UploadedReturn(nil, title: row.title, place: place)
    uploaded.refuse(.whole, typed: "", sentence)
    return uploaded
  }

  func read(_ own: ReturnRow) -> UploadedReturn {
    var uploaded = UploadedReturn(own.slot, title: own.title, place: place)
    let held = ReturnCells(own)
    var typed: [ReturnField: String] = [:]
    for field in ReturnField.allCases {
      if let text = newText(field, held, own.seen, &uploaded) { typed[field] = text }
    }
    for refusal in uploaded.refusals { typed.drop(refusal.field) }
    take(typed, own, held, &uploaded)
    return uploaded
  }

  /// What somebody typed into a cell that held something else; `nil` when nobody did, or when it is refused.
  private func newText(
    _ field: ReturnField, _ held: ReturnCells, _ seen: Int, _ uploaded: inout UploadedReturn
  ) -> String? {
    guard var cell = row.cells[field] else { return nil }
    if field.isChoice { cell.text = cell.text.lowercased() }
    guard let now = held.texts[field] else {
      if !cell.text.isEmpty { uploaded.refuse(field, typed: cell.text, "Nothing is asked for here. Empty the cell.") }
      return nil
    }
    if cell.isUncalculated {
      uploaded.refuse(
        field, typed: "", "This formula has no result. Open the workbook in Excel, save it, and upload it again.")
      return nil
    }
    // A number comes back without what it was typed with: 1,234 as 1234.
    let read = held.read(field) ?? now
    let base = row.checks[field] ?? (row.revision == seen ? ReturnCells.check(read) : nil)
    guard cell.text != now, cell.text != read, base != ReturnCells.check(cell.text) else { return nil }
    if let sentence = cell.refusal(field) {
      uploaded.refuse(field, typed: cell.text, sentence)
      return nil
    }
    if base != ReturnCells.check(read), base != ReturnCells.check(now) {
      uploaded.refuse(
        field, typed: cell.text, recorded: now,
        "Somebody has changed this since the workbook was made. Recorded is “\(now)”, yours is “\(cell.text)”. Settle it on the page of your returns."
      )
      return nil
    }
    // An emptied list says nothing: a figure that is there has a state, and an action a stage.
    return cell.text.isEmpty && (field == .state || field == .stage) ? nil : cell.text
  }

  /// Makes revisions of what was typed. What the rules refuse is left out with all that belongs to it, and the rest is
  /// taken.
  private func take(
    _ typed: [ReturnField: String], _ own: ReturnRow, _ held: ReturnCells, _ uploaded: inout UploadedReturn
  ) {
    guard !typed.isEmpty else { return }
    let revisions: [Revision]
    do throws(EntryRefused) {
      revisions =
        own.figure == nil
        ? try book.revisions(for: ActionEntry(typed), of: own.slot, on: today)
        : try book.revisions(for: FigureEntry(typed, row, held), of: own.slot, on: today)
    } catch {
      var rest = typed
      for problem in error.problems {
        uploaded.refuse(problem.field, typed: row.cells[problem.field]?.text ?? "", problem.sentence)
        rest.drop(problem.field)
      }
      // Each time there is less of it.
      if rest.count < typed.count { take(rest, own, held, &uploaded) }
      return
    }
    // Another spelling of the same changes nothing.
    guard !revisions.isEmpty else { return }
    uploaded.revisions = revisions
    uploaded.changes = ReturnField.allCases.compactMap { field in
      typed[field].map { UploadedReturn.Change(field: field, from: held.texts[field] ?? "", to: $0) }
    }
    for revision in revisions {
      let id = RecordID(revision.kind, revision.record)
      uploaded.expecting[id] = own.expecting[id] ?? book.stamp(of: id)?.revision ?? 0
    }
  }
}

extension ReturnsTable.Cell {
  /// Why no field can hold this; `nil` when it can.
  fileprivate func refusal(_ field: ReturnField) -> String? {
    if text.isSheetError {
      return "The formula in this cell failed (\(text)). Type what it should say."
    }
    switch field {
    case .value, .numerator, .denominator, .percent:
      return isDayOrTime
        ? "The spreadsheet took this for a day or a time. Format the cell as text and type it again." : nil
    case .reason:
      return text.isEmpty || MissingReason(rawValue: text) != nil
        ? nil : ReturnsTable.Cell.unknown(text, MissingReason.offered.map(\.rawValue))
    case .state:
      return text.isEmpty || Actual.State(rawValue: text) != nil
        ? nil : ReturnsTable.Cell.unknown(text, Actual.State.allCases.map(\.rawValue))
    case .stage:
      return text.isEmpty || ActionUpdate.Stage(rawValue: text) != nil
        ? nil : ReturnsTable.Cell.unknown(text, ActionUpdate.Stage.allCases.map(\.rawValue))
    default: return nil
    }
  }

  private static func unknown(_ text: String, _ known: [String]) -> String {
    "“\(text)” is not in the list. Choose one of: \(known.joined(separator: ", "))."
  }
}

extension [ReturnField: String] {
  /// Takes a field out, with the fields that make one record with it.
  fileprivate mutating func drop(_ field: ReturnField) {
    for other in field.record { self[other] = nil }
  }
}

extension ReturnField {
  /// Whether it is chosen from words that the program knows, however somebody writes them.
  fileprivate var isChoice: Bool { [.reason, .state, .stage].contains(self) }

  /// The fields that stand and fall together.
  fileprivate var record: [ReturnField] {
    switch self {
    case .value, .numerator, .denominator, .reason, .state: [.value, .numerator, .denominator, .reason, .state]
    case .stage, .percent, .forecast, .completed, .judged, .nothing:
      [.stage, .percent, .forecast, .completed, .judged]
    case .until, .whole: ReturnField.allCases
    case .commentary, .action, .note, .done, .next: [self]
    }
  }
}

extension FigureEntry {
  /// - Parameter typed: what is new. Where a figure is new, what stands beside it and is not goes with it: a figure takes
  ///   the place of its reason, and a single number that of two.
  fileprivate init(_ typed: [ReturnField: String], _ row: ReturnsTable.Row, _ held: ReturnCells) {
    func text(_ field: ReturnField) -> String { row.cells[field]?.text ?? held.texts[field] ?? "" }
    let parts: [ReturnField] = [.numerator, .denominator]
    let hasNewParts = parts.contains { typed[$0]?.isEmpty == false }
    let hasNewValue = typed[.value]?.isEmpty == false
    let isNew = ([.value, .reason] + parts).contains { typed[$0] != nil }
    self.init(
      state: typed[.state].flatMap { Actual.State(rawValue: $0) }, commentary: typed[.commentary],
      action: typed[.action], note: typed[.note])
    guard isNew else { return }
    value = hasNewParts && typed[.value] == nil ? "" : text(.value)
    let dropsParts = hasNewValue && parts.allSatisfy { typed[$0] == nil }
    numerator = dropsParts ? "" : text(.numerator)
    denominator = dropsParts ? "" : text(.denominator)
    let dropsReason = (hasNewValue || hasNewParts) && typed[.reason] == nil
    reason = dropsReason ? nil : MissingReason(rawValue: text(.reason).lowercased())
  }
}

extension ActionEntry {
  fileprivate init(_ typed: [ReturnField: String]) {
    self.init(
      stage: typed[.stage].flatMap { ActionUpdate.Stage(rawValue: $0) }, percent: typed[.percent],
      forecast: typed[.forecast], judged: typed[.judged], completed: typed[.completed], done: typed[.done],
      next: typed[.next], note: typed[.note])
  }
}
