import CorporatePlan
import Ledger

/// The files of a sealed report, byte for byte as they were sealed.
enum SealedFiles {
  /// A file of the newest edition.
  static func answer(_ visit: Visit) async throws -> Answer {
    try await file(visit, of: visit.view.seals(ofReport: try visit.publicReport.id).first)
  }

  /// A file of the edition sealed at a ledger position: this address keeps its bytes when the report is sealed again.
  static func ofEdition(_ visit: Visit) async throws -> Answer {
    let seals = visit.view.seals(ofReport: try visit.publicReport.id)
    let position = try visit.parameter("position")
    return try await file(visit, of: seals.first { String($0.position) == position })
  }

  private static func file(_ visit: Visit, of seal: Seal?) async throws -> Answer {
    let name = try visit.parameter("name")
    // What is exempt has no public address.
    guard let listed = seal?.publicFiles.first(where: { $0.name == name }),
      let digest = Digest(listed.digest), let file = try await visit.site.council.file(digest)
    else { throw Refusal.notFound("This file") }
    var answer = Answer(type: listed.mediaType, bytes: file.bytes)
    answer.savedAs = name
    answer.isKept = false
    return answer
  }
}

extension Visit {
  /// The report that an address names: by its period the performance report, otherwise by its id where it is sealed.
  var publicReport: Report {
    get throws(Refusal) {
      let text = try parameter("period")
      guard text.contains("@"), let report = book.report(text) else {
        return Report(.performance, try reportPeriod(text))
      }
      guard !view.seals(ofReport: report.id).isEmpty else { throw .notFound("This report") }
      return report
    }
  }
}

extension Seal {
  /// Where the public reads it.
  var address: String { "/reports/\((report ?? period.code).addressed)" }
}
