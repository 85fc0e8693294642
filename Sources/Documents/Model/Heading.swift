/// A heading and the anchor that links lead to.
package struct Heading: Sendable, Equatable {
  /// How deep the heading stands; the title of the document stands above all of them.
  package enum Level: Int, Sendable, Equatable {
    /// A section, directly below the title.
    case section = 2
    /// A part of a section.
    case subsection = 3
    /// A part of a subsection.
    case detail = 4
  }

  /// How deep the heading stands.
  package var level: Level
  /// The words.
  package var text: String
  /// Lower-case letters, digits and hyphens; good as an HTML id and as a Word bookmark.
  package var anchor: String

  /// A heading; the anchor is made from the words when none is given.
  package init(_ level: Level, _ text: String, anchor: String? = nil) {
    self.level = level
    self.text = text
    self.anchor = Heading.anchor(anchor ?? text)
  }

  /// "Risks & issues, Q2" becomes "risks-issues-q2".
  ///
  /// Everything but ASCII letters and digits separates words: an anchor has to survive addresses typed by hand.
  package static func anchor(_ words: String) -> String {
    var anchor: [UInt8] = []
    for byte in words.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): anchor.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): anchor.append(byte | 0x20)
      default: if let last = anchor.last, last != UInt8(ascii: "-") { anchor.append(UInt8(ascii: "-")) }
      }
    }
    if anchor.last == UInt8(ascii: "-") { anchor.removeLast() }
    return anchor.isEmpty ? "section" : String(decoding: anchor, as: UTF8.self)
  }
}
