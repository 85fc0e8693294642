/// A council's rating rule, kept as the JSON it was written in; each change is a new version of it.
package struct RuleRecord: Record {
  package static let kind = "rule"
  package let id: String
  package let json: JSON
  package let rule: RatingRule

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    json = fields.json
    do throws(RuleError) { rule = try RatingRule(fields.json) } catch { throw FieldError(error.member, error.message) }
  }

  package init(_ json: JSON) throws(RuleError) {
    rule = try RatingRule(json)
    id = rule.id
    self.json = json
  }

  package var body: JSON { json }
}
