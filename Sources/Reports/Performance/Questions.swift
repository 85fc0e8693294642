import CorporatePlan
import Documents

extension PerformanceReport {
  /// What councillors asked and what was answered.
  var questions: [ReportSection] { questionsSection(book, period) }
}

/// The questions of councillors about a period. There is no record of them yet, so an officer may write them in.
func questionsSection(_ book: Book, _ period: Period) -> [ReportSection] {
  [
    ReportSection(
      "questions", Heading(.section, "Questions and answers", anchor: "questions"),
      [.passage(key: "questions/answers", generated: "")])
  ]
}
