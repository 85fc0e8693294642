import CorporatePlan
import Testing

@testable import Imports

@Suite("What stands beside figures of several periods is of the right one")
struct BesidePeriodsTests {
  @Test("comments on quarters without their year, beside the actuals of those quarters")
  func commentary() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Indicator,Polarity,Q1 2025/26 Actual,Q1 Commentary,Q2 2025/26 Actual,Q2 Commentary
        Recycling,High,47%,Dry spring,51%,Better
        """)
    #expect(proposal.troubles == [])
    #expect(
      Set(proposal.records("commentary").compactMap { $0.revision.body?["period"]?.scalarText }) == [
        "2025-26-Q1", "2025-26-Q2",
      ])
    // Of a quarter that no actual is of nobody can tell the year.
    let other = try LarkmereSheets.proposal(
      csv: "Indicator,Polarity,Q4 2024/25 Actual,Q1 Actual\nRecycling,High,47%,51%\n")
    #expect(other.troubles == ["period-unreadable"])
  }

  private let scorecard = """
    Scorecard 2025/26,,,,,,
    Indicator,Polarity,Q1 Actual,Q2 Actual,Q3 Actual,RAG,Comment
    Recycling,High,47%,51%,,Green,Better
    """

  @Test("a status and a comment behind the newest quarter are of that quarter and not of the year")
  func behind() throws {
    let proposal = try LarkmereSheets.proposal(csv: scorecard)
    #expect(proposal.troubles == [])
    #expect(proposal.members("printed", "period").values.sorted() == ["2025-26-Q2"])
    #expect(proposal.members("commentary", "period").values.sorted() == ["2025-26-Q2"])
  }

  @Test("each status behind its own quarter, in whatever order")
  func each() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: "Indicator,Polarity,Q2 2025/26,RAG,Q1 2025/26,Status\nRecycling,High,51%,Green,47%,Red\n")
    #expect(proposal.troubles == [])
    #expect(
      proposal.records("printed").compactMap { $0.revision.body }.map {
        "\($0["period"]?.scalarText ?? "") \($0["status"]?.scalarText ?? "")"
      }.sorted() == ["2025-26-Q1 red", "2025-26-Q2 green"])
  }

  @Test("a status that stands elsewhere is asked about")
  func elsewhere() throws {
    let csv = "Indicator,Polarity,RAG,Q1 2025/26,Q2 2025/26\nRecycling,High,Green,47%,51%\n"
    let open = try LarkmereSheets.proposal(csv: csv)
    #expect(open.troubles == ["remark-period"])
    #expect(open.members("printed", "status") == [:])
    #expect(open.unanswered.count == 1)
    let answered = try LarkmereSheets.proposal(csv: csv, answers: ["remark-period": "2025-26-Q1"])
    #expect(answered.members("printed", "period").values.sorted() == ["2025-26-Q1"])
  }

  @Test("a target of the year beside targets of its quarters on record is told")
  func yearTarget() throws {
    let book = try Book().applying(
      LarkmereSheets.proposal(
        csv: "Indicator,Polarity,Period,Target,Actual\nVisits,High,Q1 2025/26,\"596,000\",590000\n"
      ).revisions)
    let csv = "Indicator,Target 2025/26,Q2 2025/26 Actual\nVisits,480000,500000\n"
    let proposal = try LarkmereSheets.proposal(csv: csv, into: book)
    #expect(proposal.troubles == ["year-target-beside"])
    #expect(proposal.diagnostics(.yearTargetBeside).first?.message.contains("596,000 for Q1 2025/26") == true)
    let again = try LarkmereSheets.proposal(csv: csv, into: book.applying(proposal.revisions))
    #expect(again.troubles == [])
  }
}
