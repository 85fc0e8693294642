import CorporatePlan
import Documents

/// A report that adds up, with its files and the seal that names them (design, section 1).
package struct SealedReport: Sendable {
  package let seal: Seal
  package let files: [ReportFile]

  /// Makes the report of a period and seals it. Sealed files are public: what is internal stands in none of them.
  ///
  /// - Parameters:
  ///   - ledgerHash: the ledger's hash at the Book's `contentPosition`.
  ///   - digest: the digest of a file's bytes, written `sha256:` and 64 hex digits.
  /// - Throws: `SealRefused` with everything that does not add up.
  package init(
    _ book: Book, _ period: Period, ledgerHash: String, digest: ([UInt8]) -> String
  ) throws {
    let book = book.withoutInternal
    let scorecard = Scorecard(book, period)
    let report = ComposedReport(book, Report(.performance, period)).document
    let findings = Checks.findings(book, scorecard) + Reconciliation(report, book, scorecard).findings
    let errors = findings.filter { $0.severity == .error }
    guard errors.isEmpty else { throw SealRefused(findings: errors) }
    files = try ReportFiles(report, ReportData(book, [scorecard])).files
    seal = Seal(
      period: period, position: book.contentPosition, ledgerHash: ledgerHash, rules: scorecard.rules,
      files: files.map { Seal.File(name: $0.name, mediaType: $0.mediaType, digest: digest($0.bytes)) },
      warnings: findings.map(\.description))
  }
}

/// Why a report was not sealed: all that does not add up, at once.
package struct SealRefused: Error, Equatable, CustomStringConvertible {
  package let findings: [Finding]
  package var description: String { findings.map(\.description).joined(separator: "\n") }
}
