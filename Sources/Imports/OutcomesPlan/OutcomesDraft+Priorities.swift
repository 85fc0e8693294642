import CorporatePlan
import Documents

extension OutcomesDraft {
  /// The priorities and the enabler, each with its outcomes.
  mutating func draftPriorities() {
    for (index, block) in parts.blocks.enumerated() {
      let level = block.label?.text.onOneLine ?? "Enabler"
      var priority = item(.priority, level, block.title.text, order: index + 1)
      priorityIDs.append(priority.id)
      draft.take(block.headings.map(\.locator))
      if let label = block.label { draft.take(label.locator) }
      let outcomes = LetteredOutcome.all(in: block.outcomes)
      let prose = outcomes.filter { $0.letter == nil }
      if !prose.isEmpty { priority.text = prose.map(\.text).joined(separator: "\n") }
      draft.add(priority, at: block.title.locator)
      for (number, outcome) in outcomes.enumerated() {
        draft.take(outcome.places)
        if let letter = outcome.letter { add(outcome, letter, number + 1, under: priority) }
      }
    }
  }

  /// An outcome that an earlier priority has in the same words is that one, and contributes to this priority too.
  private mutating func add(_ outcome: LetteredOutcome, _ letter: String, _ number: Int, under priority: PlanItem) {
    let place = outcome.places[0]
    let name = outcome.text.normalisedName
    if let known = outcomes[name], known.parent != priority.id {
      draft.add(
        Contribution(known.recordID, to: priority.id, .contributesTo, verbatim: "\(letter). \(outcome.text.onOneLine)"),
        at: place)
      draft.tell(
        .note, .outcomeShared, at: place, verbatim: outcome.text,
        "This outcome is listed under “\(title(of: known.parent))” in the same words. It was kept once, and contributes to “\(priority.title)” too."
      )
      return
    }
    var item = item(.outcome, "Outcome", outcome.text, under: priority.id, order: number)
    item.code = letter
    item = inYear(item)
    outcomes[name] = item
    draft.add(item, at: place)
  }

  func title(of id: String?) -> String {
    id.flatMap { draft.record(RecordID(PlanItem.kind, $0)) as? PlanItem }?.title ?? ""
  }

  /// The numbered pledges, where a heading or sentence announces them; a second list repeats the first.
  mutating func draftPledges() {
    for section in parts.front where section.heading?.text.lowercased().contains("pledge") == true {
      for line in section.lines {
        guard let numbered = line.numbered else { continue }
        var pledge = item(.pledge, "Pledge", numbered.text, order: numbered.number)
        guard draft.record(pledge.recordID) == nil else { continue }
        pledge.code = String(numbered.number)
        pledge = inYear(pledge)
        pledges.append((pledge, Likeness(pledge.title)))
        draft.add(pledge, at: line.locator)
      }
    }
  }
}

/// An outcome as listed: "a." and its words, on one line or on two; prose without a letter.
struct LetteredOutcome {
  let letter: String?
  var text: String
  var places: [Locator]

  static func all(in lines: [PrintedLine]) -> [LetteredOutcome] {
    var outcomes: [LetteredOutcome] = []
    for line in lines {
      if let match = line.text.wholeMatch(of: letteredOutcome) {
        outcomes.append(LetteredOutcome(letter: String(match.1), text: match.2.trimmed, places: [line.locator]))
      } else if let last = outcomes.last, last.text.isEmpty {
        outcomes[outcomes.count - 1].text = line.text
        outcomes[outcomes.count - 1].places.append(line.locator)
      } else if line.isListItem, outcomes.allSatisfy({ $0.letter != nil }) {
        // A list of Word, whose letters are not in its text.
        let letter = outcomes.count < 26 ? UnicodeScalar(UInt8(97 + outcomes.count)) : "z"
        outcomes.append(LetteredOutcome(letter: String(Character(letter)), text: line.text, places: [line.locator]))
      } else {
        outcomes.append(LetteredOutcome(letter: nil, text: line.text, places: [line.locator]))
      }
    }
    return outcomes
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let letteredOutcome = /\(?([a-z])[.)]\s*([\s\S]*)/
