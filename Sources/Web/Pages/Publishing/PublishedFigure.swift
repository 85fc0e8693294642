import CorporatePlan
import Documents
import Ledger

/// A figure as the public saw it, from a day on.
struct PublishedFigure: Sendable {
  let day: Day
  let value: Value
  let state: Actual.State
}

extension Visit {
  /// The report that shows an indicator's figure of a period: the newest, where there are several.
  func reporting(_ indicator: Indicator, _ data: Period) -> (quarter: Quarter, standing: IndicatorStanding)? {
    for period in view.periods {
      let quarter = view.quarter(period)
      if let standing = quarter.standings[indicator.id], let own = standing.dataPeriod,
        own.start <= data.start && data.end <= own.end
      {
        return (quarter, standing)
      }
    }
    return nil
  }

  /// What was published of a figure, oldest first; what was written between and never published is not among it.
  ///
  /// Of a quarter that was collected that is each value with which a report was sealed or which was approved later; of
  /// figures taken in from elsewhere, each value that was recorded.
  func publications(of actual: Actual, _ indicator: Indicator) async throws -> [PublishedFigure] {
    if actual.value == .missing(.suppressed) { return [] }
    var figures: [PublishedFigure] = []
    if let reporting = reporting(indicator, actual.period)?.quarter.period, book.cycles[reporting.code] != nil {
      figures = book.issues(of: indicator.recordID, in: reporting).compactMap { issue in
        view.published(issue, reporting).readings[indicator.id]?.actual(in: actual.period).map {
          PublishedFigure(day: issue.at.londonDay, value: $0.value, state: $0.state)
        }
      }
    } else {
      let history = try await site.council.history(of: actual.recordID).filter { $0.position <= book.position }
      figures = history.compactMap { entry in
        guard let body = entry.body, let json = try? JSON(parsing: body),
          let actual = try? Actual(id: entry.record, Fields(json, calendar: book.calendar))
        else { return nil }
        return PublishedFigure(day: entry.recordedAt.londonDay, value: actual.value, state: actual.state)
      }
    }
    return figures.map { figure in
      guard book.isSmallNumber(figure.value, of: indicator) else { return figure }
      return PublishedFigure(day: figure.day, value: .missing(.suppressed), state: figure.state)
    }
  }
}
