extension Check {
  static let suppressionLeaks = Check(
    "suppression-leaks", .error,
    looksFor: "Words that say a figure which is kept from the public, and earlier reports that printed it."
  ) { book, scorecard in
    let suppression = Suppression(book)
    guard !suppression.isEmpty else { return [] }
    let telling = suppression.tellingWords().filter { $0.period.map { $0.code == scorecard.period.code } ?? true }
    let words = telling.map { told -> Trouble in
      (
        "\(told.record.kind) \(told.record.record)",
        "“\(told.text)” gives away a figure of “\(told.indicator.name)” that is not published because the numbers are "
          + "small. Say it without the number."
      )
    }
    return words + printedBefore(book, scorecard, suppression)
  }

  /// A figure that is withheld now and stands in a report of the period that was sealed before: taking it out of the new
  /// edition hides nothing.
  private static func printedBefore(
    _ book: Book, _ scorecard: Scorecard, _ suppression: Suppression
  ) -> [Trouble] {
    guard let seal = book.issues(of: scorecard.period).last(where: \.isSeal) else { return [] }
    let printed = seal.published(scorecard.period)
    return scorecard.standings.compactMap { standing in
      guard let data = standing.dataPeriod, suppression.withholds(standing.indicator.id, data),
        printed.readings[standing.indicator.id]?.actual(in: data)?.value == standing.value
      else { return nil }
      return (
        standing.place,
        "The figure of “\(standing.indicator.name)” is withheld because the numbers are small, but the report sealed "
          + "before prints it. Decide whether it may be published; if not, the earlier edition has to go, too."
      )
    }
  }
}
