import CorporatePlan
import Documents

extension OutcomesDraft {
  /// What the council goes on with, does more of and does differently, under each priority.
  mutating func draftInitiatives() {
    var first: [String: String] = [:]
    for (index, block) in parts.blocks.enumerated() {
      for (order, (mode, line)) in block.initiatives.enumerated() {
        var item = item(.action, "Initiative", line.text, under: priorityIDs[index], order: order + 1)
        item.mode = mode
        draft.add(inYear(item), at: line.locator)
        initiatives.append((item.id, index, Likeness(line.text)))
        // In the same words under another priority: two items, each counted under its own.
        if let other = first[line.text.normalisedName], other != item.id {
          draft.add(Contribution(item.recordID, to: other, .sameAs, verbatim: line.text), at: line.locator)
        } else {
          first[line.text.normalisedName] = item.id
        }
      }
    }
  }

  /// Lists in the text of what the council will do, such as within the next year: the initiatives of the tables again, in
  /// other words, and some of their own.
  mutating func draftCommitments() {
    let lists = parts.front.map { CommitmentList.all(in: $0.lines) }
    let isTooMuch = max(initiatives.count, lists.joined().reduce(0) { $0 + $1.items.count }) > Likeness.mostTexts
    let tabled = isTooMuch ? [] : initiatives
    for (section, found) in zip(parts.front, lists) {
      for (introduction, items) in found {
        let block = parts.blocks.indices.first { isTitled(section, parts.blocks[$0]) }
        var pairs: [String] = []
        for (order, commitment) in items.enumerated() {
          if let match = best(for: commitment, in: tabled.filter { block == nil || $0.block == block }) {
            if let words = introduction.withinYear { setDue(match, words) }
            pairs.append("“\(commitment.text.onOneLine)” = “\(title(of: match))”")
          } else {
            add(commitment, order + 1, under: block.map { priorityIDs[$0] }, introduction)
          }
        }
        if pairs.isEmpty { continue }
        draft.tell(
          .note, .initiativeMatched, at: introduction.line.locator, verbatim: introduction.line.text,
          "\(counted(pairs.count, "item")) of this list of \(items.count) \(pairs.count == 1 ? "is an initiative" : "are initiatives") of the tables and \(pairs.count == 1 ? "was" : "were") kept once: \(pairs.joined(separator: "; "))."
        )
      }
    }
  }

  private func isTitled(_ section: OutcomesPlanParts.FrontSection, _ block: OutcomesPlanParts.Block) -> Bool {
    section.heading?.text.normalisedName == block.title.text.normalisedName
  }

  private func best(
    for commitment: CommitmentList.Item, in initiatives: [(id: String, block: Int?, likeness: Likeness)]
  ) -> String? {
    let likeness = Likeness(commitment.text)
    let fits = initiatives.map { initiative -> (String, Int) in
      let other = initiative.likeness
      let alike = max(other.percent(likeness), other.coverage(likeness) - 15)
      return (initiative.id, other.opensLike(likeness) ? max(alike, 65) : alike)
    }
    .filter { $0.1 >= 65 }
    return fits.max { $0.1 < $1.1 }?.0
  }

  private mutating func setDue(_ id: String, _ words: String) {
    draft.change(RecordID(PlanItem.kind, id), PlanItem.self) { [end = year?.period.end] item in
      item.due = end.map { $0 + -1 }
      item.dueWords = words
    }
  }

  private mutating func add(
    _ commitment: CommitmentList.Item, _ order: Int, under parent: String?, _ introduction: CommitmentList.Introduction
  ) {
    var item = item(.action, "Initiative", commitment.text, under: parent, order: 100 + order)
    if !commitment.parts.isEmpty { item.text = commitment.parts.map { "• \($0.text)" }.joined(separator: "\n") }
    draft.add(inYear(item), at: commitment.line.locator)
    draft.take(commitment.parts.map(\.locator))
    if let words = introduction.withinYear { setDue(item.id, words) }
    initiatives.append((item.id, nil, Likeness(commitment.text)))
  }

  /// An initiative that shares three telling words with a pledge, two of them side by side, stands under it; with less it
  /// stands alone.
  mutating func linkPledges() {
    let telling = Likeness.telling(initiatives.map(\.likeness) + pledges.map(\.likeness))
    for initiative in initiatives.prefix(10 * Likeness.mostTexts) {
      let fits = pledges.prefix(50).filter { initiative.likeness.sharesPair($0.likeness, of: telling) }
        .map { ($0.item, initiative.likeness.shared($0.likeness).intersection(telling).count) }.filter { $0.1 >= 3 }
      guard let most = fits.max(by: { $0.1 < $1.1 }), fits.count(where: { $0.1 == most.1 }) == 1 else { continue }
      let id = RecordID(PlanItem.kind, initiative.id)
      draft.add(
        Contribution(id, to: most.0.id, .underPledge, verbatim: title(of: initiative.id)),
        at: draft.place(of: id) ?? .document)
    }
  }
}

/// A list in running text that says what the council will do.
enum CommitmentList {
  struct Introduction {
    let line: PrintedLine
    /// "within the next year".
    var withinYear: String? {
      line.text.firstMatch(of: withinTheYear)
        .map { String($0.0) }
    }
  }

  struct Item {
    let line: PrintedLine
    /// What a list within the list names.
    var parts: [PrintedLine] = []
    var text: String { line.text }
  }

  /// An item that ends with a colon has the following ones as its parts, up to the one after "and".
  static func all(in lines: [PrintedLine]) -> [(introduction: Introduction, items: [Item])] {
    var lists: [(Introduction, [Item])] = []
    var isOpen = false
    var inParts = false
    for line in lines {
      if !line.isListItem {
        isOpen = line.text.firstMatch(of: weWill) != nil
        if isOpen { lists.append((Introduction(line: line), [])) }
        inParts = false
      } else if isOpen, inParts, let last = lists[lists.count - 1].1.indices.last {
        lists[lists.count - 1].1[last].parts.append(line)
        inParts = line.text.hasSuffix(";") || line.text.hasSuffix("; and")
      } else if isOpen {
        lists[lists.count - 1].1.append(Item(line: line))
        inParts = line.text.hasSuffix(":")
      }
    }
    return lists.filter { !$0.1.isEmpty }
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let withinTheYear =
  /(?i)\b(?:within|in|over) the (?:next|coming) (?:year|12 months|twelve months)\b/
nonisolated(unsafe) private let weWill = /(?i)\b(the council|we) will( therefore)?:$/
