import Documents

/// The words of one column of an activity, put together again where the page broke them.
///
/// Two pieces are one only where that is certain: the second begins with a small letter directly below one that has no
/// end mark. All else stays in pieces.
struct CellFlow {
  private(set) var passages: [Passage] = []
  private(set) var troubles: [Trouble] = []

  struct Piece {
    let text: String
    let locator: Locator
    /// The row, counted over page breaks.
    let row: Int
  }

  struct Passage {
    var text: String
    var locator: Locator
    /// Whether its beginning is lost.
    var isFragment = false
    fileprivate var last: Piece

    fileprivate init(_ piece: Piece, isFragment: Bool = false) {
      text = piece.text
      locator = piece.locator
      self.isFragment = isFragment
      last = piece
    }
  }

  enum Trouble {
    /// A word that stands at the end of one piece and again below.
    case wordTwice(Piece)
    /// A piece that ends in the middle; the piece below, when there is one.
    case cut(Piece, next: Piece?)
  }

  /// - Parameters:
  ///   - lossy: rows where another column certainly lost words: nothing is certain there.
  ///   - whole: whether every piece is whole, as in a Word document.
  init(_ pieces: [Piece], lossy: Set<Int> = [], bulleted: Bool = false, whole: Bool = false) {
    for piece in pieces {
      let text = piece.text.onOneLine
      guard let above = passages.last, !whole else {
        passages.append(Passage(piece, isFragment: !whole && !bulleted && text.beginsInTheMiddle))
        continue
      }
      let adjacent = piece.row - above.last.row <= 1
      let joins = text.beginsInTheMiddle && !above.text.hasEndMark && !(bulleted && text.beginsWithDash)
      if joins, adjacent, let last = above.text.lastWord, text.isSameWord(as: last) {
        troubles.append(.wordTwice(piece))
      } else if joins, adjacent, !above.isFragment, !lossy.contains(piece.row), !text.beginsWithDash {
        join(piece)
      } else {
        if above.text.endsInTheMiddle(before: adjacent ? text : nil) {
          troubles.append(.cut(above.last, next: adjacent ? piece : nil))
        }
        passages.append(Passage(piece, isFragment: text.beginsInTheMiddle && !(bulleted && text.beginsWithDash)))
      }
    }
    if !whole, let last = passages.last, last.text.endsInTheMiddle(before: nil) {
      troubles.append(.cut(last.last, next: nil))
    }
  }

  private mutating func join(_ piece: Piece) {
    let index = passages.count - 1
    let text = piece.text.onOneLine
    // "…in the system" above "system. Understand": the page break repeated the word.
    if let last = passages[index].text.lastWord, let first = text.firstWord, last.count > 3,
      last.normalisedName == first.normalisedName
    {
      passages[index].text = String(passages[index].text.dropLast(last.count)).onOneLine + " " + text
    } else {
      passages[index].text += " " + text
    }
    passages[index].last = piece
  }

  /// Puts a piece together with the one below it, as the council said.
  mutating func join(at locator: Locator, with next: Locator) {
    guard let upper = passages.firstIndex(where: { $0.last.locator == locator }),
      let lower = passages.firstIndex(where: { $0.locator == next }), lower == upper + 1
    else { return }
    passages[upper].text += " " + passages[lower].text
    passages[upper].last = passages[lower].last
    passages.remove(at: lower)
  }

  /// The rows in which a piece certainly lost its beginning: it starts in the middle below a full stop.
  static func lossyRows(_ pieces: [Piece]) -> [Int] {
    zip(pieces, pieces.dropFirst()).filter { above, piece in
      piece.text.onOneLine.beginsInTheMiddle && above.text.onOneLine.hasEndMark
    }.map(\.1.row)
  }
}

extension String {
  /// With a small letter, be it after a dash.
  var beginsInTheMiddle: Bool { drop { !$0.isLetter && !$0.isNumber && $0 != "%" }.first?.isLowercase == true }
  fileprivate var beginsWithDash: Bool { ["-", "–", "—", "•"].contains(first) }
  var hasEndMark: Bool { [".", "?", "!", ";", ":"].contains(last) }
  fileprivate var firstWord: String? { split(separator: " ").first.map(String.init) }
  fileprivate var lastWord: String? { split(separator: " ").last.map(String.init) }

  /// A single word that repeats another, perhaps misread: "naiborougn" under "Harborough".
  fileprivate func isSameWord(as other: String) -> Bool {
    let (one, other) = (Array(normalisedName), Array(other.normalisedName))
    guard !one.contains(" "), one.count == other.count, one.count > 5 else { return false }
    return zip(one, other).count { $0 != $1 } <= one.count / 3
  }

  /// Whether a text ends so that more has to follow: "options for a", "delivery of the agreed" before "Covenant".
  fileprivate func endsInTheMiddle(before next: String?) -> Bool {
    guard !hasEndMark else { return false }
    let words = split(separator: " ")
    guard words.count > 2, let last = words.last else { return false }
    if connecting.contains(last.lowercased()) { return true }
    // After "the agreed" or "the Serious" the noun itself is missing; after "the centres" nothing is.
    let isDescribing = last.hasSuffix("ed") || last.first?.isUppercase == true
    return next?.first?.isUppercase == true && isDescribing && determining.contains(words[words.count - 2].lowercased())
  }
}

private let connecting: Set<String> = [
  "the", "of", "a", "an", "for", "and", "or", "to", "in", "with", "by", "through", "as", "from", "into", "on", "our",
  "their", "its",
]

private let determining: Set<String> = ["the", "a", "an"]
