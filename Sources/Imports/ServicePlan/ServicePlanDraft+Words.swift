import CorporatePlan
import Documents

extension ServicePlanDraft {
  /// What the comments column says of a row in this period; a source that is given there belongs to the indicator.
  mutating func draftComment(
    _ line: PlanRow.Line, _ subjects: [PlanSubject], _ milestones: [String], under action: String
  ) {
    guard let cell = line.cells[.comment] else { return }
    let item = milestones.count == 1 ? milestones[0] : action
    let text = cell.text.trimmed
    draft.take(cell.locator)
    if line.isShifted, line.cells[.target] == nil, line.cells[.measure] != nil, isTarget(cell) {
      draft.change(RecordID(PlanItem.kind, item), PlanItem.self) { row in
        row.target = row.target.map { "\($0)\n\(text.onOneLine)" } ?? text.onOneLine
      }
      return
    }
    mentions.append((text, item, cell.locator))
    let indicators = subjects.compactMap(\.indicator)
    if let source = text.firstMatch(of: sourceAddress), !indicators.isEmpty {
      for id in indicators {
        draft.change(RecordID(Indicator.kind, id), Indicator.self) { $0.source = String(source.1) }
      }
      if source.0.count == text.count { return }
    }
    if let period { remark(text, about: item, in: period, cell) } else { undated.append(cell) }
  }

  /// In a row whose cells are displaced, whether the text behind the percentage is the targeted position.
  private mutating func isTarget(_ cell: SourceCell) -> Bool {
    if isState(cell.text) { return true }
    let sentences = PackedCell.sentences(cell.text)
    if sentences.count > 1
      || sentences.first?.hasSuffix(".") == true && cell.text.split(separator: " ").count > 12 && !holdsState(cell.text)
    {
      return false
    }
    return draft.ask(
      .shiftedCell, at: cell.locator, verbatim: cell.text.trimmed,
      "In this row a column is lost. Is this the targeted position or a comment? Until this is answered it is a comment.",
      choices: [Question.Choice("comment", "A comment"), Question.Choice("target", "The targeted position")])
      == "target"
  }

  /// A few words that end as a state does: "Action plan in place".
  func isState(_ text: String) -> Bool {
    let words = text.split(whereSeparator: \.isWhitespace)
    return words.count <= 8
      && text.trimmed.contains(endsInState)
  }

  private func holdsState(_ text: String) -> Bool { text.contains(stateBeforeCapital) }

  private mutating func remark(_ text: String, about item: String, in period: Period, _ cell: SourceCell) {
    let number = (remarks["\(item) \(period.code)"] ?? 0) + 1
    remarks["\(item) \(period.code)"] = number
    draft.add(
      Commentary(
        id: "\(item)-action-\(period.code)" + (number > 1 ? "-\(number)" : ""), subject: RecordID(PlanItem.kind, item),
        period: period, purpose: .action, text: text, order: number), at: cell.locator)
  }

  /// Columns of one quarter each: a percentage is progress, a figure the indicator's, anything else words. Empty ones are
  /// slots that nothing is recorded for.
  mutating func draftQuarters(
    _ line: PlanRow.Line, _ subjects: [PlanSubject], _ milestones: [String], under action: String
  ) {
    let item = milestones.count == 1 ? milestones[0] : action
    for (quarter, cell) in line.quarters {
      let value = try? Value(cell.text.onOneLine)
      if let percents = CellWords(cell.text).percentages, percents.count == 1, milestones.count == 1 {
        draft.add(update(item, percents[0], in: quarter), at: cell.locator)
      } else if let indicator = subjects.count == 1 ? subjects[0].indicator : nil, let value, value.figure != nil {
        draft.add(
          Actual(indicator: indicator, period: quarter, value: value, source: draft.source(cell.locator)),
          at: cell.locator)
      } else {
        remark(cell.text.trimmed, about: item, in: quarter, cell)
      }
    }
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let sourceAddress = /\bsource\s*[=:]\s*(https?:\/\/\S+)/.ignoresCase()
nonisolated(unsafe) private let endsInState = /\b(?:complete|completed|in place|operational|set|approved)$/
  .ignoresCase()
nonisolated(unsafe) private let stateBeforeCapital = /\b(?:in place|complete|operational)\s+[A-Z]/
