import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Harlow's service plans go in whole", .enabled(if: RealServicePlans.isPresent, RealServicePlans.absent))
struct HarlowTests {
  let proposal: ImportProposal
  let book: Book
  let period = FinancialYear(2024).quarter(1)

  init() throws {
    proposal = try RealServicePlans.read.get()
    book = try Book().applying(proposal.revisions)
  }

  @Test("as service plans of the first quarter of 2024/25, which only the headings say")
  func recognised() {
    #expect(proposal.recognition.kind == "service-plan")
    #expect(proposal.recognition.confidence >= 90)
    #expect(proposal.period == period)
    #expect(proposal.unplaced == [])
    #expect(proposal.mapping.count == 6)
    #expect(book.plans.count == 6)
    #expect(book.plans.values.allSatisfy { $0.levels == ["Mission", "Priority", "Action", "Milestone"] })
  }

  @Test("six missions, each with its priorities in the council's words")
  func missions() {
    let missions = book.priorities
    #expect(missions.map(\.code) == ["1", "2", "3", "4", "5", "6"])
    #expect(missions.allSatisfy { $0.level == "Mission" })
    #expect(missions.map { book.children(of: $0.id).count } == [2, 2, 2, 3, 2, 5])
    let priorities = missions.flatMap { book.children(of: $0.id) }
    #expect(priorities.allSatisfy { $0.level == "Priority" && $0.role == .priority })
  }

  @Test("every action keeps its code, with the council's gaps")
  func codes() {
    let codes = book.items.values.filter { $0.role == .action }.sorted { $0.order < $1.order }.compactMap(\.code)
    #expect(codes.count == 49)
    #expect(codes.filter { $0.hasPrefix("RN") } == ["RN1", "RN3", "RN4"])
    #expect(codes.filter { $0.hasPrefix("TH") } == ["TH1", "TH2", "TH3", "TH4", "TH7", "TH8", "TH10", "TH11", "TH12"])
    #expect(codes.filter { $0.hasPrefix("PC") } == ["PC1", "PC2", "PC3", "PC5", "PC6", "PC7", "PC8", "PC9", "PC10"])
  }

  @Test("missions 1 to 5 have 79 milestones with a percentage each")
  func milestones() {
    let counts = ["1", "2", "3", "4", "5"].map { code in
      book.priorities.filter { $0.code == code }.flatMap { leaves($0.id) }.filter { $0.percent != nil }.count
    }
    #expect(counts == [21, 10, 13, 15, 20])
    let all = book.priorities.filter { $0.code != "6" }.flatMap { leaves($0.id) }
    #expect(all.count == 79)
  }

