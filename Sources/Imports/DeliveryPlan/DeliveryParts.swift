import CorporatePlan
import Documents

/// A delivery plan in its parts: title, priorities with their outcomes, tables of activities, other tables, and passages.
struct DeliveryParts {
  let document: SourceDocument
  /// The lines of the title.
  private(set) var title: [SourceParagraph] = []
  private(set) var priorities: [Priority] = []
  /// The words of their titles, and of titles with straplines: every label is held against them.
  private var wordsOfPriorities: [[[String]]] = []
  /// The tables of activities, each with the index of the priority it stands under.
  private(set) var tables: [(columns: DeliveryColumns, priority: Int?)] = []
  private(set) var others: [SourceTable] = []
  private(set) var passages: [Passage] = []
  /// What codes of outcomes begin with: `CO`.
  private(set) var outcomePrefix: String?
  private(set) var outcomeLevel = "Outcome"
  /// What may be the name of a priority: short cells of other tables, and the headings' own.
  private(set) var labels: Set<String> = []
  /// Lines that only announce what follows.
  private(set) var announcements: [Locator] = []

  struct Priority {
    let heading: PriorityHeading
    let locator: Locator
    let verbatim: String
    var outcomes: [Outcome] = []
  }

  struct Outcome {
    let code: OutcomeCode?
    let printed: String?
    let title: String
    let locator: Locator
  }

  /// Paragraphs under a heading, or before the first one; none where it is only the heading of a table.
  struct Passage {
    let heading: SourceParagraph?
    var paragraphs: [SourceParagraph] = []
  }

  init(_ document: SourceDocument, _ order: ImportOrder) {
    self.document = document
    let blocks = document.blocks.filter { !$0.isBlank }
    outcomePrefix = DeliveryParts.mostFrequentPrefix(document)
    let head = blocks.prefix { DeliveryParts.isTitle($0, isFirst: $0 == blocks.first) }
    // The last line before a table is the table's heading.
    let isHeadOfTable = head.count > 1 && blocks.dropFirst(head.count).first?.isTable == true
    let isStyled = if case .heading? = head.first?.paragraph?.style { true } else { false }
    title = head.dropLast(isHeadOfTable ? 1 : 0).prefix(isStyled ? 1 : 5).compactMap(\.paragraph)
    for block in blocks.dropFirst(title.count) {
      if let paragraph = block.paragraph {
        read(paragraph)
      } else if case .table(let table) = block {
        if let columns = DeliveryColumns(table, order.columns) {
          tables.append((columns, priorities.indices.last))
        } else {
          others.append(table)
        }
      }
    }
    labels = Set((shortCells() + priorities.map(\.heading.title)).map(\.normalisedName))
    wordsOfPriorities = [
      priorities.map(\.heading.title.contentWords),
      priorities.map { "\($0.heading.title) \($0.heading.strapline ?? "")".contentWords },
    ]
  }

  private func shortCells() -> [String] {
    others.flatMap(\.rows).flatMap(\.cells).map(\.text).filter { $0.utf8.count <= 60 }
  }

  private mutating func read(_ paragraph: SourceParagraph) {
    if let heading = PriorityHeading(paragraph.text) {
      if let level = heading.outcomeLevel { outcomeLevel = level }
      priorities.append(Priority(heading: heading, locator: paragraph.locator, verbatim: paragraph.text.onOneLine))
      readOutcomes(heading.rest, paragraph)
    } else if priorities.isEmpty {
      keep(paragraph)
    } else if let level = paragraph.text.onOneLine.wholeMatch(of: outcomesHeading) {
      outcomeLevel = String(level.1).lowercased().capitalisedFirst
      announcements.append(paragraph.locator)
    } else if !readOutcomes(paragraph.text, paragraph) {
      keep(paragraph)
    }
  }

  /// Whether the words are outcomes of the last priority: coded ones, or items of a list before its table.
  @discardableResult
  private mutating func readOutcomes(_ text: String, _ paragraph: SourceParagraph) -> Bool {
    guard let last = priorities.indices.last, !text.isEmpty else { return false }
    let coded = OutcomeCode.all(in: text, prefix: outcomePrefix)
    priorities[last].outcomes += coded.map {
      Outcome(code: $0.code, printed: $0.printed, title: $0.words.withoutStop, locator: paragraph.locator)
    }
    if coded.isEmpty, case .listItem = paragraph.style, tables.allSatisfy({ $0.priority != last }) {
      priorities[last].outcomes.append(
        Outcome(code: nil, printed: nil, title: text.withoutStop, locator: paragraph.locator))
      return true
    }
    return !coded.isEmpty
  }

  private mutating func keep(_ paragraph: SourceParagraph) {
    if DeliveryParts.isHeading(paragraph) {
      passages.append(Passage(heading: paragraph))
    } else if passages.isEmpty {
      passages.append(Passage(heading: nil, paragraphs: [paragraph]))
    } else {
      passages[passages.count - 1].paragraphs.append(paragraph)
    }
  }

  private static func isHeading(_ paragraph: SourceParagraph) -> Bool {
    if case .heading = paragraph.style { return true }
    // "Table 1: Activities" is what stands above a table, and no heading of what follows.
    if paragraph.text.prefixMatch(of: tableCaption) != nil { return false }
    let words = paragraph.text.split(whereSeparator: \.isWhitespace).count
    return paragraph.style == .plain && words <= 7
  }

  private static func isTitle(_ block: SourceBlock, isFirst: Bool) -> Bool {
    guard let paragraph = block.paragraph, PriorityHeading(paragraph.text) == nil, paragraph.text.count <= 120
    else { return false }
    if case .heading = paragraph.style { return isFirst }
    return paragraph.style == .plain
  }

  /// The prefix that most coded paragraphs begin with.
  private static func mostFrequentPrefix(_ document: SourceDocument) -> String? {
    let leading = document.paragraphs.compactMap { OutcomeCode.leading($0.text)?.code.prefix }
    let counts = Dictionary(leading.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The priority that a label such as "Healthier Lives" or "Health" stands for.
  func priority(named label: String) -> Int? {
    func like(_ one: String, _ other: String) -> Bool {
      one == other || one.count >= 5 && other.count >= 5 && one.prefix(5) == other.prefix(5)
    }
    let words = label.contentWords
    guard !words.isEmpty, words.count <= 8 else { return nil }
    for texts in wordsOfPriorities {
      let fitting = texts.indices.filter { index in
        words.allSatisfy { word in texts[index].contains { like(word, $0) } }
      }
      if fitting.count == 1 { return fitting[0] }
    }
    return nil
  }
}

extension SourceBlock {
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let outcomesHeading = /((?i)(?:critical |key |strategic )?outcome)s\s*:?/
nonisolated(unsafe) private let tableCaption = /\s*(?:Table|Chart|Figure) \d+\s*[:.]/
