import Testing

@testable import CorporatePlan
@testable import Imports

@Suite("The scorecard of a preview is the one that recording gives, though it looks only at the figures it needs")
struct PreviewScorecardTests {
  private static let years = Array(2015...2024)

  /// Ten years of figures collected in every frequency, in a row for each period.
  private static let csv: String = {
    var lines = ["Code,Indicator,Polarity,Frequency,Lag,Aggregation,Period,Target,Actual"]
    func line(_ code: String, _ name: String, _ words: String, _ period: String, _ figure: Int) {
      lines.append("\(code),\(name),High,\(words),\(period),\(figure % 7 + 50),\(figure % 11 + 48)")
    }
    for (index, year) in years.enumerated() {
      let short = (year + 1) % 100
      for month in 1...12 {
        line("M1", "Calls", "Monthly,0,sum", "\(year)-M\(month < 10 ? "0" : "")\(month)", index * month)
        line("M2", "Letters", "Monthly,5,last", "\(year)-M\(month < 10 ? "0" : "")\(month)", index + month)
      }
      for quarter in 1...4 {
        line("Q1", "Homes", "Quarterly,0,manual", "\(year)-\(short)-Q\(quarter)", index + quarter)
        line("Q2", "Waste", "Quarterly,8,mean", "\(year)-\(short)-Q\(quarter)", index * 3 + quarter)
      }
      line("Y1", "Trees", "Annually,0,manual", "\(year)-\(short)", index)
      line("Y2", "Visits", "Annually,3,manual", "\(year)-\(short)", index * 5)
    }
    return lines.joined(separator: "\n")
  }()

  @Test(
    "of a quarter, a month, a half and a year",
    arguments: ["2024-25-Q4", "2019-20-Q1", "2024-M12", "2020-21-H2", "2024-25", "2018-19"])
  func standings(period: String) throws {
    let proposal = try LarkmereSheets.proposal(csv: PreviewScorecardTests.csv, period: period)
    #expect(proposal.troubles == [])
    let shown = try #require(proposal.scorecard)
    let recorded = try Scorecard(Book().applying(proposal.revisions), #require(Period(period)))
    #expect(shown.indicators == recorded.indicators)
    #expect(shown.standings.count == 6)
    for (one, other) in zip(shown.standings, recorded.standings) {
      #expect(one.dataPeriod == other.dataPeriod)
      #expect(one.value == other.value)
      #expect(one.target == other.target)
      #expect(one.previous == other.previous)
      #expect(one.lastYear == other.lastYear)
      #expect(one.short == other.short)
      #expect(one.long == other.long)
      #expect(one.outcome == other.outcome)
    }
    #expect(shown.standings.contains { $0.hasData && $0.lastYear != nil })
  }
}
