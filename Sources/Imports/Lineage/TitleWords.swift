/// The words of a title that carry meaning, to be held against those of another.
struct TitleWords: Equatable {
  /// The form in which two spellings of one title are equal.
  let name: String
  /// A number for each different word, in order: numbers are compared many times faster than words.
  let all: [UInt64]

  init(_ title: String) {
    name = title.normalisedName
    all = Set(title.contentWords.map(TitleWords.number)).sorted()
  }

  /// FNV-1a over the letters; the same in every run, so that the same documents give the same questions.
  private static func number(of word: String) -> UInt64 {
    word.utf8.reduce(14_695_981_039_346_656_037) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  /// How alike two titles are, in per cent: the share of all their words that they have in common. Where one holds nearly
  /// all of the other's, being longer counts for less.
  func likeness(to other: TitleWords) -> Int {
    if name == other.name { return 100 }
    let common = common(with: other)
    guard common > 0 else { return 0 }
    let shorter = min(all.count, other.all.count)
    let held = shorter >= 3 ? 70 * common / shorter : 0
    return max(100 * common / (all.count + other.all.count - common), held)
  }

  /// How much of this title stands in another one, in per cent.
  func share(in other: TitleWords) -> Int { all.isEmpty ? 0 : 100 * common(with: other) / all.count }

  /// How many words they have in common, besides some that don't count.
  func common(with other: TitleWords, besides plain: Set<UInt64>) -> Int {
    let theirs = Set(other.all)
    return all.count { theirs.contains($0) && !plain.contains($0) }
  }

  /// How many words they have in common.
  func common(with other: TitleWords) -> Int {
    var (one, two, count) = (0, 0, 0)
    while one < all.count, two < other.all.count {
      if all[one] == other.all[two] {
        (one, two, count) = (one + 1, two + 1, count + 1)
      } else if all[one] < other.all[two] {
        one += 1
      } else {
        two += 1
      }
    }
    return count
  }
}
