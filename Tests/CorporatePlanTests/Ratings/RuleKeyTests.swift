import Testing

@testable import CorporatePlan

@Suite("The key of a rule says what the rule does")
struct RuleKeyTests {
  @Test("Harrow's: equality is green, whatever the printed key says")
  func harrow() throws {
    let key = RuleKey(try Fixture.harrow())
    #expect(
      key.lines.map { "\($0.status): \($0.meaning)" } == [
        "green: The target is met, exactly or better.", "amber: Worse by less than 5% of the target.",
        "red: Worse by 5% of the target or more.",
      ])
    #expect(key.notes.contains("A figure equal to its target counts as Green."))
    #expect(key.notes.contains("A target of zero has no percentage: any miss of it is Red."))
  }

  @Test("every rule that ships has words for each of its statuses", arguments: RuleBook.shipped.keys.sorted())
  func all(id: String) throws {
    let json = try #require(RuleBook.shipped[id])
    guard case .indicators(let rule) = try RuleBook.Rule(json) else { return }
    let key = RuleKey(rule)
    #expect(key.lines.map(\.status) == rule.statuses)
    #expect(key.lines.allSatisfy { $0.meaning.count > 10 && $0.meaning.hasSuffix(".") })
  }

  @Test("a status given twice is explained once, with both grounds")
  func bracknell() throws {
    let key = RuleKey(try Fixture.shipped("bracknell-forest"))
    #expect(key.lines.first?.meaning == "The target is met, exactly or better, or worse by up to 5% of the target.")
  }

  @Test("a lift, own tolerances and thresholds are said")
  func others() throws {
    #expect(
      RuleKey(try Fixture.shipped("havering-2013")).notes.contains(
        "Red becomes Amber when performance is no worse than in the same period last year."))
    #expect(RuleKey(try Fixture.shipped("havering-2024")).lines[1].meaning.contains("the indicator's own tolerance"))
    #expect(
      RuleKey(try Fixture.shipped("kent")).lines.map(\.meaning) == [
        "The figure is at or better than the indicator's target.",
        "The figure is at or better than the indicator's amber threshold.",
        "The figure is worse than the indicator's amber threshold.",
      ])
  }
}
