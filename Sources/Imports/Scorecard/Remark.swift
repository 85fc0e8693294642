import CorporatePlan
import Documents

/// An item under "Achievements" or "Key actions for the next quarter", with the sub-items that follow it.
struct Remark {
  let purpose: Commentary.Purpose
  let priority: Int?
  var text: String
  let locator: Locator
  /// A figure with its name each, such as "Accessibility 91%".
  var scores: [(text: String, locator: Locator)] = []
  var footnotes: [Int] = []

  /// With its scores, as it is kept.
  var wholeText: String { ([text] + scores.map(\.text)).joined(separator: "\n") }
}

extension Remark {
  /// The remarks of a report in order, and the places they took.
  static func all(in blocks: [SourceBlock], _ sections: Sections) -> (remarks: [Remark], places: [Locator]) {
    var remarks: [Remark] = []
    var places: [Locator] = []
    for (index, block) in blocks.enumerated() {
      guard let purpose = sections.topic[index]?.purpose, let paragraph = block.paragraph, !block.isBlank,
        Topic(paragraph) == nil, isItem(index, of: blocks), Int(paragraph.text.trimmed) == nil
      else { continue }
      places.append(paragraph.locator)
      let text = paragraph.text.onOneLine
      if let last = remarks.indices.last, remarks[last].text.hasSuffix(":"), paragraph.isScore {
        remarks[last].scores.append((text, paragraph.locator))
      } else {
        remarks.append(
          Remark(
            purpose: purpose, priority: sections.priority[index], text: text, locator: paragraph.locator,
            footnotes: paragraph.footnotes))
      }
    }
    return (remarks, places)
  }

  /// A paragraph that is no list item counts only above the last item of its list, and where there is no list.
  private static func isItem(_ index: Int, of blocks: [SourceBlock]) -> Bool {
    if blocks[index].isListItem { return true }
    let isEnd = { (block: SourceBlock) in block.paragraph.map { Topic($0) != nil } ?? !block.isBlank }
    if !blocks[index...].prefix(while: { !isEnd($0) }).allSatisfy({ !$0.isListItem }) { return true }
    return blocks[..<index].reversed().prefix { !isEnd($0) }.allSatisfy { !$0.isListItem }
  }
}

extension Topic {
  var purpose: Commentary.Purpose? {
    switch self {
    case .achievements: .achievement
    case .nextQuarter: .nextQuarter
    default: nil
    }
  }
}

extension SourceParagraph {
  /// A name and a figure set apart by tabs, or nothing but a short name and a figure.
  fileprivate var isScore: Bool {
    let words = text.onOneLine.split(separator: " ")
    guard let last = words.last, words.count <= 6, words.count >= 2 else { return false }
    return (try? Figure(String(last))) != nil
  }
}
