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
