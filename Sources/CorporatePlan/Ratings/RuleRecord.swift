/// A council's rating rule, kept as the JSON it was written in; each change is a new version of it, which rates nothing
/// until a ruling puts it in force.
package struct RuleRecord: Record {
  package static let kind = "rule"
  package let json: JSON
  package let rule: RuleBook.Rule

  package var id: String { rule.id }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    do throws(RuleError) { try self.init(fields.json) } catch { throw FieldError(error.member, error.message) }
  }

  package init(_ json: JSON) throws(RuleError) {
    rule = try RuleBook.Rule(json)
    self.json = json
  }

  package var body: JSON { json }

  /// The rule, when it is one for indicators.
  package var forIndicators: RatingRule? {
    if case .indicators(let rule) = rule { return rule }
    return nil
  }

  /// The rule, when it is one for actions.
  package var forActions: ActionRule? {
    if case .actions(let rule) = rule { return rule }
    return nil
  }
}
