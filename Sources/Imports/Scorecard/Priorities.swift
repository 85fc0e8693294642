import CorporatePlan
import Documents

/// The priorities as a report names them, and which of them a heading speaks of.
struct Priorities {
  struct Named: Equatable {
    let title: String
    let locator: Locator
  }

  private(set) var all: [Named] = []
  /// The council's word for them: "Priority", "Theme".
  private(set) var level = "Priority"
  /// The sentence before the list.
  private(set) var introduction: SourceParagraph?
  /// Whether they are only the headings that Word has above the tables.
  private(set) var areHeadings = false

  /// From the list in the introduction; else from the headings "Priority 1: …"; else from the headings of the tables, by
  /// their words or by their style.
  init(_ document: SourceDocument) {
    let blocks = document.blocks
    takeList(blocks)
    if all.isEmpty { takeNumbered(document.paragraphs) }
    if all.isEmpty { takeHeadings(blocks) }
    if all.isEmpty { takeWordHeadings(blocks) }
  }

  /// The priority that a heading, caption or title row names; `nil` for none and for more than one.
  func named(in text: String) -> Int? {
    guard !all.isEmpty, text.count <= 140 else { return nil }
    let parts = [text.onOneLine] + text.headingParts
    let found = Set(parts.filter { !Topic.isOnlyTopic($0) || parts.count == 1 }.compactMap(matching))
    return found.count == 1 ? found.first : nil
  }

  /// The priority that a phrase within a sentence names: "the total for Clean & Safe is now …".
  func mentioned(in sentence: String) -> Int? {
    let text = sentence.normalisedName
    let titles = all.indices.filter { text.contains(all[$0].title.normalisedName) }
    if titles.count == 1 { return titles.first }
    guard let phrase = sentence.firstMatch(of: forPriority) else {
      return nil
    }
    return matching(String(phrase.1))
  }

  /// A phrase names a priority when all its words are among the title's, at least two or all of them.
  private func matching(_ phrase: String) -> Int? {
    let words = Set(phrase.contentWords)
    guard !words.isEmpty else { return nil }
    let fits = all.indices.filter { index in
      let title = Set(all[index].title.contentWords)
      let shorter = words.isSubset(of: title) || title.isSubset(of: words) && words.count <= title.count + 2
      return shorter && (min(words.count, title.count) >= 2 || words == title)
    }
    return fits.count == 1 ? fits.first : nil
  }

  private mutating func takeList(_ blocks: [SourceBlock]) {
    for (index, block) in blocks.enumerated() {
      if case .table = block { return }
      guard case .paragraph(let paragraph) = block, let word = Priorities.word(in: paragraph.text) else { continue }
      let items = blocks[(index + 1)...].prefix { $0.isListItem || $0.isBlank }.compactMap(\.paragraph)
        .filter { !$0.text.trimmed.isEmpty }
      guard (2...12).contains(items.count), items.allSatisfy({ $0.text.count <= 160 }) else { continue }
      all = items.map { Named(title: $0.text.onOneLine, locator: $0.locator) }
      (level, introduction) = (word, paragraph)
      return
    }
  }

  private static func word(in text: String) -> String? {
    let words = text.onOneLine.suffix(160).lowercased()
    return [
      ("priorit", "Priority"), ("theme", "Theme"), ("ambition", "Ambition"), ("mission", "Mission"),
      ("outcome", "Outcome"), ("objective", "Objective"),
    ].first { words.says($0.0) }?.1
  }

  private mutating func takeNumbered(_ paragraphs: [SourceParagraph]) {
    for paragraph in paragraphs {
      guard
        let match = paragraph.text.onOneLine.wholeMatch(of: Priorities.numbered)
      else { continue }
      level = match.1.capitalisedWord
      add(String(match.2), paragraph.locator)
    }
  }

  // A pattern is compiled where it stands, once here and not for every paragraph.
  nonisolated(unsafe) private static let numbered =
    /(?i)(Priority|Theme|Ambition|Mission|Outcome)\s*(?:\d+|[A-Z])?\s*[:–—-]\s*(.{3,100})/

  private mutating func takeHeadings(_ blocks: [SourceBlock]) {
    for (index, block) in blocks.enumerated() {
      guard case .table = block else { continue }
      let heading = blocks[..<index].last { $0.paragraph.map { !$0.text.trimmed.isEmpty } ?? true }?.paragraph
      guard let heading, let topic = Topic(heading), topic == .actions || topic == .indicators else { continue }
      let parts = heading.text.headingParts.filter { !Topic.isOnlyTopic($0) && !Priorities.isNumber($0) }
      if parts.count == 1 { add(parts[0], heading.locator) }
    }
  }

  /// "Table 3", "Appendix A": a caption's number and no name.
  private static func isNumber(_ part: String) -> Bool {
    let words = part.lowercased().split(separator: " ")
    guard words.count == 2, ["table", "figure", "appendix", "annex", "section"].contains(words[0]) else { return false }
    return words[1].count == 1 || words[1].allSatisfy(\.isNumber)
  }

  /// Two or more different headings of one rank, each with a table of its own, are what the tables are about. One alone may
  /// be called anything.
  private mutating func takeWordHeadings(_ blocks: [SourceBlock]) {
    var found: [(heading: SourceParagraph, rank: Int)] = []
    var last: (heading: SourceParagraph, rank: Int)?
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        if case .heading(let rank) = paragraph.style, !paragraph.text.trimmed.isEmpty { last = (paragraph, rank) }
      case .table:
        if let heading = last, Priorities.mayBeOne(heading.heading) { found.append(heading) }
        last = nil
      default: continue
      }
    }
    let titles = Set(found.map { $0.heading.text.normalisedName })
    guard titles.count >= 2, titles.count == found.count, Set(found.map(\.rank)).count == 1 else { return }
    for heading in found { add(heading.heading.text.onOneLine, heading.heading.locator) }
    areHeadings = true
  }

  /// Whether a heading may be a priority: it speaks of no part of a report.
  private static func mayBeOne(_ heading: SourceParagraph) -> Bool {
    let words = Set(heading.text.contentWords)
    return !words.isEmpty && heading.text.count <= 100 && words.isDisjoint(with: partsOfReports)
      && !heading.text.contains(where: \.isNumber)
  }

  private static let partsOfReports = Set(
    "indicator performance measure kpi scorecard summary appendix annex table figure data quarter action project milestone overview introduction background risk finance financial budget key definition baseline target detail conclusion recommendation contents report plan progress update staff workforce"
      .contentWords)

  private mutating func add(_ title: String, _ locator: Locator) {
    if matching(title) == nil { all.append(Named(title: title, locator: locator)) }
  }
}

extension SourceBlock {
  var paragraph: SourceParagraph? {
    if case .paragraph(let paragraph) = self { return paragraph }
    return nil
  }

  var isListItem: Bool {
    if case .listItem = paragraph?.style { return true }
    return false
  }

  /// An empty paragraph, or a footnote's text between two paragraphs.
  var isBlank: Bool {
    switch self {
    case .paragraph(let paragraph): paragraph.text.trimmed.isEmpty
    case .footnote: true
    default: false
    }
  }
}

extension StringProtocol {
  var capitalisedWord: String { prefix(1).uppercased() + dropFirst().lowercased() }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let forPriority = /\bfor ([^.,;]{3,60}?) (?:is|are|has|have|was|were)\b/
