import CorporatePlan
import Documents

extension ServicePlanDraft {
  /// The percentages of a row, each for its milestone where that is certain.
  mutating func draftProgress(_ cells: [SourceCell], _ milestones: [String], _ line: PlanRow.Line) {
    guard let period else {
      undated += cells
      return
    }
    let readable = cells.filter { cell in
      if CellWords(cell.text).percentages != nil { return true }
      draft.tell(
        .question, .progressUnreadable, at: cell.locator, verbatim: cell.text.trimmed,
        "This was not understood as a percentage from 0% to 100%. Enter it by hand.")
      return false
    }
    guard let cell = readable.first else {
      return cells.isEmpty ? tellMissing(milestones, line) : ()
    }
    let percents = readable.map { CellWords($0.text).percentages ?? [] }
    let items =
      milestones.isEmpty ? line.action != nil || line.code != nil ? [action].compactMap { $0 } : [] : milestones
    if readable.count == 1, let only = percents.first {
      if only.count == items.count { return give(only, to: items, in: period, readable) }
      if items.count == 1, Set(only).count == 1 {
        draft.tell(
          .note, .mergedProgress, at: cell.locator, verbatim: cell.text.trimmed,
          "The same percentage stands \(only.count) times for one milestone. It was taken once.")
        return give([only[0]], to: items, in: period, readable)
      }
    }
    let choices = items.isEmpty ? earlier(Array(percents.joined())) : choices(percents, readable, items.count)
    draft.take(readable.dropFirst().map(\.locator))
    let verbatim = readable.map(\.text.onOneLine).joined(separator: " | ")
    let answer = draft.ask(
      .mergedProgress, at: cell.locator, verbatim: verbatim,
      items.isEmpty
        ? "This percentage stands on a row without a milestone. Say which milestone of the action it is of; until then it is of none."
        : "There \(percents.joined().count == 1 ? "is 1 percentage" : "are \(percents.joined().count) percentages") for \(counted(items.count, "milestone")). Say which belongs to which; until then none of them has one.",
      choices: choices.map { Question.Choice($0.id, $0.words) })
    if let chosen = choices.first(where: { $0.id == answer }) {
      give(chosen.percents, to: chosen.items ?? items, in: period, readable)
    } else if let action {
      unsettled.insert(action)
    }
  }

  private struct Choice {
    let id: String
    let words: String
    let percents: [Int]
    var items: [String]?
  }

  private func choices(_ percents: [[Int]], _ cells: [SourceCell], _ count: Int) -> [Choice] {
    let all = Array(percents.joined())
    var choices: [Choice] = []
    if Set(all).count == 1, all.count < count || percents.count > 1 {
      choices.append(Choice(id: "each", words: "Each has \(all[0])%", percents: Array(repeating: all[0], count: count)))
    }
    for (percent, cell) in zip(percents, cells) where percent.count == count && percents.count > 1 {
      choices.append(
        Choice(id: "column-\(cell.column)", words: "\(list(percent)), as in column \(cell.column)", percents: percent))
    }
    if all.count <= count {
      choices.append(Choice(id: "in-order", words: "\(list(all)), from the first on", percents: all))
    }
    if all.count == count, count > 1, Set(all).count > 1 {
      choices.append(
        Choice(id: "reversed", words: "\(list(all.reversed())), the other way round", percents: all.reversed()))
    }
    return choices
  }

  /// A percentage without a milestone may be of one of the row above.
  private func earlier(_ percents: [Int]) -> [Choice] {
    guard percents.count == 1 else { return [] }
    return milestones.enumerated().map { index, id in
      let title = (draft.record(RecordID(PlanItem.kind, id)) as? PlanItem)?.title ?? id
      return Choice(id: "milestone-\(index + 1)", words: "Of “\(title)”", percents: percents, items: [id])
    }
  }

  private func list(_ percents: [Int]) -> String { percents.map { "\($0)%" }.joined(separator: ", ") }

  private mutating func give(_ percents: [Int], to items: [String], in period: Period, _ cells: [SourceCell]) {
    for (percent, item) in zip(percents, items) {
      draft.add(update(item, percent, in: period), at: cells[0].locator)
    }
    draft.take(cells.map(\.locator))
  }

  func update(_ item: String, _ percent: Int, in period: Period) -> ActionUpdate {
    ActionUpdate(
      item: item, period: period, stage: percent == 0 ? .notStarted : percent == 100 ? .complete : .inProgress,
      percent: percent)
  }

  private mutating func tellMissing(_ milestones: [String], _ line: PlanRow.Line) {
    guard let cell = line.cells[.milestone], !milestones.isEmpty else { return }
    draft.tell(
      .note, .progressMissing, at: cell.locator, verbatim: cell.text.trimmed,
      line.carried.contains(.progress)
        ? "Its percentage is a merged cell that began further up; whether it holds for this milestone too is for a person to say."
        : "This milestone has no percentage, so it is left out of roll-ups.")
  }
}
