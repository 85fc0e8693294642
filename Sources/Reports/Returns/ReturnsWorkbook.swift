import CorporatePlan
import Documents

/// The returns of one person and period as a workbook to be filled in and uploaded again: what it shows is locked, what
/// it asks for is not, and hidden columns say which return each row is and how it stood.
///
/// It names nobody.
package struct ReturnsWorkbook: Sendable {
  private let book: Book
  private let slots: [Slot]
  private let period: Period
  private let today: Day

  /// - Parameter slots: the person's own, in the order in which they are to stand.
  package init(_ book: Book, _ slots: [Slot], in period: Period, on today: Day) {
    self.book = book
    self.slots = slots
    self.period = period
    self.today = today
  }

  package func bytes() throws(ZipFailure) -> [UInt8] { try workbook.bytes() }

  /// What the file should be called.
  package var fileName: String { "returns-\(period.code).xlsx" }

  var workbook: Workbook {
    let sheets = [figures, actions].compactMap(\.self)
    return Workbook(title: title, notes: notes, sheets: sheets, coverName: "How to")
  }

  private var title: String {
    [book.council?.name, "Your returns for \(period.name)"].compactMap(\.self).joined(separator: ": ")
  }

  private var notes: [String] {
    let due = slots.compactMap(\.due).min().map { "They are due on \($0.words). " } ?? ""
    return [
      "\(due)This workbook was made on \(today.words). It holds \(counted(slots.count, "return")).",
      "Fill in the framed cells, save the workbook and upload it where you downloaded it. You see what changes before anything is recorded, and you can undo it.",
      "Type figures as you would say them: 92.5%, 1,234, £1.2m, 2:35. Where a figure is a share, fill in the numerator and the denominator instead, if you have them. Zero is a figure; where there is none, leave the cell empty and choose a reason.",
      "Public commentary has room for \(Commentary.mostPublic) characters. What is longer belongs into the note, which is not published.",
      "A cell that you leave alone stays as it is, even if somebody has changed it in the meantime. A cell that you empty is emptied. Rows may be sorted and columns moved; rows that you add are not read, and a row that you delete changes nothing.",
      "The other cells are locked to keep them from slips; there is no password. Leave the headings as they are: the columns are known by them.",
    ]
  }

  private var figures: Workbook.Sheet? {
    let rows = slots.filter { $0.subject.kind == Indicator.kind }
      .compactMap { slot in book.indicators[slot.subject.record].map { (slot, $0) } }
    let references = ["Indicator", "Code", "Unit", "Figure for", "Last figure", "Last figure was for", "Target", "Return"]
    return sheet(.figures, references, rows.map(\.0)) { index in
      let (slot, indicator) = rows[index]
      let standing = book.standing(of: indicator, in: period)
      let last = slot.dataPeriod.flatMap { data in
        book.readings[indicator.id]?.actuals.last { $0.period < data && $0.period.code != data.code }
      }
      return [
        .text(indicator.name), .text(indicator.code ?? ""), .text(indicator.unit.text),
        .text(slot.dataPeriod?.name ?? ""), .text(last?.value.text ?? ""), .text(last?.period.name ?? ""),
        .text(standing.target?.verbatim ?? ""), .text(state(of: slot)),
      ]
    }
  }

  private var actions: Workbook.Sheet? {
    let rows = slots.filter { $0.subject.kind == PlanItem.kind }
      .compactMap { slot in book.items[slot.subject.record].map { (slot, $0) } }
    return sheet(.actions, ["Action", "Code", "Due", "Return"], rows.map(\.0)) { index in
      let (slot, item) = rows[index]
      return [
        .text(item.title), .text(item.code ?? ""),
        item.due.map { .day($0.description) } ?? .text(item.dueWords ?? ""), .text(state(of: slot)),
      ]
    }
  }

  /// Where a return stands, and why it can't be changed where it can't.
  private func state(of slot: Slot) -> String {
    book.refusal(toChange: slot, on: today) ?? slot.state.rawValue.capitalised
  }

  private func sheet(
    _ kind: ReturnSheet, _ references: [String], _ slots: [Slot], reference: (Int) -> [Workbook.Cell]
  ) -> Workbook.Sheet? {
    guard !slots.isEmpty else { return nil }
    let rows = slots.map { ReturnsWorkbookRow(book, $0, isLocked: book.refusal(toChange: $0, on: today) != nil) }
    let fields = kind.fields.filter { field in rows.contains { $0.asks(for: field) } }
    let columns =
      references.map { Workbook.Column($0) } + fields.map { column($0, rows) }
      + [ReturnSheet.row, ReturnSheet.revision, ReturnSheet.check].map { heading in
        var column = Workbook.Column(heading, width: 12)
        column.isHidden = true
        return column
      }
    var sheet = Workbook.Sheet(
      kind.rawValue, title: "\(kind.rawValue) for \(period.name)", columns: columns,
      rows: rows.indices.map { reference($0) + rows[$0].cells(fields) }, freezesHeader: true)
    sheet.isProtected = true
    return sheet
  }

  private func column(_ field: ReturnField, _ rows: [ReturnsWorkbookRow]) -> Workbook.Column {
    var column = Workbook.Column(field.heading, width: ReturnsWorkbook.width(of: field))
    let held = rows.map { $0.text(field) }
    switch field {
    case .reason: column.choices = MissingReason.offered.map(\.rawValue)
    case .state: column.choices = Actual.State.allCases.map(\.rawValue)
    case .stage: column.choices = ActionUpdate.Stage.allCases.map(\.rawValue)
    case .judged: column.choices = ActionRule.judgements(of: book.actionRule(in: period)?.rule).map(\.id)
    default: return column
    }
    // What is recorded can be left as it is.
    for text in held where !text.isEmpty && !column.choices.contains(text) { column.choices.append(text) }
    return column
  }

  private static func width(of field: ReturnField) -> Int {
    switch field {
    case .commentary, .action, .note, .done, .next: 45
    case .reason, .forecast, .completed: 22
    default: 16
    }
  }
}

/// One return as the cells that are filled in and the hidden ones.
private struct ReturnsWorkbookRow {
  private let slot: Slot
  private let held: ReturnCells
  private let revision: Int
  private let isLocked: Bool

  init(_ book: Book, _ slot: Slot, isLocked: Bool) {
    self.slot = slot
    self.isLocked = isLocked
    held = book.cells(of: slot)
    revision = book.revision(of: slot)
  }

  func asks(for field: ReturnField) -> Bool { held.texts[field] != nil }

  func text(_ field: ReturnField) -> String { held.texts[field] ?? "" }

  func cells(_ fields: [ReturnField]) -> [Workbook.Cell] {
    fields.map { field in
      guard let text = held.texts[field] else { return .empty }
      if isLocked { return field.isDay ? .day(text) : .text(text) }
      return field.isDay ? .dayEntry(text) : .entry(text)
    } + [.text(slot.id), .text(String(revision)), .text(checks)]
  }

  private var checks: String {
    held.texts.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue):\(ReturnCells.check($0.value))" }.joined(separator: " ")
  }
}
