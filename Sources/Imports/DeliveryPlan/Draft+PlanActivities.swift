import CorporatePlan
import Documents

extension DeliveryPlanDraft {
  /// The activities with what they contribute to, their sub-actions, and what they put out and change.
  mutating func draftActivities(_ summary: SummaryList) {
    let blocks = parts.activities(endsTitle: summary.endsTitle)
    draftHeadings()
    for priority in [nil] + parts.priorities.indices.map(Optional.some) {
      let own = blocks.filter { $0.priority == priority }
      var texts = own.map { rows in
        ActivityText(flow(of: rows).passages.map(\.text), outcomePrefix: parts.outcomePrefix)
      }
      let entries = priority.map { summary.entries[$0] } ?? []
      let whole = own.map { $0.start == .told }
      let matched = SummaryMatch(
        zip(texts, whole).map { ($0.0.title.onOneLine, $0.1) }, entries
      ).entry.map { $0.map { entries[$0] } }
      let guesses = LostCodes(own.map(\.code)).candidates
      for index in own.indices {
        let title = title(&texts[index], of: own[index], matched[index])
        draftActivity(own[index], texts[index], titled: title, lost: guesses[index], order: index + 1)
      }
    }
    tellColumns()
  }

  private mutating func draftActivity(
    _ rows: ActivityRows, _ text: ActivityText, titled title: String, lost candidates: [String], order: Int
  ) {
    let parent = rows.priority.map { priorityIDs[$0] }
    let id = draft.identities.item(.action, titled: title, under: parent)
    var item = PlanItem(
      id: id, role: .action, level: activityWord, title: title, parent: parent, code: text.code?.text, order: order)
    if text.code?.printed != text.code?.text { item.printedCode = text.code?.printed }
    if text.code == nil, !parts.rowsAreWhole { item.code = askCode(of: rows, title, candidates) }
    item.text = text.rest
    // A column that a person said to leave out is left out.
    _ = self.text(of: .ignore, in: rows)
    item.owner = self.text(of: .owner, in: rows)
    let due = DueWords(title, in: year)
    let printed = self.text(of: .due, in: rows)
    item.dueWords = printed ?? due?.words
    item.due = printed.map { FuzzyDate($0, in: year?.days)?.deadline } ?? due?.due
    draft.add(item, at: rows.locator)
    tellBeyond(due, at: rows.locator)
    draft.take(rows.rows.flatMap(\.row.cells).filter { $0.text.trimmed.isEmpty }.map(\.locator))
    draft.take(rows.rows.flatMap { row in row.columns.bullets.compactMap { row.row.cell($0)?.locator } })
    draft.take(rows.rows.compactMap { $0.activity?.locator })
    draftContributions(text, of: id, at: rows.locator)
    let subActions = text.partTitles
    for (index, (part, locator)) in zip(subActions, rows.locators(of: subActions)).enumerated() {
      draftPart(part, "Sub action", of: id, order: index + 1, at: locator)
    }
    draftResults(rows, of: id)
  }

  /// A sub-action or deliverable. Milestones, so that the activity itself is what receives a status.
  mutating func draftPart(_ title: String, _ level: String, of activity: String, order: Int, at locator: Locator) {
    let id = draft.identities.item(.milestone, titled: title, under: activity)
    if draft.record(RecordID(PlanItem.kind, id)) != nil { return draft.take(locator) }
    var item = PlanItem(id: id, role: .milestone, level: level, title: title, parent: activity, order: order)
    let due = DueWords(title, in: year)
    (item.dueWords, item.due) = (due?.words, due?.due)
    draft.add(item, at: locator)
    tellBeyond(due, at: locator)
  }

  private mutating func draftContributions(_ text: ActivityText, of activity: String, at locator: Locator) {
    for contribution in text.contributions {
      for outcome in contribution.outcomes {
        if let id = outcomeIDs[outcome] {
          draft.add(
            Contribution(RecordID(PlanItem.kind, activity), to: id, verbatim: contribution.verbatim), at: locator)
        } else {
          draft.tell(
            .warning, .deliveryOutcomeUnknown, at: locator, verbatim: contribution.verbatim,
            "The plan has no outcome \(outcome.text). Correct the number, or add the outcome.")
        }
      }
    }
  }

