import CorporatePlan
import Documents

extension ServicePlanDraft {
  /// Where a row stands now and where it should stand at the end of the year.
  mutating func draftStanding(
    _ line: PlanRow.Line, _ subjects: [PlanSubject], _ milestones: [String], under action: String, _ table: PlanTable
  ) {
    var line = line
    settle(&line)
    if let cell = line.cells[.baseline] {
      let heading = table.column(.baseline)?.heading ?? ""
      let asOf = PlanTable.quarter(heading).map { year.quarter($0).name }
      for (text, subject) in parts(of: cell, subjects, milestones, action) {
        draftBaseline(text, subject, asOf, cell)
      }
    }
    if let cell = line.cells[.target] {
      for (text, subject) in parts(of: cell, subjects, milestones, action) { draftTarget(text, subject, cell) }
    }
  }

  /// In a row whose cells are displaced, a text beside the wrong column may be a baseline or a target; one behind the
  /// percentage a target or a comment.
  private mutating func settle(_ line: inout PlanRow.Line) {
    guard line.isShifted, line.cells[.target] == nil else { return }
    if let cell = line.cells[.baseline], !CellWords(cell.text).isNotBegun, !CellWords(cell.text).isToCome,
      cell.column > 0, line.cells[.comment].map({ !isState($0.text) }) ?? true
    {
      let answer = draft.ask(
        .shiftedCell, at: cell.locator, verbatim: cell.text.trimmed,
        "In this row a column is lost. Is this the position now or the one to reach? Until this is answered it is the position now.",
        choices: [Question.Choice("baseline", "The position now"), Question.Choice("target", "The targeted position")])
      if answer == "target" { line.cells[.target] = line.cells.removeValue(forKey: .baseline) }
    }
  }

  /// A text for each subject, where there are several and the text can be cut into as many; else the whole for the one
  /// item that all belong to.
  private mutating func parts(
    of cell: SourceCell, _ subjects: [PlanSubject], _ milestones: [String], _ action: String
  ) -> [(String, PlanSubject)] {
    draft.take(cell.locator)
    let whole = cell.text.onOneLine
    if subjects.count == 1 { return [(whole, subjects[0])] }
    if let parts = PackedCell.states(cell.text, subjects.count) { return Array(zip(parts, subjects)) }
    if !CellWords(whole).isNotBegun {
      draft.tell(
        .warning, .mergedCellKept, at: cell.locator, verbatim: cell.text.trimmed,
        "This cell is about \(subjects.count) things of its row and could not be cut into as many. It is kept as one text; enter what belongs to each."
      )
    }
    return [(whole, PlanSubject(item: milestones.count == 1 ? milestones[0] : action))]
  }

  // MARK: Baselines

  private mutating func draftBaseline(_ text: String, _ subject: PlanSubject, _ asOf: String?, _ cell: SourceCell) {
    let words = CellWords(text)
    let isFigure = text.contains(where: \.isNumber) || MissingReason(mark: text) != nil || words.isToCome
    let indicator = isFigure ? subject.indicator : nil
    var id = indicator.map { RecordID(Indicator.kind, $0) } ?? RecordID(PlanItem.kind, subject.item)
    if let other = draft.record(RecordID(Baseline.kind, "\(id.kind):\(id.record)")) as? Baseline, other.verbatim != text
    {
      tellTwo(cell, text, "baseline", other.verbatim)
      id = RecordID(PlanItem.kind, subject.item)
    }
    let year = text.firstMatch(of: yearOrSpan).map { String($0.0) }
    draft.add(Baseline(id, verbatim: text, asOf: indicator == nil ? asOf : year ?? asOf), at: cell.locator)
    if Baseline(id, verbatim: text).value?.figure == nil { tellWithoutFigure(text, cell) }
  }

