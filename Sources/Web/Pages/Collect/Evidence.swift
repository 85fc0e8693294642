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
    // Whatever it says it is, a browser is only ever asked to save it. What it was called is not kept: files are called
    // after people, and nothing is ever erased from the ledger.
    let kept = SealedFile(
      name: "evidence-\(visit.book.evidenceIDs(of: slot.subject, in: slot.period).count + 1)\(file.name.fileExtension)",
      mediaType: "application/octet-stream", bytes: file.bytes)
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

  /// Takes a file away from its return. The record says so, and the bytes stay under their digest: what was approved can
  /// still be proved.
  static func withdraw(_ visit: OfficeVisit) async throws -> Answer {
    _ = try await visit.form()
    let id = try visit.parameter("id")
    guard let record = visit.book.evidence[id] else { throw Refusal.notFound("This file") }
    try visit.require(record.subject)
    let today = visit.today
    try await visit.site.council.append(
      reason: "Evidence taken away", author: visit.session.author, at: visit.office.moment
    ) { book in
      guard let record = book.evidence[id] else { return [] }
      guard let slot = book.slot(of: record.subject, in: record.period, on: today) else {
        throw Refusal.notFound("This return")
      }
      if let refusal = book.refusal(toChange: slot, on: today) { throw Refusal.forbidden(refusal) }
      return [record.withdrawal]
    }
    return .redirect("\(ReturnPage.address(of: record.subject, in: record.period))?saved=yes")
  }

  static func write(of slot: Slot, _ visit: OfficeVisit, into html: inout HTML) {
    let files = visit.book.evidence(of: slot)
    guard !files.isEmpty else { return }
    let mayChange = visit.book.refusal(toChange: slot, on: visit.today) == nil
    html.raw("<section><h2>Evidence</h2><ul>")
    for file in files {
      let address = "/collect/\(slot.period.code.addressed)/evidence/\(file.id.addressed)"
      html.element("li") { html in
        html.link(file.name, address)
        guard mayChange else { return }
        html.form("\(address)/withdraw", visit.session) { html in
          html.raw(#"<button class="plain">Take away"#)
          html.element("span", ["class": "hidden"], " \(file.name)")
          html.raw("</button>")
        }
      }
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
    answer.savedAs = record.name
    return answer
  }
}

extension String {
  /// ".xlsx": a few plain letters after the last dot; empty where there are none.
  fileprivate var fileExtension: String {
    guard let dot = lastIndex(of: ".") else { return "" }
    let letters = self[index(after: dot)...].lowercased()
    guard (1...5).contains(letters.utf8.count),
      letters.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) })
    else { return "" }
    return ".\(letters)"
  }
}
