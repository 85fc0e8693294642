import CorporatePlan

/// What a column of published data is called, means and holds: the CSV, its CSVW description, the schema of the JSON and
/// the manual's tables are all written from it.
package struct DataField: Sendable {
  package let name: String
  /// What it means, as the page about the data prints it.
  package let meaning: String
  package let holds: Content
  /// Whether every row has it.
  package let isRequired: Bool

  package enum Content: Sendable, Equatable {
    case text
    /// Text that is one of these.
    case choice([String])
    /// An ISO 8601 day.
    case day
    /// An exact decimal.
    case number
    /// A whole number.
    case count
    /// Exactly yes or no.
    case flag
  }

  /// The schema of a cell in JSON, as JSON Schema 2020-12 has it; an absent value is `null`.
  package var schema: JSON {
    var members: [(String, JSON)] = [("description", .string(meaning))]
    func type(_ name: String) {
      members.append(("type", isRequired ? .string(name) : .array([.string(name), "null"])))
    }
    switch holds {
    case .text: type("string")
    case .choice(let words):
      type("string")
      members.append(("enum", .array(words.map(JSON.string) + (isRequired ? [] : [.null]))))
    case .day:
      type("string")
      members.append(("format", "date"))
    case .number: type("number")
    case .count: type("integer")
    case .flag: type("boolean")
    }
    return .sorted(members)
  }

  /// The column in a CSVW description (W3C, Metadata Vocabulary for Tabular Data, section 5.6).
  var csvw: JSON {
    .object([
      "name": .string(name), "titles": .string(name), "dc:description": .string(meaning), "datatype": datatype,
      "required": isRequired ? true : nil,
    ])
  }

  private var datatype: JSON {
    switch holds {
    case .text: "string"
    case .choice(let words): .object(["base": "string", "format": .string(words.joined(separator: "|"))])
    case .day: "date"
    case .number: "decimal"
    case .count: "integer"
    case .flag: .object(["base": "boolean", "format": "true|false"])
    }
  }
}
