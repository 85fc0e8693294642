import CorporatePlan
import Documents

@testable import Imports

/// Looks every cell of a source up in what an import made of it.
///
/// A cell counts as kept when all its words, in order, stand in records or diagnostics: whole, or cut into runs of at
/// least three words each (a code apart from its title, a milestone apart from the next). Percentages must stand in a
/// record of progress or in a diagnostic. Headings must stand in the mapping.
struct SourceCoverage {
  private var texts: [String] = []
  private var percents: Set<Int> = []
  private var headings: Set<String> = []

  init(_ proposal: ImportProposal) {
    var kept: Set<String> = []
    for change in proposal.changes where change.revision.kind != SourceFile.kind {
      if let percent = change.revision.body?["percent"]?.integer { percents.insert(percent) }
      if let body = change.revision.body { SourceCoverage.collect(body, into: &kept) }
    }
    kept.formUnion(proposal.diagnostics.map(\.verbatim.normalisedName))
    texts = kept.map { " \($0) " }
    headings = Set(proposal.mapping.flatMap(\.columns).map(\.heading.normalisedName))
  }

  /// The cells and paragraphs of which some words are nowhere.
  func lost(of document: SourceDocument) -> [String] {
    document.passages.filter { !isKept($0.text) }.map { "\($0.locator): \($0.text)" }
  }

  private func isKept(_ text: String) -> Bool {
    let words = text.normalisedName.split(separator: " ").map(String.init)
    if words.isEmpty || headings.contains(words.joined(separator: " ")) { return true }
    if words.count == 2, words[1] == "%", let percent = Int(words[0]), percents.contains(percent) { return true }
    var rest = words[...]
    while !rest.isEmpty {
      let run = (1...rest.count).reversed().first { has(rest.prefix($0)) } ?? 0
      // Short runs are kept only as a whole: a code, a word, a number before a title.
      guard run >= 3 || run == rest.count || run > 0 && rest.count == words.count else { return false }
      rest = rest.dropFirst(run)
    }
    return true
  }

  private func has(_ words: ArraySlice<String>) -> Bool {
    let phrase = " \(words.joined(separator: " ")) "
    return texts.contains { $0.contains(phrase) }
  }

  private static func collect(_ json: JSON, into texts: inout Set<String>) {
    switch json {
    case .string(let text): texts.insert(text.normalisedName)
    case .array(let elements): for element in elements { collect(element, into: &texts) }
    case .members(let members): for member in members { collect(member.value, into: &texts) }
    default: break
    }
  }
}
