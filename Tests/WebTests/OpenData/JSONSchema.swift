import CorporatePlan

/// Holds a value against a schema: as much of JSON Schema 2020-12 as our OpenAPI document uses. A keyword that it does not
/// know is a fault, too, so that nothing goes unchecked.
struct JSONSchema {
  let document: JSON

  /// What does not fit, each with its place.
  func faults(of value: JSON, against schema: JSON, at place: String = "$") -> [String] {
    guard case .members(let keywords) = schema else { return ["\(place): the schema is no object"] }
    return keywords.flatMap { keyword in
      fault(of: value, keyword.key, keyword.value, schema, place)
    }
  }

  private func fault(of value: JSON, _ keyword: String, _ wanted: JSON, _ schema: JSON, _ place: String) -> [String] {
    func check(_ fits: Bool, _ words: String) -> [String] { fits ? [] : ["\(place): \(words)"] }
    switch keyword {
    case "description", "contentEncoding", "minItems": return []
    case "$ref":
      return reference(wanted.string ?? "").map { faults(of: value, against: $0, at: place) } ?? ["\(place): \(wanted)"]
    case "type":
      let names = wanted.array?.compactMap(\.string) ?? [wanted.string ?? ""]
      return check(names.contains { value.isA($0) }, "is no \(names)")
    case "enum": return check(wanted.array?.contains(value) == true, "is not one of \(wanted.canonical)")
    case "const": return check(wanted == value, "is not \(wanted.canonical)")
    case "format":
      guard let text = value.string, wanted == "date" else { return check(value == .null, "has an unknown format") }
      return check(Day(text) != nil, "“\(text)” is no day")
    case "minimum": return check(value.integer.map { $0 >= wanted.integer ?? 0 } ?? true, "is too small")
    case "maximum": return check(value.integer.map { $0 <= wanted.integer ?? 0 } ?? true, "is too great")
    case "items":
      return (value.array ?? []).enumerated().flatMap { faults(of: $1, against: wanted, at: "\(place)[\($0)]") }
    case "required":
      return wanted.array?.compactMap(\.string).flatMap { check(value[$0] != nil, "lacks “\($0)”") } ?? []
    case "properties":
      guard case .members(let members) = value else { return [] }
      return members.flatMap { member in
        wanted[member.key].map { faults(of: member.value, against: $0, at: "\(place).\(member.key)") } ?? []
      }
    case "additionalProperties":
      guard wanted == false, case .members(let members) = value else { return check(wanted == false, "is not closed") }
      return members.flatMap { check(schema["properties"]?[$0.key] != nil, "“\($0.key)” is not described") }
    default: return ["\(place): the schema’s “\(keyword)” is not checked"]
    }
  }

  private func reference(_ text: String) -> JSON? {
    guard text.hasPrefix("#/") else { return nil }
    return text.dropFirst(2).split(separator: "/").reduce(document as JSON?) { $0?[String($1)] }
  }
}

extension JSON {
  fileprivate func isA(_ type: String) -> Bool {
    switch (type, self) {
    case ("null", .null), ("string", .string), ("boolean", .bool), ("array", .array), ("object", .members),
      ("number", .number):
      true
    case ("integer", .number(let text)): Int(text) != nil
    default: false
    }
  }
}
