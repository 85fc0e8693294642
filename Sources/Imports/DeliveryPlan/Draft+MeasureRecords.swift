import CorporatePlan
import Documents

extension DeliveryPlanDraft {
  /// Everything the plan counts or shows becomes an indicator.
  mutating func draftIndicators() {
    let renamed = askClashes()
    for (order, measure) in measures.all.enumerated() {
      let code = measure.code.map { renamed[$0] ?? $0 }
      draftIndicator(measure, code, order: order + 1)
    }
    tellCodes()
    tellWithoutActivity()
  }

  private mutating func draftIndicator(_ measure: Measures.Measure, _ code: String?, order number: Int) {
    var items = measure.items
    if let key = measure.keyOf, !isUnder(key, items) { items.append(key) }
    let onRecord = code.flatMap { code in order.book.indicators.values.filter { $0.code == code }.map(\.id).min() }
    let id =
      onRecord ?? draft.identities.indicator(named: [code, measure.name].compactMap { $0 }.joined(separator: " "))
    let reading = NameReading(name: measure.name)
    var indicator = Indicator(
      id: id, name: measure.name, code: code, polarity: .none,
      unit: measure.unit ?? (reading.unit(opening: opening(measure.name))),
      frequency: .year, items: items, order: number)
    indicator.shows = measure.items.isEmpty ? measure.shows : shown(measure)
    indicator.definition = definition(of: measure)
    if measure.keyOf != nil { indicator.tags = ["KPI"] }
    if measure.isQualitative { indicator.tags.append("qualitative") }
    draft.add(indicator, at: measure.locator)
    if let year, let target = opening(measure.name) {
      draft.add(Target(indicator: id, period: year.period, verbatim: target), at: measure.locator)
    }
    for statement in measure.context {
      draft.add(
        Baseline(RecordID(Indicator.kind, id), verbatim: statement.figure, asOf: statement.asOf), at: measure.locator)
      for other in statement.comparators {
        draft.add(
          Comparator(indicator: id, group: other.group, verbatim: other.verbatim, asOf: statement.asOf),
          at: measure.locator)
      }
    }
  }

  /// A key indicator that also stands beside an activity shows what its column says.
  private func shown(_ measure: Measures.Measure) -> Indicator.Shows {
    measure.shows == .headline ? .serviceOutput : measure.shows
  }

  /// "90% of payments to creditors in 30 days" names its target.
  private func opening(_ name: String) -> String? {
    name.prefixMatch(of: percentOf).map { String($0.1) }
  }

  private func definition(of measure: Measures.Measure) -> String? {
    let lines =
      [measure.definition, measure.printedCode.map { "Printed as \($0)." }].compactMap { $0 }
      + measure.otherNames.map { "Also printed as: \($0.name)" }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private func isUnder(_ priority: String, _ items: [String]) -> Bool {
    items.contains { (draft.record(RecordID(PlanItem.kind, $0)) as? PlanItem)?.parent == priority || $0 == priority }
  }

  /// Prefixes of three letters or more that differ by one letter or the order of two: "CCS" and "CSS".
  private mutating func askClashes() -> [String: String] {
    let coded = measures.all.compactMap { measure in
      measure.code.map { (code: $0, prefix: $0.prefixOfCode, measure: measure) }
    }
    let counts = Dictionary(coded.map { ($0.prefix, 1) }, uniquingKeysWith: +)
    var renamed: [String: String] = [:]
    for (prefix, count) in counts.sorted(by: { $0.key < $1.key }) where prefix.count > 2 && !prefix.contains(" ") {
      guard
        let usual = counts.keys.sorted().first(where: {
          $0 != prefix && $0.isMisprint(of: prefix) && counts[$0] ?? 0 > count
        })
      else { continue }
      for own in coded where own.prefix == prefix {
        let other = own.code.replacing(prefix, with: usual, maxReplacements: 1)
        let answer = draft.ask(
          .deliveryCodesClash, at: own.measure.locator, verbatim: "\(own.code) \(own.measure.name)",
          "Every other code like this begins with \(usual), and one with \(prefix). Which is meant?",
          choices: [
            Question.Choice(usual, "\(other): \(prefix) is a misprint"),
            Question.Choice(prefix, "\(own.code): it is another thing"),
          ])
        if answer == usual, !coded.contains(where: { $0.code == other }) { renamed[own.code] = other }
      }
    }
    return renamed
  }

  private mutating func tellCodes() {
    var told: Set<String> = []
    for measure in measures.all where measure.code != nil {
      // The indicators of one range have the same words.
      if let printed = measure.printedCode, !told.insert(printed).inserted { continue }
      for other in measure.otherNames {
        draft.tell(
          .warning, .deliveryNameDiffers, at: other.locator, verbatim: "\(measure.code ?? "") \(other.name)",
          "The code \(measure.code ?? "") stands beside other words elsewhere: “\(measure.name)”. It was taken for one indicator under that name."
        )
      }
    }
    let coded = measures.all.filter { $0.code != nil }
    let ranges = Set(coded.compactMap(\.printedCode)).sorted()
    guard !ranges.isEmpty, let first = coded.first(where: { $0.printedCode != nil }) else { return }
    let expanded = coded.count { $0.printedCode != nil }
    draft.tell(
      .note, .deliveryCodeRange, at: first.locator, verbatim: ranges.joined(separator: ", "),
      "\(counted(coded.count - expanded + ranges.count, "code")) of indicators \(coded.count - expanded + ranges.count == 1 ? "is" : "are") printed. \(ranges.count) of them \(ranges.count == 1 ? "stands" : "stand") for \(expanded), which makes \(counted(coded.count, "indicator")); each is named with its own code."
    )
  }

  private mutating func tellWithoutActivity() {
    let alone = measures.all.filter { $0.keyOf != nil && $0.items.isEmpty }
    if let first = alone.first {
      draft.tell(
        .note, .deliveryKeyWithoutActivity, at: first.locator, verbatim: first.name,
        "\(counted(alone.count, "key indicator")) \(alone.count == 1 ? "stands" : "stand") beside no activity and \(alone.count == 1 ? "was" : "were") put under the priority: \(alone.map { $0.code ?? "“\($0.name)”" }.joined(separator: ", "))."
      )
    }
    if let first = measures.all.first {
      draft.tell(
        .note, .deliveryDirectionOpen, at: first.locator, verbatim: first.name,
        "The plan doesn't say of its indicators which way is good, nor how often they are collected. All were left without a direction, as yearly ones; say it before they are rated."
      )
    }
  }
}

extension NameReading {
  fileprivate func unit(opening target: String?) -> Unit {
    saysPercent || target != nil ? .percent : unit ?? (name.contains("£") ? .pounds : .number)
  }
}

extension String {
  /// `CCS` of `CCS 06`.
  fileprivate var prefixOfCode: String { String(prefix { $0.isLetter || $0 == " " }).trimmed }

  /// Of the same length, with one other letter or two that changed places.
  fileprivate func isMisprint(of other: String) -> Bool {
    let (one, two) = (Array(self), Array(other))
    guard one.count == two.count else { return false }
    let different = one.indices.filter { one[$0] != two[$0] }
    return different.count == 1
      || different.count == 2 && Set(different.map { one[$0] }) == Set(different.map { two[$0] })
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let percentOf = /(\d+(?:\.\d+)?%) of\b/
