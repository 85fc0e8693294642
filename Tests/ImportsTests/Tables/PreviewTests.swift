import Testing

@testable import CorporatePlan
@testable import Imports

@Suite("A preview shows what recording will give")
struct PreviewTests {
  @Test("records that are added stand as if they had been recorded and read back")
  func adding() throws {
    let first = try LarkmereSheets.proposal(
      csv:
        "Code,Indicator,Polarity,2024/25 Target,Q1 2024/25,Q2 2024/25\nH1,Homes let,High,90%,91%,92%\nW1,Missed bins,Low,5,4,6\n"
    )
    let recorded = try Book().applying(first.revisions)
    let added = try Book().adding(first.changes.map(\.record))
    #expect(added.records.map(\.recordID) == recorded.records.map(\.recordID))
    #expect(added.records.map(\.revision) == recorded.records.map(\.revision))
    let next = try LarkmereSheets.proposal(
      csv: "Code,Indicator,Q2 2024/25,Q3 2024/25\nH1,Homes let,93%,94%\n", into: recorded)
    #expect(next.count(.changed) == 1)
    #expect(
      try recorded.adding(next.changes.map(\.record)).readings["homes-let"]?.actuals.map(\.value.text) == [
        "91%", "93%", "94%",
      ])
  }

  @Test(
    "a figure read at a glance is the figure read with care",
    arguments: ["0", "12", "-3", "97.25%", "0.10", "-0.5%", "007", "999999999999999999"])
  func plain(text: String) throws {
    let glance = try #require(Figure(plain: text))
    // A space makes it be read with care, and is trimmed.
    let care = try Figure(" \(text)")
    #expect(glance.quantity == care.quantity)
    #expect(glance.decimals == care.decimals)
    #expect(glance.unit == care.unit)
    #expect(glance.verbatim == text)
  }

  @Test(
    "every other spelling is left to care",
    arguments: ["", "-", "1.", ".5", "1,234", "5%%", "1.2.3", "1e5", "£3", "12 days", "0/0", "1.0000000000"])
  func spelt(text: String) {
    #expect(Figure(plain: text) == nil)
  }
}
