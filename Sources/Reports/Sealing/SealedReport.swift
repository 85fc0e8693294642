import CorporatePlan
import Documents

/// A report that adds up, with its files and the seal that names them (design, section 1).
package struct SealedReport: Sendable {
  package let seal: Seal
  package let files: [ReportFile]

  /// Makes a report and seals it. Sealed files are public, but for the annex of what is exempt: what is internal stands in
  /// none of them.
  ///
  /// - Parameters:
  ///   - look: the council's logo and Word styles, as the template for such reports names them.
  ///   - today: the day on which it is sealed; `nil` when it is made again, for no clock changes what was sealed.
  ///   - ledgerHash: the ledger's hash at the Book's `contentPosition`.
  ///   - digest: the digest of a file's bytes, written `sha256:` and 64 hex digits.
  /// - Throws: `SealRefused` with everything that does not add up.
  package init(
    _ book: Book, _ report: Report, look: ReportLook = .plain, on today: Day? = nil, ledgerHash: String,
    digest: ([UInt8]) -> String
  ) throws {
    let checked = ReportUnderCheck(book, report, on: today, digest)
    let result = ReportChecks.result(checked)
    guard result.stopping.isEmpty else { throw SealRefused(findings: result.stopping) }
    let parts = checked.partsToSeal(result)
    let forAll = try ReportFiles(parts.forAll, ReportData(checked.book, [checked.scorecard]), look).files
    let exempt =
      try parts.annex.map { annex in
        try ReportFormat.allCases.map { try $0.file(annex, look, named: "exempt-annex") }
      } ?? []
    files = forAll + exempt
    let listed =
      forAll.map { Seal.File(name: $0.name, mediaType: $0.mediaType, digest: digest($0.bytes)) }
      + exempt.map { Seal.File(name: $0.name, mediaType: $0.mediaType, digest: digest($0.bytes), isExempt: true) }
    seal = Seal(
      period: report.period, position: book.contentPosition, ledgerHash: ledgerHash, rules: checked.scorecard.rules,
      files: listed, warnings: result.warnings.map(\.description),
      report: report.id == Report(.performance, report.period).id ? nil : report.id,
      overridden: result.overridden.map { "\($0.finding.code): \($0.override.sentence)" })
  }

  /// The performance report of a period, as somebody prepared it or as the program makes it.
  package init(
    _ book: Book, _ period: Period, on today: Day? = nil, ledgerHash: String, digest: ([UInt8]) -> String
  ) throws {
    let plain = Report(.performance, period)
    try self.init(book, book.reports[plain.id] ?? plain, on: today, ledgerHash: ledgerHash, digest: digest)
  }
}

extension SealedReport {
  /// What anyone reads of a report that was sealed, drawn again from the Book as it was then.
  package static func document(_ book: Book, _ report: Report, digest: ([UInt8]) -> String) -> Document {
    let checked = ReportUnderCheck(book, report, on: nil, digest)
    return checked.partsToSeal(ReportChecks.result(checked)).forAll
  }
}

/// Why a report was not sealed: all that does not add up, at once.
package struct SealRefused: Error, Equatable, CustomStringConvertible {
  package let findings: [Finding]
  package var description: String { findings.map(\.description).joined(separator: "\n") }
}
