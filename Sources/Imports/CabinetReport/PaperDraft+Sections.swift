import CorporatePlan
import Documents

extension PaperDraft {
  /// What stands before the form and under the headings and is no record of its own, word for word and in order.
  mutating func draftSections() {
    var order = 0
    func next() -> Int {
      order += 1
      return order
    }
    if let first = parts.head.first {
      add(section: first, Array(parts.head.dropFirst()), next())
    }
    for (index, chapter) in parts.chapters.enumerated() where !chapter.isPriority {
      let left = ranges[index].filter { !placed.contains($0) }
      add(section: chapter.heading, left.map { lines[$0].line }, next())
      // A row's text is told at its first cell; the others stand in it too.
      for part in chapter.parts { draft.take(part.places) }
    }
  }

  private mutating func add(section heading: PrintedLine, _ lines: [PrintedLine], _ order: Int) {
    let title = heading.text.hasSuffix(":") ? heading.text.dropLast().trimmed : heading.text
    draft.add(
      Section(
        id: "\(paper.id)#section-\(order)", of: paper.recordID, title: title,
        text: lines.map(\.inSection).joined(separator: "\n"), order: order),
      at: heading.locator)
    draft.take(lines.map(\.locator))
  }
}
