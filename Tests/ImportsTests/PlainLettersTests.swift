import CorporatePlan
import Testing

@testable import Imports

/// Names and cells are looked at byte by byte where their letters are plain, which most are. That changes nothing.
@Suite("Plain letters are read quickly, and as all others are")
struct PlainLettersTests {
  /// Makes it no text of plain letters, and adds no word.
  private let odd = " …"

  private let pieces = [
    "", " ", "  ", "a", "Z", "9", "'", "`", "&", "%", "<5", ">", "(", ")", "-", "/", ".", ",", "\n", "\r\n", "\t",
    "\u{7F}", "\u{0}", "_", "[", "^", "Number of", "per cent",
  ]

  private var texts: [String] {
    pieces.flatMap { one in pieces.flatMap { two in [one + two, one + "x" + two, "\(one) homes \(two) 1"] } }
  }

  @Test("the name by which two spellings are one")
  func names() {
    for text in texts {
      #expect(text.normalisedName == (text + odd).normalisedName, "“\(text)”")
      #expect(text[...].normalisedName == text.normalisedName)
    }
    #expect("R&D: % of “Café”s' cost <5".normalisedName == "r and d % of café s cost < 5")
    #expect("&&%%".normalisedName == "and and % %")
  }

  @Test("the text on one line")
  func oneLine() {
    for text in texts + ["é  é", "\u{A0}a", "a\u{A0}b", "e\u{301} x", "a \u{301}"] {
      #expect(text.onOneLine == text.split(whereSeparator: \.isWhitespace).joined(separator: " "), "“\(text)”")
      #expect(text[...].onOneLine == text.onOneLine)
    }
  }

  @Test("the text without space at its ends")
  func trimmed() {
    for text in texts + ["\u{A0}a\u{A0}", "\u{2009}", "é ", " \u{301}"] {
      #expect(text.trimmed == text[...].trimmed, "“\(text)”")
      #expect(text.trimmed.isEmpty == text.allSatisfy(\.isWhitespace) || text.unicodeScalars.contains("\u{301}"))
    }
  }

  @Test("the code by which two spellings are one")
  func codes() {
    #expect("PI-001 a_b".plainCode == "pi001ab")
    #expect("é/Ü 9".plainCode == "éÜ9")
    #expect("".plainCode == "" && "–".plainCode == "–" && "-".plainCode == "")
  }
}
