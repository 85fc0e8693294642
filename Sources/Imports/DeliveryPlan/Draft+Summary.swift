import CorporatePlan
import Documents

extension DeliveryPlanDraft {
  /// The list of activities that the plan opens with, kept as it stands.
  mutating func draftSummary(_ summary: SummaryList) {
    for (order, held) in summary.cells.enumerated() {
      let entries = summary.entries[held.priority].filter { $0.locator == held.cell.locator }
      draft.add(
        Section(
          id: "\(planID)-summary-\(order + 1)", of: RecordID(Plan.kind, planID),
          title: held.label.text.onOneLine, text: entries.map { "• \($0.title)" }.joined(separator: "\n"),
          order: 100 + order), at: held.cell.locator)
      draft.take(held.label.locator)
    }
  }

  /// The summary of key indicators: cells that open with the name of a priority and go on with codes.
  mutating func draftKeyIndicators() {
    for table in parts.others {
      for cell in table.rows.flatMap(\.cells) where !draft.places.contains(cell.locator) {
        let (before, codes) = IndicatorCodes.split(cell.text.onOneLine, not: otherPrefixes)
        guard !codes.isEmpty, let (priority, rest) = label(in: before) else { continue }
        for statement in Statement.split(rest) {
          let index = addMeasure(
            named: Statement(statement).text, at: cell.locator, shows: .headline, of: nil, keyOf: priorityIDs[priority])
          draft.tell(
            .warning, .deliveryCodeMissing, at: cell.locator, verbatim: measures[index].name,
            "This stands among coded indicators and has no code. Give it one, or leave it without.")
        }
        for code in codes {
          let statements = Statement.split(code.words)
          addCoded(
            code, named: statements.first ?? code.printed, at: cell.locator, shows: .headline, of: nil,
            keyOf: priorityIDs[priority])
          for statement in statements.dropFirst() {
            addMeasure(
              named: Statement(statement).text, at: cell.locator, shows: .headline, of: nil,
              keyOf: priorityIDs[priority])
          }
        }
        draft.take(cell.locator)
      }
    }
  }

  /// The priority whose name a text begins with, and what follows.
  private func label(in text: String) -> (priority: Int, rest: String)? {
    let words = text.split(whereSeparator: \.isWhitespace)
    for count in (1...max(1, min(words.count, 10))).reversed() where count <= words.count {
      let head = words[..<count].joined(separator: " ")
      guard parts.labels.contains(head.normalisedName) || count == words.count,
        let priority = parts.priority(named: head)
      else { continue }
      return (priority, words[count...].joined(separator: " "))
    }
    return nil
  }

  /// Adds each indicator that a printed code stands for. Of several, each name ends with its own code.
  mutating func addCoded(
    _ code: IndicatorCodes, named name: String, at locator: Locator, shows: Indicator.Shows, of item: String?,
    keyOf priority: String? = nil
  ) {
    let name = name.withoutTrailingDash.withoutStop
    for single in code.codes {
      measures.add(
        .init(
          name: code.isRange ? "\(name) (\(single))" : name, code: single,
          printedCode: code.isRange ? code.printed : nil,
          locator: locator, shows: shows, items: [item].compactMap { $0 }, keyOf: priority))
    }
  }

  @discardableResult
  mutating func addMeasure(
    named name: String, at locator: Locator, shows: Indicator.Shows, of item: String?, keyOf priority: String? = nil
  ) -> Int {
    measures.add(
      .init(
        name: name, code: nil, printedCode: nil, locator: locator, shows: shows, items: [item].compactMap { $0 },
        keyOf: priority))
  }
}