  /// The title: the whole one of the summary where the page break took its beginning or its end.
  private mutating func title(
    _ text: inout ActivityText, of rows: ActivityRows, _ entry: SummaryList.Entry?
  ) -> String {
    let printed = text.title.onOneLine
    guard let entry else {
      text.cutTitle()
      if rows.start != .told { tellTitleLost(rows, printed) }
      return text.title.withoutStop.isEmpty ? "Activity without a title" : text.title.withoutStop
    }
    if rows.start != .told {
      tellTitleLost(rows, printed, entry)
      return entry.title
    }
    let (own, listed) = (printed.withoutStop, entry.title)
    if listed.normalisedName.hasPrefix(own.normalisedName + " "), !printed.hasEndMark {
      draft.tell(
        .warning, .deliveryTitleLost, at: rows.locator, verbatim: printed,
        "The end of this title is missing; it was completed from the summary: “\(listed)”.")
      return listed
    }
    text.cutTitle(after: listed)
    if text.title.normalisedName != listed.normalisedName {
      text.cutTitle()
      draft.tell(
        .warning, .deliveryTitleDiffers, at: entry.locator, verbatim: listed,
        "The table words this activity differently: “\(text.title.withoutStop)”. The table's words were kept.")
    }
    return text.title.withoutStop
  }

  private mutating func tellTitleLost(_ rows: ActivityRows, _ printed: String, _ entry: SummaryList.Entry? = nil) {
    let from = entry.map { " From the summary it was taken to be “\($0.title)”." } ?? " The summary has none that fits."
    let start =
      rows.start == .contribution
      ? " A second “contributes to” shows that a new activity begins here; its title stood in the empty cells above."
      : ""
    draft.tell(
      .warning, .deliveryTitleLost, at: rows.locator, verbatim: printed,
      "The beginning of this activity is missing.\(start)\(from) Check it against the original.")
  }

  /// The code of an activity whose code was lost, when the council has said.
  private mutating func askCode(of rows: ActivityRows, _ title: String, _ candidates: [String]) -> String? {
    let choices = candidates.isEmpty ? "" : " By its place it would be \(candidates.joined(separator: " or "))."
    return draft.ask(
      .deliveryCodeLost, at: rows.locator, verbatim: title, "This activity has no code here.\(choices) Which is it?",
      choices: candidates.map { Question.Choice($0, $0) })
  }

  /// What the cells of a column say, each thing once; they count as understood.
  private mutating func text(of word: ColumnMeaning.Word, in rows: ActivityRows) -> String? {
    let cells = rows.rows.compactMap { row in row.columns.column(word).flatMap(row.row.cell) }
    draft.take(cells.map(\.locator))
    let texts = cells.map(\.text.onOneLine).filter { !$0.isEmpty }
    return texts.isEmpty
      ? nil : texts.indices.filter { texts.firstIndex(of: texts[$0]) == $0 }.map { texts[$0] }.joined(separator: "; ")
  }

  private mutating func tellBeyond(_ due: DueWords?, at locator: Locator) {
    guard let due, let year, let day = due.deadline, day >= year.period.end else { return }
    draft.tell(
      .note, .deliveryBeyondEdition, at: locator, verbatim: due.words,
      "“\(due.words)” lies beyond \(year.name), the year of this plan: it will have to be carried into the next.")
  }
}

/// What the code of an activity can be that lost its own, by the codes before and after it.
struct LostCodes {
  /// By activity; empty where the numbering doesn't tell.
  let candidates: [[String]]

  init(_ codes: [ActivityCode?]) {
    candidates = codes.indices.map { index in
      guard codes[index] == nil else { return [] }
      let before = codes[..<index].lastIndex { $0 != nil }
      guard let after = codes[(index + 1)...].firstIndex(where: { $0 != nil }), let next = codes[after],
        let last = next.last, before == nil || codes[before ?? 0]?.group == next.group
      else { return [] }
      let first = before.flatMap { codes[$0]?.last } ?? 0
      let lost = Array((before.map { $0 + 1 } ?? 0)..<after)
      let position = index - (lost.first ?? index)
      // Those before and after it in the gap need a number each.
      let (from, to) = (first + 1 + position, last - 1 - (lost.count - 1 - position))
      return from <= to && to - from < 6 ? (from...to).map { next.with(last: $0) } : []
    }
  }
}
