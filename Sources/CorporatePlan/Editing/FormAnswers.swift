/// What a form said: the texts of its fields as they were typed, by the name of the field.
///
/// A field that the form did not have changes nothing; one that was left empty takes away what stood there.
package struct FormAnswers: Sendable, Equatable, ExpressibleByDictionaryLiteral {
  private let texts: [String: [String]]

  package init(_ texts: [String: [String]]) { self.texts = texts }

  package init(dictionaryLiteral answers: (String, String)...) {
    texts = Dictionary(grouping: answers, by: \.0).mapValues { $0.map(\.1) }
  }

  /// Whether the form had the field at all.
  package func has(_ field: String) -> Bool { texts[field] != nil }

  /// What was typed, without space around it; `nil` when that is nothing.
  package func text(_ field: String) -> String? {
    guard let typed = texts[field]?.first?.trimmed, !typed.isEmpty else { return nil }
    return typed
  }

  /// The lines that were typed or the boxes that were ticked, each once.
  package func texts(_ field: String) -> [String] {
    var seen: Set<String> = []
    return (texts[field] ?? []).flatMap { $0.split(whereSeparator: \.isNewline) }.map(\.trimmed)
      .filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  package func isYes(_ field: String) -> Bool {
    ["yes", "on", "true", "1"].contains(text(field)?.lowercased() ?? "")
  }

  /// What was typed into the fields whose names begin so, by the rest of the name and in its order.
  package func words(after prefix: String) -> [(name: String, text: String)] {
    texts.keys.filter { $0.hasPrefix(prefix) }.sorted().compactMap { field in
      text(field).map { (String(field.dropFirst(prefix.count)), $0) }
    }
  }
}
