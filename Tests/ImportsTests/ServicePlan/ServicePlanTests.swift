import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Any council's service plan is read")
struct ServicePlanTests {
  let proposal: ImportProposal
  let book: Book
  let period = FinancialYear(2025).quarter(1)

  init() throws {
    proposal = StreetsPlan.proposal(try StreetsPlan.word())
    book = try Book().applying(proposal.revisions)
  }

  @Test("with its levels, codes, milestones, measures, targets and percentages")
  func records() throws {
    #expect(proposal.recognition.kind == "service-plan")
    #expect(proposal.period == period)
    #expect(proposal.counts.planItems == [.priority: 3, .action: 2, .milestone: 4])
    #expect(book.plans.values.map(\.title) == ["Streets service plan"])
    #expect(book.plans.values.map(\.levels) == [["Theme", "Objective", "Action", "Milestone"]])
    #expect(book.council?.name == "Larkmere Borough Council")
    let actions = book.items.values.filter { $0.role == .action }.sorted { $0.order < $1.order }
    #expect(actions.map(\.code) == ["ST1", "ST2"])
    #expect(actions.map { book.children(of: $0.id).count } == [2, 2])
    let percents = actions.flatMap { book.children(of: $0.id) }.map { book.updates["\($0.id)@2025-26-Q1"]?.percent }
    #expect(percents == [100, 20, 15, 25])
  }

