import CorporatePlan

/// Thornbury Vale after its first quarter was reported and sealed: in the second a target and a figure were changed, an
/// action was renamed, one dropped, one indicator added, and the register moved.
struct YearOfTheVale {
  static let quarter = ThornburyVale.quarter
  static let before = FinancialYear(2025).quarter(1)
  private(set) var records: Records
  var book: Book { records.book }

  init() throws {
    var vale = ThornburyVale()
    vale.records.add(Post(id: "head", title: "Head of Performance", service: "strategy"))
    vale.records.add(Service(id: "strategy", name: "Strategy", directorate: "Chief Executive’s"))
    vale.records.add(Tenure(id: "t1", post: "head", person: "p1", from: Day("2024-01-01")!))
    var library = PlanItem(
      id: "library", role: .action, level: "Key Activity", title: "Open the library on Sundays", parent: "people",
      order: 90)
    library.owner = "Head of Performance"
    vale.records.add(library)
    var calls = vale.book.indicators["calls"]!
    calls.owner = "Head of Performance"
    vale.records.add(calls)
    vale.records.add(risk("flood", "The river floods the depot", ["Sandbags", "A second site"], items: ["place"]))
    vale.records.add(RiskScore(risk: "flood", day: Day("2025-06-15")!, likelihood: 2, impact: 4))
    vale.records.add(risk("staff", "Advisers leave", [], items: ["council"]))
    vale.records.add(RiskScore(risk: "staff", day: Day("2025-06-15")!, status: .amber))
    vale.records.add(risk("fraud", "Grants go astray", ["Checks"], items: ["people"]))
    vale.records.add(
      Seal(
        period: Self.before, position: vale.book.position, ledgerHash: "sha256:0", rules: [], files: [], warnings: []))

    vale.records.add(Target(indicator: "fly-tips", period: Self.quarter, verbatim: "92%"))
    vale.records.add(Actual(indicator: "calls", period: Self.before, value: try Value("72%"), state: .revised))
    var depot = vale.book.items["depot"]!
    depot.title = "Find a new home for the waste depot"
    vale.records.add(depot)
    library.end = Day("2025-09-01")!
    vale.records.add(library)
    vale.records.add(
      Lineage(
        id: "l1", from: ["library"], to: [], .dropped, reason: "The landlord sold the building.", on: Day("2025-09-01")!
      ))
    var cycling = Indicator(
      id: "cycling", name: "Trips by bicycle", polarity: .highIsGood, items: ["place"], order: 95)
    cycling.start = Self.quarter.start
    vale.records.add(cycling)
    vale.records.add(RiskScore(risk: "flood", day: Day("2025-09-15")!, likelihood: 4, impact: 4))
    vale.records.withdraw(vale.book.risks["fraud"]!)
    vale.records.add(risk("heat", "Summers get too hot for care homes", ["Fans"], items: ["people"]))
    vale.records.add(RiskScore(risk: "heat", day: Day("2025-08-01")!, status: .amber))
    records = vale.records
  }

  mutating func add(_ record: some Record) { records.add(record) }
}

private func risk(_ id: String, _ title: String, _ mitigations: [String], items: [String]) -> Risk {
  Risk(id: id, title: title, mitigations: mitigations, items: items)
}
