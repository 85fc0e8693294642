import CorporatePlan
import Ledger
import Reports

/// A report that was sealed.
package struct SealedNow: Sendable {
  package let seal: Seal
  /// Whether it was this call that sealed it.
  package let isNew: Bool
  /// Whether the report made today from that position has the sealed bytes; a newer program may draw it differently.
  package let isReproduced: Bool
}

extension Council {
  /// Seals the report of a period as the record stands; from a position at which it is sealed already, that seal.
  ///
  /// - Throws: `SealRefused` with everything that does not add up; `SealOvertaken` when the record changes meanwhile.
  package func seal(_ period: Period, author: String, at: Moment) async throws -> SealedNow {
    let book = self.book
    let hash = try await hash(at: book.contentPosition) ?? Digest.start
    let sealed = try SealedReport(book, period, ledgerHash: hash.description) { Digest(of: $0).description }
    if let before = book.seals[sealed.seal.id] {
      return SealedNow(seal: before, isNew: false, isReproduced: before == sealed.seal)
    }
    let files = sealed.files.map { SealedFile(name: $0.name, mediaType: $0.mediaType, bytes: $0.bytes) }
    let record = sealed.seal
    try await append(
      reason: "Report \(period.code) sealed", author: author, at: at, expecting: [record.recordID: 0], files: files
    ) { newest in
      // Somebody recorded something meanwhile: the report would no longer be of the newest position.
      guard newest.contentPosition == record.position else { throw SealOvertaken(period: period) }
      return [record.revision]
    }
    return SealedNow(seal: record, isNew: true, isReproduced: true)
  }
}

/// The record changed while a report was being sealed; sealing again takes the change in.
package struct SealOvertaken: Error, CustomStringConvertible {
  package let period: Period
  package var description: String { "\(period.code): the record changed meanwhile; nothing was sealed. Seal again." }
}
