import CorporatePlan
import Documents

extension ScorecardDraft {
  /// The actions with their statuses, those that were split with their parts below them.
  mutating func draftActions() {
    let word = parts.titlePage.actionWord ?? "Action"
    for (priority, list) in parts.lists {
      let parent = home(of: priority, at: list.locator, "list of actions")
      var place = order.book.children(of: parent).map(\.order).max() ?? 0
      for commitment in Commitment.all(in: list.rows) {
        let id = identities.item(.action, titled: commitment.title, under: parent)
        if records.contains(where: { $0.recordID == RecordID(PlanItem.kind, id) }) {
          tellTwice(commitment)
          continue
        }
        let known = order.book.items[id]
        if known == nil { place += 1 }
        add(
          known ?? PlanItem(id: id, role: .action, level: word, title: commitment.title, parent: parent, order: place))
        if commitment.isSplit {
          draftParts(of: commitment, id, word)
        } else if let part = commitment.parts.first {
          add(update(of: id, part.row))
        }
      }
    }
  }

  private mutating func tellTwice(_ commitment: Commitment) {
    for part in commitment.parts {
      tell(
        .question, .nameTwice, at: part.row.locator, verbatim: part.row.text,
        "This action stands in the list already; its second status, \(part.row.status), was not taken.")
    }
  }

  private mutating func draftParts(of commitment: Commitment, _ parent: String, _ word: String) {
    for (index, part) in commitment.parts.enumerated() {
      let id = identities.item(.action, titled: part.name, under: parent)
      add(
        order.book.items[id]
          ?? PlanItem(id: id, role: .action, level: word, title: part.name, parent: parent, order: index + 1))
      add(update(of: id, part.row))
    }
  }

  private func update(of item: String, _ row: ActionList.Row) -> ActionUpdate {
    row.status == .complete
      ? ActionUpdate(item: item, period: period, stage: .complete)
      : ActionUpdate(item: item, period: period, stage: .inProgress, judged: row.status)
  }

  /// The id of a priority, or a question when a table or list stands under none.
  mutating func home(of priority: Int?, at locator: Locator, _ what: String) -> String? {
    if let id = priorityID(priority) { return id }
    tell(
      .question, .priorityUnknown, at: locator,
      "No heading above this \(what) names a priority of the plan. Say which one it belongs to.")
    return nil
  }
}
