/// What a folder or archive of CSV files with a description is known by, and how words are kept in such files.
package enum CSVW {
  /// The description's name, as the recommendation has it.
  package static let fileName = "csv-metadata.json"

  /// How to hand words to `CSV` so that `meant` gives them back: of words that begin with an apostrophe and then like a
  /// formula, one could not tell whether the apostrophe is a guard.
  package static func guarded(_ words: String) -> String {
    words.utf8.first == apostrophe && isGuarded(words) ? "'" + words : words
  }

  /// The words of a cell without their guard.
  package static func meant(_ cell: String) -> String { isGuarded(cell) ? String(cell.dropFirst()) : cell }

  private static let apostrophe = UInt8(ascii: "'")

  private static func isGuarded(_ words: String) -> Bool {
    guard words.utf8.first == apostrophe else { return false }
    switch words.utf8.first(where: { $0 != apostrophe }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D, 0x0A: return true
    default: return false
    }
  }
}
