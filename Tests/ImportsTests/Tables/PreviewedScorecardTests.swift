import Testing

@testable import CorporatePlan
@testable import Imports

@Suite("The preview of a file shows the quarter as it stands once the file is recorded, though few figures are looked at")
struct PreviewedScorecardTests {
  @Test(
    "whatever is reported and however often and late the figures come",
    arguments: ["2024-25-Q2", "2024-25-Q4", "2024-M09", "2024-25"])
  func same(code: String) throws {
    let period = try #require(Period(code))
    let proposal = try LarkmereSheets.proposal(csv: list, period: code)
    let previewed = try #require(proposal.scorecard)
    let recorded = Scorecard(try Book().applying(proposal.revisions), period)
    #expect(previewed.standings.map(\.words) == recorded.standings.map(\.words))
    #expect(previewed.indicators == recorded.indicators)
    #expect(recorded.indicators.withData > 8, "or there is nothing to compare")
  }

  /// Every quarter with the months or years around it, for indicators of each frequency, lag and way of adding up.
  private var list: String {
    let years = (2022...2024).map { FinancialYear($0) }
    let quarters = years.flatMap(\.quarters)
    let periods: [(frequency: String, periods: [Period])] = [
      ("monthly", quarters.flatMap { $0.parts(.month) }), ("quarterly", quarters),
      ("quarterly", quarters + years.map(\.period)), ("annual", years.map(\.period)),
      ("annual", years.map(\.period) + quarters),
    ]
    var lines = ["Code,Indicator,Good is,Frequency,Calculation,Lag,Period,Target,Actual"]
    for (place, own) in periods.enumerated() {
      for lag in 0...2 {
        for calculation in ["sum", "last", "manual"] {
          let head = "P\(place)-\(lag)-\(calculation),Indicator \(place) \(lag) \(calculation),high,\(own.frequency)"
          for (number, period) in own.periods.enumerated() {
            lines.append("\(head),\(calculation),\(lag),\(period.name),\(number + 40),\(number * 7919 % 101)")
          }
        }
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension IndicatorStanding {
  /// All that it says.
  fileprivate var words: String {
    let target = target.map { "\($0)" } ?? "none"
    let earlier = [previous, lastYear].map { $0?.verbatim ?? "none" }
    return "\(indicator.id) \(dataPeriod?.code ?? "none") \(value) \(target) \(earlier) \(outcome) \(short) \(long)"
  }
}
