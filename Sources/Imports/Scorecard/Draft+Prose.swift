import CorporatePlan

/// Holds the text of a report against its tables. It speaks up only where it is sure which indicator the text means: a
/// false alarm costs more trust than a missed one.
extension ScorecardDraft {
  mutating func checkProse() {
    let names = drafts.map { Set($0.name.contentWords) }
    for remark in parts.remarks where remark.text.contains(where: \.isNumber) {
      for sentence in Prose.sentences(remark.text) { checkTarget(sentence, remark, names) }
      for fragment in Prose.fragments(remark.text) { checkActual(fragment, remark, names) }
    }
  }

  /// A sentence with an indicator's very actual and two of its words, and another target.
  private mutating func checkTarget(_ sentence: Prose, _ remark: Remark, _ names: [Set<String>]) {
    guard let named = sentence.target else { return }
    let words = Set(sentence.words)
    let meant = drafts.indices.filter { index in
      guard let actual = drafts[index].actual(in: period), sentence.numbers.contains(actual.quantity) else {
        return false
      }
      return names[index].intersection(words).count >= 2
    }
    guard meant.count == 1, let draft = meant.first.map({ drafts[$0] }), let target = draft.target(in: period)?.figure,
      (target.unit == .percent) == named.isPercent, target.quantity != named.quantity
    else { return }
    tell(
      .warning, .proseTargetDiffers, at: remark.locator, verbatim: remark.text,
      "The text gives a target of \(named.quantity)\(named.isPercent ? "%" : "") for “\(draft.name)”; \(draft.row.locator.place) has \(target.text). The table was taken."
    )
  }

  /// A fragment about one thing, with one percentage, whose subject occurs in the name of one indicator only.
  private mutating func checkActual(_ fragment: Prose, _ remark: Remark, _ names: [Set<String>]) {
    guard let subject = fragment.subject, Set(fragment.percentages).count == 1, let said = fragment.percentages.first
    else { return }
    let meant = drafts.indices.filter { names[$0].contains(subject) }
    guard meant.count == 1, let draft = meant.first.map({ drafts[$0] }), let actual = draft.actual(in: period),
      actual.unit == .percent
    else { return }
    if remark.text.lowercased().contains(inArrears) {
      tell(
        .question, .arrearsMentioned, at: remark.locator, verbatim: remark.text,
        "The text says that “\(draft.name)” is reported in arrears; \(draft.row.locator.place) shows \(actual.text) for \(period.name). Say which quarter the figure is of; nothing was changed."
      )
    }
    guard said != actual.quantity, let consequence = consequence(of: said, instead: actual, draft) else { return }
    tell(
      .warning, .proseActualDiffers, at: remark.locator, verbatim: remark.text,
      "The text gives \(said)% for “\(draft.name)”; \(draft.row.locator.place) has \(actual.text).\(consequence) The table was taken."
    )
  }

  /// What follows from the other figure; `nil` when it only rounds to the printed one and would be rated alike.
  private func consequence(of said: Quantity, instead actual: Figure, _ draft: IndicatorDraft) -> String? {
    let rounded = said.rounded(to: actual.decimals) == actual.quantity
    guard var given = draft.given(period), let rule, let status = rule.rate(given).status else {
      return rounded ? nil : ""
    }
    given.actual = .figure(
      Figure(quantity: said, unit: .percent, decimals: said.printedDecimals, verbatim: "\(said)%"))
    guard let other = rule.rate(given).status, other != status else { return rounded ? nil : "" }
    return " By the key \(said)% is \(other), and \(actual.text) is \(status)."
  }
}

// Patterns are made once: one that stands in a function is compiled on every call.
nonisolated(unsafe) private let inArrears = /\b(?:reported|published|available|received) in arrears\b/
