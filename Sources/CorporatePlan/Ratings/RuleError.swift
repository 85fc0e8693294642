/// Why a rule can't be used, with the member that is wrong.
package struct RuleError: Error, Equatable, CustomStringConvertible {
  package let rule: String
  package let member: String
  package let message: String
  package var description: String { "rule \(rule), \"\(member)\": \(message)" }
}
