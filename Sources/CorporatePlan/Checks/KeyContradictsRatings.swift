extension Check {
  /// Harrow's key says "has exceeded target" for green, and thirteen of its green rows equal theirs (Decisions/0003).
  static let keyContradictsRatings = Check(
    "key-contradicts-ratings", .objection,
    looksFor: "A printed key that wants a target exceeded, while meeting it is enough for the rule."
  ) { book, scorecard in
    scorecard.rules.compactMap { version -> Trouble? in
      guard let rule = book.rule(version)?.forIndicators, let key = rule.printedKey, rule.equal == rule.met,
        key.lowercased().contains("exceed")
      else { return nil }
      let met = scorecard.standings.filter { standing in
        guard standing.rating.rule == version, standing.status == rule.met, let target = standing.target?.figure else {
          return false
        }
        return standing.value.figure?.quantity == target.quantity
      }
      let names = met.map { "“\($0.indicator.name)”" }.joined(separator: ", ")
      let word = rule.word(for: rule.met)
      let rows = met.isEmpty ? "" : " \(met.count) indicators equal their target and are \(word): \(names)."
      return (
        "key of the rule \(rule.id)",
        "The key reads “\(key)”, yet meeting the target exactly counts as \(word).\(rows) Correct the words of the key, or the rule."
      )
    }
  }
}
