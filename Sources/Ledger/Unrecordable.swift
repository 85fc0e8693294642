import CorporatePlan
import Foundation

/// What the ledger can't hold so that it reads back just as it was: an error of the program, not of a person.
package struct Unrecordable: Error, Equatable, CustomStringConvertible {
  /// The record, when it is about one.
  package let record: RecordID?
  package let message: String
  package var description: String { record.map { "\($0): \(message)" } ?? message }
}

extension Proposal {
  /// Refuses what a text column would cut off or a CHECK refuse.
  func check() throws(Unrecordable) {
    guard !author.isEmpty else { throw Unrecordable(record: nil, message: "the author is missing") }
    guard !author.utf8.contains(0), !reason.utf8.contains(0) else {
      throw Unrecordable(record: nil, message: "the author or the reason contains a zero byte")
    }
    for text in files.flatMap({ [$0.name, $0.mediaType] }) where text.isEmpty || text.utf8.contains(0) {
      throw Unrecordable(record: nil, message: "a file's name or media type is empty or contains a zero byte")
    }
  }
}

extension Revision {
  /// The body's canonical text, once it is sure that it can be read back.
  func checkedBody() throws(Unrecordable) -> String? {
    let id = RecordID(kind, record)
    for text in [kind, record] {
      guard !text.isEmpty else { throw Unrecordable(record: id, message: "the kind or the id is empty") }
      guard !text.utf8.contains(0), text.isSpelt(text.composed) else {
        // Swift takes é for e + U+0301 and the database doesn't, so an id has one spelling.
        throw Unrecordable(record: id, message: "the kind or the id is not in Unicode's composed form (NFC)")
      }
    }
    guard let body else { return nil }
    let text = body.canonical
    guard let read = try? JSON(parsing: text), read.canonical.isSpelt(text) else {
      throw Unrecordable(record: id, message: "the body is not JSON that reads back as it was written")
    }
    return text
  }
}

extension String {
  /// The spelling in which the ledger keeps ids: Unicode's composed form (NFC).
  var composed: String { utf8.allSatisfy { $0 < 0x80 } ? self : precomposedStringWithCanonicalMapping }

  /// Whether the bytes are the same. To `==`, é and e + U+0301 are.
  func isSpelt(_ other: String) -> Bool {
    var one = self
    var other = other
    return one.withUTF8 { one in
      other.withUTF8 { other in
        one.count == other.count && (one.isEmpty || memcmp(one.baseAddress!, other.baseAddress!, one.count) == 0)
      }
    }
  }
}
