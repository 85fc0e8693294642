import CorporatePlan
import Documents

extension OwnReportDraft {
  /// Actions with status, dates and progress; of one that was divided, its parts below it.
  mutating func draftActions(_ table: SourceTable, _ priority: String?, _ period: Period) {
    let headers = OwnReportParts.headers(of: table)
    for row in table.rows.dropFirst() where row.cells.count == headers.count {
      func cell(_ header: String) -> String? {
        headers.firstIndex(of: header).map { row.cells[$0].text.onOneLine }.flatMap { $0 == "–" ? nil : $0 }
      }
      var parent = priority
      var title = row.cells[1].text.onOneLine
      if title.hasSuffix("”)"), let part = title.split(separator: " (part of “", maxSplits: 1).last,
        part.count < title.count
      {
        title = String(title.dropLast(part.count + " (part of “".count))
        parent = item(String(part.dropLast(2)), under: priority, headers[1], row.cells[1].locator)
      }
      let when = When(cell("When") ?? "")
      let id = item(title, under: parent, headers[1], row.cells[1].locator, owner: cell("Owner"), due: when.due)
      subjects[title.normalisedName] = RecordID(PlanItem.kind, id)
      draft.take(row.cells.map(\.locator))
      let percent = cell("Progress").flatMap { Int($0.dropLast()) }
      guard let status = actionStatus(row.cells[0]) else { continue }
      draft.add(update(of: id, status, percent, when, period), at: row.cells[0].locator)
    }
  }

  /// An officer's judgement is not in the words of the rule for indicators.
  private func actionStatus(_ cell: SourceCell) -> Status? {
    let word = cell.text.filter { $0.isLetter || $0.isWhitespace }.onOneLine
    return explained.actions[cell.text.statusWord] ?? Status(word: word) ?? cell.mark.flatMap { Status(colour: $0) }
  }

  /// The action of that title under a priority or an action, however deep it hangs there.
  private mutating func item(
    _ title: String, under parent: String?, _ level: String, _ locator: Locator, owner: String? = nil, due: Day? = nil
  ) -> String {
    let known = book.items.values.filter {
      $0.role == .action && $0.title.normalisedName == title.normalisedName && hangs($0, under: parent)
    }
    if known.count == 1 {
      draft.add(known[0], at: locator)
      return known[0].id
    }
    let id = draft.identities.item(.action, titled: title, under: parent)
    if draft.record(RecordID(PlanItem.kind, id)) == nil {
      let place = orders[parent ?? "-", default: 0] + 1
      orders[parent ?? "-"] = place
      draft.add(
        book.items[id]
          ?? PlanItem(
            id: id, role: .action, level: level, title: title, parent: parent, order: place, owner: owner, due: due),
        at: locator)
    }
    return id
  }

  private func hangs(_ item: PlanItem, under parent: String?) -> Bool {
    guard let parent else { return true }
    var (above, steps) = (item.parent, 0)
    while let id = above, steps < 12 {
      if id == parent { return true }
      (above, steps) = (book.items[id]?.parent, steps + 1)
    }
    return false
  }

  /// What the report says; what it doesn't print stays as it is on record.
  private func update(of item: String, _ status: Status, _ percent: Int?, _ when: When, _ period: Period)
    -> ActionUpdate
  {
    let known = book.updates["\(item)@\(period.code)"]
    if var known, (status == .complete) == (known.stage == .complete),
      known.stage == .complete || known.judged == status
    {
      known.percent = percent ?? known.percent
      known.completed = when.completed ?? known.completed
      known.forecast = when.forecast ?? known.forecast
      return known
    }
    return status == .complete
      ? ActionUpdate(item: item, period: period, stage: .complete, percent: percent, completed: when.completed)
      : ActionUpdate(
        item: item, period: period, stage: .inProgress, judged: status, percent: percent, forecast: when.forecast)
  }
}

/// "done 14 July 2025", "due 31 October 2025, now expected 30 June 2026".
private struct When {
  private(set) var due: Day?
  private(set) var forecast: Day?
  private(set) var completed: Day?

  init(_ text: String) {
    for part in text.split(separator: ",") {
      let words = part.split(separator: " ")
      guard words.count >= 4, let day = Day(words: words.suffix(3)) else { continue }
      switch words.dropLast(3).joined(separator: " ") {
      case "done": completed = day
      case "due": due = day
      case "now expected", "expected": forecast = day
      default: break
      }
    }
  }
}

extension Day {
  /// "14 July 2025".
  fileprivate init?(words: ArraySlice<Substring>) {
    let parts = Array(words)
    guard parts.count == 3, let day = Int(parts[0]), let year = Int(parts[2]),
      let month = Day.months.firstIndex(of: String(parts[1]))
    else { return nil }
    self.init(year, month + 1, day)
  }
}
