/// Keeps anchors apart: the second "Housing" of a document becomes "housing-2".
struct Anchors {
  private var used: Set<String> = []

  /// The anchor of a heading, which no other heading has.
  mutating func unique(_ heading: Heading) -> String {
    var anchor = heading.anchor
    var number = 1
    while !used.insert(anchor).inserted {
      number += 1
      anchor = "\(heading.anchor)-\(number)"
    }
    return anchor
  }
}

extension Document {
  /// The headings with the anchors that links lead to, in reading order.
  package var contents: [(anchor: String, heading: Heading)] {
    var anchors = Anchors()
    return blocks.compactMap { if case .heading(let heading) = $0 { (anchors.unique(heading), heading) } else { nil } }
  }
}
