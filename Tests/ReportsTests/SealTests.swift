import CorporatePlan
import Testing

@testable import Reports

@Suite("A report is sealed when it adds up")
struct SealTests {
  private func sealed(_ vale: ThornburyVale) throws -> SealedReport {
    try SealedReport(vale.book, ThornburyVale.quarter, ledgerHash: "sha256:feed") { bytes in
      "sha256:\(bytes.reduce(into: 5381) { $0 = ($0 &* 33) ^ Int($1) })"
    }
  }

  /// The vale with what its checks object to set aside: its key says "exceeded".
  private func vale() -> ThornburyVale {
    var vale = ThornburyVale()
    vale.setAside()
    return vale
  }

  @Test("the seal names period, position, rules, files and warnings")
  func seal() throws {
    let report = try sealed(vale())
    #expect(report.seal.period == ThornburyVale.quarter)
    #expect(report.seal.position == vale().book.contentPosition)
    #expect(report.seal.ledgerHash == "sha256:feed")
    #expect(report.seal.rules == [RuleVersion("thornbury-2025", revision: 1)])
    #expect(report.seal.files.map(\.name) == report.files.map(\.name))
    func codes(_ lines: [String]) -> Set<String> { Set(lines.map { String($0.prefix { $0 != ":" }) }) }
    #expect(codes(report.seal.warnings) == ["printed-status-unsettled", "target-is-zero"])
    #expect(codes(report.seal.overridden) == ["red-without-commentary", "key-contradicts-ratings"])
  }

  @Test("sealing changes nothing in the next report: the same files again")
  func again() throws {
    var vale = vale()
    let first = try sealed(vale)
    vale.records.add(first.seal)
    let second = try sealed(vale)
    #expect(first.seal == second.seal)
    #expect(first.files == second.files)
  }

  @Test("everything that does not add up is told at once, code first")
  func refused() {
    var vale = vale()
    vale.records.withdraw(Actual(indicator: "calls", period: ThornburyVale.quarter, value: .state("")))
    vale.records.add(ActionUpdate(item: "portal", period: ThornburyVale.quarter, stage: .inProgress))
    let error = #expect(throws: SealRefused.self) { try sealed(vale) }
    #expect(error?.findings.map(\.code) == ["missing-without-reason", "action-not-judged"])
    #expect(error?.description.hasPrefix("missing-without-reason: indicator calls: ") == true)
  }
}
