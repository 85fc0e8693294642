import CorporatePlan
import Documents

/// The parts of a plan of priorities with outcomes, initiatives and indicators: running text under headings in front,
/// one block of tables for each priority, and last year's achievements.
struct OutcomesPlanParts {
  struct FrontSection {
    /// `nil` for what stands before the first heading.
    var heading: PrintedLine?
    var lines: [PrintedLine] = []
  }

  struct Block {
    let title: PrintedLine
    /// The council's word, "Corporate Priority"; `nil` for an enabler, which is no priority.
    let label: PrintedLine?
    var headings: [PrintedLine] = []
    var outcomes: [PrintedLine] = []
    var initiatives: [(mode: PlanItem.Mode?, line: PrintedLine)] = []
    var indicators: [PrintedLine] = []
  }

  let document: SourceDocument
  private(set) var front: [FrontSection] = []
  private(set) var blocks: [Block] = []
  private(set) var achievements: (heading: PrintedLine, lines: [PrintedLine])?
  /// Notes whose call was lost: a line that begins with the mark of one.
  private(set) var footnotes: [PrintedLine] = []
  /// Names of people under what they signed.
  private(set) var signatures: [PrintedLine] = []

  let captions: [PrintedLine]
  private let lines: [PrintedLine]
  private let hasHeadings: Bool
  /// What each line announces.
  private let topics: [PlanTopic?]

  init(_ document: SourceDocument) {
    self.document = document
    let parts = document.printedParts
    let isCaption = parts.indices.map { index in
      if case .table? = parts.dropFirst(index + 1).first { parts[index].line?.isTableCaption == true } else { false }
    }
    captions = parts.indices.filter { isCaption[$0] }.compactMap { parts[$0].line }
    lines = parts.indices.filter { !isCaption[$0] }.flatMap { index -> [PrintedLine] in
      switch parts[index] {
      case .line(let line): [line]
      case .table(let table): table.printedLines
      }
    }
    hasHeadings = lines.contains(where: \.isHeading)
    topics = lines.map { PlanTopic($0.text) }
    var index = 0
    while index < lines.count { take(&index) }
  }

  /// Enough of such a plan to tell without reading it in full.
  static func mayBeOne(_ document: SourceDocument) -> Bool {
    guard document.kind == .word || document.kind == .text else { return false }
    var topics = Set<Int>()
    for (_, text) in document.passages where text.utf8.count <= 100 {
      switch PlanTopic(text.onOneLine) {
      case .outcomes: topics.insert(1)
      case .indicators: topics.insert(2)
      case .mode, .initiatives: topics.insert(3)
      default: continue
      }
      if topics.count == 3 { return true }
    }
    return false
  }

  private mutating func take(_ index: inout Int) {
    let line = lines[index]
    defer { index += 1 }
    if line.text.hasPrefix("\u{FFFD}") {
      footnotes.append(line)
    } else if let block = blockStart(index) {
      blocks.append(block)
      if block.label != nil, block.label != block.title { index += 1 }
    } else if !blocks.isEmpty, topics[index] == .achievements {
      achievements = (line, [])
    } else if achievements != nil {
      achievements?.lines.append(line)
    } else if !blocks.isEmpty {
      takeIntoBlock(line, topics[index])
    } else {
      takeInFront(index)
    }
  }

  /// A priority's title beside its label, or a title that "specific outcomes" follow.
  private func blockStart(_ index: Int) -> Block? {
    let line = lines[index]
    if topics[index] == .priority, topic(index + 2) == .outcomes || topic(index + 3) == .outcomes {
      return Block(title: lines[index + 1], label: line)
    }
    if topic(index + 1) == .outcomes, topics[index] == nil, !line.isListItem, line.text.count <= 120,
      index == 0 || topic(index - 1) != .priority
    {
      return Block(title: line, label: nil)
    }
    return nil
  }

  private func topic(_ index: Int) -> PlanTopic? { topics.indices.contains(index) ? topics[index] : nil }

  private mutating func takeIntoBlock(_ line: PrintedLine, _ topic: PlanTopic?) {
    let last = blocks.count - 1
    if let topic {
      blocks[last].headings.append(line)
      part = topic
      return
    }
    switch part {
    case .outcomes: blocks[last].outcomes.append(line)
    case .mode(let mode): blocks[last].initiatives.append((mode, line))
    case .initiatives: blocks[last].initiatives.append((nil, line))
    case .indicators: blocks[last].indicators.append(line)
    default: blocks[last].headings.append(line)
    }
  }

  /// What the last heading in the block announced.
  private var part: PlanTopic = .priority

  // MARK: The text in front

  private mutating func takeInFront(_ index: Int) {
    let line = lines[index]
    if front.isEmpty || isHeading(index) {
      front.append(isHeading(index) ? FrontSection(heading: line) : FrontSection(lines: [line]))
    } else if isSignature(index) {
      signatures.append(line)
    } else {
      front[front.count - 1].lines.append(line)
    }
  }

  /// Where a document has headings, those; else short lines without the end of a sentence.
  private func isHeading(_ index: Int) -> Bool {
    let line = lines[index]
    if hasHeadings { return line.isHeading }
    let text = line.text.onOneLine
    guard text.count <= 90, line.item == nil, text.first?.isUppercase == true, let last = text.last,
      !".;,?!".contains(last), text.split(separator: " ").count <= 12, lines.indices.contains(index + 1),
      text.firstMatch(of: sourceOrCaption) == nil, !isSignature(index), !isAfterSignature(index),
      !(front.last?.isVision == true && front.last?.lines.isEmpty == true)
    else { return false }
    let next = lines[index + 1]
    if last == ":" { return next.item == nil && next.text.count > 120 && text.split(separator: " ").count <= 10 }
    guard let colon = text.firstIndex(of: ":") else { return true }
    return text[..<colon].firstMatch(of: endsInIs) == nil
  }

  /// A name of a person, and below it the post that signs.
  private func isSignature(_ index: Int) -> Bool {
    guard !front.isEmpty, lines.indices.contains(index + 1), PersonsName.isOne(lines[index].text) else { return false }
    return isPost(lines[index + 1].text)
  }

  private func isAfterSignature(_ index: Int) -> Bool {
    guard index > 0, let signature = signatures.last else { return false }
    return lines[index - 1] == signature
  }

  private func isPost(_ text: String) -> Bool {
    let words = text.normalisedName.split(separator: " ")
    return words.count <= 10
      && words.contains { ["leader", "executive", "councillor", "mayor", "holder", "director", "member"].contains($0) }
  }
}

extension OutcomesPlanParts.FrontSection {
  var isVision: Bool {
    let name = heading?.text.normalisedName ?? ""
    return name.wholeMatch(of: visionHeading) != nil
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let sourceOrCaption = /^(Figure|Table|Chart|Source) ?\d*/
nonisolated(unsafe) private let endsInIs = /\b(is|are|include|includes)$/
nonisolated(unsafe) private let visionHeading = /(our|the|the councils|council|a)? ?vision( for .*)?/
