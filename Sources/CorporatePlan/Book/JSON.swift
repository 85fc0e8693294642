/// A JSON value whose text is the same wherever it is written: members sorted by key, no spaces,
/// numbers kept as they were typed (never through binary floating point).
///
/// It is the body of every ledger entry, so it is hashed; see `canonical`.
package enum JSON: Equatable, Sendable {
  case null
  case bool(Bool)
  /// The number's own text, such as `-2.50`.
  case number(String)
  case string(String)
  case array([JSON])
  /// Members in the order of their keys' UTF-8 bytes; make one with `JSON.object(_:)`.
  case members([Member])

  package struct Member: Equatable, Sendable {
    package let key: String
    package let value: JSON

    package init(_ key: String, _ value: JSON) {
      self.key = key
      self.value = value
    }
  }

  /// An object from its members in any order; `null` members are left out, so that an absent value has one spelling.
  package static func object(_ members: KeyValuePairs<String, JSON?>) -> JSON {
    var kept: [Member] = []
    kept.reserveCapacity(members.count)
    for (key, value) in members {
      guard let value, value != .null else { continue }
      kept.append(Member(key, value))
    }
    return .members(kept.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
  }

  /// An object from members whose names are known only now.
  package static func sorted(_ members: [(String, JSON)]) -> JSON {
    .members(members.map { Member($0.0, $0.1) }.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
  }

  /// The member of that name; `nil` when absent or when this is no object.
  package subscript(_ key: String) -> JSON? {
    guard case .members(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  package var string: String? {
    if case .string(let text) = self { return text }
    return nil
  }

  package var array: [JSON]? {
    if case .array(let items) = self { return items }
    return nil
  }

  package var bool: Bool? {
    if case .bool(let value) = self { return value }
    return nil
  }

  /// A whole number, when this is one.
  package var integer: Int? {
    if case .number(let text) = self { return Int(text) }
    return nil
  }

  /// The text of a string or of a number: rules are written both ways (`"upTo": "5"`, `"upTo": 5`).
  package var scalarText: String? {
    switch self {
    case .string(let text), .number(let text): text
    default: nil
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .number(String(value)) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }

  package init(_ value: Int) { self = .number(String(value)) }
}

extension JSON {
  /// The members of two objects that share none.
  func and(_ other: JSON) -> JSON {
    guard case .members(let own) = self, case .members(let more) = other else { return self }
    return .members((own + more).sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
  }
}
