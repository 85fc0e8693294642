import CorporatePlan
import Documents

extension ScorecardDraft {
  /// The council, unless it is on record, and the priorities.
  mutating func draftCouncil() {
    let page = parts.titlePage
    if order.book.council == nil {
      if let council {
        add(
          CouncilProfile(
            name: council, planTitle: page.planTitle ?? "Corporate Plan", purpose: purpose,
            actionWord: page.actionWord ?? "Action", scorecardWord: page.scorecardWord ?? "Scorecard"))
      }
      tellName()
    }
    if parts.priorities.all.isEmpty {
      tell(
        .error, .prioritiesMissing, at: .document,
        "No list in the introduction and no heading names the plan's priorities, so nothing could be placed under one.")
    }
    if parts.priorities.areHeadings, let first = parts.priorities.all.first {
      tell(
        .note, .prioritiesFromHeadings, at: first.locator,
        verbatim: parts.priorities.all.map(\.title).joined(separator: "; "),
        "The headings above the tables were taken for the plan's priorities.")
    }
    for (index, priority) in parts.priorities.all.enumerated() {
      let id = identities.item(.priority, titled: priority.title, under: nil)
      priorityIDs.append(id)
      add(
        order.book.items[id]
          ?? PlanItem(id: id, role: .priority, level: parts.priorities.level, title: priority.title, order: index + 1))
    }
  }

  private var purpose: String? {
    parts.priorities.introduction.map {
      $0.text.onOneLine.replacing(endOfIntroduction, with: "") + "."
    }
  }

  private mutating func tellName() {
    guard order.council == nil else { return }
    guard let name = CouncilName(parts.document, title: parts.titlePage.lines) else {
      tell(
        .question, .councilNotNamed, at: .document,
        "The document doesn't name the council, or names several equally often. Enter the council's name.")
      return
    }
    if !name.isInTitle {
      tell(
        .question, .councilNameRead, at: name.locator, verbatim: name.verbatim,
        "No title names the council; “\(name.name)” was taken from this text. Is that right?")
    }
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let endOfIntroduction = /,?\s*(?:namely|as follows|which are)?\s*:?$/
