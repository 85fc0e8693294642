import CorporatePlan
import Documents
import Foundation
import Testing

@testable import Imports

/// A real delivery plan, which is not part of the repository.
enum RealDeliveryPlan {
  static let text: URL = RealReport.text.deletingLastPathComponent()
    .appending(path: "harborough-delivery-plan-2024-25.txt")

  static let absent: Comment =
    "SKIPPED: the real Harborough delivery plan is not there. Put the seeds into ../shared/seeds or set GOLDTHREAD_SHARED."

  static var isPresent: Bool {
    let present = FileManager.default.fileExists(atPath: text.path)
    if !present { FileHandle.standardError.write(Data((absent.rawValue + "\n").utf8)) }
    return present
  }

  static let document = Result { try SourceDocument(path: text.path) }

  /// Read once for all tests.
  static let proposal = Result { try reading() }

  static func reading(answers: [String: String] = [:], into book: Book = Book()) throws -> ImportProposal {
    ImportProposal(try document.get(), fileDigest: RealReport.digest, answers: answers, into: book)
  }
}
