import CorporatePlan
import Documents

/// One of the keys that a report of this program prints: the table, and what stands around it.
struct OwnReportKey {
  /// The rule's own id, where a report with several keys names it: "Key to indicators (rule harrow-2023, version 1)".
  let rule: String?
  let table: SourceTable
  let part: OwnReportParts.Part
  /// The sentence that says for which indicators it is used, where there are several keys.
  let use: String?

  /// How many indicators it is used for, where it says so.
  var uses: Int {
    let words = use?.dropFirst(OwnReportKey.useBegins.count).split(separator: " ")
    return words?.first.flatMap { Int($0) } ?? 0
  }

  private static let useBegins = "This key is used for "

  /// All of them, that of most indicators first: it is the council's.
  static func all(in parts: OwnReportParts) -> [OwnReportKey] {
    let all = parts.parts.filter { $0.heading.hasPrefix("Key to indicators") }.compactMap { part -> OwnReportKey? in
      let table = part.blocks.lazy.compactMap { block -> SourceTable? in
        if case .table(let table) = block, OwnReportParts.isKey(table) { table } else { nil }
      }.first
      guard let table else { return nil }
      let use = part.blocks.lazy.compactMap { block -> String? in
        guard case .paragraph(let paragraph) = block, paragraph.text.hasPrefix(useBegins) else {
          return nil
        }
        return paragraph.text.onOneLine
      }.first
      return OwnReportKey(rule: named(part.heading), table: table, part: part, use: use)
    }
    return all.enumerated().sorted { ($1.element.uses, $0.offset) < ($0.element.uses, $1.offset) }.map(\.element)
  }

  private static func named(_ heading: String) -> String? {
    guard let open = heading.firstRange(of: "(rule ") else { return nil }
    let rest = heading[open.upperBound...]
    // Somebody may have taken the bracket away in Word.
    guard let close = rest.lastIndex(of: ")") else { return nil }
    return rest[..<close].split(separator: ",").first.map { String($0).trimmed }
  }
}

/// The council's own words for statuses, as the keys of a report explain them: each key goes from the best to the worst.
struct ExplainedWords {
  private(set) var indicators: [String: Status] = [:]
  private(set) var actions: [String: Status] = [:]

  init(_ parts: OwnReportParts) {
    for key in OwnReportKey.all(in: parts) {
      guard ExplainedWords.firstMeaning(of: key.table).contains("target") else { continue }
      indicators.merge(ExplainedWords.words(of: key.table, from: [.green, .amber, .red])) { first, _ in first }
    }
    let key = parts.parts.first { $0.heading.hasPrefix("Key to ") && !$0.heading.hasPrefix("Key to indicators") }
    for block in key?.blocks ?? [] {
      guard case .table(let table) = block, OwnReportParts.isKey(table),
        ExplainedWords.firstMeaning(of: table).hasPrefix("It is finished")
      else { continue }
      actions.merge(ExplainedWords.words(of: table, from: [.complete, .green, .amber, .red])) { first, _ in first }
    }
  }

  /// A key of more or other statuses explains none: which is which would be a guess.
  private static func words(of table: SourceTable, from statuses: [Status]) -> [String: Status] {
    let words = table.rows.dropFirst().map { $0.cells.first?.text.statusWord ?? "" }
    guard words.count == statuses.count, !words.contains(""), Set(words).count == words.count else { return [:] }
    return Dictionary(uniqueKeysWithValues: zip(words, statuses))
  }

  /// What the best status of a key means.
  private static func firstMeaning(of table: SourceTable) -> String {
    table.rows.dropFirst().first?.cells.last?.text.onOneLine ?? ""
  }
}

extension String {
  /// The word of a status, without its shape, in small letters.
  var statusWord: String { filter { $0.isLetter || $0.isWhitespace }.onOneLine.lowercased() }
}
