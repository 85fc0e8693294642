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

  func items(_ role: String) -> [PlanItem] {
    proposal.records("item").compactMap { change in
      change.revision.body.flatMap { try? PlanItem(id: change.revision.record, Fields($0)) }
    }.filter { $0.role.rawValue == role }
  }
}
