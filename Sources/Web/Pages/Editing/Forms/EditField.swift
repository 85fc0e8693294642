import CorporatePlan
import Documents

/// A field of a form of the plan: what it is called, what belongs there, and how it is written.
struct EditField: Sendable {
  let name: String
  let label: String
  var hint: String?
  var control = Control.line
  /// Whether most forms are sent without it, so that it stands behind “More”.
  var isRare = false
  /// What it and its neighbours of the same group are about, over them all.
  var group: String?

  enum Control: Sendable {
    case line
    case short
    /// Lines of text; a list has an entry on each.
    case lines
    case choice([Option])
    /// Choices of which the first counts first, each on its own.
    case several([Option])
    case tick
  }

  typealias Option = (value: String, words: String)

  /// When and why something leaves the plan.
  static let leavingThePlan = [
    EditField(
      name: "last_day", label: "Last day in the plan", hint: "It stays in the reports of the time before.",
      control: .short),
    EditField(
      name: "reason", label: "Why it leaves the plan", hint: "Councillors ask; it stands beside it from then on.",
      control: .lines),
  ]

  /// Why something is done, in words that stay beside it.
  static func reason(_ label: String = "Why") -> EditField {
    EditField(name: "reason", label: label, hint: "It is kept with the record and shown in its history.")
  }
}

extension [EditField] {
  /// Fields that belong together, under what they are about.
  static func group(_ words: String, _ fields: [EditField]) -> [EditField] {
    fields.map { field in
      var field = field
      field.group = words
      return field
    }
  }
}

extension RecordKind {
  /// The field for a member, called and explained as everywhere else.
  func field(_ name: String, _ control: EditField.Control = .line, hint: String? = nil, isRare: Bool = false)
    -> EditField
  {
    let member = self.member(name)
    return EditField(
      name: name, label: member?.heading ?? name, hint: hint ?? member?.meaning, control: control, isRare: isRare)
  }

  /// What stands in the fields for a record, by the name of the field.
  func texts(of body: JSON) -> [String: [String]] {
    var texts: [String: [String]] = [:]
    for member in members {
      guard let value = body[member.name] else { continue }
      if let list = value.array {
        texts[member.name] = list.compactMap(\.scalarText)
      } else if let text = value.scalarText {
        texts[member.name] = [member.form == .day ? Day(text)?.words ?? text : text]
      }
    }
    return texts
  }
}

extension HTML {
  /// A field with what stands in it.
  mutating func field(_ field: EditField, _ values: [String], _ problems: [FormProblem]) {
    if case .tick = field.control { return tick(field, values, problems) }
    self.field(field.name, field.label, hint: field.hint, problems: problems) { html, describedBy in
      switch field.control {
      case .line, .tick: html.input(field.name, value: values.first, describedBy: describedBy)
      case .short: html.input(field.name, value: values.first, describedBy: describedBy, isShort: true)
      case .lines:
        let text = values.joined(separator: "\n")
        let rows = min(12, max(3, text.count / 60 + values.count))
        html.element(
          "textarea",
          ["id": field.name, "name": field.name, "rows": String(rows), "aria-describedby": describedBy], text)
      case .choice(let options):
        html.select(
          field.name, name: field.name, describedBy: describedBy, chosen: values.first,
          options.offering(values.first))
      case .several(let options):
        html.choices(field, options, values.filter { !$0.isEmpty }, describedBy)
      }
    }
  }

  /// As many choices as were made, and two more.
  private mutating func choices(
    _ field: EditField, _ options: [EditField.Option], _ values: [String], _ describedBy: String?
  ) {
    for place in 0..<values.count + 2 {
      element("div", ["class": "several"]) { html in
        let chosen = values.indices.contains(place) ? values[place] : nil
        html.select(
          place == 0 ? field.name : "\(field.name)-\(place + 1)", name: field.name,
          describedBy: place == 0 ? describedBy : nil, label: place == 0 ? nil : "\(field.label), \(place + 1)",
          chosen: chosen, [("", place == 0 ? "Choose" : "None")] + options.offering(chosen))
      }
    }
  }

  private mutating func tick(_ field: EditField, _ values: [String], _ problems: [FormProblem]) {
    let problem = problems.first { $0.field == field.name }
    element("div", ["class": problem == nil ? "field" : "field wrong"]) { html in
      if let problem {
        html.element("p", ["class": "wrong-words", "id": "\(field.name)-problem"], problem.words)
      }
      html.element("div", ["class": "choice"]) { html in
        html.void(
          "input",
          [
            "type": "checkbox", "id": field.name, "name": field.name, "value": "yes",
            "checked": values.first == "yes" ? "" : nil,
            "aria-describedby": problem == nil ? nil : "\(field.name)-problem",
          ])
        html.element("label", ["for": field.name], field.label)
      }
      if let hint = field.hint { html.element("p", ["class": "note"], hint) }
    }
  }

  /// Fields that are sent along unseen.
  mutating func kept(_ values: [String: [String]]) {
    for (name, texts) in values.sorted(by: { $0.key < $1.key }) {
      for text in texts { void("input", ["type": "hidden", "name": name, "value": text]) }
    }
  }
}

extension [EditField.Option] {
  /// With what stands there already, though it is none of the choices.
  fileprivate func offering(_ value: String?) -> Self {
    guard let value, !value.isEmpty, !contains(where: { $0.value == value }) else { return self }
    return self + [(value, value)]
  }
}
