import CorporatePlan
import Documents

extension OwnReportDraft {
  /// The rules that the printed keys give, where none is in force: the first is the council's, each other one that of the
  /// indicators it says it is used for.
  mutating func draftRules() {
    guard rule == nil, let period else { return }
    let keys = OwnReportKey.all(in: parts)
    if keys.isEmpty { ask(at: parts.title.locator, "") }
    for (index, key) in keys.enumerated() { draftRule(key, isFirst: index == 0, period) }
  }

  private mutating func draftRule(_ printed: OwnReportKey, isFirst: Bool, _ period: Period) {
    let lines = printed.table.rows.dropFirst().compactMap { row -> PrintedKey.Line? in
      guard row.cells.count == 2, let status = status(of: row.cells[0]) else { return nil }
      return PrintedKey.Line(status: status, text: row.cells[1].text.onOneLine, locator: row.cells[0].locator)
    }
    let key = PrintedKey(lines: lines)
    guard let words = key.rule, Set(lines.map(\.status)).count == lines.count,
      let record = made(key, words, printed, period), draft.record(record.recordID) == nil
    else { return ask(at: printed.table.locator, key.verbatim) }
    draft.add(record, at: printed.table.locator)
    if isFirst { return draft.add(Ruling(rule: record.id), at: printed.table.locator) }
    for indicator in indicators(named: printed.use ?? "") {
      draft.add(Ruling(indicator: indicator, rule: record.id), at: printed.table.locator)
    }
  }

  /// "This key is used for 2 indicators: Calls answered and Homes let." The longest names first, for one may be a part of
  /// another.
  private func indicators(named sentence: String) -> [String] {
    var rest = sentence.split(separator: ":", maxSplits: 1).last.map { String($0).normalisedName } ?? ""
    let known = subjects.filter { $0.value.kind == Indicator.kind }.sorted {
      ($1.key.count, $0.key) < ($0.key.count, $1.key)
    }
    return known.compactMap { name, subject in
      guard let range = rest.firstRange(of: name) else { return nil }
      rest.removeSubrange(range)
      return subject.record
    }.sorted()
  }

  private func made(
    _ key: PrintedKey, _ words: PrintedKey.Rule, _ printed: OwnReportKey, _ period: Period
  ) -> RuleRecord? {
    let council = parts.title.text.split(separator: ":").first?.trimmed ?? "the council"
    let id = printed.rule ?? Slugs.slug("\(council) \(FinancialYear(containing: period.start).first)")
    let json = RuleDraft(key: key, words: words).json(
      id: id, council: council, source: draft.document.name, equal: equal(printed.part, key))
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
