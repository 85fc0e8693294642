/// A stretch of running text.
package enum Inline: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// Plain words.
  case text(String)
  /// Words of strong importance.
  case strong(String)
  /// Words stressed, or the title of a work.
  case emphasis(String)
  /// A status: shape, word and tint.
  case status(StatusMark)
  /// Words that lead to an address; an address that is not safe to follow is left out and the words stay.
  case link(String, url: String)
  /// A reference to a footnote, which carries the note itself: no reference without its note, no note lost.
  case footnote([Inline])
  /// Goes on with a new line in the same paragraph.
  case lineBreak

  /// Plain words, so that a literal can stand where inline text is wanted.
  package init(stringLiteral value: String) {
    self = .text(value)
  }
}

extension [Inline] {
  /// The words alone, for a description, a CSV cell or a search index. Footnotes are left out.
  package var plainText: String {
    var words = ""
    for inline in self {
      switch inline {
      case .text(let text), .strong(let text), .emphasis(let text), .link(let text, _): words += text
      case .status(let mark): words += mark.word
      case .lineBreak: words += " "
      case .footnote: break
      }
    }
    return words
  }

  /// The status, when this is one status and nothing else: a cell can then be tinted as a whole.
  var onlyStatus: StatusMark? {
    if count == 1, case .status(let mark) = self[0] { mark } else { nil }
  }
}
