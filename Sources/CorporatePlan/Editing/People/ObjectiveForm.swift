/// Forms of objectives: what was written, read into one, or refused with all that stands against it.
extension Objective {
  /// The most bytes of one of its texts, some three pages: its form carries all of them along.
  private static let longestText = 8000

  /// Its words, its year and what it serves. Fields: `title`, `text`, `measure`, `due`, `year` (`2025-26`), `post`, `items`,
  /// `indicators`.
  ///
  /// - Parameters:
  ///   - person: who writes, whose it then is.
  ///   - offered: what of the plan it may serve beside what it serves already: no more than the writer may see.
  package mutating func read(
    _ answers: FormAnswers, in book: Book, by person: String, offering offered: Set<RecordID>, on day: Day
  ) throws(EditRefused) {
    var form = FormReading(answers, book)
    form.required("title", "Write what is to be reached.", into: &title)
    form.text("text", into: &text)
    form.text("measure", into: &measure)
    for (field, words) in [("title", title), ("text", text), ("measure", measure)]
    where (words?.utf8.count ?? 0) > Objective.longestText {
      form.refuse(field, "This is longer than an objective can be; shorten it to three pages or less.")
    }
    form.day("due", into: &due)
    if let code = answers.text("year") {
      if let read = book.calendar.period(code), read.grain == .year {
        year = FinancialYear(containing: read.start)
      } else {
        form.refuse("year", "“\(code)” is no financial year; choose one.")
      }
    }
    if answers.has("post") {
      let post = answers.text("post")
      if let post, post != self.post, !book.ownPosts(of: person, on: day).contains(post) {
        form.refuse("post", "You do not hold this post; choose one of yours, or none.")
      }
      self.post = post
    }
    let ids =
      answers.texts("items").map { RecordID(PlanItem.kind, $0) }
      + answers.texts("indicators").map { RecordID(Indicator.kind, $0) }
    if answers.has("items") || answers.has("indicators") {
      for id in ids where !offered.contains(id) && !serves.contains(id) {
        form.refuse(
          id.kind == PlanItem.kind ? "items" : "indicators",
          "This is not in the plan you see; choose something that is.")
      }
      serves = ids
    }
    try form.finish()
    self.person = person
  }

  /// How it ended, or that it goes on. Field: `state`.
  package mutating func close(_ answers: FormAnswers, in book: Book, by person: String, on day: Day)
    throws(EditRefused)
  {
    var form = FormReading(answers, book)
    form.choice("state", into: &state)
    if state == .open, let post, book.posts[post] != nil, !book.ownPosts(of: person, on: day).contains(post) {
      form.refuse("state", "It belongs to a post that you no longer hold, so it can’t go on as yours. Write a new one.")
    }
    try form.finish()
    self.person = person
  }
}

extension Objective.Note {
  /// A note as it was written: its text, and the day of the talk. Fields: `note`, `note_day`.
  package static func read(_ answers: FormAnswers, in book: Book, on today: Day) throws(EditRefused) -> (Day, String) {
    var form = FormReading(answers, book)
    let text = form.reason("note", "Write what was said or agreed.")
    let day = form.day("note_day") ?? today
    if day > today { form.refuse("note_day", "\(day.words) is still to come; write the day on which you spoke.") }
    try form.finish()
    return (day, text)
  }
}
