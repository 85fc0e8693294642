import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("A table's figures go to the periods they are of")
struct TablePeriodTests {
  @Test("what a row says of the period before is that period's, and the period's own row comes first")
  func previous() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Indicator,Polarity,Period,Actual,Previous,Same period last year
        Homes let,High,Q2 2024/25,91%,88%,80%
        Homes let,High,Q3 2024/25,93%,91%,81%
        Homes let,High,Q4 2024/25,94%,92%,82%
        """)
    #expect(
      proposal.members("actual", "value") == [
        "homes-let@2024-25-Q1": "88%", "homes-let@2024-25-Q2": "91%", "homes-let@2024-25-Q3": "93%",
        "homes-let@2024-25-Q4": "94%", "homes-let@2023-24-Q2": "80%", "homes-let@2023-24-Q3": "81%",
        "homes-let@2023-24-Q4": "82%",
      ])
    #expect(proposal.troubles == ["previous-differs"])
    #expect(proposal.diagnostics(.previousDiffers).map(\.verbatim) == ["92%"])
    #expect(
      proposal.body("actual", "homes-let@2024-25-Q1")?["source"] == "larkmere.csv, table 1, row 2, column 5")
  }

  @Test("numbers of months beside a financial year count from January or from April: it is asked once")
  func months() throws {
    let csv = "Indicator,Polarity,Year,Month,Actual\nCalls,High,2024/25,1,90%\nCalls,High,2024/25,4,92%\n"
    let open = try LarkmereSheets.proposal(csv: csv)
    #expect(open.troubles == ["month-unclear"])
    #expect(open.members("actual", "value") == [:])
    #expect(
      try LarkmereSheets.proposal(csv: csv, answers: ["month-unclear": "january"]).members("actual", "value") == [
        "calls@2025-M01": "90%", "calls@2024-M04": "92%",
      ])
    #expect(
      try LarkmereSheets.proposal(csv: csv, answers: ["month-unclear": "april"]).members("actual", "value") == [
        "calls@2024-M04": "90%", "calls@2024-M07": "92%",
      ])
    #expect(
      try LarkmereSheets.proposal(csv: csv.replacing("2024/25", with: "2024")).members("actual", "value") == [
        "calls@2024-M01": "90%", "calls@2024-M04": "92%",
      ])
    #expect(
      try LarkmereSheets.proposal(csv: csv.replacing(",1,", with: ",Jan,").replacing(",4,", with: ",Apr,")).troubles
        == [])
  }

  @Test("a title that names a period is told like any other")
  func title() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: "Performance in Q2 2024/25,,\nWhat we saw,,\nIndicator,Polarity,Actual\nCalls,High,90%\n")
    #expect(proposal.diagnostics(.tableTitle).map(\.verbatim) == ["Performance in Q2 2024/25", "What we saw"])
    #expect(proposal.members("actual", "value") == ["calls@2024-25-Q2": "90%"])
  }

  @Test(
    "the ages of people are no years",
    arguments: [
      ("NEET among 16-17 year olds", nil), ("People aged 18-19 in care", nil), ("Outturn 16-17", "2016-17"),
      ("Q1 16/17", "2016-17-Q1"),
    ])
  func ages(text: String, period: String?) {
    #expect(SpelledPeriod.find(in: text)?.0.plain?.code == period)
  }

  @Test("what was settled of one kind of document is not applied to another with the same headings")
  func recipes() throws {
    let csv = "Ref,Indicator,Polarity,Q1 2024/25,Mystery\nH1,Calls,High,90%,Slow\n"
    let settled = try LarkmereSheets.proposal(csv: csv, columns: ["Mystery": "comment"])
    let recipe = try #require(settled.changes.compactMap { $0.record as? ImportRecipe }.first)
    let book = try Book().applying(settled.revisions)
    let again = try LarkmereSheets.proposal(csv: csv, into: book)
    #expect(again.members("commentary", "text").count == 1)
    let forced = try LarkmereSheets.proposal(csv: csv, kind: "service-plan", into: book)
    #expect(forced.mapping.flatMap(\.columns).allSatisfy { $0.heading != "Mystery" || $0.meaning != .plain(.comment) })
    // The same headings were settled for another kind as well: each kind has its own.
    let other = ImportRecipe(
      id: recipe.id.replacing("indicator-table", with: "a-pentana"), recognisedAs: "pentana",
      columns: [ImportRecipe.Column("Mystery", "owner")], answers: [])
    let both = try LarkmereSheets.proposal(csv: csv, into: book.applying([other.revision]))
    #expect(both.recognition.kind == "indicator-table")
    #expect(both.members("commentary", "text").count == 1)
    #expect(both.members("indicator", "owner") == [:])
  }

  @Test("a chart outside a scorecard is told with its figures, since nothing is taken from it")
  func charts() throws {
    let table = try SourceDocument(
      Array("Indicator,Polarity,Q1 2024/25\nCalls,High,90%\n".utf8), named: "larkmere.csv")
    let chart = SourceChart(
      title: "Calls", categories: ["Q1", "Q2"], series: [SourceChart.Series(values: ["90", nil])], at: .chart(1))
    let document = SourceDocument(
      name: "larkmere.docx", kind: .word, blocks: table.blocks + [.chart(chart)], notes: [])
    let proposal = ImportProposal(document, fileDigest: RealReport.digest, kind: "indicator-table")
    #expect(proposal.members("actual", "value").count == 1)
    #expect(proposal.diagnostics(.chartNotTaken).map(\.verbatim) == ["Q1 90, Q2 –"])
    #expect(proposal.diagnostics(.chartNotTaken).map(\.at) == ["chart 1"])
  }
}
