extension Editing {
  /// A rule of the council's own, made from another: its limits, what equal and met are, and its words. It rates nothing
  /// until it is put in force. Fields: `id`; `equal`, `met`, statuses of the rule; `limit:1` and on, the limit of each band
  /// but the last, a number or `tolerance`; `including:1`, yes where the limit belongs to the band; `word:STATUS`;
  /// `printed_key`.
  ///
  /// - Parameter base: the id of one of the council's rules, which then has a new version, or of one that ships.
  package func ownRule(from base: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    guard let (json, rule) = ruleForIndicators(base), case .members(let members) = json else {
      throw EditRefused("id", "There is no such rule for indicators; choose one that is there.")
    }
    let isOwn = book.rules[base] != nil
    let id = isOwn ? base : (answers.text("id") ?? "").lowercased()
    if !isOwn {
      let isPlain = !id.isEmpty && id.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
      if !isPlain {
        form.refuse("id", "Write a short name of small letters, digits and hyphens, such as our-rule-2026.")
      }
      if book.rules[id] != nil || RuleBook.shipped[id] != nil {
        form.refuse("id", "“\(id)” is taken; choose another name.")
      }
    }
    var own = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    own["id"] = .string(id)
    own["source"] = nil
    own["inferred"] = nil
    if !isOwn { own["council"] = .string(book.council?.name ?? id) }
    for name in ["equal", "met"] {
      guard let text = answers.text(name) else { continue }
      if rule.statuses.contains(Status(text)) {
        own[name] = .string(text)
      } else {
        form.refuse(name, "“\(text)” is none of the rule’s statuses; choose one.")
      }
    }
    if rule.basis != .thresholds { own["bands"] = bands(of: rule, &form) }
    let words = rule.statuses.compactMap { status in
      (answers.text("word:\(status.id)") ?? rule.words[status]).map { (status.id, JSON.string($0)) }
    }
    if !words.isEmpty { own["words"] = .sorted(words) }
    // What the other council printed explains its limits, not these.
    own["printedKey"] = answers.text("printed_key").map(JSON.string)
    try form.finish()
    let record: RuleRecord
    do throws(RuleError) { record = try RuleRecord(.sorted(own.map { ($0.key, $0.value) })) } catch {
      throw EditRefused("limit:1", "The rule \(error.message).")
    }
    return try changed(record)
  }

  /// A rule for indicators that a rule can be made from; `nil` for those of actions.
  package func ruleForIndicators(_ id: String) -> (json: JSON, rule: RatingRule)? {
    guard let json = book.rules[id]?.json ?? RuleBook.shipped[id] else { return nil }
    guard let rule = (try? RuleRecord(json))?.forIndicators else { return nil }
    return (json, rule)
  }

  private func bands(of rule: RatingRule, _ form: inout FormReading) -> JSON {
    .array(
      rule.bands.enumerated().map { index, band in
        let number = index + 1
        guard index < rule.bands.count - 1 else { return .object(["status": .string(band.status.id)]) }
        let typed = form.answers.text("limit:\(number)")
        let limit = typed.map { $0.hasSuffix("%") ? String($0.dropLast()).trimmed : $0 } ?? band.limit.text
        if limit.map({ $0 != "tolerance" && (Quantity($0).map { $0 < .zero } ?? true) }) ?? true {
          form.refuse("limit:\(number)", "“\(typed ?? "")” is no limit; write a number such as 5, or tolerance.")
        }
        let including = form.answers.has("limit:\(number)") ? form.answers.isYes("including:\(number)") : band.including
        return .object([
          "status": .string(band.status.id), "upTo": limit.map(JSON.string), "including": .bool(including),
        ])
      })
  }
}

extension RatingRule.Limit {
  /// As forms show it: `5`, `tolerance`; `nil` for none.
  package var text: String? {
    switch self {
    case .of(let quantity): quantity.description
    case .tolerance: "tolerance"
    case .none: nil
    }
  }
}
