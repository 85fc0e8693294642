/// The rules that ship with the product: fifteen real councils', as published.
package enum RuleBook {
  /// One rule: for indicators or for actions.
  package enum Rule: Equatable, Sendable {
    case indicators(RatingRule)
    case actions(ActionRule)

    package init(_ json: JSON) throws(RuleError) {
      switch json["for"]?.string ?? "indicators" {
      case "indicators": self = .indicators(try RatingRule(json))
      case "actions": self = .actions(try ActionRule(json))
      case let other:
        throw RuleError(
          rule: json["id"]?.string ?? "unnamed", member: "for", message: "“\(other)” is neither indicators nor actions")
      }
    }

    package var id: String {
      switch self {
      case .indicators(let rule): rule.id
      case .actions(let rule): rule.id
      }
    }
  }

  /// Reads a file in the form of `rag_schemes.json`: an object with `rules`, a list of rules, or a single rule.
  package static func rules(_ json: JSON) throws(RuleError) -> [Rule] {
    let items = json["rules"]?.array ?? json.array ?? [json]
    var rules: [Rule] = []
    for item in items { rules.append(try Rule(item)) }
    return rules
  }

  /// The text of the rules that ship, by id.
  package static let shipped: [String: JSON] = {
    guard let json = try? JSON(parsing: PackageResources.rag_schemes_json), let items = json["rules"]?.array else {
      preconditionFailure("rag_schemes.json in this build is not JSON")
    }
    return Dictionary(items.compactMap { rule in rule["id"]?.string.map { ($0, rule) } }, uniquingKeysWith: { $1 })
  }()
}
