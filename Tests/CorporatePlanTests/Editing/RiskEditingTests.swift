import Testing

@testable import CorporatePlan

@Suite("Risks are put down, scored by period and shown in the council's matrix")
struct RiskEditingTests {
  @Test("a risk has cause, event and effect, mitigations and where it is to be brought")
  func add() throws {
    var town = try Larkmere()
    try town.record(
      town.editing.addRisk([
        "title": "A contractor fails", "cause": "Rising prices", "effect": "Pools stay shut", "category": "Financial",
        "owner": "Head of Leisure", "mitigations": "Credit checks\nA second bidder", "items": "pools",
        "inherent_likelihood": "4", "inherent_impact": "4", "target_likelihood": "2", "target_impact": "3",
      ]))
    let risk = try #require(town.book.risks["a-contractor-fails"])
    #expect(risk.mitigations == ["Credit checks", "A second bidder"] && risk.order == 2)
    #expect(risk.inherent?.product == 16 && risk.target?.product == 6 && risk.cause == "Rising prices")
    try town.record(town.editing.changeRisk(risk.id, ["effect": "", "target_likelihood": "", "target_impact": ""]))
    #expect(town.book.risks[risk.id]?.effect == nil && town.book.risks[risk.id]?.target == nil)
  }

  @Test("a place outside the matrix, half a place, a target worse than the start are refused")
  func refused() throws {
    let town = try Larkmere()
    let problems = try refusal {
      try town.editing.addRisk([
        "title": "flood of the Riverside", "inherent_likelihood": "6", "inherent_impact": "2", "target_likelihood": "",
        "target_impact": "3", "items": "nowhere",
      ])
    }
    #expect(Set(problems.keys) == ["title", "inherent_likelihood", "target_likelihood", "items"])
    let worse: FormAnswers = [
      "title": "Fire", "inherent_likelihood": "1", "inherent_impact": "2", "target_likelihood": "2",
      "target_impact": "2",
    ]
    #expect(try refusal { try town.editing.addRisk(worse) }.keys.sorted() == ["target_likelihood"])
  }

  @Test("a score takes its status from the matrix, and rises or falls against the period before")
  func scores() throws {
    var town = try Larkmere()
    try town.record(town.editing.scoreRisk("flood", in: Larkmere.q1, ["likelihood": "2", "impact": "5"]))
    #expect(town.book.riskScores["flood@2025-06-30"]?.status == .amber)
    let q2 = Larkmere.year.quarter(2)
    try town.record(town.editing.scoreRisk("flood", in: q2, ["likelihood": "4", "impact": "5"]))
    let map = town.book.riskMap(in: q2)
    #expect(map.standings.map(\.direction) == [.rising])
    #expect(map.rows[1][4].risks == ["flood"] && map.rows[1][4].status == .red && map.withoutPlace.isEmpty)
    #expect(town.book.riskMap(in: Larkmere.q1).standings.map(\.direction) == [.unknown])
    #expect(town.book.riskMap(in: FinancialYear(2024).quarter(4)).withoutPlace.count == 1)
    let q3 = town.book.riskMap(in: Larkmere.year.quarter(3)).standings
    #expect(q3.map(\.isOld) == [true] && q3.map(\.direction) == [.unknown])
  }

  @Test("a score without a place, or with another colour than the matrix has there, is refused")
  func scoreRefused() throws {
    let town = try Larkmere()
    func fields(_ answers: FormAnswers) throws -> [String] {
      try refusal { try town.editing.scoreRisk("flood", in: Larkmere.q1, answers) }.keys.sorted()
    }
    #expect(try fields([:]) == ["likelihood"])
    #expect(try fields(["likelihood": "2"]) == ["impact"])
    #expect(try fields(["likelihood": "5", "impact": "5", "status": "green"]) == ["status"])
    #expect(try fields(["status": "amber"]).isEmpty)
  }

  @Test("the council's own matrix rules once it is entered, unless a score would lie outside")
  func matrix() throws {
    var town = try Larkmere()
    let answers: FormAnswers = ["row:1": "green green", "row:2": "green red"]
    try town.record(town.editing.setRiskMatrix(answers))
    try town.record(town.editing.scoreRisk("flood", in: Larkmere.q1, ["likelihood": "2", "impact": "2"]))
    #expect(town.book.riskScores["flood@2025-06-30"]?.status == .red)
    #expect(
      try refusal { try town.editing.setRiskMatrix(["row:1": "green amber red", "row:2": "red"]) }.keys.sorted()
        == ["row:2"])
    var wide = try Larkmere()
    try wide.record(wide.editing.scoreRisk("flood", in: Larkmere.q1, ["likelihood": "5", "impact": "2"]))
    #expect(try refusal { try wide.editing.setRiskMatrix(answers) }.keys.sorted() == ["row:1"])
  }
}
