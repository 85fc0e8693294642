import CorporatePlan
import Documents

extension OwnReportDraft {
  /// The rule that the printed key gives, where none is in force; of several keys, that of most indicators comes first.
  mutating func draftRule() {
    guard rule == nil, let period else { return }
    let part = parts.parts.first { $0.heading.hasPrefix("Key to indicators") }
    let table = part?.blocks.lazy.compactMap { block -> SourceTable? in
      if case .table(let table) = block, OwnReportParts.isKey(table) { table } else { nil }
    }.first
    guard let part, let table else { return ask(at: parts.title.locator, "") }
    let lines = table.rows.dropFirst().compactMap { row -> PrintedKey.Line? in
      guard row.cells.count == 2, let status = status(of: row.cells[0]) else { return nil }
      return PrintedKey.Line(status: status, text: row.cells[1].text.onOneLine, locator: row.cells[0].locator)
    }
    let key = PrintedKey(lines: lines)
    guard let words = key.rule, Set(lines.map(\.status)).count == lines.count,
      let record = made(key, words, part, period)
    else { return ask(at: table.locator, key.verbatim) }
    draft.add(record, at: table.locator)
    draft.add(Ruling(rule: record.id), at: table.locator)
  }

  private func made(
    _ key: PrintedKey, _ words: PrintedKey.Rule, _ part: OwnReportParts.Part, _ period: Period
  ) -> RuleRecord? {
    let council = parts.title.text.split(separator: ":").first?.trimmed ?? "the council"
    let id = Slugs.slug("\(council) \(FinancialYear(containing: period.start).first)")
    let json = RuleDraft(key: key, words: words).json(
      id: id, council: council, source: draft.document.name, equal: equal(part, key))
    do { return try RuleRecord(json) } catch { return nil }
  }

  /// "A figure equal to its target counts as Green."
  private func equal(_ part: OwnReportParts.Part, _ key: PrintedKey) -> Status {
    let word = part.blocks.lazy.compactMap { block -> String? in
      guard case .paragraph(let paragraph) = block, paragraph.text.hasPrefix("A figure equal to its target counts as ")
      else { return nil }
      return String(paragraph.text.trimmed.dropFirst("A figure equal to its target counts as ".count).dropLast())
    }.first
    return word.flatMap { Status(word: $0) } ?? .green
  }

  private mutating func ask(at locator: Locator, _ verbatim: String) {
    draft.tell(
      .question, .keyMissing, at: locator, verbatim: verbatim,
      "The key could not be read as a rule that goes for all indicators. Choose a rating rule; no rule was recorded.")
  }
}
