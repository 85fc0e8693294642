import CorporatePlan
import Documents
import Foundation
import Testing

@testable import Imports

/// Real council documents, which are not part of the repository.
enum RealReport {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let text: URL = {
    let shared =
      ProcessInfo.processInfo.environment["GOLDTHREAD_SHARED"].map { URL(fileURLWithPath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    return shared.appending(path: "seeds/harrow-performance-report-2023-24-q2.txt")
  }()

  static let absent: Comment =
    "SKIPPED: the real Harrow report is not there. Put the seeds into ../shared/seeds or set GOLDTHREAD_SHARED."

  static var isPresent: Bool {
    let present = FileManager.default.fileExists(atPath: text.path)
    if !present { FileHandle.standardError.write(Data((absent.rawValue + "\n").utf8)) }
    return present
  }

  static let digest = "sha256:" + String(repeating: "0", count: 64)

  /// Read once for all tests.
  static let ofText = Result { try proposal() }

  static func proposal(into book: Book = Book()) throws -> ImportProposal {
    ImportProposal(try SourceDocument(path: text.path), fileDigest: digest, into: book)
  }
}
