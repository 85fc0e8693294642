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

  @Test("where rows name two people, the message that is kept with the file names neither")
  func messages() throws {
    let text = """
      Ref,Indicator,Responsible officer,Period,Actual
      A2,Homes mended,Zenobia Quillfeather,Q1 2025/26,7
      A2,Homes mended,Barnaby Quillfeather,Q2 2025/26,9
      """
    let proposal = ImportProposal(
      try SourceDocument(Array(text.utf8), named: "figures.csv"), fileDigest: RealReport.digest)
    #expect(proposal.diagnostics.contains { $0.code == .definitionTwice })
    #expect(!proposal.revisions.contains { $0.body?.canonical.contains("Quillfeather") ?? false })
  }

  @Test("a team that looks like a name is kept when somebody says so")
  func kept() throws {
    #expect(owners(try proposal(["person-or-post": "post"])) == ["Head of Housing", "Zenobia Quillfeather"])
    #expect(owners(try proposal(["person-or-post": "person"])) == ["Head of Housing", nil])
  }

  private func actions(_ owner: String, _ answers: [String: String] = [:]) throws -> ImportProposal {
    try LarkmereSheets.proposal(
      csv: "Action,Owner,Due date\nOpen a park,\"\(owner)\",30/09/2026\n", period: "2026-27-Q1", answers: answers)
  }

  @Test(
    "a name or an address beside a post is asked about, and the post alone may be kept",
    arguments: [
      ("Jane Smith (Head of Parks)", "Head of Parks"),
      ("Cllr Ann Brown, Portfolio Holder for Parks", "Portfolio Holder for Parks"),
      ("Cllr Ann Brown Portfolio Holder for Parks", "Portfolio Holder for Parks"),
      ("Ann Brown / Head of Parks", "Head of Parks"), ("Head of Parks - J. Brown", "Head of Parks"),
      ("Ann Brown\nHead of Parks", "Head of Parks"), ("Head of Parks (ann.brown@larkmere.gov.uk)", "Head of Parks"),
      ("Head of Parks and Leisure (Jane)", "Head of Parks and Leisure"),
    ])
  func beside(owner: String, post: String) throws {
    let asked = try actions(owner)
    #expect(asked.members("item", "owner") == [:])
    let question = try #require(asked.diagnostics(.personOrPost).first?.question)
    #expect(question.choices.map(\.id) == ["post-only", "post", "person"])
    #expect(try actions(owner, [question.id: "post-only"]).members("item", "owner").values.sorted() == [post])
    #expect(try actions(owner, [question.id: "person"]).members("item", "owner") == [:])
  }

  @Test(
    "a name or an address alone",
    arguments: [
      "Dr P. Patel", "a.brown@larkmere.gov.uk", "Jane Green", "Smith, Jane", "Jane Smith and Tom Lee", "Pieter van Dam",
      "01632 960 001",
    ])
  func alone(owner: String) throws {
    let asked = try actions(owner)
    #expect(asked.members("item", "owner") == [:])
    #expect(asked.diagnostics(.personOrPost).first?.question?.choices.map(\.id) == ["post", "person"])
  }

  @Test(
    "posts and teams are kept without a question",
    arguments: [
      "Head of Parks", "Director of Place (Clean Streets)", "Waste & Recycling", "Revenues and Benefits", "Lettings",
      "Head of Legal / Monitoring Officer", "Portfolio Holder for Parks, Leisure and Culture", "Strategic Director",
      "Fleet Manager", "Bereavement Services", "Green Spaces Team", "Head of Parks (Environment)",
    ])
  func posts(owner: String) throws {
    let proposal = try actions(owner)
    #expect(proposal.diagnostics(.personOrPost) == [])
    #expect(proposal.members("item", "owner").values.sorted() == [owner])
  }
}
