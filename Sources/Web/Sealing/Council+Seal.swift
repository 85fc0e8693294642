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
  /// Seals the performance report of a period.
  package func seal(_ period: Period, author: String, at: Moment) async throws -> SealedNow {
    try await seal(Report(.performance, period).id, author: author, at: at)
  }

  /// Seals a report as the record stands; from a position at which it is sealed already, that seal.
  ///
  /// - Throws: `SealRefused` with everything that does not add up; `SealOvertaken` when the record changes meanwhile;
  ///   `NoSuchReport`; `LookUnusable` when the template's logo or Word file can't be read any more.
  package func seal(_ id: String, author: String, at: Moment) async throws -> SealedNow {
    let book = self.book
    guard let report = book.report(id) else { throw NoSuchReport(id: id) }
    let hash = try await hash(at: book.contentPosition) ?? Digest.start
    let look = try await look(of: report.type, in: book)
    let sealed = try SealedReport(
      book, report, look: look, on: at.londonDay, ledgerHash: hash.description, digest: Digest.text)
    if let before = book.seals[sealed.seal.id] {
      return SealedNow(seal: before, isNew: false, isReproduced: before == sealed.seal)
    }
    let files = sealed.files.map { SealedFile(name: $0.name, mediaType: $0.mediaType, bytes: $0.bytes) }
    let record = sealed.seal
    try await append(
      reason: "Report \(record.report ?? record.period.code) sealed", author: author, at: at,
      expecting: [record.recordID: 0], files: files
    ) { newest in
      // Somebody recorded something meanwhile: the report would no longer be of the newest position.
      guard newest.contentPosition == record.position else { throw SealOvertaken(period: record.period) }
      return [record.revision]
    }
    return SealedNow(seal: record, isNew: true, isReproduced: true)
  }
}

extension Digest {
  /// The digest of bytes as text: what clearances and seals keep.
  package static func text(_ bytes: [UInt8]) -> String { Digest(of: bytes).description }
}

/// The record changed while a report was being sealed; sealing again takes the change in.
package struct SealOvertaken: Error, CustomStringConvertible {
  package let period: Period
  package var description: String { "\(period.code): the record changed meanwhile; nothing was sealed. Seal again." }
}

/// There is no report of that name, and its period can't be read.
package struct NoSuchReport: Error, CustomStringConvertible {
  package let id: String
  package var description: String { "\(id): there is no such report." }
}

extension Council {
  /// Sets all objections of some checks aside, so that a report can be sealed: by the check's code, why.
  ///
  /// - Throws: `EditRefused` when one of the checks has no objection, or somebody may not set it aside.
  package func setAside(_ id: String, _ reasons: [String: String], author: String, at: Moment) async throws {
    guard let report = book.report(id) else { throw NoSuchReport(id: id) }
    try await append(reason: "Checks set aside", author: author, at: at) { book in
      let aside = SettingAside(book, report, on: at.londonDay, Digest.text)
      var revisions: [Revision] = []
      for (code, reason) in reasons.sorted(by: { $0.key < $1.key }) {
        let chosen = aside.objections.filter { $0.code == code }.map(aside.id)
        // What was set aside before stays so.
        if chosen.isEmpty, aside.result.overridden.contains(where: { $0.finding.code == code }) { continue }
        let post = book.postWords(of: author, on: at.londonDay)
        for revision in try aside.setAside(chosen, because: reason, by: author, as: post)
        where !revisions.contains(where: { $0.kind == revision.kind && $0.record == revision.record }) {
          revisions.append(revision)
        }
      }
      return revisions
    }
  }
}
