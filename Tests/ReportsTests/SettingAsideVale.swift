import CorporatePlan

@testable import Reports

extension ThornburyVale {
  /// A digest that tests can tell apart; it need not be hard to forge.
  static func digest(_ bytes: [UInt8]) -> String {
    "sha256:\(bytes.reduce(into: 5381) { $0 = ($0 &* 33) ^ Int($1) })"
  }

  static let today = Day("2025-11-10")!
  static let report = Report(.performance, quarter)

  func underCheck(_ report: Report = ThornburyVale.report) -> ReportUnderCheck {
    ReportUnderCheck(book, book.reports[report.id] ?? report, on: Self.today, Self.digest)
  }

  func result(_ report: Report = ThornburyVale.report) -> CheckResult { ReportChecks.result(underCheck(report)) }

  /// Sets aside whatever is objected to now.
  mutating func setAside(_ report: Report = ThornburyVale.report, because reason: String = "The Cabinet knows") {
    for finding in result(report).stopping where finding.severity == .objection {
      records.add(
        CheckOverride(
          report: report.id, code: finding.code, place: finding.place, finding: finding.sentence, reason: reason,
          by: "Head of Performance", on: Self.today))
    }
  }

  /// The officers who clear the report, and the posts that they hold.
  mutating func officers(_ roles: [String] = ["Chief Financial Officer", "Head of Legal"], inOrder: Bool = false) {
    records.add(
      ReportTemplate(
        .performance, officers: roles.enumerated().map { .init($1, isStatutory: $0 == 0) }, clearsInOrder: inOrder))
    for (index, role) in roles.enumerated() {
      records.add(Post(id: "post-\(index)", title: role))
      records.add(
        Tenure(id: "t\(index)", post: "post-\(index)", person: "p-\(index)", from: Day("2025-01-01")!))
    }
    records.add(ClearanceRequest(report: Self.report.id, asked: Day("2025-10-20")!))
  }

  var clearing: Clearing {
    Clearing(book, book.reports[Self.report.id] ?? Self.report, on: Self.today, Self.digest)
  }

  mutating func decide(
    _ role: String, _ decision: Clearance.Decision = .cleared, comments: String? = nil, by person: String
  ) throws {
    let clearing = clearing
    for revision in try clearing.decide(as: role, decision, comments: comments, by: person, shown: clearing.shown) {
      records.add(revision)
    }
  }
}
