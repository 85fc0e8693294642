extension Editing {
  /// A report to prepare. Fields: `type`, `period`, `detail`, `title`, `paper`, and `scope`, an item's id, for a briefing
  /// about a part of the plan.
  package func startReport(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    var type: ReportType?
    form.choice("type", into: &type)
    if type == nil, form.problems.isEmpty { form.refuse("type", "Choose what kind of report it is.") }
    let period = answers.text("period").flatMap(book.calendar.period)
    if period == nil { form.refuse("period", "Choose what it reports on.") }
    if type == .annual, let period, period.grain != .year {
      form.refuse(
        "period", "An annual report is of a year, such as \(FinancialYear(containing: period.start).period.name).")
    }
    guard let type, let period, form.problems.isEmpty else { throw EditRefused(form.problems) }
    var report = Report(type, period)
    if let scope = answers.text("scope") {
      if book.items[scope] == nil { form.refuse("scope", "There is no “\(scope)” in the plan; choose a part of it.") }
      report.scope = RecordID(PlanItem.kind, scope)
    }
    form.read(into: &report)
    if book.reports[report.id] != nil {
      form.refuse("type", "That report is being prepared already. Open it from the list, or choose another period.")
    }
    try form.finish()
    return [report.revision]
  }

  /// Another title, paper or detail. What it is, and of when, stays.
  package func changeReport(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var report = try self.report(id)
    var form = FormReading(answers, book)
    form.read(into: &report)
    try form.finish()
    return try changed(report)
  }

  /// Leaves the register of risks out of a report, or puts it in again; of a report that nobody has started yet, too.
  package func leaveRisksOut(_ isOut: Bool, of id: String) throws(EditRefused) -> [Revision] {
    guard var report = book.report(id) else {
      throw EditRefused("main", "The report was withdrawn meanwhile; start it again to go on.")
    }
    report.isWithoutRisks = isOut
    return report == book.reports[id] ? [] : [report.revision]
  }

  /// Takes a report back, with the words and comments in it. Undoing it brings all of them back.
  package func withdrawReport(_ id: String) throws(EditRefused) -> [Revision] {
    let report = try self.report(id)
    return [report.withdrawal]
      + book.passages.values.filter { $0.report == id }.sorted { $0.id < $1.id }.map(\.withdrawal)
      + book.comments.values.filter { $0.report == id }.sorted { $0.id < $1.id }.map(\.withdrawal)
  }

  /// Words of one's own in a report.
  ///
  /// - Parameter generated: what the program writes there: kept beside them, to tell when it has changed. Words that say
  ///   the same follow the program again.
  package func write(_ text: String, at key: String, of id: String, instead generated: String) throws(EditRefused)
    -> [Revision]
  {
    let report = try self.report(id)
    let known = book.passages["\(report.id)#\(key)"]
    if text.trimmed == generated.trimmed { return known.map { [$0.withdrawal] } ?? [] }
    return try changed(
      Passage(report: report.id, key: key, text: text.trimmed, replaced: generated.isEmpty ? nil : generated))
  }

  private func report(_ id: String) throws(EditRefused) -> Report {
    guard let report = book.reports[id] else {
      throw EditRefused("main", "The report was withdrawn meanwhile; start it again to go on.")
    }
    return report
  }
}

extension FormReading {
  fileprivate mutating func read(into report: inout Report) {
    text("title", into: &report.title)
    choice("detail", into: &report.detail)
    if answers.has("paper") {
      let paper = answers.text("paper")
      if let paper, book.papers[paper] == nil {
        refuse("paper", "There is no paper “\(paper)”; choose one of the list.")
      }
      report.paper = paper
    }
  }
}