  @Test("measures are indicators, or words with the day they name")
  func measures() throws {
    #expect(
      book.indicators.values.map(\.name).sorted() == [
        "% of streets that are clean", "Number of lamps out for more than a week",
      ])
    let lamps = try #require(book.indicators.values.first { $0.name.hasPrefix("Number") })
    #expect(lamps.polarity == .lowIsGood)
    #expect(book.readings[lamps.id]?.targets.map(\.verbatim) == ["<120"])
    #expect(book.baselines["indicator:\(lamps.id)"]?.value?.figure?.quantity == Quantity(212))
    let clean = try #require(book.indicators.values.first { $0.name.hasPrefix("%") })
    #expect(book.baselines["indicator:\(clean.id)"]?.value?.figure?.quantity == Quantity(81))
    let mapped = try #require(book.items.values.first { $0.title == "To map the need of every street" })
    #expect(mapped.due?.description == "2025-06-30")
    #expect(mapped.target == "Map in use")
    let contract = try #require(book.items.values.first { $0.title == "To agree the contract" })
    #expect(contract.due == nil && contract.dueWords == "by X")
    #expect(book.partners.values.map(\.name).sorted() == ["Larkmere Police", "Larkwater County Council"])
  }

  @Test("printed roll-ups are kept and held against the mean of the milestones")
  func rollUps() throws {
    let progress = book.progress(in: period)
    let printed = book.printedProgress.values.map { ($0.percent, progress[$0.item]?.percent) }.sorted { $0.0 < $1.0 }
    #expect(printed.map(\.0) == [20, 40, 60])
    #expect(printed.map(\.1) == [20, 40, 60])
    #expect(proposal.diagnostics(.printedRollUpDiffers).isEmpty)
    var rows = StreetsPlan.rows
    rows[1][6] = "63%"
    let other = StreetsPlan.proposal(try StreetsPlan.word(rows))
    #expect(other.diagnostics(.printedRollUpDiffers).map(\.verbatim) == ["63%"])
    #expect(other.diagnostics(.printedRollUpDiffers).allSatisfy { $0.message.contains("give 60%") })
  }

  @Test("from Word as from text with tabs")
  func wordAndText() throws {
    let text = StreetsPlan.proposal(try StreetsPlan.text(StreetsPlan.word()))
    #expect(text.comparable == proposal.comparable)
    #expect(text.unplaced == [] && proposal.unplaced == [])
  }

  @Test("with its columns in any order")
  func order() throws {
    let other = StreetsPlan.proposal(try StreetsPlan.word(columns: [0, 1, 2, 6, 7, 5, 4, 3, 8, 9, 10, 11]))
    #expect(Set(other.comparable) == Set(proposal.comparable))
    #expect(other.diagnostics(.shiftedColumns).isEmpty)
  }

  @Test("a quarter later only progress and comments are new")
  func nextQuarter() throws {
    let next = StreetsPlan.proposal(try StreetsPlan.word(StreetsPlan.nextRows, quarter: 2), into: book)
    #expect(next.period?.code == "2025-26-Q2")
    let different = next.changes.filter { $0.kind != .unchanged && $0.revision.kind != "source" }
    #expect(Set(different.map(\.revision.kind)) == ["update", "printed-progress", "commentary"])
    #expect(different.allSatisfy { $0.kind == .new })
    #expect(next.counts.updates == 4)
  }

  @Test(
    "a plan that names no quarter is read without its progress until somebody says which; one without a year is refused"
  )
  func noPeriod() throws {
    let word = try StreetsPlan.word()
    let text = try StreetsPlan.text(word)
    func without(_ replaced: KeyValuePairs<String, String>) throws -> SourceDocument {
      var document = text
      document.blocks = document.blocks.map { block in
        switch block {
        case .paragraph(var paragraph):
          paragraph.text = replaced.reduce(paragraph.text) { $0.replacing($1.key, with: $1.value) }
          return .paragraph(paragraph)
        case .table(var table):
          for row in table.rows.indices {
            for cell in table.rows[row].cells.indices {
              let words = table.rows[row].cells[cell].text
              table.rows[row].cells[cell].text = replaced.reduce(words) { $0.replacing($1.key, with: $1.value) }
            }
          }
          return .table(table)
        default: return block
        }
      }
      return document
    }
    let headed = StreetsPlan.proposal(try without([", quarter 1 2025/26": ""]))
    #expect(headed.period == period, "“Position at Q1” in “2025/26 milestones” tells")
    let silent = try without([", quarter 1 2025/26": "", "Position at Q1": "Position now"])
    let undated = StreetsPlan.proposal(silent)
    #expect(undated.period == nil && undated.counts.updates == 0 && undated.counts.planItems[.milestone] == 4)
    #expect(undated.diagnostics(.periodMissing).count == 1)
    let yearless = StreetsPlan.proposal(
      try without([", quarter 1 2025/26": "", "Position at Q1": "Position now", "2025/26 milestones": "Milestones"]))
    #expect(yearless.diagnostics.map(\.code) == [.periodMissing])
    #expect(yearless.revisions == [] && yearless.unplaced.map(\.verbatim).contains("To sweep by the map"))
    let told = StreetsPlan.proposal(silent, period: period)
    #expect(told.counts.updates == 4)
  }

  @Test("what a person says of a column counts")
  func settled() throws {
    let other = StreetsPlan.proposal(try StreetsPlan.word(), columns: ["Comments": "ignore"])
    #expect(other.counts.commentaries == 0)
    #expect(other.mapping[0].columns.first { $0.heading == "Comments" }?.meaning == .plain(.ignore))
    #expect(other.mapping[0].columns.first { $0.heading == "Comments" }?.confidence == 100)
    #expect(proposal.counts.commentaries == 3)
  }

  @Test("no cell is lost, and one that were would be found")
  func nothingLost() throws {
    let coverage = SourceCoverage(proposal)
    #expect(coverage.lost(of: try StreetsPlan.word()) == [])
    var rows = StreetsPlan.rows
    rows[3][7] = "Three horses were seen on the green."
    #expect(coverage.lost(of: try StreetsPlan.word(rows)).count == 1)
  }

  /// A plan of a year that has not begun: nothing says a quarter, and there is nothing yet to report.
  private static func newPlan(progress: String = "") throws -> SourceDocument {
    var headings = [
      "Priority / Action", "2026/27 Milestones", "Performance measure", "Target", "Lead officer", "By when",
    ]
    var rows = [
      ["1. Clean streets", "", "", "", "", ""],
      [
        "CS1 Keep streets clean", "To launch a street squad", "% of streets that are clean", "95%",
        "Head of Environment", "end June 2026",
      ],
      ["", "To buy two sweepers", "", "", "Fleet Manager", "September 2026"],
    ]
    if !progress.isEmpty {
      headings.append("Progress")
      rows = [rows[0] + [""], rows[1] + [progress], rows[2] + ["30%"]]
    }
    let document = Document(
      title: "Larkmere District Council",
      blocks: [
        .heading(.section, "Service Plan 2026/27: Environment"),
        .table(
          Table("Plan", columns: headings.map { Table.Column($0) }, rows: rows.map { Table.Row($0.map { .text($0) }) })),
      ])
    return try SourceDocument(document.word(), named: "new-plan.docx")
  }

  @Test("a plan without progress needs no quarter: its milestones, owners and due dates are read")
  func withoutQuarter() throws {
    let proposal = StreetsPlan.proposal(try Self.newPlan())
    #expect(proposal.recognition.kind == "service-plan" && proposal.period == nil)
    #expect(proposal.diagnostics.filter { $0.severity == .error }.isEmpty)
    let book = try Book().applying(proposal.revisions)
    let squad = try #require(book.items.values.first { $0.title == "To launch a street squad" })
    let sweepers = try #require(book.items.values.first { $0.title == "To buy two sweepers" })
    #expect(squad.due == Day("2026-06-30") && sweepers.due == Day("2026-09-30"))
    let action = try #require(squad.parent.flatMap { book.items[$0] })
    // The owner on a further row is the milestone's.
    #expect(action.owner == "Head of Environment" && squad.owner == nil && sweepers.owner == "Fleet Manager")
    #expect(book.readings.values.flatMap(\.targets).map(\.id).allSatisfy { $0.hasSuffix("@2026-27") })
    #expect(book.plans.values.first?.levels == ["Priority", "Sub-priority", "Action", "Milestone"])
    #expect(book.updates.isEmpty)
    #expect(proposal.unplaced.isEmpty)
  }

  @Test("progress without a quarter is told word for word, and the plan is read all the same")
  func undatedProgress() throws {
    let open = StreetsPlan.proposal(try Self.newPlan(progress: "50%"))
    let told = try #require(open.diagnostics(.periodMissing).first)
    #expect(told.verbatim.contains("50%") && told.verbatim.contains("30%") && told.severity == .question)
    #expect(open.records("update").isEmpty && open.counts.planItems[.milestone] == 2)
    let dated = StreetsPlan.proposal(try Self.newPlan(progress: "50%"), period: FinancialYear(2026).quarter(1))
    #expect(dated.diagnostics(.periodMissing).isEmpty && dated.records("update").count == 2)
  }

  @Test("where nothing can be read for want of a quarter, everything is listed")
  func nothingRead() throws {
    let two = try SourceDocument(
      Array(
        ("Quarter 1 2025/26\n\nQuarter 2 2025/26\n\nTheme\tMilestones\tPerformance measure\tTarget\tProgress\n"
          + "1. Streets\t\t\t\t40%\nST1 Sweep\tTo map\tMap made\tMap in use\t40%\n").utf8), named: "two.txt")
    let proposal = StreetsPlan.proposal(two)
    #expect(proposal.changes.isEmpty)
    #expect(proposal.diagnostics.map(\.code) == [.periodDisagrees])
    #expect(proposal.unplaced.map(\.verbatim).contains("ST1 Sweep") && proposal.unplaced.count > 10)
  }

  @Test("a table of risks in it is read, with where each stands")
  func risks() throws {
    let lines =
      "Larkmere District Council\n\nStreets plan 2026/27\n\nPriority\tAction\t2026/27 Milestones\tPerformance measure\tTarget\n"
      + "1. Streets\t\t\t\t\nST1\tSweep\tTo map the need\tMap made\tMap in use\n\nRisks\n\n"
      + "Risk\tLikelihood\tImpact\tMitigation\nSweepers come late\t3\t4\tOrder early\nDriver shortage\tHigh\t3\tTrain our own\n"
    let proposal = StreetsPlan.proposal(try SourceDocument(Array(lines.utf8), named: "streets.txt"))
    let book = try Book().applying(proposal.revisions)
    #expect(book.risks.values.map(\.title).sorted() == ["Driver shortage", "Sweepers come late"])
    #expect(book.risks["sweepers-come-late"]?.mitigations == ["Order early"])
    #expect(
      book.riskScores.values.map { [$0.likelihood, $0.impact] }.sorted { ($0[0] ?? 0) < ($1[0] ?? 0) } == [
        [nil, 3], [3, 4],
      ])
    // What is no number is not lost.
    #expect(proposal.unplaced.map(\.verbatim) == ["High"])
  }
}
