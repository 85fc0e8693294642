import CorporatePlan
import Documents
import Ledger

/// The files that show how a return came about.
enum Evidence {
  static let mostBytes = 10 << 20

  /// How many files one return may have.
  static let mostFiles = 20

  /// Refuses what is too much.
  static func check(_ file: OfficeForm.Upload, for slot: Slot, _ visit: OfficeVisit) throws(Refusal) {
    guard file.bytes.count <= mostBytes else { throw .tooLarge(limit: mostBytes) }
    guard visit.book.evidence(of: slot).count < mostFiles else {
      throw .forbidden("This return has \(mostFiles) files already. Put what belongs together into one.")
    }
  }

  /// Keeps a file for good.
  static func keep(_ file: OfficeForm.Upload, for slot: Slot, _ visit: OfficeVisit) async throws {
    // Whatever it says it is, a browser is only ever asked to save it.
    let kept = SealedFile(
      name: file.name.isEmpty ? "evidence" : file.name, mediaType: "application/octet-stream", bytes: file.bytes)
    let record = EvidenceFile(
      slot.subject, in: slot.period, name: kept.name, mediaType: kept.mediaType, digest: kept.digest.description)
    let today = visit.today
    try await visit.site.council.append(
      reason: "Evidence for \(slot.period.name)", author: visit.session.author, at: visit.office.moment, files: [kept]
    ) { book in
      if let refusal = book.refusal(toChange: slot, on: today) { throw Refusal.forbidden(refusal) }
      return book.evidence[record.id] == nil ? [record.revision] : []
    }
  }

  static func write(of slot: Slot, _ visit: OfficeVisit, into html: inout HTML) {
    let files = visit.book.evidence(of: slot)
    guard !files.isEmpty else { return }
    html.raw("<section><h2>Evidence</h2><ul>")
    for file in files {
      html.element("li") { $0.link(file.name, "/collect/\(slot.period.code.addressed)/evidence/\(file.id.addressed)") }
    }
    html.raw("</ul></section>")
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    guard let record = visit.book.evidence[try visit.parameter("id")], let digest = Digest(record.digest) else {
      throw Refusal.notFound("This file")
    }
    try visit.require(record.subject)
    guard let file = try await visit.site.council.file(digest) else { throw Refusal.notFound("This file") }
    var answer = Answer(type: "application/octet-stream", bytes: file.bytes)
    answer.savedAs = record.name.fileName
    return answer
  }
}

extension String {
  /// Safe in a header: letters, digits and a few marks.
  fileprivate var fileName: String {
    let safe = unicodeScalars.map { scalar -> Character in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "._- ".unicodeScalars.contains(scalar))
        ? Character(scalar) : "_"
    }
    return safe.isEmpty ? "file" : String(safe.prefix(120))
  }
}
