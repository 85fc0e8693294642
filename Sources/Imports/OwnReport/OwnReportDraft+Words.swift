import CorporatePlan
import Documents

extension OwnReportDraft {
  /// Achievements, key actions, explanations and the glossary: what officers wrote.
  mutating func draftWords(of part: OwnReportParts.Part, _ period: Period) {
    let items = part.blocks.compactMap { block -> SourceParagraph? in
      if case .paragraph(let paragraph) = block, case .listItem = paragraph.style { paragraph } else { nil }
    }
    if part.section == "Glossary" {
      for (index, item) in items.enumerated() { addGlossary(item, index + 1, period) }
    } else if let priority = subject(of: part.section) {
      switch part.heading {
      case "Achievements": add(items, .achievement, priority, period)
      case _ where part.heading.hasPrefix("Key actions over the next"): add(items, .nextQuarter, priority, period)
      default: for item in items { addExplanation(item, period) }
      }
      if part.heading.isEmpty { takeText(of: part, priority) }
    } else {
      for item in items { addExplanation(item, period) }
    }
    // The introduction's list names the priorities once more.
    if part.section.isEmpty { draft.take(part.blocks.map(\.locator)) }
  }

  private func subject(of section: String) -> RecordID? {
    let id =
      book.items.values.first { $0.role == .priority && $0.title.normalisedName == section.normalisedName }?.id
      ?? draft.records.compactMap { $0 as? PlanItem }.first { $0.role == .priority && $0.title == section }?.id
    return id.map { RecordID(PlanItem.kind, $0) }
  }

  /// What a priority is about stands below its heading.
  private mutating func takeText(of part: OwnReportParts.Part, _ priority: RecordID) {
    guard case .paragraph(let paragraph)? = part.blocks.first, !isWritten(paragraph.text) else { return }
    draft.change(priority, PlanItem.self) { $0.text = $0.text ?? paragraph.text.trimmed }
    draft.take(paragraph.locator)
  }

  private mutating func add(
    _ items: [SourceParagraph], _ purpose: Commentary.Purpose, _ subject: RecordID, _ period: Period
  ) {
    for (index, item) in items.enumerated() {
      add(item.text.trimmed, purpose, subject, period, order: index + 1, at: item.locator)
    }
  }

  /// Words that are on record already change nothing.
  private mutating func add(
    _ text: String, _ purpose: Commentary.Purpose, _ subject: RecordID, _ period: Period, order: Int,
    at locator: Locator
  ) {
    let known = book.commentary.values.first {
      $0.subject == subject && $0.period == period && $0.purpose == purpose
        && $0.text.normalisedName == text.normalisedName
    }
    let id = "\(subject.record)-\(Slugs.slug(purpose.rawValue))-\(period.code)-\(order)"
    draft.add(
      known ?? Commentary(id: id, subject: subject, period: period, purpose: purpose, text: text, order: order),
      at: locator)
  }

  /// "Red Calls answered", why, and in lines of their own "Explanation: …" and "Action: …".
  private mutating func addExplanation(_ item: SourceParagraph, _ period: Period) {
    let lines = item.text.split(whereSeparator: \.isNewline).map { $0.onOneLine }
    guard let first = lines.first else { return }
    let subject = subjects.filter { first.normalisedName.hasSuffix($0.key) }.max { $0.key.count < $1.key.count }?.value
    guard let subject else { return }
    draft.take(item.locator)
    var orders: [Commentary.Purpose: Int] = [:]
    for line in lines.dropFirst() {
      for (label, purpose) in [("Explanation: ", Commentary.Purpose.variance), ("Action: ", .action)]
      where line.hasPrefix(label) {
        orders[purpose, default: 0] += 1
        add(
          String(line.dropFirst(label.count)), purpose, subject, period, order: orders[purpose, default: 1],
          at: item.locator)
      }
    }
  }

  /// The glossary is the whole report's; it is kept with the first priority.
  private mutating func addGlossary(_ item: SourceParagraph, _ number: Int, _ period: Period) {
    let isKnown = book.commentary.values.contains {
      $0.purpose == .glossary && $0.period == period && $0.text.normalisedName == item.text.normalisedName
    }
    draft.take(item.locator)
    guard !isKnown, let priority = draft.records.compactMap({ $0 as? PlanItem }).first(where: { $0.role == .priority })
    else { return }
    add(item.text.trimmed, .glossary, priority.recordID, period, order: number, at: item.locator)
  }
}
