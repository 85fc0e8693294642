import CorporatePlan
import Foundation

/// A rule named on the command line: a JSON file, or the id of one that ships.
struct RuleArgument {
  let text: String

  init(_ text: String) { self.text = text }

  func indicatorRule() throws(Failure) -> RatingRule {
    let json = try json()
    let rule: RuleBook.Rule
    do throws(RuleError) { rule = try RuleBook.Rule(json) } catch { throw .call("\(text): \(error).") }
    switch rule {
    case .indicators(let rule): return rule
    case .actions(let rule): throw .call("\(text): rule \(rule.id) is for actions; rate needs one for indicators.")
    }
  }

  private func json() throws(Failure) -> JSON {
    if let shipped = RuleBook.shipped[text], !FileManager.default.fileExists(atPath: text) { return shipped }
    guard FileManager.default.fileExists(atPath: text) else {
      throw .call(
        "\(text): is neither a file nor a rule that ships. These ship: \(RuleBook.shipped.keys.sorted().joined(separator: ", "))."
      )
    }
    let bytes = try [UInt8](reading: text, upTo: 1 << 20)
    let json: JSON
    do throws(JSONError) { json = try JSON(parsing: bytes) } catch { throw .call("\(text): \(error).") }
    guard let rules = json["rules"]?.array else { return json }
    guard rules.count == 1, let only = rules.first else {
      throw .call("\(text): holds \(rules.count) rules; give a file with one, or name one that ships.")
    }
    return only
  }
}
