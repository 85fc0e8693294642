/// Where an indicator or item stood when the plan was made: what targets such as "> 2023 baseline" refer to.
package struct Baseline: Record {
  package static let kind = "baseline"
  /// The indicator or item.
  package var subject: RecordID
  /// As written: a figure, a state, a reason why there is none, or a source that is named without a figure.
  package var verbatim: String
  /// When that was, as written: "2023", "Q1 2024/25".
  package var asOf: String?

  package var id: String { "\(subject.kind):\(subject.record)" }

  /// The figure, state or reason; `nil` when it can't be told which.
  package var value: Value? {
    if let typed = try? Value(verbatim), typed.figure != nil { return typed }
    return (try? Value(withoutIntroduction)) ?? (try? Value(verbatim))
  }

  /// Without words that say only that it is one: "Baseline of 0", "2023 baseline = 0".
  private var withoutIntroduction: String {
    let words = verbatim.split { $0.isWhitespace || $0 == "=" || $0 == ":" }
    let head = words.prefix { word in
      let plain = word.lowercased()
      return ["baseline", "of", "is", "was", "in"].contains(plain) || Baseline.isYear(plain)
    }
    let named = head.contains { $0.lowercased() == "baseline" }
    return named && head.count < words.count ? words.dropFirst(head.count).joined(separator: " ") : verbatim
  }

  private static func isYear(_ text: String) -> Bool {
    let parts = text.split(separator: "/")
    return parts.first?.count == 4 && text.hasPrefix("20") && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }

  package init(_ subject: RecordID, verbatim: String, asOf: String? = nil) {
    self.subject = subject
    self.verbatim = verbatim
    self.asOf = asOf
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    subject = RecordID(fields.optionalText("of") ?? Indicator.kind, try fields.text("subject"))
    verbatim = try fields.text("baseline")
    asOf = fields.optionalText("as_of")
  }

  package var body: JSON {
    .object([
      "of": .string(subject.kind), "subject": .string(subject.record), "baseline": .string(verbatim),
      "as_of": asOf.json,
    ])
  }
}
