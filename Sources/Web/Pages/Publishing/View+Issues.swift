import CorporatePlan

extension View {
  /// What anyone could see of a period when something of it was published.
  func published(_ issue: Issue, _ period: Period) -> Book {
    keeping("issue \(issue.position)") { issue.published(period) }
  }

  /// A sealed report beside what the record says today; `nil` for a report that was never sealed here.
  func thenAndNow(_ period: Period) -> ReportComparison? {
    guard let seal = book.issues(of: period).last(where: \.isSeal) else { return nil }
    return keeping("then and now \(period.code)") {
      ReportComparison(published(seal, period), book, period, today: book)
    }
  }

  /// What was corrected of sealed reports, the newest correction first.
  var corrections: [Correction] {
    keeping("corrections") {
      reportPeriods.flatMap(corrections).sorted {
        ($1.at, $0.period, $0.difference.name) < ($0.at, $1.period, $1.difference.name)
      }
    }
  }

  /// Those of one period's report: from one edition to the next, and since the newest.
  func corrections(of period: Period) -> [Correction] {
    let seals = book.issues(of: period).filter(\.isSeal)
    guard let newest = seals.last, let today = thenAndNow(period) else { return [] }
    let editions = zip(seals, seals.dropFirst()).flatMap { before, after -> [Correction] in
      let comparison = keeping("editions \(before.position) \(after.position)") {
        ReportComparison(published(before, period), published(after, period), period, today: book)
      }
      return comparison.differences.filter(\.isCorrection).map {
        Correction(period: period, difference: $0, at: after.at, stands: .sealed)
      }
    }
    return editions
      + today.differences.filter(\.isCorrection).map { difference in
        Correction(
          period: period, difference: difference, at: change(of: difference, in: period) ?? newest.at, stands: .since)
      }
  }

  private func change(of difference: IssueDifference, in period: Period) -> Moment? {
    let approved = book.issues(of: difference.subject, in: period).last { !$0.isSeal }?.at
    let target = difference.data.map { RecordID(Target.kind, "\(difference.subject.record)@\($0.code)") }
    let figure = difference.data.map { RecordID(Actual.kind, "\(difference.subject.record)@\($0.code)") }
    let update = RecordID(ActionUpdate.kind, "\(difference.subject.record)@\(period.code)")
    let override = RecordID(StatusOverride.kind, "\(difference.subject.record)@\(period.code)")
    let recorded = [target, figure, update, override].compactMap { $0.flatMap(book.stamp)?.recordedAt }.max()
    return approved ?? recorded
  }
}

/// One thing that a sealed report said and that has been replaced since.
struct Correction: Sendable {
  let period: Period
  let difference: IssueDifference
  /// When the new one was published.
  let at: Moment
  let stands: Standing

  enum Standing: Sendable {
    /// In a newer edition of the report.
    case sealed
    /// On the site, the report not having been sealed again yet.
    case since
  }
}
