import CorporatePlan
import Ledger

/// The files of a sealed report, byte for byte as they were sealed.
enum SealedFiles {
  /// A file of the newest edition.
  static func answer(_ visit: Visit) async throws -> Answer {
    let period = try visit.reportPeriod(try visit.parameter("period"))
    return try await file(visit, of: visit.view.seal(of: period))
  }

  /// A file of the edition sealed at a ledger position: this address keeps its bytes when the report is sealed again.
  static func ofEdition(_ visit: Visit) async throws -> Answer {
    let period = try visit.reportPeriod(try visit.parameter("period"))
    let position = try visit.parameter("position")
    return try await file(visit, of: visit.view.seals(of: period).first { String($0.position) == position })
  }

  private static func file(_ visit: Visit, of seal: Seal?) async throws -> Answer {
    let name = try visit.parameter("name")
    guard let listed = seal?.files.first(where: { $0.name == name }),
      let digest = Digest(listed.digest), let file = try await visit.site.council.file(digest)
    else { throw Refusal.notFound("This file") }
    var answer = Answer(type: listed.mediaType, bytes: file.bytes)
    answer.savedAs = name
    answer.isKept = false
    return answer
  }
}
