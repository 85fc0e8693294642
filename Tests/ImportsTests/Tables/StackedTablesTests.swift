import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Several tables may stand below one another in one sheet or list")
struct StackedTablesTests {
  @Test("indicators above actions: each is read as what it is, and no figure becomes a title")
  func both() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Q2 2025/26,,
        Indicator,Target,Q2 2025/26
        Recycling rate,50%,51%
        Missed bins,60,65
        ,,
        Action,Owner,Status
        Plant trees,Head of Parks,Green
        """)
    #expect(
      proposal.members("actual", "value") == ["recycling-rate@2025-26-Q2": "51%", "missed-bins@2025-26-Q2": "65"])
    #expect(proposal.members("item", "title").values.sorted() == ["Plant trees"])
    #expect(
      proposal.members("update", "judged") == ["plant-trees@2025-26-Q2": "green"], "the title's quarter goes for both")
    #expect(proposal.diagnostics(.tableTitle).map(\.verbatim) == ["Q2 2025/26"])
    #expect(proposal.troubles == [])
  }

  @Test("a heading from a web page, with a space that does not break, heads a table too")
  func hardSpace() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Indicator\u{A0},Target,Q2 2025/26
        Recycling rate,50%,51%
        ,,
        Action\u{A0},Owner,Status
        Plant trees,Head of Parks,Green
        """, period: "2025-26-Q2")
    #expect(proposal.members("actual", "value") == ["recycling-rate@2025-26-Q2": "51%"])
    #expect(proposal.members("item", "title").values.sorted() == ["Plant trees"])
  }

  @Test("the same headings under the title of another quarter are for its figures")
  func quarters() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Q1 2025/26,,
        Indicator,Target,Actual
        Recycling rate,50%,51%

        Q2 2025/26,,
        Indicator,Target,Actual
        Recycling rate,50%,53%
        Missed bins,60,65
        """)
    #expect(
      proposal.members("actual", "value") == [
        "recycling-rate@2025-26-Q1": "51%", "recycling-rate@2025-26-Q2": "53%", "missed-bins@2025-26-Q2": "65",
      ])
  }

  @Test("a third one that nobody understands is told row by row with its place")
  func third() throws {
    let proposal = try LarkmereSheets.proposal(
      Workbook.Sheet(
        "Q2", title: "Q2 2025/26", columns: ["Indicator", "Target", "Actual"],
        rows: [
          [.text("Recycling rate"), .percent("50"), .percent("51")], [.empty],
          [.text("Action"), .text("Owner"), .text("Status")],
          [.text("Plant trees"), .text("Head of Parks"), .text("Green")], [.empty],
          [.text("Risk"), .text("Likelihood"), .text("Impact"), .text("Mitigation")],
          [.text("Cyber attack"), .number("4"), .number("5"), .text("Backups")],
        ]))
    #expect(proposal.recognition.kind == "indicator-table")
    #expect(proposal.counts.actuals == 1)
    #expect(proposal.members("item", "title").values.sorted() == ["Plant trees"])
    let told = proposal.diagnostics(.unplaced)
    #expect(told.map(\.verbatim) == ["Risk | Likelihood | Impact | Mitigation", "Cyber attack | 4 | 5 | Backups"])
    #expect(proposal.unplaced.map(\.verbatim) == told.map(\.verbatim), "on the list of what found no home")
    #expect(proposal.unplaced.allSatisfy { $0.at.contains("cell A") })
  }

  @Test("headings that are printed again, and words of headings within rows, begin no other table")
  func one() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Indicator,Polarity,Q1 2025/26,Q2 2025/26
        Recycling rate,High,50%,51%
        Indicator,Polarity,Q1 2025/26,Q2 2025/26
        Measure,High,60,65
        Project,Low,6,7
        """)
    #expect(proposal.counts.indicators == 3)
    #expect(proposal.counts.actuals == 6)
    #expect(proposal.troubles == [])
  }
}

