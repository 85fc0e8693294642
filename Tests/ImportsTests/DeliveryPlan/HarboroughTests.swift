import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("The Harborough plan becomes records", .enabled(if: RealDeliveryPlan.isPresent, RealDeliveryPlan.absent))
struct HarboroughTests {
  let proposal: ImportProposal

  init() throws { proposal = try RealDeliveryPlan.proposal.get() }

  @Test("four priorities, 23 critical outcomes and 21 activities are counted, 16 of them with a code")
  func counts() {
    #expect(proposal.recognition.kind == "delivery-plan")
    #expect(proposal.recognition.confidence > 90)
    #expect(proposal.period?.code == "2024-25")
    #expect(proposal.counts.planItems[.priority] == 4)
    #expect(proposal.counts.planItems[.outcome] == 23)
    #expect(proposal.counts.planItems[.action] == 21)
    #expect(items("action").compactMap(\.code).count == 16)
    #expect(proposal.counts.byKind["plan"] == 2)
    #expect(proposal.unplaced == [])
  }

  @Test("outcomes are numbered through, under their priorities, also where they run on in one line")
  func outcomes() {
    let outcomes = items("outcome")
    #expect(Set(outcomes.compactMap(\.code)) == Set((1...23).map { "CO \($0)" }))
    let byPriority = Dictionary(grouping: outcomes) { $0.parent ?? "" }.mapValues(\.count)
    #expect(items("priority").map { byPriority[$0.id] } == [5, 5, 6, 7])
    #expect(outcomes.first { $0.code == "CO 10" }?.printedCode == "CO10")
    #expect(items("priority").allSatisfy { $0.text != nil })
  }

  @Test(
    "three punctuations are one code, and the printed one is kept",
    arguments: [("KA.01.07", nil), ("KA.01.11", "KA 01.11 -"), ("KA.02.03", "KA 02 03"), ("KA.03.02", "KA.03.02.")])
  func codes(code: String, printed: String?) throws {
    #expect(try #require(items("action").first { $0.code == code }).printedCode == printed)
  }

  @Test("contributions are expanded")
  func contributions() {
    let outcomes = Dictionary(items("outcome").map { ($0.id, $0.code ?? "") }) { one, _ in one }
    func served(by code: String) -> [String] {
      let id = items("action").first { $0.code == code }?.id
      return proposal.records("contribution").compactMap(\.revision.body)
        .filter { $0["subject"]?.string == id }.compactMap { $0["item"]?.string.flatMap { outcomes[$0] } }
    }
    #expect(served(by: "KA.01.07") == ["CO 1", "CO 2", "CO 3", "CO 5"])
    #expect(served(by: "KA.01.11") == ["CO 2", "CO 3"])
    #expect(served(by: "KA.03.05") == ["CO 11", "CO 12", "CO 15", "CO 16"])
    #expect(served(by: "KA.04.01") == ["CO 21", "CO 20"])
    #expect(served(by: "KA.04.04") == (17...23).map { "CO \($0)" })
    #expect(proposal.counts.byKind["contribution"] == 35)
  }

  /// 38 codes are printed. Three of them are ranges, which stand for seven: 38 − 3 + 7 = 42 indicators.
  @Test("the 38 printed codes of indicators are expanded")
  func indicatorCodes() {
    let codes = proposal.records("indicator").compactMap { $0.revision.body?["code"]?.string }
    #expect(
      codes.sorted() == [
        "CCS 06", "CCS 11", "CCS 12", "CCS 17", "CM 08", "CM 10", "CON 10", "CON 15", "CON 24", "CON TPI 13", "CP 01",
        "CP 01.1", "CP 02", "CP 06", "CP 07", "CP HW 03", "CP HW 04", "CP HW 07", "CP HW 18", "CSS 10", "DM 01",
        "DM 02", "DM 06", "DM 07", "DM 08", "ED 01", "ED 31", "FS 02", "FS 03", "HR 03.1", "HS 12", "HS 25",
        "LL TPI 01", "LL TPI 03", "PM TP 10", "PM TP 11", "PM TP 12", "RB 01", "SP 01", "SP 02", "SP 04", "SP 05",
      ])
    let ranges = proposal.diagnostics(.deliveryCodeRange)
    #expect(ranges.map(\.verbatim) == ["DM 07/8, LL TPI 01/03, PM TP 10-12"])
    let printed = codes.count - 7 + 3
    #expect(printed == 38)
    #expect(ranges.first?.message.hasPrefix("38 codes") == true)
  }

  @Test("every word of every cell and paragraph is in a record or a diagnostic")
  func nothingLost() throws {
    let document = try RealDeliveryPlan.document.get()
    #expect(document.passages.count > 300)
    #expect(Coverage(proposal).lost(of: document) == [])
  }

  func items(_ role: String) -> [PlanItem] {
    proposal.records("item").compactMap { change in
      change.revision.body.flatMap { try? PlanItem(id: change.revision.record, Fields($0)) }
    }.filter { $0.role.rawValue == role }
  }
}

