import CorporatePlan
import Testing

@Suite("Targets as service plans write them")
struct TargetFormsTests {
  @Test(
    "a figure with words behind it, after a sign or as a percentage",
    arguments: [
      ("<4,007 t CO2e for the latest period", TargetExpression.Comparison.lessThan, "4007"),
      ("equal to or >65% satisfaction", .atLeast, "65"), ("equal to or > 77%", .atLeast, "77"),
      ("> 64,982", .moreThan, "64982"), ("<2", .lessThan, "2"), ("100% compliance", nil, "100"),
      ("80% of stock at D or above", nil, "80"),
    ] as [(String, TargetExpression.Comparison?, String)])
  func figures(typed: String, comparison: TargetExpression.Comparison?, number: String) throws {
    let target = try #require(TargetExpression(typed))
    #expect(target.comparison == comparison)
    #expect(target.figure?.quantity == Quantity(number))
  }

  @Test(
    "what stands elsewhere is a reference",
    arguments: [
      ("> 2023 baseline", TargetExpression.Comparison.moreThan, "2023 baseline"),
      ("< Q1 position", .lessThan, "Q1 position"),
      ("equal to number of units completed", .equal, "number of units completed"),
      ("as per target", nil, "as per target"),
      ("> levels measured by the survey", .moreThan, "levels measured by the survey"),
    ] as [(String, TargetExpression.Comparison?, String)])
  func references(typed: String, comparison: TargetExpression.Comparison?, words: String) {
    #expect(TargetExpression(typed) == .reference(comparison, words))
  }

  @Test(
    "a state, a change and a deadline stay in words",
    arguments: [
      "Baseline set", "Works underway but not complete", "10% reduction in lamps", "80% of homes by March",
      "> 10% reduction", "up to date website", "policy adopted by September",
    ])
  func states(typed: String) {
    if case .figure = TargetExpression(typed) { Issue.record("“\(typed)” was read as a figure") }
    if !typed.hasPrefix(">") { #expect(TargetExpression(typed) == .state(typed)) }
  }

  @Test(
    "a baseline that says it is one holds its figure",
    arguments: [
      ("Baseline of 0", "0"), ("2023 baseline = 14", "14"), ("5585", "5585"), ("2022/23 baseline: 81%", "81"),
    ])
  func baselines(typed: String, number: String) {
    #expect(Baseline(RecordID("indicator", "x"), verbatim: typed).value?.figure?.quantity == Quantity(number))
  }

  @Test("a baseline in words has no figure", arguments: ["Not started", "2023/24 baseline", "Baseline", "No data"])
  func words(typed: String) {
    #expect(Baseline(RecordID("indicator", "x"), verbatim: typed).value?.figure == nil)
  }
}
