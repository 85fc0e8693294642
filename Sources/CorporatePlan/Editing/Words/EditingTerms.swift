extension Editing {
  /// A school term or survey wave, whose dates are the council's own. Fields: `sort`, a season for a term or `wave`; `year`
  /// of a term (`2025-26`), `name` of a wave; `start` and `last`, its first and last day.
  package func addTerm(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    let isWave = answers.text("sort") == "wave"
    var code = ""
    if isWave {
      code = newID(form.reason("name", "Write what the wave is called, such as Residents’ survey 2025."), beside: [])
    } else if let season = answers.text("sort"), Editing.seasons.contains(season) {
      code = "\(answers.text("year") ?? "")-\(season)"
      if book.calendar.period(answers.text("year") ?? "")?.grain != .year {
        form.refuse("year", "Choose the year that the term belongs to.")
      }
    } else {
      form.refuse("sort", "Choose which term it is, or that it is a survey wave.")
    }
    if book.calendar.period(code) != nil {
      form.refuse(isWave ? "name" : "year", "This one is there already; change its dates, or give it another name.")
    }
    let period = form.days(of: code, isWave ? .wave : .term)
    try form.finish()
    return period.map { [EnteredPeriod($0).revision] } ?? []
  }

  /// Other dates. What was recorded of it stays and is read by them.
  package func changeTerm(_ code: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    try changed(EnteredPeriod(try changedTerm(code, answers)))
  }

  /// The term with other dates, as it would stand.
  package func changedTerm(_ code: String, _ answers: FormAnswers) throws(EditRefused) -> Period {
    let term = try term(code)
    var form = FormReading(answers, book)
    let period = form.days(of: code, term.period.grain, now: term.period)
    try form.finish()
    return period ?? term.period
  }

  /// Refused while something was recorded of it.
  package func removeTerm(_ code: String) throws(EditRefused) -> [Revision] {
    let term = try term(code)
    try book.checkNothingStands(on: code)
    return [term.withdrawal]
  }

  package static let seasons = ["autumn", "spring", "summer"]

  private func term(_ code: String) throws(EditRefused) -> EnteredPeriod {
    guard let period = book.calendar.entered[code] else {
      throw EditRefused("main", "This term is no longer there; it may have been taken away.")
    }
    return EnteredPeriod(period)
  }
}

extension Book {
  /// Refuses to take away a term or wave of which something is recorded: nothing could be recorded of that any more.
  package func checkNothingStands(on term: String) throws(EditRefused) {
    guard holdsRecords(of: term) else { return }
    throw EditRefused("main", Book.termInUse)
  }

  /// Refuses to take a batch back together with a term or wave on which others stand than what goes with it.
  ///
  /// - Parameter terms: those that the batch brought in.
  package func checkNothingStands(on terms: [String], but batch: String, _ entries: [Entry]) throws(EditRefused) {
    func isItsOwn(_ record: RecordID) -> Bool { stamp(of: record)?.batch == batch }
    let rest = without(entries.map(\.recordID).filter(isItsOwn))
    for term in terms where isItsOwn(RecordID(EnteredPeriod.kind, term)) { try rest.checkNothingStands(on: term) }
  }

  package static let termInUse =
    "Something is recorded for this term or wave, such as figures or targets; take that back first, or change its dates."
}

extension FormReading {
  /// The span from its first to its last day, which lies in no other of the sort.
  fileprivate mutating func days(of code: String, _ grain: Period.Grain, now: Period? = nil) -> Period? {
    var (start, last) = (now?.start, now.map { $0.end + -1 })
    oneDay("start", into: &start)
    oneDay("last", into: &last)
    if start == nil { refuse("start", "Write its first day, like 4 September 2025.") }
    if last == nil { refuse("last", "Write its last day, like 19 December 2025.") }
    guard let start, let last, problems.isEmpty else { return nil }
    guard let period = Period(grain, code: code, start: start, end: last + 1) else {
      refuse("last", "Its last day is before its first; mend one of them.")
      return nil
    }
    let other = book.calendar.entered.values.first {
      $0.grain == grain && $0.code != code && $0.start < period.end && period.start < $0.end
    }
    if let other, grain == .term {
      refuse("start", "It would overlap the \(other.name), which ends on \((other.end + -1).words).")
    }
    return period
  }

  /// Of a month or a season the last day would be taken, and whoever means the first would not see it.
  private mutating func oneDay(_ field: String, into member: inout Day?) {
    guard let text = answers.text(field), let date = FuzzyDate(text, in: book.planSpan), let day = date.deadline,
      date.grain != .day
    else { return day(field, into: &member) }
    refuse(field, "“\(text)” is more than a day; write the day itself, like 4 September 2025.")
    member = day
  }
}
