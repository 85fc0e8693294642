/// How names are spelled plainly, as in their slugs: words of small ASCII letters and digits with a separator between any
/// two. What each character becomes stands in a table, since a file has thousands of names.
package struct PlainSpelling: Sendable {
  private let separator: UInt8
  /// By the byte: the letter that is written, or one of those below.
  private let letters: [UInt8]
  private let words: [UInt8: [UInt8]]
  /// The most bytes that one becomes: a word with a separator at either side.
  private let most: Int

  private static let gap: UInt8 = 0
  private static let nothing: UInt8 = 1
  private static let word: UInt8 = 2
  private static let foreign: UInt8 = 3

  /// - Parameters:
  ///   - dropped: what is left out of a word; any other sign parts two words.
  ///   - words: signs that are words of their own.
  package init(separator: Unicode.Scalar, dropping dropped: [Unicode.Scalar], words: [Unicode.Scalar: String]) {
    var letters = (0...UInt8.max).map { byte in
      switch byte {
      case 0x30...0x39, 0x61...0x7A: byte
      case 0x41...0x5A: byte | 0x20
      case 0x80...: PlainSpelling.foreign
      default: PlainSpelling.gap
      }
    }
    for sign in dropped { letters[Int(sign.value)] = PlainSpelling.nothing }
    for sign in words.keys { letters[Int(sign.value)] = PlainSpelling.word }
    self.separator = UInt8(ascii: separator)
    self.letters = letters
    self.words = Dictionary(uniqueKeysWithValues: words.map { (UInt8(ascii: $0.key), Array($0.value.utf8)) })
    most = 2 + (words.values.map(\.utf8.count).max() ?? 0)
  }

  /// A name as it is spelled plainly; `nil` where it has letters that are not ASCII.
  package func callAsFunction(_ name: UnsafeBufferPointer<UInt8>) -> String? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.count * most) { room in
      var count = 0
      func write(_ letter: UInt8) {
        room[count] = letter
        count &+= 1
      }
      func part() { if count > 0, room[count &- 1] != separator { write(separator) } }
      for byte in name {
        switch letters[Int(byte)] {
        case let letter where letter > PlainSpelling.foreign: write(letter)
        case PlainSpelling.gap: part()
        case PlainSpelling.nothing: continue
        case PlainSpelling.word:
          part()
          words[byte]?.forEach(write)
          part()
        default: return nil
        }
      }
      if count > 0, room[count &- 1] == separator { count &-= 1 }
      return String(decoding: room[..<count], as: UTF8.self)
    }
  }
}
