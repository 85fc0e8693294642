import Documents

/// What is shown while a long file is read. The browser asks again by itself; a link does the same.
enum ProgressPage {
  static func answer(_ visit: OfficeVisit, _ job: ImportJob, _ step: ImportJob.Step) -> Answer {
    var answer = Answer.html(
      HTML.page(visit, "Reading \(job.fileName)", .imports) { html in
        html.element("h1", "Reading \(job.fileName)")
        html.raw(#"<ol class="steps">"#)
        for other in ImportJob.Step.allCases {
          html.element("li", ["class": other == step ? "now" : nil, "aria-current": other == step ? "step" : nil]) {
            html in
            html.text(other.words)
            html.raw(#"<span class="note">"#)
            html.text(other.rawValue < step.rawValue ? " done" : other == step ? " now" : "")
            html.raw("</span>")
          }
        }
        html.raw("</ol><p>This page looks again every two seconds. ")
        html.link("Look now", visit.visit.target.text)
        html.raw("</p>")
      })
    answer.refresh = 2
    return answer
  }
}

extension ImportJob.Step {
  fileprivate var words: String {
    switch self {
    case .waiting: "Waiting for its turn"
    case .reading: "Reading the file"
    case .comparing: "Recognising what it holds, and comparing it with what is on record"
    }
  }
}
