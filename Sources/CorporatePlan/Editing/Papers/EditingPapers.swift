extension Editing {
  /// A new paper. Fields: `title`, `committee`, `meeting`, and as in `changePaper`.
  package func addPaper(_ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    let paper = Paper(id: newID(answers.text("title") ?? "", beside: book.papers.keys), title: "")
    return try recording(paper, answers)
  }

  /// Its title, committee and meeting; `recommendations` and `options`, one to a line; `report`, the id of the report that goes
  /// with it; a section of its own by `section_title` and `section_text`.
  package func changePaper(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    try recording(try paper(id), answers)
  }

  private func recording(_ old: Paper, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var paper = old
    var form = FormReading(answers, book)
    form.required("title", "Write the title of the paper.", into: &paper.title)
    form.text("committee", into: &paper.committee)
    form.day("meeting", into: &paper.meeting)
    if paper.meeting == nil {
      form.refuse("meeting", "Enter the day of the meeting: deadlines are counted back from it.")
    }
    var revisions: [Revision] = []
    if answers.has("recommendations") { revisions += recommendations(of: paper, answers.texts("recommendations")) }
    if answers.has("options") { revisions += options(of: paper, answers.texts("options")) }
    if let text = answers.text("section_text") {
      if let title = answers.text("section_title") {
        let own = book.planSections.values.filter { $0.subject == paper.recordID }
        revisions.append(
          Section(
            id: newID("\(paper.id) \(title)", beside: book.planSections.keys), of: paper.recordID, title: title,
            text: text, order: (own.map(\.order).max() ?? 0) + 1
          ).revision)
      } else {
        form.refuse("section_title", "Write the heading of the section.")
      }
    }
    if let id = answers.text("report") {
      if var report = book.report(id) {
        report.paper = paper.id
        if report != book.reports[report.id] { revisions.append(report.revision) }
      } else {
        form.refuse("report", "There is no report “\(id)”; choose one of the list.")
      }
    }
    try form.finish()
    return (paper == book.papers[paper.id] ? [] : [paper.revision]) + revisions
  }

  private func recommendations(of paper: Paper, _ lines: [String]) -> [Revision] {
    let old = book.recommendations.values.filter { $0.paper == paper.id }
    let new = lines.enumerated().map { Recommendation(paper: paper.id, number: $0 + 1, text: $1) }
    return new.filter { book.recommendations[$0.id] != $0 }.map(\.revision)
      + old.filter { one in !new.contains { $0.id == one.id } }.sorted { $0.number < $1.number }.map(\.withdrawal)
  }

  /// An option keeps what is said of it while its title stays.
  private func options(of paper: Paper, _ lines: [String]) -> [Revision] {
    let old = book.options.values.filter { $0.paper == paper.id }
    let new = lines.enumerated().map { index, title in
      var option = old.first { $0.title == title } ?? PaperOption(paper: paper.id, number: 0, title: title)
      option.number = index + 1
      return option
    }
    return new.filter { book.options[$0.id] != $0 }.map(\.revision)
      + old.filter { one in !new.contains { $0.id == one.id } }.sorted { $0.number < $1.number }.map(\.withdrawal)
  }

  /// The mandatory checks. Fields as the members of a paper's body: `equality`, `equality_day`, `notice` and so on.
  package func checkPaper(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var paper = try paper(id)
    var form = FormReading(answers, book)
    form.read(into: &paper.checks)
    try form.finish()
    return paper == book.papers[id] ? [] : [paper.revision]
  }

  private func paper(_ id: String) throws(EditRefused) -> Paper {
    guard let paper = book.papers[id] else {
      throw EditRefused("paper", "There is no paper “\(id)”; it may have been withdrawn.")
    }
    return paper
  }
}

extension FormReading {
  fileprivate mutating func read(into checks: inout PaperChecks) {
    choice("equality", into: &checks.equality)
    day("equality_day", into: &checks.equalityDay)
    owner("equality_by", into: &checks.equalityBy)
    text("equality_reason", into: &checks.equalityReason)
    choice("wards", into: &checks.wards)
    day("wards_day", into: &checks.wardsDay)
    choice("key", into: &checks.isKey)
    day("notice", into: &checks.notice)
    choice("urgency", into: &checks.urgency)
    text("urgency_reason", into: &checks.urgencyReason)
    choice("call_in", into: &checks.callIn)
    number("call_in_days", 1...60, into: &checks.callInDays)
    text("call_in_reason", into: &checks.callInReason)
    choice("exempt", into: &checks.isExempt)
    if answers.has("paragraphs") { checks.paragraphs = answers.texts("paragraphs").compactMap { Int($0) }.sorted() }
    text("public_interest", into: &checks.publicInterest)
    texts("exempt_sections", into: &checks.exemptSections)
    day("private_notice", into: &checks.privateNotice)
  }
}
