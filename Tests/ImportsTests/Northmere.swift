import CorporatePlan
import Documents
import Foundation

@testable import Imports

/// The report of a council that does not exist: two themes, other columns, other words, a rule of 10%.
enum Northmere {
  static let text: String = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/northmere-q3.txt")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  /// The proposal of the report with so many changes in its wording.
  static func proposal(
    _ changes: KeyValuePairs<String, String> = [:], period: Period? = nil, into book: Book = Book()
  ) throws -> ImportProposal {
    let text = changes.reduce(text) { $0.replacing($1.key, with: $1.value) }
    return try proposal(ofText: text, period: period, into: book)
  }

  static func proposal(ofText text: String, period: Period? = nil, into book: Book = Book()) throws -> ImportProposal {
    ImportProposal(
      try SourceDocument(Array(text.utf8), named: "northmere-q3.txt"), fileDigest: digest(text), period: period,
      into: book)
  }
}

extension Northmere {
  /// Stands for the digest of a text: another text has another.
  private static func digest(_ text: String) -> String {
    let sum = text.utf8.reduce(UInt64(1469)) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    let hex = String(sum, radix: 16)
    return "sha256:" + String(repeating: "0", count: 64 - hex.count) + hex
  }
}

extension ImportProposal {
  func diagnostics(_ code: DiagnosticCode) -> [Diagnostic] { diagnostics.filter { $0.code == code } }

  func records(_ kind: String) -> [Change] { changes.filter { $0.revision.kind == kind } }

  func body(_ kind: String, _ id: String) -> JSON? { records(kind).first { $0.revision.record == id }?.revision.body }
}
