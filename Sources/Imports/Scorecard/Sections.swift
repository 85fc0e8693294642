import Documents

/// Which priority each block of a report stands under.
///
/// Headings and captions name it. "Achievements" and "Key actions" name none: they belong to the priority named before
/// them, or to the next one in a report that opens each priority with them.
struct Sections {
  /// By block; `nil` before the first and where it can't be told.
  private(set) var priority: [Int?]
  /// By block: what the last heading above it announced.
  private(set) var topic: [Topic?]
  /// By block: whether it is a heading or caption that names a priority.
  let isLabel: [Bool]

  init(_ blocks: [SourceBlock], _ priorities: Priorities) {
    let topics = blocks.map { $0.paragraph.flatMap { Topic($0) } }
    let labels = blocks.enumerated().map { index, block in
      Sections.label(block, topics[index], priorities)
    }
    isLabel = labels.map { $0 != nil }
    let firstLabel = labels.firstIndex { $0 != nil } ?? labels.endIndex
    func follows(_ wanted: Topic) -> Bool { (topics.firstIndex(of: wanted) ?? blocks.endIndex) >= firstLabel }
    let isAfter: [Topic: Bool] = [.achievements: follows(.achievements), .nextQuarter: follows(.nextQuarter)]

    var (current, announced): (Int?, Topic?) = (nil, nil)
    priority = []
    topic = []
    for index in blocks.indices {
      if let label = labels[index] {
        current = label
      } else if let heading = topics[index], isAfter[heading] == false {
        current = labels[index...].lazy.compactMap { $0 }.first
      }
      if let heading = topics[index] { announced = heading } else if labels[index] != nil { announced = nil }
      priority.append(current)
      topic.append(announced)
    }
  }

  /// The priority that a heading or caption names. Running text and list items name none.
  private static func label(_ block: SourceBlock, _ topic: Topic?, _ priorities: Priorities) -> Int? {
    guard let paragraph = block.paragraph, !block.isListItem, !paragraph.text.trimmed.hasSuffix(".") else { return nil }
    return priorities.named(in: paragraph.text)
  }
}
