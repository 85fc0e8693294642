/// Everything that can be looked for, by its words: made once for a Book, and asked in a thousandth of a second.
package struct SearchIndex: Sendable {
  /// In the order in which those found alike are shown.
  private let all: [Findable]
  /// By code, folded.
  private let codes: [String: [Int]]
  /// Every word once, in order, so that those which begin alike stand together.
  private let words: [String]
  /// For each word, where it occurs.
  private let places: [[Place]]

  /// Which thing, and whether in its title or code.
  private struct Place {
    let index: Int32
    let isTitle: Bool
  }

  package init(_ findable: [Findable]) {
    let order = Dictionary(uniqueKeysWithValues: Findable.Kind.allCases.enumerated().map { ($1, $0) })
    all = findable.sorted { one, other in
      let (first, second) = (order[one.kind] ?? 0, order[other.kind] ?? 0)
      if first != second { return first < second }
      if one.period != other.period, let mine = one.period, let others = other.period { return mine > others }
      return (one.title, one.id.record) < (other.title, other.id.record)
    }
    var codes: [String: [Int]] = [:]
    var places: [String: [Place]] = [:]
    for (index, found) in all.enumerated() {
      if let code = found.code { codes[FoldedWords(code).map(\.folded).joined(), default: []].append(index) }
      // Words about a thing are found by what they say, not by what they are about.
      let title = found.kind == .words ? "" : "\(found.code ?? "") \(found.title)"
      var seen: Set<String> = []
      for word in FoldedWords(title) where seen.insert(word.folded).inserted {
        places[word.folded, default: []].append(Place(index: Int32(index), isTitle: true))
      }
      for word in FoldedWords(found.text) where seen.insert(word.folded).inserted {
        places[word.folded, default: []].append(Place(index: Int32(index), isTitle: false))
      }
    }
    self.codes = codes
    words = places.keys.sorted()
    self.places = words.map { places[$0] ?? [] }
  }

  /// How well something fits. The best comes first.
  package enum Fit: Int, Comparable, Sendable {
    /// Its code is what was typed.
    case code
    /// Its title has all the words.
    case title
    /// It says all the words somewhere.
    case text

    package static func < (one: Fit, other: Fit) -> Bool { one.rawValue < other.rawValue }
  }

  package struct Hit: Sendable {
    package let found: Findable
    package let fit: Fit
  }

  /// What has all the words and is within a reach, best first.
  package func hits(_ search: SearchWords, within reach: Reach) -> [Hit] {
    guard !search.isEmpty else { return [] }
    var fits = [Fit?](repeating: .title, count: all.count)
    for word in search.words {
      let own = fit(of: word)
      for index in fits.indices { fits[index] = fits[index].flatMap { fit in own[index].map { max(fit, $0) } } }
    }
    for index in codes[search.code] ?? [] { fits[index] = .code }
    let found = fits.enumerated().compactMap { index, fit in
      fit.flatMap { all[index].isFor(reach) ? (index, Hit(found: all[index], fit: $0)) : nil }
    }
    return found.sorted { ($0.1.fit.rawValue, $0.0) < ($1.1.fit.rawValue, $1.0) }.map(\.1)
  }

  /// For each thing how it has a word, be it the beginning of one.
  private func fit(of word: String) -> [Fit?] {
    var fits = [Fit?](repeating: nil, count: all.count)
    var at = firstWord(from: word)
    while at < words.count, words[at].hasPrefix(word) {
      for place in places[at] {
        let index = Int(place.index)
        fits[index] = place.isTitle ? .title : fits[index] ?? .text
      }
      at += 1
    }
    return fits
  }

  private func firstWord(from word: String) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if words[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
