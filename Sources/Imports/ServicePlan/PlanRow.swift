import CorporatePlan
import Documents

/// One row of a service plan's table.
enum PlanRow {
  /// A mission or priority on a row of its own, with the percentage printed beside it.
  case priority(Heading)
  /// An action's first row, or one that goes on with it.
  case line(Line)
  /// Percentages that stand alone.
  case percentages([SourceCell])
  /// Headings that are repeated.
  case headings([SourceCell])

  struct Heading {
    /// "2.1", or the council's code.
    let number: String?
    let title: String
    let cell: SourceCell
    let percentages: [SourceCell]
    let headings: [SourceCell]
  }

  struct Line {
    let number: Int
    let code: SourceCell?
    let action: SourceCell?
    var cells: [ColumnMeaning.Word: SourceCell] = [:]
    /// Columns of one quarter each.
    var quarters: [(period: Period, cell: SourceCell)] = []
    /// Percentages beside the progress.
    var percentages: [SourceCell] = []
    var left: [SourceCell] = []
    var isShifted = false
    /// Columns in which the row only goes on with a merged cell above.
    var carried: Set<ColumnMeaning.Word> = []

    var locator: Locator {
      code?.locator ?? action?.locator ?? cells[.milestone]?.locator
        ?? cells.values.map(\.locator).min { ($0.column ?? 0) < ($1.column ?? 0) } ?? .document
    }

    /// All its texts, for a person to see.
    var verbatim: String {
      ([code, action] + columnsInOrder).compactMap { $0?.text.onOneLine }.joined(separator: " | ")
    }

    private var columnsInOrder: [SourceCell?] {
      (Array(cells.values) + percentages + left + quarters.map(\.cell)).sorted { $0.column < $1.column }
    }
  }
}

extension PlanTable {
  /// Its rows beneath the headings, without empty ones.
  var rows: [PlanRow] { table.rows[(header + 1)...].compactMap(row) }

  private func row(_ row: SourceRow) -> PlanRow? {
    let written = row.cells.filter { $0.continues == nil && !$0.text.trimmed.isEmpty }
    guard let first = written.first else { return nil }
    let percentages = written.filter { CellWords($0.text).percentages != nil }
    let headings = written.filter { PlanHeading.isRepeated($0.text) }
    if percentages.count == written.count, !goesOn(row) { return .percentages(percentages) }
    if headings.count == written.count { return .headings(headings) }
    if first.column <= lastLead, written.count == 1 + percentages.count + headings.count, !CellWords(first.text).isCode,
      CellWords(first.text).codeAndWords == nil || column(.milestone)?.spans(first.column) == true
    {
      let words = CellWords(first.text)
      return .priority(
        PlanRow.Heading(
          number: words.numberAndWords?.number, title: words.numberAndWords?.words ?? words.text, cell: first,
          percentages: percentages, headings: headings))
    }
    return .line(line(row, written))
  }

  /// The last column of codes, priorities and actions.
  private var lastLead: Int {
    columns.filter { leads.contains($0.meaning) }.map { $0.number + $0.span - 1 }.max() ?? 1
  }

  private var leads: [ColumnMeaning] { [.plain(.code), .plain(.priority), .plain(.action)] }

  /// Whether a row's milestone is a merged cell from above.
  private func goesOn(_ row: SourceRow) -> Bool {
    row.cells.contains { $0.continues != nil && column(.milestone)?.spans($0.column) == true }
  }

  private func line(_ row: SourceRow, _ written: [SourceCell]) -> PlanRow.Line {
    let lead = written.filter { $0.column <= lastLead }
    let code = lead.first { CellWords($0.text).isCode } ?? lead.first { CellWords($0.text).codeAndWords != nil }
    var line = PlanRow.Line(
      number: row.number, code: code, action: lead.last { $0.locator != code?.locator && !CellWords($0.text).isCode })
    line.left = lead.filter { $0.locator != code?.locator && $0.locator != line.action?.locator }
    let body = columns.filter { !leads.contains($0.meaning) }
    let aligned = RowAlignment(written.filter { $0.column > lastLead }, body)
    line.isShifted = aligned.isShifted
    line.percentages = aligned.percentages
    line.left += aligned.left
    for (column, cell) in aligned.placed {
      switch column.meaning {
      case .plain(let word) where line.cells[word] == nil: line.cells[word] = cell
      case .actual(let period): line.quarters.append((period, cell))
      default: line.left.append(cell)
      }
    }
    for cell in row.cells where cell.continues != nil {
      if case .plain(let word)? = columns.first(where: { $0.spans(cell.column) })?.meaning { line.carried.insert(word) }
    }
    return line
  }
}
