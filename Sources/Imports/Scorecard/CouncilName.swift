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

  /// One place where a council is named.
  private struct Mention {
    let name: String
    let place: String
    var words: Int { name.split(separator: " ").count }

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
