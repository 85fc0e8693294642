extension Check {
  static let commentaryContradictsStatus = Check(
    "commentary-contradicts-status", .objection,
    looksFor: "Commentary that calls a missed target met, or a met target missed."
  ) { book, scorecard in
    scorecard.standings.flatMap { standing -> [Trouble] in
      guard let status = standing.status, let rule = book.rule(standing.rating.rule)?.forIndicators else { return [] }
      let claim: StatusClaims.Claim
      switch status {
      case rule.met, rule.equal: claim = .missed
      case rule.worst: claim = .met
      default: return []
      }
      return [Commentary.Purpose.variance, .action]
        .flatMap { book.words(about: standing.indicator.recordID, in: scorecard.period, $0) }
        .compactMap { words -> Trouble? in
          StatusClaims.sentence(of: words.text, saying: claim, standing.indicator.polarity).map { sentence in
            (
              standing.place,
              "The commentary on “\(standing.indicator.name)” says “\(sentence)”, and it is rated \(rule.word(for: status)). Correct the words or the figure."
            )
          }
        }
    }
  }
}

/// Reads from commentary whether it calls a target met or missed. It is silent when in doubt: where a sentence denies,
/// hopes, or speaks of another time.
enum StatusClaims {
  enum Claim { case met, missed }

  static func sentence(of text: String, saying claim: Claim, _ polarity: Polarity) -> String? {
    ProseClaims.sentences(of: text).first { sentence in
      let words = sentence.lowercased().split { !$0.isLetter && $0 != "'" && $0 != "’" }.map(String.init)
      return !ProseClaims.speaksOfAnotherTime(sentence) && isCertain(words)
        && phrases(claim, polarity).contains { words.firstRange(of: $0) != nil }
    }
  }

  private static func phrases(_ claim: Claim, _ polarity: Polarity) -> [[String]] {
    let texts: [String]
    switch claim {
    case .met:
      texts =
        [
          "on track", "on target", "met the target", "met our target", "exceeded the target", "exceeded our target",
          "exceeded target", "exceeding the target", "exceeding target", "target was met", "target is met",
          "ahead of target", "better than target", "beat the target",
        ] + (polarity == .highIsGood ? ["above target", "above the target"] : [])
        + (polarity == .lowIsGood ? ["below target", "below the target"] : [])
    case .missed:
      texts =
        [
          "off track", "off target", "missed the target", "missed our target", "target was missed",
          "failed to meet the target", "behind target", "worse than target", "short of target",
          "short of the target",
        ] + (polarity == .highIsGood ? ["below target", "below the target"] : [])
        + (polarity == .lowIsGood ? ["above target", "above the target"] : [])
    }
    return texts.map { $0.split(separator: " ").map(String.init) }
  }

  /// Without words that deny, hope or foresee.
  private static func isCertain(_ words: [String]) -> Bool {
    let doubtful: Set<String> = [
      "not", "never", "nor", "no", "back", "will", "would", "should", "could", "expect", "expected", "forecast", "aim",
      "aims", "return", "until", "unless", "if", "nearly", "almost", "although", "but", "despite", "without", "were",
      "plan", "plans", "except", "still",
    ]
    return words.allSatisfy { !doubtful.contains($0) && !$0.hasSuffix("n’t") && !$0.hasSuffix("n't") }
  }
}
