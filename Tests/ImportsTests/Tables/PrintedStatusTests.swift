import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Every cell of a column of statuses is recorded or told")
struct PrintedStatusTests {
  private static let csv = """
    Indicator,Target 2025/26,Q2 2025/26,Status
    Recycling,50%,51.2%,★
    Missed bins,60,65,●
    Calls answered,60,65,Grey
    Visits,60,65,Blue
    Web forms,60,65,🟢
    Post,60,65,🔴 behind
    Fax,60,65,★
    Lifts,60,65,🟢🔴
    """

  @Test("a coloured sign is a status, a star and a dot are told, and grey is no rating")
  func words() throws {
    let proposal = try LarkmereSheets.proposal(csv: Self.csv)
    #expect(
      proposal.members("printed", "status") == ["web-forms@2025-26-Q2": "green", "post@2025-26-Q2": "red"])
    #expect(proposal.diagnostics(.wordUnreadable).map(\.verbatim) == ["★", "●", "🟢🔴"])
    let star = try #require(proposal.diagnostics(.wordUnreadable).first)
    #expect(star.message.contains("2 indicators: “Recycling”, “Fax”"), "one word is told once, with all it is of")
    #expect(star.at.hasPrefix("table 1, row 2"))
    #expect(proposal.diagnostics(.statusNone).map(\.verbatim) == ["Grey"])
  }

  @Test("blue says of an action that it is complete; what it says of an indicator is asked")
  func blue() throws {
    let asked = try LarkmereSheets.proposal(csv: Self.csv)
    let question = try #require(asked.diagnostics(.statusOfIndicator).first?.question)
    #expect(question.choices.map(\.id) == ["green", "complete", "none"])
    #expect(asked.members("printed", "status")["visits@2025-26-Q2"] == nil)
    for (answer, status) in [("green", "green"), ("complete", "complete"), ("none", nil)] {
      let answered = try LarkmereSheets.proposal(csv: Self.csv, answers: [question.id: answer])
      #expect(answered.members("printed", "status")["visits@2025-26-Q2"] == status)
    }
  }

  @Test("in a printed report, too")
  func report() throws {
    let told = try Northmere.proposal(["25\tRed\t": "25\tNear enough\t"])
    #expect(told.diagnostics(.wordUnreadable).map(\.verbatim) == ["Near enough"])
    let blue = try Northmere.proposal(["25\tRed\t": "25\tBlue\t"])
    #expect(blue.diagnostics(.statusOfIndicator).count == 1)
  }
}

@Suite("A column of statuses may say what a figure is")
struct StateColumnTests {
  private static let csv = """
    measure_id,measure_name,Period,value,status
    M1,Recycling rate,Q1 2025/26,47.5,final
    M1,Recycling rate,Q2 2025/26,51.2,provisional
    M2,Missed bins,Q1 2025/26,65,estimated
    M3,Delayed discharges,Q1 2025/26,c,suppressed
    M3,Delayed discharges,Q2 2025/26,4,suppressed
    """

  @Test("a provisional figure is kept as one, and one that is marked as suppressed is left out")
  func states() throws {
    let proposal = try LarkmereSheets.proposal(csv: Self.csv)
    #expect(
      proposal.members("actual", "state") == [
        "recycling-rate@2025-26-Q2": "provisional", "missed-bins@2025-26-Q1": "estimated",
      ])
    #expect(proposal.members("actual", "value")["delayed-discharges@2025-26-Q1"] == "suppressed")
    #expect(proposal.members("actual", "value")["delayed-discharges@2025-26-Q2"] == nil)
    #expect(proposal.diagnostics(.figureSuppressed).map(\.verbatim) == ["4"])
    #expect(proposal.diagnostics(.wordUnreadable) == [])
    #expect(proposal.records("printed").isEmpty)
  }
}
