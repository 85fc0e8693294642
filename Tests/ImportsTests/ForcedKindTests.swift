import Documents
import Foundation
import Testing

@testable import Imports

@Suite("A person may say what a document is, even where it is something else")
struct ForcedKindTests {
  /// Every example, read as every kind.
  static let pairs: [(file: String, kind: String)] = {
    let folder = RealReport.root.appending(path: "Examples/larkmere")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".csv") }.sorted().flatMap { file in
      ImportProposal.kinds.map { (file, $0) }
    }
  }()

  @Test("every cell is in a record, told of or without a home, and nothing breaks", arguments: pairs)
  func forced(file: String, kind: String) throws {
    let document = try SourceDocument(
      path: RealReport.root.appending(path: "Examples/larkmere/\(file)").path)
    let proposal = ImportProposal(document, fileDigest: RealReport.digest, kind: kind)
    #expect(!proposal.preview.isEmpty)
    if proposal.changes.isEmpty {
      #expect(!proposal.unplaced.isEmpty || !proposal.diagnostics.isEmpty)
    }
  }

  @Test(
    "unasked, each example is what it is",
    arguments: [
      ("scorecard-2025-26-q2.txt", "scorecard"), ("cabinet-paper-2025-03.txt", "cabinet-report"),
      ("delivery-plan-2025-26.txt", "delivery-plan"), ("service-plan-2025-26-q1.txt", "service-plan"),
      ("council-plan-2025.txt", "outcomes-plan"), ("figures-2025-26.csv", "indicator-table"),
    ])
  func recognised(file: String, kind: String) throws {
    let document = try SourceDocument(
      path: RealReport.root.appending(path: "Examples/larkmere/\(file)").path)
    let proposal = ImportProposal(document, fileDigest: RealReport.digest)
    #expect(proposal.recognition.kind == kind)
    // The scorecard has sentences of its own words, which are shown as without a home.
    #expect(kind == "scorecard" || proposal.unplaced.isEmpty, "\(proposal.unplaced)")
    #expect(!proposal.diagnostics.contains { $0.severity == .error })
  }
}
