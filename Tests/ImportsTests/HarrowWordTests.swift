import CorporatePlan
import Documents
import Foundation
import Programs
import Testing

@testable import Imports

@Suite("The Word document of the Harrow report", .enabled(if: RealReport.isPresent, RealReport.absent))
struct HarrowWordTests {
  @Test("gives the same records as its text")
  func same() async throws {
    let (word, text) = (try await Self.ofWord.value, try RealReport.ofText.get())
    #expect(Self.comparable(word) == Self.comparable(text))
    #expect(word.unplaced == [])
    #expect(word.counts == text.counts)
  }

  @Test("tells the printed statuses by their colours")
  func colours() async throws {
    let word = try await Self.ofWord.value
    #expect(word.printedTally?.byStatus.map(\.count) == [43, 8, 13])
    let evidence = word.records("printed").compactMap { $0.revision.body?["evidence"]?.string }
    #expect(evidence.count == 64)
    #expect(evidence.allSatisfy { $0.hasPrefix("the colour of its mark") })
  }

  @Test("has the same contradictions as its text")
  func diagnostics() async throws {
    let (word, text) = (try await Self.ofWord.value, try RealReport.ofText.get())
    func codes(_ proposal: ImportProposal) -> [String] {
      proposal.diagnostics.map(\.code.rawValue).filter { $0 != "page-number" }.sorted()
    }
    #expect(codes(word) == codes(text))
  }

  /// The records without what must differ: the file, the place in it, and how a status showed.
  private static func comparable(_ proposal: ImportProposal) -> [String] {
    proposal.changes.filter { $0.revision.kind != "source" }.map { change in
      guard case .members(let members)? = change.revision.body else { return change.revision.record }
      let kept = members.filter { !["source", "evidence"].contains($0.key) }
      return "\(change.revision.kind) \(change.revision.record) \(JSON.members(kept).canonical)"
    }
  }

  private static let ofWord = Task { try await proposal() }

  private static func proposal() async throws -> ImportProposal {
    let file = FileManager.default.temporaryDirectory.appending(path: "scorecard-\(UUID().uuidString).docx")
    defer { try? FileManager.default.removeItem(at: file) }
    let script = RealReport.root.appending(path: "Tests/ImportsTests/Fixtures/make_scorecard_docx.py")
    let python = Program("/usr/bin/env", ["python3", script.path, RealReport.text.path, file.path])
    try #require(try await python.run() == 0)
    return ImportProposal(try SourceDocument(path: file.path), fileDigest: RealReport.digest)
  }
}
