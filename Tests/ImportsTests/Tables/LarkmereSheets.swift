import CorporatePlan
import Documents

@testable import Imports

/// Spreadsheets of a council that does not exist.
enum LarkmereSheets {
  static func proposal(
    csv text: String, named name: String = "larkmere.csv", period: String? = nil, kind: String? = nil,
    answers: [String: String] = [:], columns: [String: String] = [:], into book: Book = Book()
  ) throws -> ImportProposal {
    ImportProposal(
      try SourceDocument(Array(text.utf8), named: name), fileDigest: digest(text),
      period: period.flatMap { Period($0) },
      council: "Larkmere District Council", kind: kind, answers: answers, columns: columns, into: book)
  }

  static func proposal(
    _ sheets: Workbook.Sheet..., period: String? = nil, answers: [String: String] = [:],
    columns: [String: String] = [:],
    into book: Book = Book()
  ) throws -> ImportProposal {
    let bytes = try Workbook(sheets: sheets).bytes()
    return ImportProposal(
      try SourceDocument(bytes, named: "larkmere.xlsx"), fileDigest: digest("\(bytes)"),
      period: period.flatMap { Period($0) }, council: "Larkmere District Council", answers: answers, columns: columns,
      into: book)
  }

  private static func digest(_ text: String) -> String {
    let sum = text.utf8.reduce(UInt64(1469)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    let hex = String(sum, radix: 16)
    return "sha256:" + String(repeating: "0", count: 64 - hex.count) + hex
  }
}

extension ImportProposal {
  /// The value of a member of each record of a kind, by id.
  func members(_ kind: String, _ member: String) -> [String: String] {
    Dictionary(
      records(kind).compactMap { change in
        change.revision.body?[member]?.scalarText.map { (change.revision.record, $0) }
      }, uniquingKeysWith: { _, last in last })
  }

  /// What was told, apart from notes and the question of which way is good.
  var troubles: [String] {
    diagnostics.filter { $0.severity != .note && $0.code != .polarityUnknown }.map(\.code.rawValue)
  }
}
