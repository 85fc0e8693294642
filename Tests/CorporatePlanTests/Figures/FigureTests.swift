import Testing

@testable import CorporatePlan

@Suite("Figures are read as people type them, and exactly")
struct FigureTests {
  @Test(
    "spellings",
    arguments: [
      ("1,234", "1234", Unit.number, 0, "1,234"),
      ("79%", "79", .percent, 0, "79%"),
      ("0.10%", "0.1", .percent, 2, "0.10%"),
      ("£1.2m", "1200000", .pounds, 0, "£1,200,000"),
      ("£1,234.50", "1234.5", .pounds, 2, "£1,234.50"),
      ("-£5", "-5", .pounds, 0, "-£5"),
      ("£450k", "450000", .pounds, 0, "£450,000"),
      ("2:35", "155", .clock, 0, "2:35"),
      ("1:02:03", "3723", .clockSeconds, 0, "1:02:03"),
      ("−0.5", "-0.5", .number, 1, "-0.5"),
      ("(12)", "-12", .number, 0, "-12"),
      (" 93 % ", "93", .percent, 0, "93%"),
      ("23.01 days", "23.01", .named("days"), 2, "23.01 days"),
      ("5 per 1,000 people", "5", .named("per 1,000 people"), 0, "5 per 1,000 people"),
      (".5", "0.5", .number, 1, "0.5"),
      ("3 pp", "3", .percentagePoints, 0, "3 points"),
    ] as [(String, String, Unit, Int, String)])
  func spelling(typed: String, number: String, unit: Unit, decimals: Int, printed: String) throws {
    let figure = try Figure(typed)
    #expect(figure.quantity.description == number)
    #expect(figure.unit == unit)
    #expect(figure.decimals == decimals)
    #expect(figure.text == printed)
    #expect(figure.verbatim == typed)
  }

  @Test(
    "what is not a number is refused",
    arguments: ["", "abc", "1.2.3", "12,34", "1e5", "5 of 7", "--5", "£", "%", "٣", "2:75", "1/0", "9\u{301}"])
  func refused(typed: String) {
    #expect(throws: FigureError.self) { try Figure(typed) }
  }

  @Test(
    "more digits than can be kept exactly are refused, not rounded",
    arguments: ["1234567890123456789", "0.1234567891", "12345678901bn"])
  func tooLong(typed: String) {
    #expect(throws: FigureError.self) { try Figure(typed) }
  }

  @Test("a ratio keeps both of its parts")
  func ratio() throws {
    let figure = try Figure("91/110")
    #expect(figure.quantity == Quantity(9100) && figure.per == Quantity(110))
    #expect(figure.text == "91/110 (82.7%)")
    #expect(try Figure("3238/3239").text == "3238/3239 (99.97%)", "all but one is not all")
    #expect(try Figure("110/110").text == "110/110 (100.0%)")
    #expect(try Figure("1/9000").text == "1/9000 (0.01%)")
  }

  @Test(
    "zero is a value; empty is not, and says why",
    arguments: [
      ("0", Value?.none), ("", .missing(.notReturned)), ("n/a", .missing(.notApplicable)),
      ("TBC", .missing(.toBeConfirmed)),
      ("0/0", .missing(.noActivity)), ("c", .missing(.suppressed)), ("–", .missing(.notReturned)),
      ("Adopted", .state("Adopted")),
    ])
  func values(typed: String, expected: Value?) throws {
    let value = try Value(typed)
    if let expected { #expect(value == expected) } else { #expect(value.figure?.quantity == .zero) }
  }

  @Test(
    "a value reads back from what was typed",
    arguments: ["1,234", "79%", "£1.2m", "91/110", "2:35", "n/a", "Adopted", "0/0"])
  func roundTrip(typed: String) throws {
    let value = try Value(typed)
    #expect(try Value(value.verbatim) == value)
  }

  @Test(
    "targets keep their comparison",
    arguments: [
      ("≥ 77%", TargetExpression.Comparison.atLeast, "77"), ("<5585", .lessThan, "5585"),
      ("equal to or >65%", .atLeast, "65"),
      ("a maximum of 3", .atMost, "3"), ("at least 2", .atLeast, "2"), ("More than 50", .moreThan, "50"),
      ("up to 25", .atMost, "25"),
      ("20 or fewer", .atMost, "20"), ("=> 4", .atLeast, "4"),
    ])
  func targets(typed: String, comparison: TargetExpression.Comparison, number: String) throws {
    let target = try #require(TargetExpression(typed))
    #expect(target.comparison == comparison)
    #expect(target.figure?.quantity.description == number)
  }

  @Test("a target in words is kept as words, a reference as a reference, and TBC is none")
  func otherTargets() {
    #expect(TargetExpression("policy adopted by September") == .state("policy adopted by September"))
    #expect(TargetExpression("< 2022/23 baseline") == .reference(.lessThan, "2022/23 baseline"))
    #expect(TargetExpression("TBC") == nil)
    guard case .between(let low, let high) = TargetExpression("between 95% and 105%") else {
      Issue.record("not a range")
      return
    }
    #expect(low.quantity == Quantity(95) && high.quantity == Quantity(105))
  }

  @Test(
    "rounding is half up and only for display",
    arguments: [("2.5", 0, "3"), ("0.125", 2, "0.13"), ("-2.5", 0, "-3"), ("2.4999", 0, "2"), ("7", 2, "7.00")])
  func rounding(typed: String, decimals: Int, printed: String) throws {
    #expect(try #require(Quantity(typed)).text(decimals: decimals) == printed)
  }
}
