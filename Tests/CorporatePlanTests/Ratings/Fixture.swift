import Testing

@testable import CorporatePlan

enum Fixture {
  static func harrow() throws -> RatingRule { try shipped("harrow-2023") }

  static func shipped(_ id: String) throws -> RatingRule {
    try RatingRule(try #require(RuleBook.shipped[id], "no rule \(id) ships"))
  }

  static func rule(_ text: String) throws -> RatingRule { try RatingRule(try JSON(parsing: text)) }

  static func given(_ polarity: Polarity, target: String, actual: String) throws -> RatedReturn {
    RatedReturn(polarity: polarity, actual: try Value(actual), target: TargetExpression(target))
  }
}