@Suite(
  "What the Harborough plan leaves open is asked, not guessed",
  .enabled(if: RealDeliveryPlan.isPresent, RealDeliveryPlan.absent))
struct HarboroughQuestionsTests {
  let proposal: ImportProposal

  init() throws { proposal = try RealDeliveryPlan.proposal.get() }

  @Test("activities whose code was lost have their title from the summary, and choices as far as the numbering tells")
  func lostCodes() {
    let questions = proposal.diagnostics(.deliveryCodeLost).map { $0.question?.choices.map(\.id) ?? [] }
    #expect(questions == [["KA.01.01", "KA.01.02"], [], ["KA.02.01"], ["KA.02.02"], ["KA.03.01"]])
    let uncoded = proposal.records("item").compactMap(\.revision.body)
      .filter { $0["role"] == "action" && $0["code"] == nil }
    #expect(uncoded.count == 5)
    #expect(uncoded.allSatisfy { $0["title"]?.string?.first?.isUppercase == true })
  }

  @Test("answers become codes, and a misprinted prefix is put right only when somebody says so")
  func answers() throws {
    let clash = try #require(proposal.diagnostics(.deliveryCodesClash).first?.question)
    let lost = try #require(proposal.diagnostics(.deliveryCodeLost).first?.question)
    #expect(clash.choices.map(\.id) == ["CCS", "CSS"])
    let told = try RealDeliveryPlan.reading(answers: [clash.id: "CCS", lost.id: "KA.01.01"])
    let codes = Set(told.records("indicator").compactMap { $0.revision.body?["code"]?.string })
    #expect(codes.contains("CCS 10") && !codes.contains("CSS 10"))
    #expect(codes.count == 42)
    #expect(told.records("item").contains { $0.revision.body?["code"] == "KA.01.01" })
  }

  @Test("figures of the place are context with their baselines, and 13 have a figure of others beside them")
  func place() throws {
    let context = proposal.records("indicator").filter { $0.revision.body?["shows"] == "context" }
    #expect(context.count == 34)
    #expect(proposal.counts.byKind["baseline"] == 34)
    let others = proposal.records("comparator").compactMap(\.revision.body)
    #expect(
      others.compactMap { $0["value"]?.string }.sorted()
        == ["20.1%", "25.7%", "455", "5693", "593", "610", "7.4", "7.5", "75.2%", "76.8", "80%", "9", "£34.3"])
    #expect(others.count { $0["group"] == "England" } == 1)
    #expect(proposal.body("baseline", "indicator:net-addition-to-housing-stock-in-22-23")?["as_of"] == "22/23")
    #expect(proposal.diagnostics(.deliveryTextsRunTogether).count == 1)
  }

  @Test("key indicators without an activity stand under their priority; payments in time have their target")
  func keyIndicators() throws {
    for code in ["HR 03.1", "FS 02", "FS 03", "RB 01"] {
      let body = try #require(
        proposal.records("indicator").compactMap(\.revision.body).first { $0["code"]?.string == code })
      #expect(body["items"] == .array(["prosperous-local-economy"]))
    }
    let targets = proposal.records("target").compactMap(\.revision.body)
    #expect(targets.map { $0["target"] } == ["90%"])
    #expect(targets.map { $0["period"] } == ["2024-25"])
  }

  @Test("an indicator printed in several places is one, with every activity it is printed under")
  func shared() throws {
    func items(_ code: String) -> Int? {
      proposal.records("indicator").compactMap(\.revision.body).first { $0["code"]?.string == code }?["items"]?.array?
        .count
    }
    #expect(items("SP 02") == 2)
    #expect(items("ED 31") == 2)
    #expect(items("PM TP 11") == 2)
    #expect(items("CCS 12") == 1)
  }

  @Test("what was lost or cut is told, each in its place; placeholders become nothing")
  func troubles() {
    func count(_ code: DiagnosticCode) -> Int { proposal.diagnostics(code).count }
    #expect(count(.deliveryPlaceholder) == 3)
    #expect(count(.deliveryWordTwice) == 2)
    #expect(count(.deliveryTextLost) == 6)
    #expect(count(.deliveryYearMisprinted) == 1)
    #expect(count(.deliveryBeyondEdition) == 2)
    #expect(count(.deliveryWordsNotMeasures) == 2)
    #expect(proposal.body("item", "continue-to-deliver-all-council-activities-and-initiatives")?["due"] == "2030-12-31")
  }

  @Test("importing the same file again proposes nothing")
  func again() throws {
    let second = try RealDeliveryPlan.reading(into: try Book().applying(proposal.revisions))
    #expect(
      second.changes.filter { $0.kind != .unchanged && $0.revision.kind != "source" }.map(\.revision.record) == [])
  }
}