@Suite("What stands in a column beats its heading")
struct ContentBeatsHeadingTests {
  @Test("a priority of High or Low is one: it does not say which way is good, and an action stays an action")
  func highPriority() throws {
    let indicators = try LarkmereSheets.proposal(
      csv: "KPI,Priority,Q1 2025/26 Actual\nMissed bins,High,12\nCalls,High,90%\nVisits,Low,7\n")
    #expect(Set(indicators.members("indicator", "polarity").values) == ["none"])
    let actions = try LarkmereSheets.proposal(
      csv: "Title,Priority,Due,Status\nPlant trees,High,31/03/2026,Green\nMend roads,Low,31/03/2026,Red\n",
      period: "2025-26-Q2")
    #expect(actions.counts.indicators == 0)
    #expect(actions.members("item", "title").values.contains("Plant trees"))
  }

  @Test(
    "which way is good, under whatever heading",
    arguments: [("Aim", "Aim to Maximise", "Data Only"), ("Direction", "Higher is better", "Lower is better")])
  func polarity(heading: String, first: String, second: String) throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        KPI,\(heading),Period,Actual
        Recycling rate,\(first),Q2 2025/26,51
        Missed bins,\(second),Q2 2025/26,60
        """)
    #expect(proposal.members("indicator", "polarity")["recycling-rate"] == "high")
    #expect(proposal.records("item").isEmpty)
    #expect(proposal.diagnostics(.wordUnreadable) == [])
  }

  @Test("arrows under “Direction” say which way it went, and are no polarity")
  func arrows() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: "KPI,Direction,Period,Actual\nRecycling rate,↑,Q2 2025/26,51\nMissed bins,↓,Q2 2025/26,60\n")
    #expect(proposal.members("indicator", "polarity").values.allSatisfy { $0 == "none" })
    #expect(proposal.diagnostics(.trendNotKept).count == 1)
  }

  @Test("a goal of 46% is a target, and numbers of goals are asked about")
  func goal() throws {
    let goals = try LarkmereSheets.proposal(
      csv: "Metric,Goal,Actual,Period\nRecycling,46%,50%,Q1 2025/26\nRecycling,46%,52%,Q2 2025/26\n")
    #expect(goals.members("target", "target").values.sorted() == ["46%", "46%"])
    #expect(goals.records("item").isEmpty)
    let numbers = try LarkmereSheets.proposal(
      csv: "Metric,Goal,Actual,Period\nRecycling,1,50%,Q1 2025/26\nVisits,2,52%,Q1 2025/26\n")
    let question = try #require(numbers.diagnostics(.columnUnknown).first?.question)
    #expect(question.choices.map(\.id).contains("target"))
    #expect(question.choices.map(\.id).contains("priority"))
    #expect(numbers.records("target").isEmpty)
  }

  @Test(
    "a description is the name where there is no other",
    arguments: ["KPI description", "PI description", "Measure description"])
  func description(heading: String) throws {
    let proposal = try LarkmereSheets.proposal(
      csv: "Service,\(heading),2023/24 Outturn,2025/26 Target\nWaste,Recycling rate,44%,50%\n")
    #expect(proposal.members("indicator", "name").values.sorted() == ["Recycling rate"])
    #expect(proposal.counts.actuals == 1)
  }

  @Test("BRAG is a status, and what ends is due")
  func brag() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        No,Action,Lead officer,Start,End,BRAG,Zorp
        1,Plant 500 trees,Head of Parks,01/04/2025,31/03/2026,G,x
        2,Open two parks,Head of Parks,01/04/2025,30/09/2026,B,y
        """, period: "2025-26-Q2")
    #expect(proposal.members("item", "due").values.sorted() == ["2026-03-31", "2026-09-30"])
    #expect(proposal.members("update", "judged") == ["plant-500-trees@2025-26-Q2": "green"])
    #expect(proposal.members("update", "stage")["open-two-parks@2025-26-Q2"] == "complete", "B beside G is blue")
    let question = try #require(proposal.diagnostics(.columnUnknown).first?.question)
    #expect(question.choices.map(\.id).contains("progress"))
    #expect(!question.choices.map(\.id).contains("status"), "another column has it")
  }
}

@Suite("A column that says nothing is asked about with all that it may be")
struct UnknownColumnTests {
  @Test("beside months there may be the figures of their year")
  func yearToDate() throws {
    let csv = "Indicator,Apr-25,May-25,YTD\nVisits,41000,39500,80500\n"
    let asked = try LarkmereSheets.proposal(csv: csv)
    let question = try #require(asked.diagnostics(.columnUnknown).first?.question)
    #expect(Set(question.choices.map(\.id)).isSuperset(of: ["status", "target", "actual 2025-26", "target 2025-26"]))
    let answered = try LarkmereSheets.proposal(csv: csv, answers: [question.id: "actual 2025-26"])
    #expect(answered.members("actual", "value")["visits@2025-26"] == "80500")
    #expect(answered.counts.actuals == 3)
  }
}

