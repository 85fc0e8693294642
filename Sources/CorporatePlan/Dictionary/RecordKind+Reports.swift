/// What reports are made with.
extension RecordKind {
  static let report = RecordKind(
    Report.self, "Reports", "A report that is being prepared.",
    [
      .choice("type", "Kind", "What it is", of: ReportType.self), .period("What it is of"),
      .text("title", "Title", "Its own title"),
      .reference("paper", "Paper", to: Paper.kind, "The paper whose form and recommendations it carries"),
      .choice("detail", "Detail", "How much of the plan it shows", of: Report.Detail.self),
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
}
