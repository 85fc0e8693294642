import Documents

extension Document {
  /// Every part of it under a heading, with all that stands there up to the next heading as high.
  package var outline: [(heading: Heading, blocks: [Block])] {
    var parts: [(heading: Heading, blocks: [Block])] = []
    var open: [Int] = []
    for block in blocks {
      if case .heading(let heading) = block {
        open.removeAll { parts[$0].heading.level.rawValue >= heading.level.rawValue }
        open.append(parts.count)
        parts.append((heading, []))
      }
      for index in open { parts[index].blocks.append(block) }
    }
    return parts
  }

  /// Without the parts under some headings.
  ///
  /// - Parameter instead: what stands in place of a part, its heading before it.
  func without(_ anchors: Set<String>, instead: (Heading) -> [Block] = { _ in [] }) -> [Block] {
    var level: Int?
    var shown: [Block] = []
    for block in blocks {
      if case .heading(let heading) = block {
        if let outer = level, heading.level.rawValue <= outer { level = nil }
        if level == nil, anchors.contains(heading.anchor) {
          level = heading.level.rawValue
          shown += instead(heading)
        }
      }
      if level == nil { shown.append(block) }
    }
    return shown
  }
}