  @Test("8 of the 11 percentages printed for missions 1 to 4 are the mean of the milestones; the others are told")
  func rollUps() {
    let printed = book.printedProgress.values.filter { book.items[$0.item]?.code?.hasPrefix("6") == false }
    #expect(
      Dictionary(uniqueKeysWithValues: printed.map { (book.items[$0.item]?.code ?? "", $0.percent) }) == [
        "1": 23, "1.1": 31, "1.2": 13, "2": 25, "2.1": 10, "2.2": 0, "3": 28, "3.1": 37, "3.2": 10, "4": 17, "4.1": 34,
      ])
    let progress = book.progress(in: period)
    let differing = printed.filter { progress[$0.item]?.percent != $0.percent }.compactMap { book.items[$0.item]?.code }
    #expect(differing.sorted() == ["1", "1.2", "2"])
    let told = proposal.diagnostics(.printedRollUpDiffers)
    #expect(told.map(\.verbatim).sorted() == ["13%", "23%", "25%"])
    #expect(told.allSatisfy { $0.message.contains("unweighted mean") })
    #expect(told.map(\.message).contains { $0.contains("printed with 13%") && $0.contains("give 14%") })
  }

  @Test("percentages that stand alone are given to their priorities, and each is told")
  func alone() {
    let placed = proposal.diagnostics(.rollUpPlaced)
    #expect(placed.map(\.verbatim) == ["10%", "17%", "34%"])
    #expect(placed.allSatisfy { $0.severity == .note })
  }

  @Test("mission 6 keeps its merged cells until a person says how they are split")
  func merged() {
    #expect(proposal.diagnostics(.mergedCell).count == 8)
    #expect(proposal.diagnostics(.mergedProgress).count { $0.question != nil } == 5)
    #expect(proposal.diagnostics(.mergedCell).allSatisfy { $0.question?.choices.map(\.id) == ["split", "one"] })
    #expect(proposal.diagnostics(.printedRollUpUnchecked).map(\.verbatim) == ["19%", "15%", "6%", "21%", "27%"])
  }

  @Test("with the questions answered, 6.2 and 6.3 come out as printed")
  func answered() throws {
    let first = try RealServicePlans.proposal(answers: [
      "merged-cell": "split", "merged-progress": "each",
      "merged-progress: table 6, row 14, column 6": "column-8",
      "merged-progress: table 6, row 15, column 6": "in-order",
    ])
    let book = try Book().applying(first.revisions)
    let progress = book.progress(in: period)
    let found = book.printedProgress.values.filter { ["6.2", "6.3"].contains(book.items[$0.item]?.code) }
    #expect(found.map(\.percent).sorted() == [6, 15])
    #expect(found.allSatisfy { progress[$0.item]?.percent == $0.percent })
    #expect(SourceCoverage(first).lost(of: try SourceDocument(path: RealServicePlans.text.path)) == [])
  }

  @Test("the measure column's dates become due dates, and “by X” stays in words")
  func due() throws {
    let milestones = book.items.values.filter { $0.role == .milestone }
    #expect(milestones.filter { $0.due?.description == "2024-04-30" }.count >= 2)
    let unresolved = try #require(milestones.first { $0.dueWords == "by X" })
    #expect(unresolved.due == nil && unresolved.measure != nil)
    #expect(proposal.diagnostics(.dueUnresolved).count == 1)
  }

  @Test("a measure that stands on several rows is one indicator of several items")
  func shared() {
    let shared = book.indicators.values.filter { $0.items.count > 1 }.map(\.name).sorted()
    #expect(shared.count == 2)
    #expect(proposal.diagnostics(.sharedMeasure).count == 2)
    #expect(book.contributions.values.map(\.relation) == [.sameAs])
  }

  @Test("every target is read as an expression, most of them with a comparison")
  func targets() {
    let targets = book.readings.values.flatMap(\.targets)
    #expect(targets.count >= 35)
    #expect(targets.allSatisfy { $0.period.code == "2024-25" && $0.expression != nil })
    let carbon = targets.first { $0.verbatim.contains("4,007") }
    #expect(carbon?.expression?.comparison == .lessThan)
    #expect(carbon?.expression?.figure?.quantity == Quantity(4007))
    #expect(proposal.diagnostics(.polarityAgainstOperator).map(\.verbatim) == ["> 2023 baseline"])
  }

  @Test("25% that is the elapsed quarter is told, on the mission that prints it and where many milestones have it")
  func elapsed() {
    let told = proposal.diagnostics(.elapsedQuarter)
    #expect(told.contains { $0.verbatim == "25%" })
    #expect(told.contains { $0.verbatim == "Protect our Communities" })
  }

  @Test("public bodies are partners of what names them")
  func partners() {
    #expect(
      Set(book.partners.values.map(\.name)).isSuperset(of: [
        "Essex County Council", "Essex Police", "NHS", "Arts Council England", "Sport England",
      ]))
    #expect(book.partners.values.allSatisfy { partner in partner.items.allSatisfy { book.items[$0] != nil } })
  }

  @Test("the source that a comment gives is the indicator's")
  func source() {
    #expect(book.indicators.values.compactMap(\.source).map { $0.hasPrefix("https://") } == [true])
  }

  @Test("no cell of the source is lost: its words stand in a record or in a diagnostic")
  func nothingLost() throws {
    let document = try SourceDocument(path: RealServicePlans.text.path)
    #expect(SourceCoverage(proposal).lost(of: document) == [])
  }

  @Test("importing it again proposes nothing")
  func again() throws {
    let second = try RealServicePlans.proposal(into: book)
    #expect(second.changes.filter { $0.kind != .unchanged && $0.revision.kind != "source" } == [])
  }

  @Test("no other of the real documents is taken for a service plan")
  func others() throws {
    for name in [
      "harborough-delivery-plan-2024-25", "harrow-cabinet-report-2024-02", "harrow-corporate-plan-2014-15",
      "harrow-performance-report-2023-24-q2",
    ] {
      let file = RealServicePlans.text.deletingLastPathComponent().appending(path: name + ".txt")
      let document = try SourceDocument(path: file.path)
      #expect(Recogniser.servicePlan.confidence(LookedAt(document)) == 0, "\(name)")
    }
  }

  private func leaves(_ item: String) -> [(item: PlanItem, percent: Int?)] {
    book.children(of: item).flatMap { child in
      child.role == .milestone ? [(child, book.updates["\(child.id)@\(period.code)"]?.percent)] : leaves(child.id)
    }
  }
}
