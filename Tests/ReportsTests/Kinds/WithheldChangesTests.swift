import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("What changed since the last report tells no small number")
struct WithheldChangesTests {
  @Test("a figure that was too small to publish when it was sealed is not named when it is corrected")
  func small() throws {
    var vale = ThornburyVale()
    var indicator = vale.book.indicators["temporary"]!
    indicator.suppressBelow = Quantity(5)
    vale.records.add(indicator)
    let before = FinancialYear(2025).quarter(1)
    vale.records.add(Actual(indicator: "temporary", period: before, value: try Value("4")))
    vale.records.add(
      Seal(
        period: before, position: vale.book.position, ledgerHash: "sha256:0", rules: [], files: [], warnings: []))
    vale.records.add(Actual(indicator: "temporary", period: before, value: try Value("17"), state: .revised))
    let whole = PerformanceReport(vale.book, ThornburyVale.quarter)
    #expect(whole.since.revised.map(\.from) == ["4"])
    let open = PerformanceReport(vale.book.published, ThornburyVale.quarter)
    #expect(open.since.revised.isEmpty)
  }
}
