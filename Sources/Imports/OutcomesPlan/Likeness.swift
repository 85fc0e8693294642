/// How alike two texts are by the words that carry meaning.
struct Likeness {
  /// Texts beyond these are not held against each other: no plan has so many, and the time grows with their product.
  static let mostTexts = 600

  private let words: Set<String>
  private let pairs: Set<[String]>
  /// The first words as they stand, without case and punctuation.
  private let opening: ArraySlice<Substring>

  init(_ text: String) {
    let list = text.contentWords
    words = Set(list)
    pairs = Set(zip(list, list.dropFirst()).map { [$0, $1] })
    opening = text.normalisedName.split(separator: " ").prefix(5)
  }

  /// Whether both begin with the same five words.
  func opensLike(_ other: Likeness) -> Bool { opening.count == 5 && opening.elementsEqual(other.opening) }

  /// Whether two telling words stand side by side in both.
  func sharesPair(_ other: Likeness, of telling: Set<String>) -> Bool {
    pairs.intersection(other.pairs).contains { telling.isSuperset(of: $0) }
  }

  /// Shared words in per cent of all words of both.
  func percent(_ other: Likeness) -> Int {
    let all = words.union(other.words).count
    return all == 0 ? 0 : 100 * words.intersection(other.words).count / all
  }

  /// Shared words in per cent of the shorter of the two.
  func coverage(_ other: Likeness) -> Int {
    let shorter = min(words.count, other.words.count)
    return shorter < 3 ? 0 : 100 * words.intersection(other.words).count / shorter
  }

  func shared(_ other: Likeness) -> Set<String> { words.intersection(other.words) }

  /// The words that occur in few of the texts: those tell one from another.
  static func telling(_ texts: [Likeness]) -> Set<String> {
    var counts: [String: Int] = [:]
    for text in texts { for word in text.words { counts[word, default: 0] += 1 } }
    let most = max(3, texts.count / 10)
    return Set(counts.filter { $0.value <= most }.keys)
  }
}
