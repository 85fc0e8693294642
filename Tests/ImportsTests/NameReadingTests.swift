import CorporatePlan
import Testing

@testable import Imports

@Suite("What an indicator's name says is looked for once, and found in any spelling")
struct NameReadingTests {
  @Test(
    "what a name says of its unit, its frame and its frameworks",
    arguments: [
      "% of calls answered", "Calls answered (%)", "Calls answered within 5%", "PERCENTAGE of calls",
      "Per Cent of calls", "Performance of people", "Wait (days)", "Wait (12 days)", "Wait (", "Wait ()",
      "Waste (kg/household)", "WAIT (Days)",
      "Sickness (rolling year)", "Sickness, Rolling 12 months", "Sickness over 6 months", "Overall satisfaction",
      "Visits, year to date", "Visits (YTD)", "Recycling (OFLOG) (TSM)", "Visits (0)", "", "(", "p", "over", "Mover 3",
      "roll", "Number of homes", "5 (5(days)",
    ])
  func readings(name: String) {
    // Behind letters that are not plain nothing is taken for granted.
    let (quick, careful) = (NameReading(name: name), NameReading(name: name + " …"))
    #expect(quick.saysPercent == careful.saysPercent)
    #expect(quick.unit == careful.unit)
    #expect(quick.frame == careful.frame)
    #expect(quick.tags == careful.tags)
    #expect(quick.saysCount == careful.saysCount && quick.saysProportion == careful.saysProportion)
  }

  @Test("what is in a name")
  func said() {
    #expect(NameReading(name: "Calls (%)").saysPercent && NameReading(name: "PERCENTAGE of calls").saysPercent)
    #expect(!NameReading(name: "Calls within 5%").saysPercent && !NameReading(name: "Performance").saysPercent)
    #expect(NameReading(name: "Wait (Days)").unit == .named("Days"))
    #expect(NameReading(name: "Sickness OVER 6 months").frame == .rolling(months: 6))
    #expect(NameReading(name: "Sickness, ROLLING YEAR").frame == .rolling(months: 12))
    #expect(NameReading(name: "Visits, Year to date").frame == .yearToDate)
    #expect(NameReading(name: "Recycling (TSM)").tags == ["TSM"])
  }
}
