import CorporatePlan
import Documents
import Reports

extension OfficeVisit {
  /// The period in the address: one with a calendar or figures, or a quarter not too far off to get one.
  var returnsPeriod: Period {
    get throws(Refusal) {
      let code = try parameter("period")
      guard let period = book.calendar.period(code) else { throw .unknownPeriod(code) }
      let isKnown = book.cycles[code] != nil || book.reportingPeriods.contains(period)
      guard isKnown || (period.grain == .quarter && abs(period.end - today) < 500) else { throw .unknownPeriod(code) }
      return period
    }
  }

  /// The period that the address names, or the current one.
  var returnsPeriodOrCurrent: Period {
    get throws(Refusal) {
      guard !visit.has("period") else { return try returnsPeriod }
      guard let period = book.currentPeriod(on: today) else { throw .nothingYet }
      return period
    }
  }

  /// How statuses of a period show, drafts too.
  func marks(in period: Period) -> Marks { Marks(book, Scorecard(book, period)) }

  /// Whether a service or directorate is within the visitor's reach.
  func reaches(_ unit: String) -> Bool {
    reach.scope == .all || reach.scope == .ownService && reach.services.contains(unit)
  }
}

extension RecordID {
  /// As forms and addresses carry it: `indicator:calls`.
  var key: String { "\(kind):\(record)" }

  init?(key: String) {
    guard let colon = key.firstIndex(of: ":") else { return nil }
    self.init(String(key[..<colon]), String(key[key.index(after: colon)...]))
  }

  /// The id of its place on a page.
  var anchor: String { "\(kind)-\(record.addressed)" }
}

extension Marks {
  /// How the status of a return shows.
  func mark(_ row: ReturnRow) -> StatusMark {
    if let figure = row.figure { return mark(figure) }
    if let action = row.action { return mark(action) }
    return StatusMarks.undetermined
  }

  /// The word for another status of the same return.
  func word(_ status: Status, of row: ReturnRow) -> String {
    row.figure == nil ? StatusMarks.actions.mark(status).word : mark(status).word
  }
}
