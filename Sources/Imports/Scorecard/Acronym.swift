/// The short form that a footnote explains: "EHCP" for "Education, Health & Care Plans" in the words that call it.
enum Acronym {
  static func explained(by note: String, in context: String) -> String? {
    let head = note.split(separator: /\s[–—-]\s/).map(String.init)
    let candidates =
      context.matches(of: /\b[A-Z][A-Z&]{1,7}\b/).map { String($0.0) }
      + context.matches(of: /\b([A-Z]{2,8})s\b/).map { String($0.1) }
    return candidates.first { short in
      head.contains { part in
        let initials = String(part.split { !$0.isLetter }.compactMap(\.first)).uppercased()
        let capitals = String(part.split { !$0.isLetter }.compactMap(\.first).filter(\.isUppercase))
        return part.split(separator: " ").count > 1 && (initials.contains(short) || capitals.contains(short))
      }
    }
  }
}
