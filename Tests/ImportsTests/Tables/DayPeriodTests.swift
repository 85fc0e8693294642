import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Figures for days go to the periods that the days end, indicator by indicator, and doubts are asked about")
struct DayPeriodTests {
  private func actuals(_ csv: String, period: String? = nil, answers: [String: String] = [:]) throws -> [String] {
    try LarkmereSheets.proposal(csv: csv, period: period, answers: answers).members("actual", "value").keys.sorted()
  }

  @Test("a day that ends a quarter and no half-year makes quarters, also where all rows have the same day")
  func quarters() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: "KPI,Polarity,Date,Value\nRecycling,High,30/06/2025,5\nMissed,Low,30/06/2025,7\nHomes,High,31/12/2024,7\n")
    #expect(
      proposal.members("actual", "value") == [
        "recycling@2025-26-Q1": "5", "missed@2025-26-Q1": "7", "homes@2024-25-Q3": "7",
      ])
    #expect(proposal.troubles == [])
    #expect(
      try actuals("KPI,Date,Value\nRecycling,2025-06-30,5\nRecycling,2025-12-31,7\n") == [
        "recycling@2025-26-Q1", "recycling@2025-26-Q3",
      ])
  }

  @Test("a quarterly indicator beside a monthly one stays quarterly")
  func mixed() throws {
    let csv = """
      KPI,Date,Value
      Recycling,30/06/2025,5
      Recycling,30/09/2025,7
      Calls,30/04/2025,1
      Calls,31/05/2025,2
      Calls,30/06/2025,3
      """
    let all = [
      "calls@2025-M04", "calls@2025-M05", "calls@2025-M06", "recycling@2025-26-Q1", "recycling@2025-26-Q2",
    ]
    #expect(try actuals(csv) == all)
    // Of one with a single such day nobody can tell any more.
    let more = try LarkmereSheets.proposal(csv: csv + "\nHomes,30/06/2025,9\n")
    #expect(more.members("actual", "value").keys.sorted() == all)
    #expect(more.diagnostics(.daysUnclear).map(\.at) == ["table 1, row 7"])
  }

  @Test(
    "the last day of a year may be that of a month or quarter: it is asked once, unless something says it",
    arguments: [("month", "2025-M03"), ("quarter", "2024-25-Q4"), ("half-year", "2024-25-H2"), ("year", "2024-25")])
  func asked(answer: String, period: String) throws {
    let csv = "KPI,Polarity,Date,Value\nRecycling,High,31/03/2025,5\nMissed,Low,31/03/2025,7\n"
    let open = try LarkmereSheets.proposal(csv: csv)
    #expect(open.troubles == ["days-unclear"])
    #expect(open.unanswered.count == 1)
    #expect(open.members("actual", "value") == [:])
    let question = try #require(open.diagnostics(.daysUnclear).first?.question)
    #expect(question.choices.map(\.id) == ["month", "quarter", "half-year", "year"])
    for answers in [["days-unclear": answer], [question.id: answer]] {
      #expect(try actuals(csv, answers: answers) == ["missed@\(period)", "recycling@\(period)"])
    }
    #expect(try actuals(csv, period: period) == ["missed@\(period)", "recycling@\(period)"])
    let said = csv.replacing("KPI,", with: "Frequency,KPI,").replacing("Recycling", with: "\(answer),Recycling")
      .replacing("Missed", with: "\(answer),Missed")
    #expect(try actuals(said) == ["missed@\(period)", "recycling@\(period)"])
  }

  @Test(
    "days of two years, of two half-years, and first days",
    arguments: [
      (["31/03/2024", "31/03/2025"], ["2023-24", "2024-25"]),
      (["30/09/2024", "31/03/2025"], ["2024-25-H1", "2024-25-H2"]),
      (["01/04/2025", "01/07/2025"], ["2025-26-Q1", "2025-26-Q2"]),
      (["01/04/2025", "01/05/2025"], ["2025-M04", "2025-M05"]), (["30/04/2025"], ["2025-M04"]),
      (["30/06/2024", "30/06/2025"], []), (["15/07/2025"], []), (["01/07/2025"], []),
    ])
  func several(days: [String], periods: [String]) throws {
    let rows = days.map { "Recycling,High,\($0),5\n" }.joined()
    let proposal = try LarkmereSheets.proposal(csv: "KPI,Polarity,Date,Value\n" + rows)
    #expect(proposal.members("actual", "value").keys.sorted() == periods.map { "recycling@\($0)" })
    #expect(proposal.troubles == (periods.isEmpty ? ["days-unclear"] : []))
  }

  @Test("a day among quarters is one of them")
  func amongOthers() throws {
    let csv = "KPI,Period,Value\nRecycling,Q1 2025/26,5\nMissed,30/09/2025,7\n"
    #expect(try actuals(csv) == ["missed@2025-26-Q2", "recycling@2025-26-Q1"])
    #expect(try actuals(csv.replacing("Q1 2025/26", with: "Aug-25")) == ["missed@2025-M09", "recycling@2025-M08"])
  }

  @Test(
    "the heading over the days says what they end",
    arguments: [
      ("Quarter ending", "31/03/2025", "2024-25-Q4"), ("Quarter end", "30/06/2025", "2025-26-Q1"),
      ("Month ending", "31/03/2025", "2025-M03"), ("Year ending", "31/03/2025", "2024-25"),
      ("Period", "Quarter ending 31/03/2025", "2024-25-Q4"),
    ])
  func heading(heading: String, day: String, period: String) throws {
    #expect(try actuals("KPI,\(heading),Value\nRecycling,\(day),5\n") == ["recycling@\(period)"])
  }

  @Test("real dates of a spreadsheet say the quarter")
  func sheet() throws {
    let proposal = try LarkmereSheets.proposal(
      Workbook.Sheet(
        "KPIs", columns: ["KPI", "Good is", "Quarter end", "Actual", "Target"],
        rows: [
          [.text("Recycling"), .text("High"), .day("2025-06-30"), .percent("47.5"), .percent("50")],
          [.text("Calls"), .text("High"), .day("2025-06-30"), .percent("82"), .percent("85")],
        ]))
    #expect(proposal.members("actual", "value") == ["recycling@2025-26-Q1": "47.5%", "calls@2025-26-Q1": "82%"])
    #expect(proposal.troubles == [])
  }

  @Test("a quarterly indicator's figures for the ends of months are those of months, and that is told")
  func finer() throws {
    let book = try Book().applying(
      LarkmereSheets.proposal(csv: "Code,Name,Polarity,Frequency\nC1,Calls,High,Quarterly\n").revisions)
    for csv in [
      "Code,Name,Date,Value\nC1,Calls,30/04/2025,80%\nC1,Calls,31/05/2025,81%\n",
      "Code,Name,Apr-25,May-25\nC1,Calls,80%,81%\n",
    ] {
      let proposal = try LarkmereSheets.proposal(csv: csv, into: book)
      #expect(proposal.members("actual", "value") == ["calls@2025-M04": "80%", "calls@2025-M05": "81%"])
      #expect(proposal.troubles == ["figures-finer"])
      #expect(proposal.diagnostics(.figuresFiner).first?.message.contains("single months of “Calls”") == true)
    }
    let quarters = try LarkmereSheets.proposal(
      csv: "Code,Name,Date,Value\nC1,Calls,30/06/2025,80%\nC1,Calls,01/07/2025,81%\n", into: book)
    #expect(quarters.members("actual", "value").keys.sorted() == ["calls@2025-26-Q1", "calls@2025-26-Q2"])
    #expect(quarters.troubles == [])
  }

  @Test("rows of a year beside it do not make a day in June the end of a year")
  func besideYears() throws {
    #expect(
      try actuals("Indicator,Period,Actual\nBins,30/06/2025,12\nFly tips,2024/25,50\n")
        == ["bins@2025-26-Q1", "fly-tips@2024-25"])
  }

  @Test("real dates in the headings are months or quarters by how far they are apart")
  func headings() throws {
    let months = try LarkmereSheets.proposal(
      csv: "Indicator,Polarity,2025-04-01,2025-05-01,2025-06-01\nCalls,High,90%,91%,92%\n")
    #expect(months.members("actual", "value").keys.sorted() == ["calls@2025-M04", "calls@2025-M05", "calls@2025-M06"])
    #expect(months.troubles == [])
    #expect(
      try actuals("Indicator,30/06/2025,30/09/2025\nCalls,90%,91%\n") == ["calls@2025-26-Q1", "calls@2025-26-Q2"])
    let csv = "Indicator,Polarity,As at 31/03/2025\nCalls,High,90%\n"
    #expect(try LarkmereSheets.proposal(csv: csv).troubles == ["days-unclear"])
    #expect(try actuals(csv, answers: ["days-unclear": "quarter"]) == ["calls@2024-25-Q4"])
  }

  @Test(
    "a date beside figures whose headings name their periods is none of them",
    arguments: ["Last updated", "Seen", "Date"])
  func lastUpdated(heading: String) throws {
    let proposal = try LarkmereSheets.proposal(
      csv: "KPI,Polarity,Q2 2025/26 Actual,Target,\(heading)\nInvoices,High,96.1%,95%,03/10/2025\nVisits,High,12,11,\n")
    #expect(proposal.members("actual", "value") == ["invoices@2025-26-Q2": "96.1%", "visits@2025-26-Q2": "12"])
    #expect(proposal.members("target", "target").count == 2)
    #expect(proposal.troubles == [heading == "Seen" ? "column-not-understood" : "column-without-home"])
  }

  @Test("a period that is not understood is told where it stands")
  func place() throws {
    let proposal = try LarkmereSheets.proposal(
      Workbook.Sheet(
        "KPIs", columns: ["Indicator", "Value", "Period"],
        rows: [[.text("Homes let"), .percent("91"), .text("Q5 2024/25")]]))
    #expect(proposal.diagnostics(.periodUnreadable).map(\.at) == ["sheet 'KPIs', cell C2"])
  }
}
