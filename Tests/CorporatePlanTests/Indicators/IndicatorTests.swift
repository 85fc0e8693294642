import Testing

@testable import CorporatePlan

@Suite("An indicator is a value, though what it says is kept once")
struct IndicatorTests {
  private let recycling = Indicator(
    id: "recycling", name: "Waste recycled", code: "W1", polarity: .highIsGood, unit: .percent, items: ["clean"])

  @Test("changing one leaves those it was passed on to as they were")
  func changed() {
    var renamed = recycling
    renamed.name = "Waste recycled or composted"
    renamed.items.append("green")
    #expect(recycling.name == "Waste recycled")
    #expect(recycling.items == ["clean"])
    #expect(renamed.items == ["clean", "green"])
    #expect(renamed.code == "W1")
    #expect(renamed != recycling)
  }

  @Test("two that say the same are equal, and with other ids they are not")
  func equal() throws {
    let read = try Indicator(id: "recycling", Fields(recycling.body))
    #expect(read == recycling)
    #expect(try Indicator(id: "refuse", Fields(recycling.body)) != recycling)
    var changed = read
    changed.lower = Quantity(5)
    changed.lower = nil
    #expect(changed == recycling)
  }
}
