/// A member of a record's body in plain words: the heading of its column, what it says, and how a cell holds it.
package struct RecordMember: Equatable, Sendable {
  /// As in the body: `plan_title`.
  package let name: String
  /// As people read it: "Plan title".
  package let heading: String
  package let form: Form
  /// What it is called where nobody edits the cell: "Form" for the heading "Form (JSON)".
  package var words: String { heading.replacing(" (JSON)", with: "") }
  /// What it says, in a sentence.
  package let meaning: String
  /// What it names, when it names another record.
  package let reference: Reference?

  /// What a member's value is in JSON, and what a cell of it looks like.
  package enum Form: String, Sendable, CaseIterable {
    case text
    /// A figure as typed: `1,234`, `79%`. In JSON it is text.
    case figure
    /// `2025-03-31`. In JSON it is text.
    case day
    case number
    case yesNo = "yes-no"
    /// Texts, with " | " between them.
    case list
    /// Anything else, written as JSON.
    case structure
  }

  /// Which kind of record a member names by its id.
  package enum Reference: Equatable, Sendable {
    case to(kind: String)
    /// The kind that another member of the record names.
    case toKind(in: String)
  }

  package init(
    _ name: String, _ heading: String, _ form: Form = .text, _ meaning: String, reference: Reference? = nil
  ) {
    self.name = name
    self.heading = heading
    self.form = form
    self.meaning = meaning
    self.reference = reference
  }

  /// One that the dictionary does not know: its name as words.
  package init(unknown name: String, _ form: Form) {
    let words = name.replacing("_", with: " ")
    self.init(name, words.prefix(1).uppercased() + words.dropFirst(), form, "")
  }
}

extension RecordMember {
  static func text(_ name: String, _ heading: String, _ meaning: String) -> Self { Self(name, heading, .text, meaning) }
  static func figure(_ name: String, _ heading: String, _ meaning: String) -> Self {
    Self(name, heading, .figure, meaning)
  }
  static func day(_ name: String, _ heading: String, _ meaning: String) -> Self { Self(name, heading, .day, meaning) }
  static func number(_ name: String, _ heading: String, _ meaning: String) -> Self {
    Self(name, heading, .number, meaning)
  }
  static func yesNo(_ name: String, _ heading: String, _ meaning: String) -> Self {
    Self(name, heading, .yesNo, meaning)
  }
  static func list(_ name: String, _ heading: String, _ meaning: String) -> Self { Self(name, heading, .list, meaning) }
  static func structure(_ name: String, _ heading: String, _ meaning: String) -> Self {
    Self(name, heading, .structure, meaning)
  }

  static func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ heading: String, _ meaning: String, of: Choice.Type
  ) -> Self {
    Self(name, heading, .text, "\(meaning): \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
  }

  static func period(_ meaning: String) -> Self {
    Self("period", "Period", .text, "\(meaning): 2025-26-Q1, 2025-26, 2025-M04, or a term or wave of its own")
  }

  static func reference(_ name: String, _ heading: String, to kind: String, _ meaning: String) -> Self {
    Self(name, heading, .text, meaning, reference: .to(kind: kind))
  }

  static func references(_ name: String, _ heading: String, to kind: String, _ meaning: String) -> Self {
    Self(name, heading, .list, meaning, reference: .to(kind: kind))
  }

  /// The two members that name a record of any kind: `of` its kind, `subject` its id.
  static func subject(_ meaning: String) -> [Self] {
    [
      Self("subject", "About", .text, meaning, reference: .toKind(in: "of")),
      Self("of", "About a", .text, "The kind of record that “About” names: item, indicator, plan or paper"),
    ]
  }
}
