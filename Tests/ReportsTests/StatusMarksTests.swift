import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("Statuses are shown in the council's words")
struct StatusMarksTests {
  private func marks(_ id: String) throws -> [StatusMark] {
    let rule = try RatingRule(try #require(RuleBook.shipped[id]))
    return rule.statuses.map(StatusMarks([rule]).mark)
  }

  @Test("a council's words, the product's shapes")
  func words() throws {
    #expect(
      try marks("rhondda-cynon-taf") == [
        StatusMark(.green, "On target"), StatusMark(.amber, "Within 5% of target"), StatusMark(.red, "Not on target"),
      ])
  }

  @Test("the shape follows from what the status means, not from the colour in its name")
  func meaning() throws {
    #expect(
      try marks("east-riding-2009") == [
        StatusMark(.blue, "Green star"), StatusMark(.green, "Blue circle"), StatusMark(.red, "Red triangle"),
      ])
  }

  @Test("no two statuses of a shipped rule look and read alike", arguments: RuleBook.shipped.keys.sorted())
  func distinct(id: String) throws {
    guard case .indicators = try RuleBook.Rule(try #require(RuleBook.shipped[id])) else { return }
    let marks = try marks(id)
    #expect(Set(marks).count == marks.count)
  }
}
