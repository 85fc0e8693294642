import CorporatePlan
import Documents

extension ScorecardDraft {
  /// The rule that the key gives, and the statuses that the report prints.
  mutating func draftRule() {
    guard let key = parts.key else {
      tell(
        .question, .keyMissing, at: .document,
        "The document prints no key that says when a figure is green, amber or red. Choose a rating rule; no rule was recorded."
      )
      return readMarks(with: inForce)
    }
    guard let words = key.rule else {
      tell(
        .question, .keyNotUnderstood, at: key.lines[0].locator, verbatim: key.verbatim,
        "The key could not be read as a rule: amber and red should name one limit, such as 5%. No rule was recorded.")
      return readMarks(with: inForce)
    }
    let draft = RuleDraft(key: key, words: words)
    readMarks(with: made(draft, equal: .green)?.forIndicators)
    let equal = equality(draft)
    guard let record = made(draft, equal: equal) else { return }
    rule = record.forIndicators
    if !words.namesBasis {
      tell(
        .note, .keyBasisAssumed, at: key.line(.amber)?.locator ?? key.lines[0].locator,
        verbatim: key.line(.amber)?.text ?? key.verbatim,
        "The key doesn't say of what \(words.limit)% is; it was read as \(words.limit)% of the target.")
    }
    adopt(record)
  }

  /// Records the rule and that it is the council's, unless one is in force already.
  private mutating func adopt(_ record: RuleRecord) {
    guard let inForce else {
      add(record)
      add(Ruling(rule: record.id))
      return
    }
    if let read = record.forIndicators, !inForce.ratesLike(read) {
      tell(
        .question, .keyDiffersFromRule, at: parts.key?.lines.first?.locator ?? .document,
        verbatim: parts.key?.verbatim ?? "",
        "The rule in force, “\(inForce.id)”, is not what this key says. The rule in force was kept.")
    }
    rule = inForce
  }

  private var inForce: RatingRule? { order.book.rule(for: "", in: period)?.rule }

  private func made(_ draft: RuleDraft, equal: Status) -> RuleRecord? {
    let name = council ?? "the council"
    let id = Slugs.slug("\(name) \(FinancialYear(containing: period.start).first)")
    return try? RuleRecord(draft.json(id: id, council: name, source: parts.document.name, equal: equal))
  }

  private mutating func readMarks(with rule: RatingRule?) {
    self.rule = rule
    printed = drafts.map { _ in nil }
    for (table, held) in parts.tables.enumerated() {
      let indices = rows(ofTable: table)
      let marks = PrintedMarks(indices.map { drafts[$0] }, charts.charts[.indicators(table)], rule, period)
      for (index, mark) in zip(indices, marks.statuses) { printed[index] = mark }
      if !indices.isEmpty, marks.statuses.allSatisfy({ $0 == nil }) {
        tell(
          .question, .printedStatusUnknown, at: held.table.locator,
          "The colours of this table are not in the file and no chart tells them, so the printed statuses are not known."
        )
      }
    }
  }

  /// What a figure that equals its target is: the key's words, unless the rows say otherwise.
  private mutating func equality(_ draft: RuleDraft) -> Status {
    let literal: Status = draft.words.greenExceeds ? .amber : .green
    let rows = EqualRows(drafts, printed.map { $0?.status }, period)
    let line = draft.key.line(.green)
    guard let most = rows.most, most == .green || most == .amber else {
      if draft.words.greenExceeds {
        tell(
          .question, .keyEqualityOpen, at: line?.locator ?? .document, verbatim: line?.text ?? "",
          "The key's words leave a figure that equals its target out of green, and no row shows how that is printed. It was read as amber."
        )
      }
      return literal
    }
    if most != literal, let count = rows.byStatus[most] {
      tell(
        .warning, .keyContradictsRows, at: line?.locator ?? .document, verbatim: line?.text ?? "",
        "By these words a figure that equals its target is \(literal), but \(counted(count, "row")) of the tables equal their target and are printed \(most). Equality was read as \(most); the key's words are kept as they stand."
      )
    }
    return most
  }

  /// The printed statuses, and where they are not what the rule gives.
  mutating func draftPrinted() {
    for (index, draft) in drafts.enumerated() {
      guard let mark = printed[index] else {
        tellUnread(draft)
        continue
      }
      if mark.status == .complete {
        tell(
          .warning, .statusOfIndicator, at: draft.row.locator, verbatim: draft.verbatim,
          "Printed as complete, by \(mark.evidence), which mostly is the status of an action. Check what it means here."
        )
      }
      add(PrintedStatus(indicator: indicatorIDs[index], period: period, status: mark.status, evidence: mark.evidence))
      guard let rating = draft.given(period).flatMap({ rule?.rate($0) }), let status = rating.status,
        status != mark.status
      else { continue }
      tell(
        .warning, .printedStatusDiffers, at: draft.row.locator, verbatim: draft.verbatim,
        "Printed \(mark.status), but the key gives \(status). \(rating.why) \(explanation(draft, mark.status))")
    }
  }

  /// A status that is printed in words or signs which say nothing; where a whole table lost its colours, that is told of it.
  private mutating func tellUnread(_ draft: IndicatorDraft) {
    let isKnown = zip(drafts, printed).contains { $0.table == draft.table && $1 != nil }
    let word = draft.row.cells[.status].flatMap { $0.text.contains(where: \.isLetter) ? $0 : nil }
    guard let cell = word ?? (isKnown ? draft.row.mark : nil), !cell.text.isBlank else { return }
    let isNone = Status.saysNone(cell.text)
    tell(
      isNone ? .note : .warning, isNone ? .statusNone : .wordUnreadable, at: cell.locator, verbatim: cell.text.trimmed,
      isNone
        ? "“\(cell.text.onOneLine)” is no rating of “\(draft.name)”; none was recorded."
        : "“\(cell.text.onOneLine)” was not understood as a status of “\(draft.name)”; none was recorded.")
  }

  private func explanation(_ draft: IndicatorDraft, _ printed: Status) -> String {
    if draft.isEqual(period), printed != .green {
      return "Only an unrounded actual that is worse than the target would explain the printed status."
    }
    return "Check the figure and the colour."
  }
}

extension RatingRule {
  /// Whether two rules give every figure the same status.
  fileprivate func ratesLike(_ other: RatingRule) -> Bool {
    (basis, met, equal, bands, better, thresholds) == (
      other.basis, other.met, other.equal, other.bands, other.better, other.thresholds
    )
      && zeroTarget == other.zeroTarget && lift == other.lift
  }
}
