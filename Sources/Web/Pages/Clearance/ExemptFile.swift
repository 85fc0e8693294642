import CorporatePlan
import Ledger

/// The exempt annex of a sealed report: for who seals reports, and for the officers who clear this one. Nobody else gets it,
/// whatever the address (Local Government Act 1972, Schedule 12A).
enum ExemptFile {
  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let report = try visit.reportInWork
    guard visit.may(.seal) || !visit.clearingRoles(of: report).isEmpty else { throw Refusal.notYours }
    let (position, name) = (try visit.parameter("position"), try visit.parameter("name"))
    let seal = visit.book.seals.values.first { $0.reportID == report.id && String($0.position) == position }
    guard let listed = seal?.files.first(where: { $0.name == name && $0.isExempt }), let digest = Digest(listed.digest),
      let file = try await visit.site.council.file(digest)
    else { throw Refusal.notFound("This file") }
    var answer = Answer(type: listed.mediaType, bytes: file.bytes)
    answer.savedAs = name
    return answer
  }
}
