import Documents

/// The parts of a committee paper: its form, and what stands under each of its headings.
struct PaperParts {
  struct Chapter {
    let heading: PrintedLine
    let topic: PaperTopic
    /// Whether it is a priority of the plan with its actions.
    var isPriority = false
    var parts: [PrintedPart] = []

    var lines: [PrintedLine] { parts.flatMap(\.lines) }
    var tables: [SourceTable] { parts.compactMap { if case .table(let table) = $0 { table } else { nil } } }
  }

  let document: SourceDocument
  /// How often each short line stands in the document, with or without a number before it.
  private let mentions: [String: Int]
  /// What stands before the form.
  private(set) var head: [PrintedLine] = []
  private(set) var form: [FormLine] = []
  private(set) var chapters: [Chapter] = []
  private(set) var captions: [PrintedLine] = []

  init(_ document: SourceDocument) {
    self.document = document
    let parts = document.printedParts
    var mentions: [String: Int] = [:]
    for line in parts.compactMap(\.line) where line.text.utf8.count <= 240 {
      mentions[(line.item ?? line.text).normalisedName, default: 0] += 1
    }
    self.mentions = mentions
    var index = 0
    while index < parts.count {
      take(parts[index], before: index + 1 < parts.count ? parts[index + 1] : nil, &index)
      index += 1
    }
  }

  /// Whether a form with the day of a meeting stands at the head: enough to look at the rest.
  static func mayBeOne(_ document: SourceDocument) -> Bool {
    document.blocks.prefix(60).contains { block in
      switch block {
      case .paragraph(let paragraph):
        paragraph.text.utf8.count < 120 && isMeeting(paragraph.text.prefix { $0 != ":" })
      case .table(let table):
        table.rows.prefix(30).contains { row in row.cells.prefix(2).contains { isMeeting($0.text) } }
      default: false
      }
    }
  }

  private static func isMeeting(_ text: some StringProtocol) -> Bool {
    text.utf8.count < 60 && FormLine.namesMeeting(text)
  }

  func line(_ meaning: FormLine.Meaning) -> FormLine? { form.first { $0.meaning == meaning } }

  private mutating func take(_ part: PrintedPart, before next: PrintedPart?, _ index: inout Int) {
    switch part {
    case .table(let table):
      if chapters.isEmpty, let lines = FormLine.all(in: table) { form += lines } else { add(part) }
    case .line(let line):
      if case .table? = next, line.isTableCaption {
        captions.append(line)
      } else if chapters.isEmpty, let entered = entered(line, next) {
        form.append(entered)
        if entered.locators.count > 1 { index += 1 }
      } else if isPriority(line, before: next) {
        chapters.append(Chapter(heading: line, topic: .text, isPriority: true))
      } else if !(form.isEmpty && line.isHeading), !isItem(line), let topic = PaperTopic(line) {
        chapters.append(Chapter(heading: line, topic: topic))
      } else {
        add(part)
      }
    }
  }

  private mutating func add(_ part: PrintedPart) {
    if chapters.isEmpty { head += part.lines } else { chapters[chapters.count - 1].parts.append(part) }
  }

  /// A line of the form: on one line, or what was entered on the next.
  private func entered(_ line: PrintedLine, _ next: PrintedPart?) -> FormLine? {
    if let whole = FormLine(line) { return whole.meaning == nil ? nil : whole }
    guard line.text.hasSuffix(":"), FormLine.meaning(of: line.text) != nil, let entry = next?.line,
      PaperTopic(entry) == nil
    else { return nil }
    return FormLine(
      line.text, entry.text, at: [line.locator, entry.locator], verbatim: "\(line.text) \(entry.text)")
  }

  /// A numbered recommendation or option is not a heading, even in the words of one.
  private func isItem(_ line: PrintedLine) -> Bool {
    guard !line.isHeading, line.numbered != nil, let chapter = chapters.last else { return false }
    return chapter.isPriority || [.recommendations, .options].contains(chapter.topic)
  }

  /// A short line, after it a list of actions, and words elsewhere that call it a priority.
  private func isPriority(_ line: PrintedLine, before next: PrintedPart?) -> Bool {
    let text = line.text
    guard let chapter = chapters.last, chapter.isPriority || chapter.topic == .text, text.count <= 120,
      line.item == nil, let last = text.last, !".:;,?".contains(last), !text.hasPrefix("Table "),
      let item = next?.line, item.isListItem || item.numbered?.number == 1,
      PaperTopic(PrintedLine(text, at: line.locator)) == nil
    else { return false }
    if chapter.isPriority {
      return item.numbered != nil || line.isHeading && line.style == chapter.heading.style || isNamedElsewhere(text)
    }
    let introduction = chapter.parts.reversed().lazy.compactMap(\.lines.last).first?.text.lowercased() ?? ""
    return introduction.contains("priorit") || introduction.contains("theme") || isNamedElsewhere(text)
  }

  private func isNamedElsewhere(_ title: String) -> Bool { mentions[title.normalisedName, default: 0] > 1 }
}
