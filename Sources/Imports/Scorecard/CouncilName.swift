import CorporatePlan
import Documents

/// The name of the council, by how often the text gives each: "London Borough of Harrow", "Harrow Council".
struct CouncilName {
  let name: String
  let locator: Locator
  let verbatim: String
  /// Whether the title gives it.
  let isInTitle: Bool

  /// `nil` when the text names none, or two equally often.
  init?(_ document: SourceDocument, title: [SourceParagraph]) {
    var forms: [String: [(mention: Mention, locator: Locator)]] = [:]
    for (locator, text) in document.passages where text.contains("Council") || text.contains("Borough of") {
      for mention in Mention.all(in: text) { forms[mention.place, default: []].append((mention, locator)) }
    }
    let head = title.map(\.locator)
    let titled = forms.filter { $0.value.contains { head.contains($0.locator) } }
    let ranked = (titled.isEmpty ? forms : titled).sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    guard let first = ranked.first, ranked.count == 1 || ranked[1].value.count < first.value.count,
      let best = first.value.max(by: { $0.mention.words < $1.mention.words })
    else { return nil }
    name = best.mention.name
    locator = best.locator
    verbatim = document.verbatim(at: best.locator)?.trimmed ?? best.mention.name
    isInTitle = !titled.isEmpty
  }

  /// The one council that the head of a document names, in full or alone on its line; `nil` when it names none, or two.
  /// "Draft Council Plan" is no council's.
  init?(headOf document: SourceDocument) {
    let mentions = document.head.flatMap { line in
      Mention.all(in: line.text).filter { $0.isInFull || $0.name == line.text.onOneLine }.map {
        (mention: $0, line: line)
      }
    }
    guard Set(mentions.map(\.mention.place)).count == 1,
      let best = mentions.max(by: { $0.mention.words < $1.mention.words })
    else { return nil }
    (name, locator, verbatim) = (best.mention.name, best.line.locator, best.line.text.trimmed)
    isInTitle = true
  }

  /// Whether the line says nothing but the name.
  var standsAlone: Bool { verbatim.normalisedName == name.normalisedName }

  /// Whether two names may be of one council: "Harrow Council" and "London Borough of Harrow".
  static func mayBeOne(_ name: String, _ other: String) -> Bool {
    let (one, two) = (placeWords(name), placeWords(other))
    // North Norfolk is a district of Norfolk.
    guard one.symmetricDifference(two).isDisjoint(with: quarters) else { return false }
    return one.isSubset(of: two) || two.isSubset(of: one)
  }

  /// The words of a name that tell one council from another.
  static func placeWords(_ name: String) -> Set<String> {
    Set(name.normalisedName.split(separator: " ").map(String.init)).subtracting(plainWords)
  }

  private static let quarters: Set<String> = ["north", "south", "east", "west", "mid", "central"]

  private static let plainWords: Set<String> = [
    "london", "royal", "metropolitan", "borough", "city", "county", "district", "town", "council", "of", "the", "and",
    "upon", "unitary", "authority",
  ]

  /// One place where a council is named.
  private struct Mention {
    let name: String
    let place: String
    var words: Int { name.split(separator: " ").count }
    /// Whether it says what kind of council it is.
    var isInFull: Bool { name.split(separator: " ").contains { kinds.contains(String($0)) } }

    static func all(in text: String) -> [Mention] {
      let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
      return words.indices.compactMap { index in
        switch words[index].lettersOnly {
        case "Council": council(words, index)
        case "Borough" where words[(index + 1)...].first == "of": borough(words, index)
        default: nil
        }
      }
    }

    /// "Northmere Borough Council".
    private static func council(_ words: [String], _ end: Int) -> Mention? {
      let before = words[..<end].suffix(5).reversed().prefix { $0.isNameWord }.reversed()
      let place = before.filter { !kinds.contains($0) }
      guard !place.isEmpty, !notPlaces.contains(place[0]) else { return nil }
      return Mention(name: (before + ["Council"]).joined(separator: " "), place: place.joined(separator: " "))
    }

    /// "London Borough of Harrow".
    private static func borough(_ words: [String], _ index: Int) -> Mention? {
      var place: [String] = []
      for word in words[(index + 2)...].prefix(4) {
        guard word.first?.isUppercase == true || (word == "and" || word == "upon") && !place.isEmpty else { break }
        place.append(word.lettersOnly)
        if word.last?.isPunctuation == true { break }
      }
      while place.last == "and" || place.last == "upon" { place.removeLast() }
      guard !place.isEmpty else { return nil }
      let before = words[..<index].suffix(2).filter { ["London", "Royal", "Metropolitan"].contains($0) }
      let whole = place.joined(separator: " ")
      return Mention(name: (before + ["Borough of", whole]).joined(separator: " "), place: whole)
    }
  }
}

private let kinds: Set<String> = ["Metropolitan", "Borough", "City", "County", "District", "Town"]
private let notPlaces: Set<String> = [
  "The", "Our", "Your", "Full", "Parish", "Corporate", "Local", "A", "Each", "Every",
]

extension String {
  fileprivate var lettersOnly: String { String(drop { !$0.isLetter }.prefix { $0.isLetter || $0 == "-" }) }
  /// A capitalised word with nothing after it.
  fileprivate var isNameWord: Bool { first?.isUppercase == true && allSatisfy { $0.isLetter || $0 == "-" } }
}

extension SourceDocument {
  /// Its first few lines, before any sentence or row of several cells: there a document says whose it is.
  fileprivate var head: [(locator: Locator, text: String)] {
    var lines: [(Locator, String)] = []
    for block in blocks.prefix(40) where lines.count < 6 {
      switch block {
      case .paragraph(let paragraph) where !paragraph.text.trimmed.isEmpty:
        let text = paragraph.text.trimmed
        if text.count > 200 || text.hasSuffix(".") { return lines }
        lines.append((paragraph.locator, text))
      case .table(let table):
        for row in table.rows.prefix(8) {
          let cells = row.cells.filter { $0.continues == nil && !$0.text.trimmed.isEmpty }
          if cells.count > 1 || cells.first.map({ $0.text.count > 200 }) == true { return lines }
          lines += cells.map { ($0.locator, $0.text.trimmed) }
        }
      default: continue
      }
    }
    return lines
  }
}
