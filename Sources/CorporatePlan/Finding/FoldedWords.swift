/// The words of a text as they are compared when somebody looks for them: in small letters, without accents and
/// apostrophes, so that "Ysgol Caerffili", "façade" and "council’s" are found however they are typed.
struct FoldedWords: Sequence, IteratorProtocol {
  private let scalars: String.UnicodeScalarView
  private var place: String.Index

  struct Word {
    let folded: String
    /// Where it stands in the text.
    let range: Range<String.Index>
  }

  init(_ text: String) {
    scalars = text.unicodeScalars
    place = scalars.startIndex
  }

  mutating func next() -> Word? {
    var folded = ""
    var start: String.Index?
    while place < scalars.endIndex {
      let scalar = scalars[place]
      switch FoldedWords.fold(scalar) {
      case .letter(let letter):
        start = start ?? place
        folded.unicodeScalars.append(letter)
      case .letters(let letters):
        start = start ?? place
        folded += letters
      case .nothing: break
      case .gap:
        if let start { return Word(folded: folded, range: start..<place) }
      }
      place = scalars.index(after: place)
    }
    return start.map { Word(folded: folded, range: $0..<place) }
  }

  private enum Folded {
    case letter(Unicode.Scalar)
    case letters(String)
    /// Written within words and not compared.
    case nothing
    case gap
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Folded {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: return .letter(scalar)
    case 0x41...0x5A: return .letter(Unicode.Scalar(UInt8(scalar.value + 0x20)))
    case 0x27, 0x2019, 0x300...0x36F: return .nothing
    case 0...0x7F, 0xD7, 0xF7: return .gap
    case 0xC0...0x17F: return .letters(accented[Int(scalar.value) - 0xC0])
    default:
      let properties = scalar.properties
      guard properties.isAlphabetic || properties.numericType != nil else { return .gap }
      return .letters(properties.lowercaseMapping)
    }
  }

  /// U+00C0 to U+017F, without their accents.
  private static let accented: [String] = {
    let first = "a a a a a a ae c e e e e i i i i d n o o o o o * o u u u u y th ss"
    let small = "a a a a a a ae c e e e e i i i i d n o o o o o * o u u u u y th y"
    let further: [(String, Int)] = [
      ("a", 6), ("c", 8), ("d", 4), ("e", 10), ("g", 8), ("h", 4), ("i", 10), ("ij", 2), ("j", 2), ("k", 3), ("l", 10),
      ("n", 9), ("o", 6), ("oe", 2), ("r", 6), ("s", 8), ("t", 6), ("u", 12), ("w", 2), ("y", 3), ("z", 6), ("s", 1),
    ]
    return (first + " " + small).split(separator: " ").map(String.init)
      + further.flatMap { Array(repeating: $0.0, count: $0.1) }
  }()
}
