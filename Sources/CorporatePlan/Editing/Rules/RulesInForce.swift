extension Editing {
  /// A rule in force from a period on. Fields: `rule`, the id of one of the council's or of those that ship; `for`,
  /// `indicators`, `actions`, or `indicator`, with `indicator`, its id; `from` and `to`, the codes of the first and last
  /// period, the last only where it ends.
  package func putInForce(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    let subject = self.subject(&form)
    let rule = self.rule(for: subject, &form)
    let from = form.period("from")
    let to = form.period("to")
    if let from, let to, to.start < from.start {
      form.refuse("to", "\(to.name) is before \(from.name); turn them round.")
    }
    if answers.text("from") == nil, let subject, book.rulings.values.contains(where: { $0.subject == subject }) {
      form.refuse("from", "Choose the first period: those before keep the rule they were rated with.")
    }
    try form.finish()
    guard let subject, let rule else { return [] }
    let ruling = Ruling(for: subject, from: from?.start, to: to.map { $0.end + -1 }, rule: rule.id)
    let isNew = book.rules[rule.id] == nil
    if !isNew, let old = book.rulings[ruling.id], old.rule == rule.id, book.ratesByNewestVersion(old) {
      throw EditRefused("rule", "That rule is in force there already, in its newest version.")
    }
    return (isNew ? [rule.revision] : []) + [ruling.revision]
  }

  /// A ruling withdrawn, so that what it stood before is in force again.
  package func withdrawRuling(_ id: String) throws(EditRefused) -> [Revision] {
    guard let ruling = book.rulings[id] else {
      throw EditRefused("ruling", "There is no such ruling; it may have been withdrawn.")
    }
    let others = book.rulings.values.contains { $0.id != id && $0.subject == ruling.subject }
    if ruling.subject == .council, !others {
      throw EditRefused(
        "ruling", "It is the only rule for indicators: without it nothing is rated. Put another in force.")
    }
    return [ruling.withdrawal]
  }

  private func subject(_ form: inout FormReading) -> Ruling.Subject? {
    switch form.answers.text("for") ?? "indicators" {
    case "indicators": return .council
    case "actions": return .actions
    case "indicator":
      guard let id = form.answers.text("indicator"), book.indicators[id] != nil else {
        form.refuse("indicator", "Choose the indicator that the rule is for.")
        return nil
      }
      return .indicator(id)
    case let other:
      form.refuse("for", "“\(other)” is none of indicators, indicator, actions; choose one.")
      return nil
    }
  }

  private func rule(for subject: Ruling.Subject?, _ form: inout FormReading) -> RuleRecord? {
    guard let id = form.answers.text("rule") else {
      form.refuse("rule", "Choose a rule.")
      return nil
    }
    let shipped = RuleBook.shipped[id].flatMap { try? RuleRecord($0) }
    guard let rule = book.rules[id] ?? shipped else {
      form.refuse("rule", "There is no rule “\(id)”; choose one that is there.")
      return nil
    }
    if let subject, (subject == .actions) != (rule.forActions != nil) {
      form.refuse(
        "rule",
        subject == .actions
          ? "“\(id)” rates indicators; choose a rule for actions."
          : "“\(id)” rates actions; choose a rule for indicators.")
    }
    return rule
  }
}

extension Book {
  /// Whether a ruling put the newest version of its rule in force; one that was changed since rates by the version it was
  /// put in force with.
  package func ratesByNewestVersion(_ ruling: Ruling) -> Bool {
    guard let rule = rules[ruling.rule] else { return true }
    return version(inForceBy: ruling)?.revision == stamp(of: rule.recordID)?.revision
  }
}

extension FormReading {
  /// A period by its code; `nil` when none was chosen.
  mutating func period(_ field: String) -> Period? {
    guard let code = answers.text(field) else { return nil }
    if let period = book.calendar.period(code) { return period }
    refuse(field, "“\(code)” is no period; choose one, such as \(FinancialYear(2025).quarter(1).code).")
    return nil
  }
}
