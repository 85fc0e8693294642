import CorporatePlan
import Documents
import Foundation
import Testing

@testable import Imports

/// Harlow's service plans of the first quarter of 2024/25, which are not part of the repository.
enum RealServicePlans {
  static let text = RealReport.text.deletingLastPathComponent().appending(
    path: "harlow-service-plans-2024-25-q1.txt")

  static let absent: Comment =
    "SKIPPED: Harlow's service plans are not there. Put the seeds into ../shared/seeds or set GOLDTHREAD_SHARED."

  static var isPresent: Bool {
    let present = FileManager.default.fileExists(atPath: text.path)
    if !present { FileHandle.standardError.write(Data((absent.rawValue + "\n").utf8)) }
    return present
  }

  /// Read once for all tests.
  static let read = Result { try proposal() }

  static func proposal(answers: [String: String] = [:], into book: Book = Book()) throws -> ImportProposal {
    ImportProposal(
      try SourceDocument(path: text.path), fileDigest: RealReport.digest, answers: answers, into: book)
  }
}
