extension PlanCheck {
  static let completeWithWorkOutstanding = PlanCheck(
    "complete-with-work-outstanding",
    looksFor: "An item at 100% whose commentary speaks of work that is still to be done."
  ) { plan in
    plan.book.commentary.values.sorted { $0.id < $1.id }.compactMap { words in
      guard words.subject.kind == PlanItem.kind, words.purpose != .glossary, words.purpose != .note,
        let item = plan.book.items[words.subject.record], let update = plan.updates[item.id],
        update.isDone, update.stage != .withdrawn, update.period.code == words.period.code,
        let left = words.text.workLeft
      else { return nil }
      return (
        item.place,
        "\(item.quoted) stands at \(update.words) (\(update.period.name)), yet its comment says “\(left)”. Correct one of the two."
      )
    }
  }
}

extension String {
  /// The words that speak of work still to be done, with those around them; `nil` when there are none.
  fileprivate var workLeft: String? {
    let words = split(whereSeparator: \.isWhitespace)
    let plain = words.map { $0.plainWords.joined(separator: " ") }
    guard let place = plain.indices.first(where: { isWorkLeft(plain, $0) }) else { return nil }
    return words[max(0, place - 3)..<min(words.count, place + 5)].joined(separator: " ")
  }

  private func isWorkLeft(_ words: [String], _ place: Int) -> Bool {
    let (before, after) = (place > 0 ? words[place - 1] : "", place + 1 < words.count ? words[place + 1] : "")
    let following = place + 2 < words.count ? words[place + 2] : ""
    if ["no", "nothing", "none", "not", "without"].contains(before) { return false }
    switch words[place] {
    // "due to" gives a reason; "was due" looks back.
    case "due": return after != "to" && before != "was" && before != "were"
    case "awaiting", "awaits", "awaited", "remaining", "pending": return true
    case "remains", "remain": return after == "to" || after == "outstanding"
    // "Rated outstanding" is praise.
    case "outstanding":
      return ["is", "are", "still", "remains", "works", "actions", "items"].contains(before)
        || ["works", "work", "actions", "items", "tasks", "snags"].contains(after)
    case "yet", "still": return after == "to"
    case "not": return after == "yet"
    case "to":
      return after == "follow"
        || after == "be"
          && ["completed", "finalised", "finished", "signed", "agreed", "delivered", "done"].contains(following)
    default: return false
    }
  }
}
