import CorporatePlan
import Testing

@testable import Web

@Suite("A councillor chooses what they are briefed on")
struct BriefingTests {
  private func sealed() async throws -> Borough {
    let borough = try await Borough()
    try await borough.record(
      "Figures", Actual(indicator: "repairs", period: Borough.period, value: try Value("60%")),
      Actual(indicator: "debt", period: Borough.period, value: try Value("61%")))
    try await seal(borough)
    return borough
  }

  private func seal(_ borough: Borough) async throws {
    let position = borough.chief.council.book.contentPosition
    try await borough.record(
      "Sealed",
      Seal(
        period: Borough.period, position: position, ledgerHash: "sha256:0", rules: [], files: [], warnings: []))
  }

  @Test("of a service it tells that service's reds and overdue actions alone")
  func service() async throws {
    let councillor = try await sealed().chief.colleague([.councillor])
    let whole = try await councillor.text("/briefing")
    #expect(whole.contains("Repairs done in time") && whole.contains("Debt collected"))
    let finance = try await councillor.text("/briefing?of=service:finance")
    #expect(finance.contains("Finance: briefing, Q2 2025/26"))
    #expect(finance.contains("Debt collected"))
    #expect(!finance.contains("Repairs done in time") && !finance.contains("Rebuild the estate"))
  }

  @Test("risks that are not theirs to read are not in it")
  func risks() async throws {
    let borough = try await sealed()
    try await borough.record(
      "Risk", Service(id: "audit", name: "Audit"), Post(id: "auditor", title: "Auditor", service: "audit"),
      risk(owner: "Repairs Officer"), RiskScore(risk: "fire", day: Day("2025-08-01")!, status: .red))
    try await seal(borough)
    let housing = try await borough.housing().text("/briefing")
    #expect(housing.contains("The estate burns"))
    let finance = try await borough.finance([.responsibleOfficer]).text("/briefing")
    #expect(!finance.contains("The estate burns"))
  }

  private func risk(owner: String) -> Risk {
    var risk = Risk(id: "fire", title: "The estate burns")
    risk.owner = owner
    return risk
  }
}
