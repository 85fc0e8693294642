import CorporatePlan
import Documents

extension PaperDraft {
  mutating func draftRecommendations() {
    for item in items(on: .recommendations) {
      draft.add(Recommendation(paper: paper.id, number: item.number, text: item.text), at: item.line.locator)
      for line in item.following { draft.take(line.locator) }
    }
  }

  mutating func draftOptions() {
    for item in items(on: .options) {
      let text = item.following.map(\.inSection).joined(separator: "\n")
      let outcome = PaperDraft.outcome(text) ?? PaperDraft.outcome(item.text)
      let option = PaperOption(
        paper: paper.id, number: item.number, title: item.title, outcome: outcome, text: text.isEmpty ? nil : text)
      draft.add(option, at: item.line.locator)
      for line in item.following { draft.take(line.locator) }
      if outcome == nil {
        draft.tell(
          .question, .optionUndecided, at: item.line.locator, verbatim: item.line.text,
          "The paper doesn't say whether this option is recommended or rejected.")
      }
    }
  }

  static func outcome(_ text: String) -> PaperOption.Outcome? {
    let words = text.normalisedName
    if words.contains(turnedDown) {
      return .rejected
    }
    return words.contains(recommendedOrPreferred) ? .recommended : nil
  }

  private struct Item {
    let number: Int
    /// What follows the number; of recommendations with the lines that run on.
    let title: String
    let line: PrintedLine
    var following: [PrintedLine] = []

    var text: String { ([title] + following.map(\.inSection)).joined(separator: "\n") }
  }

  /// The numbered items of a topic, each with the lines up to the next. Lists of Word have lost their numbers and are
  /// counted.
  private mutating func items(on topic: PaperTopic) -> [Item] {
    var items: [Item] = []
    let lines = lines(on: topic)
    let isNumbered = lines.contains { $0.line.numbered != nil }
    for (index, line) in lines {
      if let numbered = line.numbered, numbered.number == items.count + 1 {
        items.append(Item(number: numbered.number, title: numbered.text, line: line))
      } else if line.numbered == nil, !isNumbered, line.isListItem {
        items.append(Item(number: items.count + 1, title: line.text, line: line))
      } else if !items.isEmpty, self.lines[index].chapter == lines.first.map({ self.lines[$0.index].chapter }) {
        items[items.count - 1].following.append(line)
      } else {
        continue
      }
      placed.insert(index)
    }
    return items
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let turnedDown =
  /\b(rejected|discounted|dismissed|not recommended|not (?:considered )?viable)\b/
nonisolated(unsafe) private let recommendedOrPreferred = /\b(recommended|preferred)\b/
