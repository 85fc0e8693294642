import Testing

@testable import Imports

@Suite("What a chart's description counts is read, and nothing else")
struct PrintedBarsTests {
  @Test("its bars with their sums")
  func bars() {
    let read = PrintedBars("The whole plan: 8 Green, 4 Amber and 5 Red. Homes: 2 Green, 0 Amber and 3 Red.")
    #expect(read?.bars == [.init(label: "The whole plan", count: 17), .init(label: "Homes", count: 5)])
  }

  @Test(
    "a day, a single number and numbers that no plan has are no bars",
    arguments: [
      "Decision wanted by: 12 November 2025.", "Complaints: 12 formal.",
      "The whole plan: 9223372036854775807 Green and 1 Red.",
    ])
  func others(_ text: String) {
    #expect(PrintedBars(text) == nil)
  }
}
