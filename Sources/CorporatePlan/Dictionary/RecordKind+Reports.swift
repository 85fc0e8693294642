/// What reports are made with.
extension RecordKind {
  static let report = RecordKind(
    Report.self, "Reports", "A report that is being prepared.",
    [
      .choice("type", "Kind", "What it is", of: ReportType.self), .period("What it is of"),
      .text("title", "Title", "Its own title"),
      .reference("paper", "Paper", to: Paper.kind, "The paper whose form and recommendations it carries"),
      .choice("detail", "Detail", "How much of the plan it shows", of: Report.Detail.self),
      .yesNo("without_risks", "Without risks", "Whether the register of risks is left out of it"),
    ] + RecordMember.subject("The part of the plan it is about"))

  static let reportTemplate = RecordKind(
    ReportTemplate.self, "Report templates", "How the council wants a kind of report; record is the kind.",
    [
      .structure("sections", "Sections (JSON)", "Its sections in order, with headings"),
      .structure("officers", "Officers (JSON)", "Who clears it"),
      .yesNo("in_order", "In order", "Whether each officer waits for the one before"),
      .text("word_style", "Word style", "The digest of the Word file whose styles it has"),
      .text("logo", "Logo", "The digest of the logo"),
      .structure("status_words", "Status words (JSON)", "The council's words for statuses"),
    ])

  static let passage = RecordKind(
    Passage.self, "Passages", "Words of a report that a person wrote.",
    [
      .reference("report", "Report", to: Report.kind, "Which report"),
      .text("key", "Place", "Which words of it they stand for"),
      .text("text", "Text", "What they say; names of figures stand in double brackets"),
      .text("replaced", "Replaced", "The generated words that they replaced"),
    ])

  static let comment = RecordKind(
    Remark.self, "Comments", "A remark on a report that is being prepared; it never prints.",
    [
      .reference("report", "Report", to: Report.kind, "Which report"),
      .text("key", "Place", "Which section or words of it; empty for the whole report"),
      .text("text", "Text", "What was said; people stand as @{id}"), .text("by", "By", "The id of whoever said it"),
      .day("day", "Day", "When"),
      .reference("thread", "Thread", to: Remark.kind, "The comment that it answers"),
      .list("mentions", "For", "The ids of those whose attention it asks for"),
      .yesNo("resolved", "Closed", "Whether the thread is closed"),
    ])

  static let question = RecordKind(
    CouncillorQuestion.self, "Questions", "What a councillor asked, and the answer.",
    [.period("What it is asked in")] + RecordMember.subject("What it is about") + [
      .text("text", "Question", "What is asked"), .text("by", "By", "The id of the councillor who asked"),
      .text("committee", "On behalf of", "The committee on whose behalf it prints"),
      .reference("post", "To", to: Post.kind, "The post that is to answer"), .text("answer", "Answer", "The answer"),
      .yesNo("approved", "Approved", "Whether it prints in reports"),
    ])
}