  private mutating func tellWithoutFigure(_ text: String, _ cell: SourceCell) {
    let words = CellWords(text)
    let isNamed =
      words.isMeasure
      || text.contains(sayingOfBaseline)
    let figures = text.replacing(anyYearOrSpan, with: "").matches(of: anyNumber)
    let message =
      words.isToCome
      ? "The figure is still to be confirmed. The words are kept."
      : !isNamed
        ? nil
        : figures.isEmpty
          ? "This names where a figure would come from and gives none. The words are kept."
          : figures.count > 1 ? "It can't be told which of its figures is the baseline. The words are kept." : nil
    if let message { draft.tell(.note, .baselineWithoutFigure, at: cell.locator, verbatim: text, message) }
  }

  // MARK: Targets

  private mutating func draftTarget(_ text: String, _ subject: PlanSubject, _ cell: SourceCell) {
    guard let indicator = subject.indicator, isOfIndicator(text) else { return addTarget(text, to: subject.item, cell) }
    let target = Target(indicator: indicator, period: year.period, verbatim: text)
    if let other = draft.record(target.recordID) as? Target, other.verbatim != text {
      tellTwo(cell, text, "target", other.verbatim)
      return addTarget(text, to: subject.item, cell)
    }
    draft.add(target, at: cell.locator)
    setPolarity(indicator, target, cell)
  }

  private mutating func addTarget(_ text: String, to item: String, _ cell: SourceCell) {
    draft.change(RecordID(PlanItem.kind, item), PlanItem.self) { row in
      row.target = row.target.map { $0 == text ? $0 : "\($0)\n\(text)" } ?? text
    }
    draft.take(cell.locator)
  }

  /// Whether a target is one of figures; "Updated action plan complete" is a state of the milestone.
  private func isOfIndicator(_ text: String) -> Bool {
    guard let expression = TargetExpression(text) else { return true }
    if case .state(let words) = expression {
      return words.contains(where: \.isNumber)
        || words.contains(wordsOfBaseline)
    }
    return true
  }

  private mutating func tellTwo(_ cell: SourceCell, _ text: String, _ word: String, _ other: String) {
    draft.tell(
      .warning, .twoTargets, at: cell.locator, verbatim: text,
      "The measure of this row stands elsewhere with another \(word), “\(other)”. This one is kept with the milestone.")
  }

  // MARK: Polarity

  /// High or low is good as the target's sign says, unless the measure's own words say the reverse.
  private mutating func setPolarity(_ id: String, _ target: Target, _ cell: SourceCell) {
    let place = RecordID(Indicator.kind, id)
    guard var indicator = draft.record(place) as? Indicator, indicator.polarity == .none else { return }
    let said = target.expression?.comparison?.polarity
    let name = indicator.name.lowercased()
    let falls = ["reduction in", "decrease in", "reduced"].contains { name.hasPrefix($0) }
    let rises = ["increase in", "increased", "improvement in", "improved"].contains { name.hasPrefix($0) }
    if falls && said == .highIsGood || rises && said == .lowIsGood {
      draft.tell(
        .warning, .polarityAgainstOperator, at: cell.locator, verbatim: target.verbatim,
        "The measure is “\(indicator.name)” and the target says \(falls ? "more" : "less"). Either the sign is the wrong way round or the \(falls ? "reduction" : "increase") itself is counted. Polarity was left open."
      )
      return
    }
    guard let said else { return }
    indicator.polarity = said
    if let figure = target.expression?.figure {
      indicator.decimals = max(indicator.decimals, figure.decimals)
      if indicator.unit == .number, figure.unit.text.count <= 12 { indicator.unit = figure.unit }
    }
    draft.change(place, Indicator.self) { $0 = indicator }
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let yearOrSpan = /\b(20\d\d)(?:[\/–-]\d\d)?\b/
nonisolated(unsafe) private let sayingOfBaseline = /\b(?:as per|data from|baseline|survey data)\b/.ignoresCase()
nonisolated(unsafe) private let anyYearOrSpan = /\b20\d\d(?:[\/–-]\d\d)?\b/
nonisolated(unsafe) private let anyNumber = /\d+(?:[.,]\d+)*/
nonisolated(unsafe) private let wordsOfBaseline = /\b(?:baseline|target|number|compliance|level)\b/.ignoresCase()
