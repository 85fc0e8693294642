/// What somebody looks for: words of which all have to occur, each as the beginning of a word.
package struct SearchWords: Equatable, Sendable {
  /// As typed.
  package let text: String
  /// Folded, each once.
  let words: [String]
  /// All of it in one: a code is found with and without its points and hyphens.
  let code: String

  private static let mostWords = 12

  package init(_ text: String) {
    self.text = text
    let folded = FoldedWords(text).map(\.folded)
    var words: [String] = []
    for word in folded where !words.contains(word) { words.append(word) }
    self.words = Array(words.prefix(SearchWords.mostWords))
    code = folded.joined()
  }

  package var isEmpty: Bool { words.isEmpty }

  /// A text in pieces: those that were looked for, and those between them.
  package struct Piece: Equatable, Sendable {
    package let text: String
    package let isFound: Bool
  }

  package func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var place = text.unicodeScalars.startIndex
    for range in places(in: text) {
      if place < range.lowerBound { pieces.append(piece(text, place..<range.lowerBound, false)) }
      pieces.append(piece(text, range, true))
      place = range.upperBound
    }
    if place < text.unicodeScalars.endIndex {
      pieces.append(piece(text, place..<text.unicodeScalars.endIndex, false))
    }
    return pieces
  }

  /// The part of a long text around the first word that was found, cut between words.
  package func excerpt(of text: String, length: Int = 220) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count > length else { return text }
    let found = places(in: text).first?.lowerBound ?? scalars.startIndex
    var start = scalars.index(found, offsetBy: -length / 3, limitedBy: scalars.startIndex) ?? scalars.startIndex
    var end = scalars.index(start, offsetBy: length, limitedBy: scalars.endIndex) ?? scalars.endIndex
    if start > scalars.startIndex {
      start = scalars[start..<found].firstIndex(of: " ").map { scalars.index(after: $0) } ?? found
    }
    if end < scalars.endIndex { end = scalars[found..<end].lastIndex(of: " ").flatMap { $0 > found ? $0 : nil } ?? end }
    return (start > scalars.startIndex ? "… " : "") + String(scalars[start..<end])
      + (end < scalars.endIndex ? " …" : "")
  }

  private func places(in text: String) -> [Range<String.Index>] {
    FoldedWords(text).filter { found in words.contains { found.folded.hasPrefix($0) } }.map(\.range)
  }

  private func piece(_ text: String, _ range: Range<String.Index>, _ isFound: Bool) -> Piece {
    Piece(text: String(text.unicodeScalars[range]), isFound: isFound)
  }
}
