import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("A plain table of indicators is read in any order of its columns")
struct IndicatorTableTests {
  @Test("a name written in two ways under one code is one indicator, also where another name has that code first")
  func oneID() throws {
    let text = """
      Ref,Indicator,Period,Actual
      PI-3,Bins missed,Q1 2024/25,5
      PI-1,Calls answered,Q1 2024/25,80%
      PI-3,Calls answered,Q1 2024/25,70%
      PI-3,CALLS answered,Q1 2024/25,71%
      PI-3,CALLS answered,Q2 2024/25,72%
      """
    let proposal = ImportProposal(
      try SourceDocument(Array(text.utf8), named: "values.csv"),
      fileDigest: "sha256:" + String(repeating: "0", count: 64), council: "Larkmere")
    let ids = proposal.changes.map { "\($0.revision.kind) \($0.revision.record)" }
    #expect(ids.count == Set(ids).count, "no record is there twice, of which the last would win")
    #expect(proposal.counts.actuals == 3)
    #expect(
      proposal.diagnostics.contains { $0.verbatim.contains("71%") || $0.message.contains("71%") }, "both are told")
  }

  @Test("one row for each indicator, its quarter said in the title")
  func oneQuarter() throws {
    let proposal = try LarkmereSheets.proposal(
      Workbook.Sheet(
        "Scorecard", title: "Larkmere performance, Q2 2024/25",
        columns: [
          "Ref", "Measure", "Good is", "2024/25 Target", "Target", "Actual", "RAG", "Lead officer", "Narrative",
        ],
        rows: [
          [
            .text("H1"), .text("Homes let within 20 days"), .text("High"), .percent("90"), .percent("88"),
            .percent("86.5"), .text("Amber"), .text("Head of Homes"), .text("Two long voids."),
          ],
          [
            .text("W1"), .text("Missed bins per 100,000"), .text("Low"), .number("50"), .number("45"), .number("41"),
            .text("Green"), .text("Head of Waste"), .empty,
          ],
        ]))
    #expect(proposal.recognition.kind == "indicator-table")
    #expect(proposal.period?.code == "2024-25-Q2")
    #expect(proposal.troubles == [])
    #expect(proposal.unplaced == [])
    #expect(
      proposal.members("target", "target") == [
        "homes-let-within-20-days@2024-25": "90%", "homes-let-within-20-days@2024-25-Q2": "88%",
        "missed-bins-per-100-000@2024-25": "50", "missed-bins-per-100-000@2024-25-Q2": "45",
      ])
    #expect(
      proposal.members("actual", "value") == [
        "homes-let-within-20-days@2024-25-Q2": "86.5%", "missed-bins-per-100-000@2024-25-Q2": "41",
      ])
    #expect(proposal.members("indicator", "polarity").values.sorted() == ["high", "low"])
    #expect(proposal.members("indicator", "code").values.sorted() == ["H1", "W1"])
    #expect(proposal.members("indicator", "unit").values.sorted() == ["%", "number"])
    #expect(proposal.members("indicator", "owner").values.sorted() == ["Head of Homes", "Head of Waste"])
    #expect(proposal.members("printed", "status").values.sorted() == ["amber", "green"])
    #expect(proposal.members("commentary", "text").values.sorted() == ["Two long voids."])
    #expect(
      proposal.body("actual", "missed-bins-per-100-000@2024-25-Q2")?["source"]
        == "larkmere.xlsx, sheet 'Scorecard', cell F4")
  }

  @Test("what the workbook shows with a pound sign is money, in pounds and pence")
  func money() throws {
    let pounds = Workbook.FigureFormat(.pounds, decimals: 0)
    let proposal = try LarkmereSheets.proposal(
      Workbook.Sheet(
        "KPIs", columns: ["Indicator", "Good is", "Target Q2 2025/26", "Actual Q2 2025/26"],
        rows: [
          [.text("Rent arrears"), .text("Low"), .figure("400000", pounds), .figure("412345.678", pounds)],
          [.text("Visits"), .text("High"), .number("12"), .number("14")],
        ]))
    #expect(proposal.members("indicator", "unit") == ["rent-arrears": "£", "visits": "number"])
    #expect(proposal.members("indicator", "decimals") == ["rent-arrears": "2", "visits": "0"])
    #expect(proposal.members("actual", "value")["rent-arrears@2025-26-Q2"] == "412345.678")
  }

  @Test("a column for each period, in every usual spelling")
  func columnsOfPeriods() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        KPI,Polarity,Q1 2024/25,2024-25 Q2,Quarter 3 2024-25,Apr-24,May 2024,2023/24 Outturn,Annual Target 2024/25
        Calls answered,High,91%,92%,93%,90%,91.5%,89%,92%
        """)
    #expect(proposal.troubles == [])
    #expect(
      proposal.members("actual", "value") == [
        "calls-answered@2024-25-Q1": "91%", "calls-answered@2024-25-Q2": "92%", "calls-answered@2024-25-Q3": "93%",
        "calls-answered@2024-M04": "90%", "calls-answered@2024-M05": "91.5%", "calls-answered@2023-24": "89%",
      ])
    #expect(proposal.members("target", "target") == ["calls-answered@2024-25": "92%"])
    #expect(proposal.members("indicator", "frequency") == ["calls-answered": "month"])
  }

  @Test("headings over two rows, quarters over target and actual")
  func twoHeadingRows() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Larkmere District Council,,,,,
        Performance indicators,,,,,
        ,,Q1 2024/25,,Q2 2024/25,
        PI code,Description of indicator,Target,Actual,Target,Actual
        L1,Visits to libraries,"20,000","21,345","20,000","19,870"
        """, columns: ["Description of indicator": "name"])
    #expect(
      proposal.members("actual", "value") == [
        "visits-to-libraries@2024-25-Q1": "21,345", "visits-to-libraries@2024-25-Q2": "19,870",
      ])
    #expect(proposal.members("target", "target").count == 2)
    #expect(proposal.mapping.first?.columns.map(\.meaning?.text).compactMap { $0 }.first == "code")
    #expect(proposal.mapping.first?.columns[1].confidence == 100)
    #expect(proposal.diagnostics(.tableTitle).count == 2)
  }

  @Test("one row for each indicator and period")
  func long() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Period,Value,Indicator,Target,Unit
        Q1 2024/25,12,Planning appeals lost,<10,number
        Q2 2024/25,8,Planning appeals lost,<10,number
        2024/25 Q1,97.25%,Bins collected,98%,%
        """)
    #expect(proposal.recognition.kind == "indicator-table")
    #expect(proposal.troubles == [])
    #expect(
      proposal.members("actual", "value") == [
        "planning-appeals-lost@2024-25-Q1": "12", "planning-appeals-lost@2024-25-Q2": "8",
        "bins-collected@2024-25-Q1": "97.25%",
      ])
    #expect(proposal.members("target", "target")["planning-appeals-lost@2024-25-Q1"] == "<10")
    #expect(proposal.members("indicator", "decimals") == ["planning-appeals-lost": "0", "bins-collected": "2"])
  }

  @Test("a numerator without its denominator is told, beside a figure and alone")
  func halfRatio() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Indicator,Polarity,Period,Numerator,Denominator,Actual
        Homes let,High,Q1 2024/25,91,,83%
        Homes let,High,Q2 2024/25,,110,
        Homes let,High,Q3 2024/25,95,110,
        """)
    #expect(proposal.members("actual", "value") == ["homes-let@2024-25-Q1": "83%", "homes-let@2024-25-Q3": "95/110"])
    #expect(proposal.diagnostics(.ratioIncomplete).map(\.verbatim) == ["91", "110"])
    #expect(proposal.troubles == ["ratio-incomplete", "ratio-incomplete"])
  }

  @Test("what stands twice for one indicator and period is told, whatever it is; of two that differ none counts")
  func partsTwice() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Indicator,Polarity,Period,Numerator,Denominator,RAG,Target
        Homes let,High,Q1 2024/25,91,110,Green,90%
        Homes let,High,Q1 2024/25,92,110,Red,90%
        """)
    #expect(proposal.members("actual", "value") == [:])
    #expect(proposal.members("printed", "status") == [:])
    #expect(proposal.members("target", "target").count == 1)
    #expect(proposal.diagnostics(.figureTwice).map(\.verbatim) == ["91", "92", "Green", "Red"])
  }

  @Test("one row with an indicator's code and one with its name and another code are of one indicator")
  func codeAndName() throws {
    let book = try Book().applying(LarkmereSheets.proposal(csv: "Code,Name,Polarity\nH1,Homes let,High\n").revisions)
    let proposal = try LarkmereSheets.proposal(
      csv: "Code,Name,Period,Actual\nH1,,Q1 2024/25,91%\nH9,Homes let,Q1 2024/25,85%\n", into: book)
    #expect(proposal.troubles == ["indicator-name-differs", "figure-twice", "figure-twice"])
    #expect(proposal.members("actual", "value") == [:])
  }

  @Test("a row without a code lends its name to codes behind it, and what a row was taken for once it is again")
  func codesBehindNames() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Code,Name,Period,Actual
        ,Calls,Q1 2024/25,1
        C1,Calls,Q2 2024/25,2
        C1,Waits,Q1 2024/25,3
        C1,Calls,Q3 2024/25,4
        C2,Calls,Q4 2024/25,5
        """)
    #expect(
      proposal.members("actual", "value") == [
        "calls@2024-25-Q1": "1", "calls@2024-25-Q2": "2", "calls@2024-25-Q3": "4", "calls@2024-25-Q4": "5",
        "waits@2024-25-Q1": "3",
      ])
  }

  @Test("where all rows have codes, one name under two of them is two indicators")
  func namesUnderCodes() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Code,Name,Period,Actual
        A-1,Calls,Q1 2024/25,1
        A2,Calls,Q1 2024/25,2
        a1,CALLS,Q2 2024/25,3
        A3,calls,Q1 2024/25,4
        A2,Calls!,Q2 2024/25,5
        """)
    #expect(
      proposal.members("actual", "value") == [
        "calls@2024-25-Q1": "1", "calls@2024-25-Q2": "3", "calls-a2@2024-25-Q1": "2", "calls-a2@2024-25-Q2": "5",
        "calls-a3@2024-25-Q1": "4",
      ])
  }

  @Test("values of another system are matched by code, then by name; an unknown code is told once")
  func values() throws {
    let book = try Book().applying(
      LarkmereSheets.proposal(csv: "Code,Name,Polarity,Unit\nH-01,Homes let,High,%\nW-02,Missed bins,Low,number\n")
        .revisions)
    let proposal = try LarkmereSheets.proposal(
      csv: """
        kpi_ref,name,period,value
        h 01,,Apr-24,91%
        ,Missed Bins,Apr-24,40
        X9,,Apr-24,1
        X9,,May-24,2
        X9,,Jun-24,3
        N3,New homes built,Apr-24,12
        """, into: book)
    #expect(
      proposal.members("actual", "value") == [
        "homes-let@2024-M04": "91%", "missed-bins@2024-M04": "40", "new-homes-built@2024-M04": "12",
      ])
    let strangers = proposal.diagnostics(.indicatorUnknown)
    #expect(strangers.map(\.verbatim) == ["X9"])
    #expect(strangers.first?.message.contains("3 rows") == true)
    #expect(proposal.records("indicator").filter { $0.kind == .new }.map(\.revision.record) == ["new-homes-built"])
    #expect(proposal.unplaced == [])
  }

  @Test("numerator and denominator are kept as such, and checked against the figure beside them")
  func ratios() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Indicator,Period,Numerator,Denominator,Value
        Applications decided in time,Q1 2024/25,91,110,82.7%
        Applications decided in time,Q2 2024/25,80,100,81%
        """)
    #expect(proposal.members("actual", "value").values.sorted() == ["80/100", "91/110"])
    #expect(proposal.diagnostics(.ratioDisagrees).count == 1)
  }

  @Test("the same figure twice is a note; two different ones are an error at both places and none is taken")
  func twice() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Indicator,Period,Value
        Homes let,Q1 2024/25,91
        Homes let,Q1 2024/25,92
        Missed bins,Q1 2024/25,4
        Missed bins,Q1 2024/25,4
        """)
    #expect(proposal.members("actual", "value") == ["missed-bins@2024-25-Q1": "4"])
    #expect(
      proposal.diagnostics(.figureTwice).map(\.at) == ["table 1, row 2", "table 1, row 3"])
    #expect(proposal.diagnostics(.figureRepeated).count == 1)
  }

  @Test("what can't be read as a figure or period is told with its place, and the rest of the row is kept")
  func unreadable() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Indicator,Period,Target,Value
        Homes let,Q1 2024/25,90%,9..1%
        Homes let,Q5 2024/25,90%,91%
        Homes let,Q1 2024,90%,91%
        """)
    #expect(proposal.diagnostics(.figureUnreadable).map(\.verbatim) == ["9..1%"])
    #expect(proposal.members("target", "target") == ["homes-let@2024-25-Q1": "90%"])
    #expect(proposal.diagnostics(.periodUnreadable).map(\.verbatim) == ["Q5 2024/25"])
    let asked = try #require(proposal.diagnostics(.periodUnclear).first)
    #expect(asked.question?.choices.map(\.id) == ["2024-25-Q1", "2023-24-Q4"])
  }

  @Test("days are periods of the frequency that is said, or that they are apart")
  func days() throws {
    let said = try LarkmereSheets.proposal(
      csv: "Indicator,Frequency,Date,Value\nHomes let,Quarterly,01/04/2024,4\nHomes let,Quarterly,2024-07-01,5\n")
    #expect(said.members("actual", "value") == ["homes-let@2024-25-Q1": "4", "homes-let@2024-25-Q2": "5"])
    let apart = try LarkmereSheets.proposal(
      csv: "Indicator,Date,Value\nHomes let,30/04/2024,4\nHomes let,31/05/2024,5\n")
    #expect(apart.members("actual", "value") == ["homes-let@2024-M04": "4", "homes-let@2024-M05": "5"])
  }

  @Test("a term counts when its dates are entered")
  func terms() throws {
    let csv = "Indicator,Period,Value\nPupils fed,Summer term 2024,412\n"
    #expect(try LarkmereSheets.proposal(csv: csv).diagnostics(.termNotEntered).map(\.verbatim) == ["Summer term 2024"])
    let term = try #require(
      Period(
        .term, code: "2024-25-summer", start: Day("2024-04-15") ?? Day(number: 0),
        end: Day("2024-07-24") ?? Day(number: 1)))
    let book = try Book().applying([EnteredPeriod(term).revision])
    #expect(
      try LarkmereSheets.proposal(csv: csv, into: book).members("actual", "value") == [
        "pupils-fed@2024-25-summer": "412"
      ])
  }

  @Test("columns of the plan make its items, one below the other")
  func plan() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Priority,Outcome,Indicator,Period,Value
        Green Larkmere,Cleaner streets,Missed bins,Q1 2024/25,4
        Green Larkmere,More trees,Trees planted,Q1 2024/25,120
        """)
    #expect(proposal.counts.planItems == [.priority: 1, .outcome: 2])
    #expect(
      proposal.members("item", "parent") == ["cleaner-streets": "green-larkmere", "more-trees": "green-larkmere"])
    #expect(proposal.body("indicator", "trees-planted")?["items"] == .array(["more-trees"]))
    #expect(proposal.scorecard?.sections.map(\.standings.count) == [2])
  }

  @Test("actions have their owner, date, status, per cent and comment")
  func actions() throws {
    let proposal = try LarkmereSheets.proposal(
      csv: """
        Action,Owner,Due,Status,% complete,Comment
        Open the new leisure centre,Head of Leisure,31/03/2025,On track,45%,Roof is on.
        Plant 500 trees,Head of Parks,late autumn,Completed,100%,
        Write a strategy,Head of Policy,Sep-24,Red,0.1,
        """, period: "2024-25-Q2")
    #expect(proposal.counts.planItems == [.action: 3])
    #expect(proposal.troubles == ["due-unresolved"])
    #expect(
      proposal.members("item", "due") == [
        "open-the-new-leisure-centre": "2025-03-31", "write-a-strategy": "2024-09-30",
      ])
    #expect(proposal.members("item", "due_words")["plant-500-trees"] == "late autumn")
    #expect(proposal.members("update", "percent").values.sorted() == ["10", "100", "45"])
    #expect(proposal.members("update", "judged").values.sorted() == ["green", "red"])
    #expect(proposal.members("update", "stage")["plant-500-trees@2024-25-Q2"] == "complete")
    #expect(proposal.members("commentary", "text").values.sorted() == ["Roof is on."])
  }

  @Test("the same file again changes nothing, and a corrected figure is one change")
  func again() throws {
    let csv = "Code,Indicator,Polarity,Q1 2024/25,Q2 2024/25\nH1,Homes let,High,91%,92%\nW1,Missed bins,Low,4,5\n"
    let book = try Book().applying(LarkmereSheets.proposal(csv: csv).revisions)
    #expect(try LarkmereSheets.proposal(csv: csv, into: book).revisions == [])
    let corrected = try LarkmereSheets.proposal(csv: csv.replacing("92%", with: "93%"), into: book)
    #expect(corrected.revisions.filter { $0.kind != "source" }.map(\.record) == ["homes-let@2024-25-Q2"])
    #expect(corrected.changes.first { $0.kind == .changed }?.before?["value"] == "92%")
  }
}

@Suite("Columns that are not clear are asked about")
struct ColumnQuestionTests {
  @Test("a target without a period beside several quarters")
  func target() throws {
    let csv = "Indicator,Target,Q1 2024/25,Q2 2024/25\nHomes let,90%,91%,92%\n"
    let asked = try LarkmereSheets.proposal(csv: csv)
    #expect(asked.members("target", "target").isEmpty)
    #expect(
      asked.diagnostics(.targetPeriodUnclear).first?.question?.choices.map(\.id) == ["each-period", "year", "newest"])
    let year = try LarkmereSheets.proposal(csv: csv, answers: ["target-period": "year"])
    #expect(year.members("target", "target") == ["homes-let@2024-25": "90%"])
    let each = try LarkmereSheets.proposal(csv: csv, answers: ["target-period": "each-period"])
    #expect(each.members("target", "target").count == 2)
  }

  @Test("two columns that say the same")
  func alike() throws {
    let csv = "Indicator,Period,Actual,Result\nHomes let,Q1 2024/25,91%,92%\n"
    let asked = try LarkmereSheets.proposal(csv: csv)
    #expect(asked.diagnostics(.columnAmbiguous).first?.question?.choices.map(\.id) == ["column-3", "column-4"])
    #expect(asked.members("actual", "value").isEmpty)
    let answered = try LarkmereSheets.proposal(csv: csv, answers: ["columns-alike": "column-4"])
    #expect(answered.members("actual", "value") == ["homes-let@2024-25-Q1": "92%"])
  }

  @Test("of a hundred columns that say the same a dozen are named, and the rest are counted")
  func manyAlike() throws {
    let csv = "Indicator,Period" + String(repeating: ",Result", count: 100) + "\nHomes let,Q1 2024/25,91%\n"
    let asked = try #require(try LarkmereSheets.proposal(csv: csv).diagnostics(.columnAmbiguous).first)
    #expect(asked.question?.choices.count == 12)
    #expect(asked.message.contains("“Result” and 88 more all say"))
  }

  @Test("a column nobody understands is told once, with its cells counted")
  func unknown() throws {
    let csv = "Indicator,Period,Value,Zorp\nHomes let,Q1 2024/25,91%,abc\nHomes let,Q2 2024/25,92%,def\n"
    let asked = try LarkmereSheets.proposal(csv: csv)
    #expect(asked.diagnostics(.columnUnknown).map(\.verbatim) == ["Zorp: abc"])
    #expect(asked.diagnostics(.columnUnknown).first?.message.contains("2 cells") == true)
    #expect(asked.unplaced == [])
    let settled = try LarkmereSheets.proposal(csv: csv, columns: ["Zorp": "comment"])
    #expect(settled.members("commentary", "text").values.sorted() == ["abc", "def"])
  }

  @Test("bi-annual is twice a year or every two years")
  func biAnnual() throws {
    let csv = "Indicator,Frequency,Unit\nHappy residents,Bi-annual,%\n"
    let asked = try LarkmereSheets.proposal(csv: csv)
    #expect(asked.diagnostics(.frequencyUnclear).first?.question?.isUnanswered == true)
    let answered = try LarkmereSheets.proposal(csv: csv, answers: ["frequency-unclear": "every-two-years"])
    #expect(answered.members("indicator", "frequency") == ["happy-residents": "two years"])
  }
}

@Suite("What a person settled about columns is remembered")
struct RecipeTests {
  let csv = "Ding,Dong,Wert\nHomes let,Q1 2024/25,91%\n"
  let columns = ["Ding": "name", "Dong": "period", "Wert": "actual"]

  @Test("for the council's next file with the same headings")
  func remembered() throws {
    #expect(try LarkmereSheets.proposal(csv: csv).recognition.kind == "unknown")
    let settled = try LarkmereSheets.proposal(csv: csv, kind: "indicator-table", columns: columns)
    #expect(settled.members("actual", "value") == ["homes-let@2024-25-Q1": "91%"])
    #expect(settled.records("recipe").map(\.revision.record) == ["indicator-table:ding|dong|wert"])
    let book = try Book().applying(settled.revisions)
    let next = try LarkmereSheets.proposal(
      csv: csv.replacing("Q1", with: "Q2").replacing("91%", with: "93%"), into: book)
    #expect(next.recognition.kind == "indicator-table")
    #expect(next.members("actual", "value") == ["homes-let@2024-25-Q2": "93%"])
    #expect(next.records("recipe").allSatisfy { $0.kind == .unchanged })
  }

  @Test("nothing is remembered where nobody settled anything")
  func nothing() throws {
    #expect(
      try LarkmereSheets.proposal(csv: "Indicator,Period,Value\nHomes let,Q1 2024/25,91%\n").records("recipe").isEmpty)
  }

  @Test("a code that two indicators of one file have is told")
  func codeTwice() throws {
    let found = try LarkmereSheets.proposal(
      csv:
        "Code,Indicator,Polarity,Period,Actual\nE1,Recycling,High,Q1 2025/26,5\nE1,Missed bins,Low,Q1 2025/26,6\nE1,Missed bins,Low,Q2 2025/26,7\n"
    )
    #expect(found.diagnostics(.codeTwice).map(\.verbatim) == ["E1 Missed bins"])
    #expect(found.counts.indicators == 2 && found.counts.actuals == 3)
  }

  @Test("a row that adds up the others is no indicator unless somebody says so")
  func total() throws {
    let csv =
      "Code,Indicator,Polarity,Period,Actual\nE1,Missed bins,Low,Q1 2025/26,5\n,Total,,Q1 2025/26,5\n,Total,,Q2 2025/26,6\n"
    let open = try LarkmereSheets.proposal(csv: csv)
    #expect(open.diagnostics(.totalRow).count == 1 && open.diagnostics(.indicatorUnknown).isEmpty)
    #expect(open.counts.indicators == 1 && open.counts.actuals == 1)
    let answered = try LarkmereSheets.proposal(csv: csv, answers: ["total-row": "indicator"])
    #expect(answered.counts.indicators == 2 && answered.counts.actuals == 3)
  }
}
