import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Who answers for something is a post, and a person's name stays out of the record")
struct OwnerTests {
  private func proposal(_ answers: [String: String] = [:]) throws -> ImportProposal {
    let text = """
      Ref,Indicator,Responsible officer,Period,Actual
      A1,Homes let,Head of Housing,Q1 2025/26,12
      A2,Homes mended,Zenobia Quillfeather,Q1 2025/26,7
      """
    return ImportProposal(
      try SourceDocument(Array(text.utf8), named: "figures.csv"), fileDigest: RealReport.digest, answers: answers)
  }

  private func owners(_ proposal: ImportProposal) -> [String?] {
    proposal.changes.compactMap { $0.record as? Indicator }.sorted { $0.order < $1.order }.map(\.owner)
  }

  @Test("it is asked, and left out until it is answered: no word of it is to be recorded")
  func asked() throws {
    let proposal = try proposal()
    #expect(owners(proposal) == ["Head of Housing", nil])
    #expect(proposal.unanswered.map(\.code) == [.personOrPost])
    #expect(!proposal.revisions.contains { $0.body?.canonical.contains("Quillfeather") ?? false })
  }

  @Test("a team that looks like a name is kept when somebody says so")
  func kept() throws {
    #expect(owners(try proposal(["person-or-post": "post"])) == ["Head of Housing", "Zenobia Quillfeather"])
    #expect(owners(try proposal(["person-or-post": "person"])) == ["Head of Housing", nil])
  }
}
