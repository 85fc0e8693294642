/// The short form that a footnote explains: "EHCP" for "Education, Health & Care Plans" in the words that call it.
enum Acronym {
  static func explained(by note: String, in context: String) -> String? {
    let head = note.split(separator: dashInNote).map(String.init)
    let candidates =
      context.matches(of: allCapitals).map { String($0.0) }
      + context.matches(of: pluralCapitals).map { String($0.1) }
    return candidates.first { short in
      head.contains { part in
        let initials = String(part.split { !$0.isLetter }.compactMap(\.first)).uppercased()
        let capitals = String(part.split { !$0.isLetter }.compactMap(\.first).filter(\.isUppercase))
        return part.split(separator: " ").count > 1 && (initials.contains(short) || capitals.contains(short))
      }
    }
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let dashInNote = /\s[–—-]\s/
nonisolated(unsafe) private let allCapitals = /\b[A-Z][A-Z&]{1,7}\b/
nonisolated(unsafe) private let pluralCapitals = /\b([A-Z]{2,8})s\b/
