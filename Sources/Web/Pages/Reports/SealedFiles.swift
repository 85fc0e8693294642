import CorporatePlan
import Ledger

/// The files of a sealed report, byte for byte as they were sealed.
enum SealedFiles {
  static func answer(_ visit: Visit) async throws -> Answer {
    let period = try visit.period(try visit.parameter("period"))
    let name = try visit.parameter("name")
    guard let listed = visit.view.seal(of: period)?.files.first(where: { $0.name == name }),
      let digest = Digest(listed.digest), let file = try await visit.site.council.file(digest)
    else { throw Refusal.notFound("This file") }
    var answer = Answer(type: listed.mediaType, bytes: file.bytes)
    answer.savedAs = name
    answer.isKept = false
    return answer
  }
}
