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
    let term = try term(code)
    var form = FormReading(answers, book)
    let period = form.days(of: code, term.period.grain, now: term.period)
    try form.finish()
    guard let period else { return [] }
    return try changed(EnteredPeriod(period))
  }

  /// Refused while something was recorded of it.
  package func removeTerm(_ code: String) throws(EditRefused) -> [Revision] {
    let term = try term(code)
    let isUsed = book.readings.values.contains { readings in
      readings.actuals.contains { $0.period.code == code } || readings.targets.contains { $0.period.code == code }
    }
    if isUsed {
      throw EditRefused("main", "Figures or targets are recorded for it; take those back first, or change its dates.")
    }
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

extension FormReading {
  /// The span from its first to its last day, which lies in no other of the sort.
  fileprivate mutating func days(of code: String, _ grain: Period.Grain, now: Period? = nil) -> Period? {
    var (start, last) = (now?.start, now.map { $0.end + -1 })
    day("start", into: &start)
    day("last", into: &last)
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
}
