import CorporatePlan
import Documents

@testable import Imports

/// The words of a document that reach neither a record nor a diagnostic nor the mapping of a column.
///
/// A word counts as kept where it stands in three words running of one text that was kept, or is a kept text of two words
/// or fewer. Whole cells are not looked for, since a cell may hold several things.
struct Coverage {
  private var threes: Set<String> = []
  private var short: Set<String> = []
  /// The last and the first words of kept texts: where a page break cut a text, they begin or end a cell.
  private var ends: Set<String> = []
  private var starts: Set<String> = []

  init(_ proposal: ImportProposal) {
    for change in proposal.changes { change.revision.body.map { add($0) } }
    for diagnostic in proposal.diagnostics { add(diagnostic.verbatim) }
    for column in proposal.mapping.flatMap(\.columns) { add(column.heading) }
  }

  /// Words that only name what follows, which is its `level` in the records.
  private static var labels: Regex<Substring> {
    /\b(?:including )?sub actions?(?: incl(?:ud(?:e|es|ing))?)?\b|\bcritical outcomes(?= [a-z]{2,4} \d|$)|^outcomes$/
  }

  /// Each passage with the words that are lost.
  func lost(of document: SourceDocument) -> [String] {
    document.passages.compactMap { passage in
      let text = passage.text.normalisedName.replacing(Coverage.labels, with: " | ")
      let lost = text.split(separator: "|").flatMap { words(lostOf: $0.split(separator: " ").map(String.init)) }
      return lost.isEmpty ? nil : "\(passage.locator): \(lost.joined(separator: " "))"
    }
  }

  private func words(lostOf words: [String]) -> [String] {
    var kept = words.map { _ in false }
    for index in words.indices {
      for length in 1...3 where index + length <= words.count {
        let run = words[index..<index + length].joined(separator: " ")
        let isEnd = index == 0 && ends.contains(run) || index + length == words.count && starts.contains(run)
        if length == 3 ? threes.contains(run) : short.contains(run) || isEnd {
          for place in index..<index + length { kept[place] = true }
        }
      }
    }
    return zip(words, kept).filter { !$0.1 }.map(\.0)
  }

  private mutating func add(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.normalisedName.split(separator: " ").map(String.init)
      if words.count < 3 {
        short.insert(words.joined(separator: " "))
      } else {
        starts.formUnion([words.prefix(1), words.prefix(2)].map { $0.joined(separator: " ") })
        ends.formUnion([words.suffix(1), words.suffix(2)].map { $0.joined(separator: " ") })
        for index in 0...words.count - 3 { threes.insert(words[index..<index + 3].joined(separator: " ")) }
      }
    }
  }

  private mutating func add(_ json: JSON) {
    switch json {
    case .members(let members):
      // What a program made is no text of the document.
      for member in members where !["unit", "role", "level", "frequency", "diagnostics"].contains(member.key) {
        add(member.value)
      }
    case .array(let items): for item in items { add(item) }
    case .string(let text): add(text)
    case .null, .bool, .number: break
    }
  }
}
