extension Check {
  static let provisionalUnmarked = Check(
    "provisional-unmarked", .error,
    looksFor: "Words that call a provisional or estimated figure final, or that give it without saying what it is."
  ) { book, scorecard in
    let open = scorecard.standings.filter { [.provisional, .estimated].contains($0.state) && $0.hasData }
    guard !open.isEmpty else { return [] }
    return ProvisionalWords(book, scorecard.period).texts.flatMap { text in
      open.compactMap { standing in text.trouble(with: standing) }
    }
  }
}

/// The words of a period's report, each with what it is about.
private struct ProvisionalWords {
  let texts: [Text]

  init(_ book: Book, _ period: Period) {
    let commentary = book.commentary.values.filter { $0.period.code == period.code }.sorted { $0.id < $1.id }
      .map { Text(words: $0.text, subject: $0.subject) }
    let passages = book.passages.values.filter { book.reports[$0.report]?.period.code == period.code }
      .sorted { $0.id < $1.id }.map { Text(words: $0.text, subject: nil) }
    texts = commentary + passages
  }

  struct Text {
    let words: String
    let subject: RecordID?

    func trouble(with standing: IndicatorStanding) -> Check.Trouble? {
      let isOwn = subject == standing.indicator.recordID
      let name = Set(standing.indicator.name.contentWords)
      for sentence in ProseClaims.sentences(of: words) {
        let shared = name.intersection(sentence.contentWords).count
        guard isOwn || (shared > 1 && shared * 5 >= name.count * 3) else { continue }
        let said = sentence.lowercased()
        if ProvisionalWords.callsFinal(said) {
          return (
            standing.place,
            "“\(sentence)” calls the figure of “\(standing.indicator.name)” final; it is recorded as "
              + "\(standing.state.rawValue). Correct the one that is wrong."
          )
        }
        // Beside the figure itself its mark stands in the table; elsewhere the words have to say it.
        if !isOwn, says(standing.value, said), !isMarked {
          return (
            standing.place,
            "“\(sentence)” gives the figure of “\(standing.indicator.name)” without saying that it is "
              + "\(standing.state.rawValue). Add the word."
          )
        }
      }
      return nil
    }

    /// Whether any of its words say what the figure is.
    private var isMarked: Bool { ProvisionalWords.marks.contains(where: words.lowercased().contains) }

    private func says(_ value: Value, _ sentence: String) -> Bool {
      guard let figure = value.figure else { return false }
      let number = figure.per == nil ? figure.quantity : figure.displayed(decimals: 1) ?? figure.quantity
      return NumbersInWords.all(in: sentence).contains(number)
    }
  }

  private static let marks = ["provisional", "(p)", "estimate", "(e)", "not yet final", "subject to", "early figure"]

  private static let claims = [
    "final figure", "final outturn", "final result", "final position", "figure is final", "are final", "is final",
    "finalised figure", "confirmed figure", "audited figure", "final data",
  ]
  private static let denials = [
    "not final", "not yet", "until", "once", "will be", "when the", "awaiting", "before the",
  ]

  private static func callsFinal(_ sentence: String) -> Bool {
    claims.contains(where: sentence.contains) && !denials.contains(where: sentence.contains)
      && !sentence.contains("provisional")
  }
}
