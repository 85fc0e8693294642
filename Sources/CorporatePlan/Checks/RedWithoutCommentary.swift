extension Check {
  static let redWithoutCommentary = Check(
    "red-without-commentary", .objection,
    looksFor: "Indicators with the worst status of their rule that nobody has explained."
  ) { book, scorecard in
    let silent = scorecard.standings.filter { standing in
      guard let status = standing.status, status == (book.rule(standing.rating.rule)?.forIndicators?.worst ?? .red)
      else {
        return false
      }
      let subject = standing.indicator.recordID
      return book.words(about: subject, in: scorecard.period, .variance).isEmpty
        && book.words(about: subject, in: scorecard.period, .action).isEmpty
    }
    guard !silent.isEmpty else { return [] }
    let names = silent.map { "“\($0.indicator.name)”" }.joined(separator: ", ")
    return [
      (
        "report \(scorecard.period.code)",
        "\(silent.count) indicators have the worst status and no word of explanation: \(names). Say why, and what is being done."
      )
    ]
  }
}
