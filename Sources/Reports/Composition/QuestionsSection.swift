import CorporatePlan
import Documents

extension PerformanceReport {
  /// What councillors asked and what was answered.
  var questions: [ReportSection] { questionsSection(book, period) }
}

/// What councillors asked in a period and what was answered, as far as somebody approved it; and room for more.
func questionsSection(_ book: Book, _ period: Period) -> [ReportSection] {
  let questions = book.approvedQuestions(in: period)
  let parts = questions.flatMap { question -> [ReportPart] in
    var asked: [Inline] = [.strong("Question\(question.committee.map { " (\($0))" } ?? ""): "), .text(question.text)]
    if let subject = book.subjectName(of: question) { asked += [.text(" "), .emphasis("About “\(subject)”.")] }
    return [.paragraph(asked), .passage(key: question.passageKey, generated: question.answer ?? "")]
  }
  return [
    ReportSection(
      "questions", Heading(.section, "Questions and answers", anchor: "questions"),
      parts + [.passage(key: "questions/answers", generated: "")])
  ]
}

extension Question {
  /// Where its answer stands in a report.
  var passageKey: String { "questions/\(id)" }
}

extension Book {
  /// What the indicator or the part of the plan is called that a question is about.
  package func subjectName(of question: Question) -> String? {
    guard let subject = question.subject else { return nil }
    return subject.kind == Indicator.kind ? indicators[subject.record]?.name : items[subject.record]?.title
  }
}
