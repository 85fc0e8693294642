import CorporatePlan
import Documents

extension ServicePlanDraft {
  /// The milestones of a row; those of the row before where its cell is a merged one that goes on.
  mutating func draftMilestones(
    _ line: PlanRow.Line, _ table: PlanTable, under action: String, _ percentages: [SourceCell]
  ) -> [String] {
    guard let cell = line.cells[.milestone] else {
      return line.carried.contains(.milestone) ? milestones : []
    }
    let texts = texts(of: cell, percentages)
    milestones = texts.map { text in
      let id = draftMilestone(text, table, under: action, cell)
      mentions.append((text, id, cell.locator))
      return id
    }
    draft.take(cell.locator)
    return milestones
  }

  /// Split where the text allows it, asked where it does not.
  private mutating func texts(of cell: SourceCell, _ percentages: [SourceCell]) -> [String] {
    let (parts, isSure) = PackedCell.milestones(cell.text)
    let whole = [cell.text.onOneLine]
    guard parts.count > 1 else { return whole }
    let isCounted = percentages.contains { CellWords($0.text).percentages?.count == parts.count }
    if isSure || isCounted {
      draft.tell(
        .note, .mergedCellSplit, at: cell.locator, verbatim: cell.text.trimmed,
        "This cell holds \(parts.count) milestones\(isSure ? ", each beginning with “To”" : ": it has \(parts.count) percentages and so many parts that begin with “To”"). It was split."
      )
      return parts
    }
    let answer = draft.ask(
      .mergedCell, at: cell.locator, verbatim: cell.text.trimmed,
      "This cell seems to hold \(parts.count) milestones, but the text does not say surely where each begins. Are they to be split at each “To”? Until this is answered it is one milestone.",
      choices: [
        Question.Choice("split", "Split it at each “To”: \(counted(parts.count, "milestone"))"),
        Question.Choice("one", "Keep it as one milestone"),
      ])
    if answer == nil, let action { unsettled.insert(action) }
    return answer == "split" ? parts : whole
  }

  private mutating func draftMilestone(
    _ text: String, _ table: PlanTable, under action: String, _ cell: SourceCell
  ) -> String {
    // The same words under one action a second time are another milestone.
    let copy = next("milestone “\(text.normalisedName)” under \(action)")
    let id = draft.identities.item(.milestone, titled: copy > 1 ? "\(text) \(copy)" : text, under: action)
    var item = PlanItem(
      id: id, role: .milestone, level: table.column(.milestone).map { PlanHeading.word($0.heading) } ?? "Milestone",
      title: text, parent: action, order: next("milestone under \(action)"))
    setDue(&item, text, cell, isMeasure: false)
    draft.add(kept(item), at: cell.locator)
    tellParts(text, cell)
    if let twin = printedMilestones[text.normalisedName] {
      draft.add(
        Contribution(RecordID(PlanItem.kind, id), to: twin, .sameAs, verbatim: text), at: cell.locator)
      draft.tell(
        .note, .sameWords, at: cell.locator, verbatim: text,
        "This milestone is printed in the same words at \(draft.found[RecordID(PlanItem.kind, twin)]?.place ?? "another row"). Both are kept and linked."
      )
    } else {
      printedMilestones[text.normalisedName] = id
    }
    return id
  }

  /// "… on time: Mill Lane, Station Road, Old Wharf".
  private mutating func tellParts(_ text: String, _ cell: SourceCell) {
    guard let colon = text.lastIndex(of: ":") else { return }
    let parts = text[text.index(after: colon)...].split(separator: ",").map(\.trimmed)
    guard parts.count >= 3, parts.allSatisfy({ $0.first?.isUppercase == true && $0.split(separator: " ").count <= 6 })
    else { return }
    draft.tell(
      .note, .namedParts, at: cell.locator, verbatim: text,
      "It names \(parts.count) parts (\(parts.joined(separator: "; "))) with one percentage for all. They are kept in its words; enter them as items of their own if each is to be followed."
    )
  }

  /// The day it is due, by the words "by …" of the milestone or its measure. A year in a milestone's own words, such as
  /// "net zero by 2040", is what it serves and not when it is due.
  mutating func setDue(_ item: inout PlanItem, _ text: String, _ cell: SourceCell, isMeasure: Bool = true) {
    guard text.utf8.count < 4_000 else { return }
    let span = year.period.start...(year.period.end + -1)
    let lower = text.lowercased()
    var dates: [FuzzyDate] = []
    for date in FuzzyDate.all(in: text, span: span) where !dates.contains(where: { $0.verbatim == date.verbatim }) {
      let words = date.verbatim.lowercased()
      let isDeadline = ["by ", "by the ", "before ", "due ", "no later than "].contains { lower.contains($0 + words) }
      if isDeadline || words.hasPrefix("before"), isMeasure || date.grain != .year { dates.append(date) }
    }
    guard let date = dates.first else { return }
    item.dueWords = dates.map { "by \($0.verbatim)" }.joined(separator: "; ")
    if dates.count > 1 {
      draft.tell(
        .question, .dueTwice, at: cell.locator, verbatim: text,
        "It names \(dates.count) dates. Enter the one it is due on.")
    } else if let deadline = date.deadline {
      item.due = deadline
    } else {
      draft.tell(
        .question, .dueUnresolved, at: cell.locator, verbatim: text,
        "“by \(date.verbatim)” names no day. Enter the date when it is known; the words are kept.")
    }
  }
}
