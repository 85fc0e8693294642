extension Editing {
  /// A question. Fields: `text`, `period`, `about` ("indicator/…" or "item/…"), `committee`, `post`, `answer`, and
  /// `asked_by`, the id of a councillor's account where an officer writes it down.
  ///
  /// - Parameter person: who asks; `nil` where an officer writes down what somebody else asked.
  package func ask(_ answers: FormAnswers, by person: String?) throws(EditRefused) -> [Revision] {
    var form = FormReading(answers, book)
    let period = answers.text("period").flatMap(book.calendar.period)
    if period == nil { form.refuse("period", "Choose the period it is about.") }
    guard let period else { throw EditRefused(form.problems) }
    var question = Question(
      id: newID(of: Question.kind, beginning: "q"), period: period, text: "", by: person ?? answers.text("asked_by"))
    form.read(into: &question)
    try form.finish()
    return [question.revision]
  }

  /// Another wording, post or answer. What has been approved and is answered otherwise needs to be approved again.
  package func changeQuestion(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    var question = try self.question(id)
    let before = question
    var form = FormReading(answers, book)
    form.read(into: &question)
    if let period = answers.text("period").flatMap(book.calendar.period) { question.period = period }
    if question.text != before.text || question.answer != before.answer { question.isApproved = false }
    try form.finish()
    return try changed(question)
  }

  /// The answer of the post that was asked.
  package func answer(_ id: String, _ answers: FormAnswers) throws(EditRefused) -> [Revision] {
    guard let text = answers.text("answer") else { throw EditRefused("answer", "Write the answer.") }
    return try changeQuestion(id, ["answer": text])
  }

  /// Lets it print, or no longer.
  package func approveQuestion(_ id: String, _ isApproved: Bool) throws(EditRefused) -> [Revision] {
    var question = try self.question(id)
    guard question.answer != nil || !isApproved else {
      throw EditRefused("answer", "It has no answer yet; write one before it is approved.")
    }
    question.isApproved = isApproved
    return try changed(question)
  }

  package func withdrawQuestion(_ id: String) throws(EditRefused) -> [Revision] { [try question(id).withdrawal] }

  private func question(_ id: String) throws(EditRefused) -> Question {
    guard let question = book.questions[id] else {
      throw EditRefused("main", "The question was withdrawn meanwhile.")
    }
    return question
  }
}

extension FormReading {
  fileprivate mutating func read(into question: inout Question) {
    required("text", "Write the question.", into: &question.text)
    text("committee", into: &question.committee)
    text("answer", into: &question.answer)
    if answers.has("about") {
      let parts = (answers.text("about") ?? "").split(separator: "/", maxSplits: 1).map(String.init)
      let subject = parts.count == 2 ? RecordID(parts[0], parts[1]) : nil
      if let subject, book.record(subject) == nil { refuse("about", "That is not in the plan any more; choose again.") }
      question.subject = subject
    }
    if answers.has("post") {
      let post = answers.text("post")
      if let post, book.posts[post] == nil { refuse("post", "There is no such post; choose one of the list.") }
      question.post = post
    }
  }
}
