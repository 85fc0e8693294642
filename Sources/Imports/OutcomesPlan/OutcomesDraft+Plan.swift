import CorporatePlan
import Documents

extension OutcomesDraft {
  /// The plan, and its vision.
  mutating func draftPlan() {
    let label = parts.blocks.compactMap(\.label).first?.text.onOneLine ?? "Priority"
    plan.levels = [label, "Outcome", "Initiative"]
    draft.add(plan, at: parts.front.first?.heading?.locator ?? .document)
    if year == nil {
      let place = parts.front.first?.heading ?? parts.blocks[0].title
      draft.tell(
        .question, .planYearUnknown, at: place.locator, verbatim: place.text,
        "No heading says which year the plan is for. Import again with a quarter of that year.")
    }
    draftVision()
  }

  private mutating func draftVision() {
    let section = parts.front.first(where: \.isVision)
    let stated = parts.front.flatMap(\.lines).lazy.compactMap { line in
      line.text.wholeMatch(of: visionIs).map {
        (line, String($0.1))
      }
    }.first
    guard let (line, words) = section?.lines.first.map({ ($0, $0.text) }) ?? stated else {
      draft.tell(
        .note, .visionMissing, at: parts.blocks[0].title.locator, "No heading and no sentence gives the plan's vision.")
      return
    }
    let vision = item(.vision, "Vision", words, order: 1)
    draft.add(vision, at: line.locator)
  }

  /// The text in front, word for word and in order. Who signed it stays out.
  mutating func draftSections() {
    var number = 0
    for section in parts.front {
      number += 1
      let head = section.heading ?? section.lines[0]
      let lines = section.heading == nil ? Array(section.lines.dropFirst()) : section.lines
      add(section: head.text, lines, number, at: head)
    }
    for note in parts.footnotes {
      number += 1
      add(section: "Footnote", [PrintedLine(note.text.drop { !$0.isLetter }, at: note.locator)], number, at: note)
    }
    for caption in parts.captions {
      draft.tell(.note, .tableCaption, at: caption.locator, verbatim: caption.text, "This is the caption of a table.")
    }
    for signature in parts.signatures {
      draft.tell(
        .note, .personLeftOut, at: signature.locator, verbatim: signature.text,
        "A person's name stands here and was left out of the record; the post below it was kept.")
    }
  }

  private mutating func add(section title: String, _ lines: [PrintedLine], _ number: Int, at head: PrintedLine) {
    let title = title.hasSuffix(":") ? title.dropLast().trimmed : title
    draft.add(
      Section(
        id: "\(plan.id)#section-\(number)", of: plan.recordID, title: title,
        text: lines.map(\.inSection).joined(separator: "\n"), order: number),
      at: head.locator)
    draft.take(lines.map(\.locator))
  }

  /// What the council had achieved the year before.
  mutating func draftAchievements() {
    guard let (heading, lines) = parts.achievements else { return }
    draft.take(heading.locator)
    let named = heading.text.firstMatch(of: writtenYear).flatMap { Int($0.1) }.map { FinancialYear($0) }
    guard let period = (named ?? year.map { FinancialYear($0.first - 1) })?.period else { return }
    for (index, line) in lines.enumerated() {
      draft.add(
        Commentary(
          id: "\(plan.id)#achievement-\(index + 1)", subject: plan.recordID, period: period, purpose: .achievement,
          text: line.text, order: index + 1),
        at: line.locator)
    }
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let visionIs = /(?i)(?:the council.s|our|the)? ?vision is:?\s+(.{5,160}?)\.?/
nonisolated(unsafe) private let writtenYear = /\b(20\d\d)\b/
