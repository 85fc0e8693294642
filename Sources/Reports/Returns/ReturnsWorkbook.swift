import CorporatePlan
import Documents

/// The returns of one person and period as a workbook to be filled in and uploaded again: what it shows is locked, what
/// it asks for is not, and hidden columns say which return each row is and how it stood.
///
/// It names nobody.
package struct ReturnsWorkbook: Sendable {
  private let book: Book
  private let rows: [ReturnRow]
  private let period: Period
  private let today: Day

  /// - Parameter rows: the person's own, in the order in which they are to stand.
  package init(_ book: Book, _ rows: [ReturnRow], in period: Period, on today: Day) {
    self.book = book
    self.rows = rows
    self.period = period
    self.today = today
  }

  package func bytes() throws(ZipFailure) -> [UInt8] { try workbook.bytes() }

  /// What the file should be called.
  package var fileName: String { "returns-\(period.code).xlsx" }

  var workbook: Workbook {
    Workbook(
      title: [book.council?.name, "your returns for \(period.name)"].compactMap(\.self).joined(separator: ": "),
      notes: notes, sheets: [figures, actions].compactMap(\.self), coverName: "How to")
  }

  private var notes: [String] {
    let due = rows.compactMap(\.slot.due).min().map { " They are due on \($0.words)." } ?? ""
    return [
      "This workbook was made on \(today.words) and holds \(counted(rows.count, "return")).\(due)",
      "Fill in the framed cells, save the workbook, and upload it where you downloaded it. You will see what changes before anything is recorded, and can undo it.",
      "Type figures as you would say them: 92.5%, 1,234, £1.2m, 2:35. Where a figure is a share and you have its numerator and denominator, fill in those instead. Zero is a figure. Where there is none, leave the cell empty and choose a reason.",
      "Public words have room for \(Commentary.mostPublic) characters. What is longer belongs in the note, which is not published.",
      "A cell that you leave alone stays as it is, even if somebody has changed it in the meantime; a cell that you empty is emptied. A row that you delete changes nothing, and a row that you add is not read.",
      "All other cells are locked to keep them from slips; there is no password. To sort rows or move columns, take the protection off (Review, Unprotect Sheet). Leave the headings and the hidden columns: rows and columns are known by them.",
      "The sheets are:",
    ]
  }

  private var figures: Workbook.Sheet? {
    sheet(
      .figures,
      ["Indicator", "Code", "Unit", "Figure is for", "Last figure", "Last figure was for", "Target", "Return"]
    ) { row in
      [
        .text(row.title), .text(row.code ?? ""), .text(row.unit?.text ?? ""),
        .text(row.slot.dataPeriod?.name ?? ""), .shown(row.last?.value.text), .text(row.last?.period.name ?? ""),
        .shown(row.target?.text), .text(row.standingWords),
      ]
    }
  }

  private var actions: Workbook.Sheet? {
    sheet(.actions, ["Action", "Code", "Due", "Last stage", "Last status", "Return"]) { row in
      let item = row.action?.item
      return [
        .text(row.title), .text(row.code ?? ""),
        item?.due.map { .day($0.description) } ?? .text(item?.dueWords ?? ""),
        .text(row.lastUpdate?.stage.rawValue ?? ""), .text(row.lastUpdate?.judged?.id ?? ""), .text(row.standingWords),
      ]
    }
  }

  /// Of what may be long.
  private static let widths = ["Indicator": 40, "Action": 40, "Return": 24, "Last figure": 14, "Target": 14]

  /// Nil when there is nothing to stand on it.
  private func sheet(
    _ kind: ReturnSheet, _ references: [String], reference: (ReturnRow) -> [Workbook.Cell]
  ) -> Workbook.Sheet? {
    let own = rows.filter { ($0.figure == nil) == (kind == .actions) }.map { (row: $0, held: ReturnCells($0)) }
    guard !own.isEmpty else { return nil }
    let fields = kind.fields.filter { field in own.contains { $0.held.texts[field] != nil } }
    let shown = own.map { reference($0.row) }
    // A column with nothing in it would only be in the way.
    let told = references.indices.filter { column in shown.contains { ![.empty, .text("")].contains($0[column]) } }
    let columns =
      told.map { Workbook.Column(references[$0], width: ReturnsWorkbook.widths[references[$0]]) }
      + fields.map { field in column(field, own.map(\.held)) }
      + [ReturnSheet.row, ReturnSheet.revision, ReturnSheet.check].map { heading in
        var column = Workbook.Column(heading, width: 12)
        column.isHidden = true
        return column
      }
    var sheet = Workbook.Sheet(
      kind.rawValue, title: "\(kind == .figures ? "Figures" : "Progress") to return for \(period.name)",
      columns: columns,
      rows: zip(own, shown).map { own, shown in
        told.map { shown[$0] } + fields.map { own.held.cell($0, isLocked: own.row.refusal != nil) }
          + [.text(own.row.slot.id), .text(String(own.row.seen)), .text(own.held.checks)]
      }, freezesHeader: true)
    sheet.isProtected = true
    sheet.freezesFirstColumn = true
    return sheet
  }

  private func column(_ field: ReturnField, _ held: [ReturnCells]) -> Workbook.Column {
    var column = Workbook.Column(field.heading ?? "", width: field.columnWidth)
    column.takesFigures = field.isNumber
    switch field {
    case .reason: column.choices = MissingReason.offered.map(\.rawValue)
    case .state: column.choices = Actual.State.allCases.map(\.rawValue)
    case .stage: column.choices = ActionUpdate.Stage.allCases.map(\.rawValue)
    case .judged: column.choices = ActionRule.judgements(of: book.actionRule(in: period)?.rule).map(\.id)
    default: return column
    }
    // What is recorded may stay as it is.
    for text in held.compactMap({ $0.texts[field] }) where !text.isEmpty && !column.choices.contains(text) {
      column.choices.append(text)
    }
    return column
  }
}

extension ReturnRow {
  /// Where it stands: why it can't be changed, why it was given back, or else its state.
  fileprivate var standingWords: String {
    refusal ?? returnedBecause.map { "Returned: \($0)" } ?? state.rawValue.capitalised
  }
}

extension ReturnCells {
  fileprivate func cell(_ field: ReturnField, isLocked: Bool) -> Workbook.Cell {
    guard let text = texts[field] else { return .empty }
    if let number = number(field) { return .figure(number.number, number.format, isEntry: !isLocked) }
    if isLocked { return field.isDay ? .day(text) : .text(text) }
    return field.isDay ? .dayEntry(text) : .entry(text)
  }
}

extension Workbook.Cell {
  /// A figure that is shown, to calculate with where it is a number.
  fileprivate static func shown(_ text: String?) -> Workbook.Cell {
    let text = text ?? ""
    return SheetFigure(text).map { .figure($0.number, $0.format) } ?? .text(text)
  }
}

extension SheetFigure {
  fileprivate var format: Workbook.FigureFormat {
    let kind: Workbook.FigureFormat.Kind =
      switch unit {
      case .percent: .percent
      case .pounds: .pounds
      default: .number
      }
    return Workbook.FigureFormat(kind, decimals: decimals)
  }
}

extension ReturnField {
  fileprivate var columnWidth: Int {
    switch self {
    case .commentary, .action, .note, .done, .next: 45
    case .reason, .state, .forecast, .completed: 22
    default: 16
    }
  }
}