@Suite("Figures of several areas are not mixed")
struct AreaTests {
  private static let csv = """
    code,name,area,Period,value
    M1,Recycling rate,Larkshire,Q1 2025/26,47.5
    M1,Recycling rate,England,Q1 2025/26,44
    M2,Missed bins,Larkshire,Q1 2025/26,72
    """

  @Test("whose figures the indicators have is asked once, and none is taken before")
  func asked() throws {
    let proposal = try LarkmereSheets.proposal(csv: Self.csv)
    #expect(proposal.diagnostics(.figureTwice) == [])
    #expect(proposal.counts.actuals == 0)
    let question = try #require(proposal.diagnostics(.areasMixed).first?.question)
    #expect(question.choices.map(\.id) == ["larkshire", "england"])
    let answered = try LarkmereSheets.proposal(csv: Self.csv, answers: [question.id: "larkshire"])
    #expect(
      answered.members("actual", "value") == ["recycling-rate@2025-26-Q1": "47.5", "missed-bins@2025-26-Q1": "72"])
    #expect(answered.diagnostics(.areaLeftOut).map(\.verbatim) == ["England"])
  }

  @Test("a column of areas that splits nothing is asked about like any other, and one area is only noted")
  func notSplit() throws {
    let services = try LarkmereSheets.proposal(
      csv: "Area,Indicator,Q1 2025/26\nWaste,Recycling rate,47.5\nHousing,Homes let,12\n")
    #expect(services.counts.actuals == 2)
    #expect(services.diagnostics(.columnUnknown).count == 1)
    let one = try LarkmereSheets.proposal(
      csv: "Area,Indicator,Q1 2025/26\nLarkshire,Recycling rate,47.5\nLarkshire,Homes let,12\n")
    #expect(one.troubles == [])
    #expect(one.diagnostics(.columnUnused).map(\.verbatim) == ["Area: Larkshire"])
  }
}

@Suite("An error of a spreadsheet is no figure")
struct SheetErrorTests {
  @Test("of whatever kind, as actual or target", arguments: ["#N/A", "#REF!", "#DIV/0!", "#n/a", "#VALUE!"])
  func errors(error: String) throws {
    let proposal = try LarkmereSheets.proposal(
      csv: "Indicator,Unit,Target 2025/26,Q1 2025/26\nHomes let,%,90%,\(error)\nHomes mended,%,\(error),88%\n")
    #expect(proposal.members("actual", "value") == ["homes-mended@2025-26-Q1": "88%"])
    #expect(proposal.members("target", "target") == ["homes-let@2025-26": "90%"])
    #expect(proposal.diagnostics(.figureUnreadable).map(\.verbatim) == [error, error])
  }

  @Test("nor the name or owner of an action")
  func actions() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: "Action,Owner,Status\nPlant trees,#N/A,#REF!\n#REF!,Head of Parks,Green\n", period: "2025-26-Q2")
    #expect(proposal.members("item", "title").values.sorted() == ["Plant trees"])
    #expect(proposal.members("item", "owner") == [:])
    #expect(proposal.diagnostics(.wordUnreadable).map(\.verbatim) == ["#N/A", "#REF!"])
    #expect(proposal.diagnostics(.itemUntitled).count == 1)
  }

  @Test("nor the name of an indicator: without a code its row has no name at all")
  func names() throws {
    let proposal = try LarkmereSheets.proposal(csv: "Ref,Indicator,Q1 2025/26\nH1,Homes let,88%\n,#N/A,70%\n")
    #expect(proposal.members("actual", "value") == ["homes-let@2025-26-Q1": "88%"])
    #expect(proposal.diagnostics(.indicatorUnnamed).count == 1)
    #expect(proposal.diagnostics(.indicatorUnknown).isEmpty)
  }

  @Test("nor a word that says something of an indicator")
  func words() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: "Indicator,Lead officer,Q1 2025/26\nHomes let,#REF!,88%\n")
    #expect(proposal.members("indicator", "owner") == [:])
    #expect(proposal.diagnostics(.wordUnreadable).map(\.verbatim) == ["#REF!"])
  }
}
