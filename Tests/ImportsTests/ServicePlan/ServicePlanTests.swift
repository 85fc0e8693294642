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

  @Test("a plan that names no quarter is refused until somebody says which")
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
    let refused = StreetsPlan.proposal(silent)
    #expect(refused.diagnostics.map(\.code) == [.periodMissing])
    #expect(refused.revisions == [])
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
}
