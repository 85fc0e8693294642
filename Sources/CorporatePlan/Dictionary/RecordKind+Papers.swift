/// What is put before members, and what may go wrong.
extension RecordKind {
  static let risk = RecordKind(
    Risk.self, "Risks", "Something that may keep the council from what it promised.", naming: ["title"],
    isOffered: true,
    [
      .text("code", "Code", "The council's own code for it"), .text("title", "Title", "The risk, in a line"),
      .text("text", "Text", "More about it"),
      .text("cause", "Cause", "What could bring it about"), .text("effect", "Effect", "What it would do"),
      .text("category", "Category", "The council's own sort of risk"),
      .number("inherent_likelihood", "Inherent likelihood", "Before anything was done, from 1"),
      .number("inherent_impact", "Inherent impact", "Before anything was done, from 1"),
      .number("target_likelihood", "Target likelihood", "Where it is to be brought, from 1"),
      .number("target_impact", "Target impact", "Where it is to be brought, from 1"),
      .list("mitigations", "Mitigations", "What is done against it"),
      .references("items", "Plan items", to: PlanItem.kind, "What it threatens"),
      .text("owner", "Owner", "The post that answers for it, never a person"),
      .reference("paper", "Paper", to: Paper.kind, "The paper it was printed in"),
      .number("order", "Order", "Its place"),
    ])

  static let riskScore = RecordKind(
    RiskScore.self, "Risk scores", "How a risk stood on a day.",
    [
      .reference("risk", "Risk", to: Risk.kind, "Which risk"), .day("day", "Day", "When"),
      .text("status", "Status", "Its colour"), .number("likelihood", "Likelihood", "From 1, the least likely"),
      .number("impact", "Impact", "From 1, the least grave"),
    ])

  static let riskMatrix = RecordKind(
    RiskMatrix.self, "Risk matrix", "The council's matrix; there is one row.",
    [
      .list("rows", "Rows", "From the least likely up, the status of each impact from the least grave: green amber red")
    ])

  static let paper = RecordKind(
    Paper.self, "Papers", "A report to a committee that decides.", naming: ["title"],
    [
      .text("title", "Title", "Its title"), .text("committee", "Committee", "The body that meets"),
      .day("meeting", "Meeting", "When it meets"),
      .structure("form", "Form (JSON)", "The lines of its form, in order: key decision, wards affected"),
      .choice("equality", "Equality impact", "Whether it was assessed", of: PaperChecks.Equality.self),
      .day("equality_day", "Equality impact assessed on", "When"),
      .text("equality_by", "Equality impact assessed by", "The post that assessed it, never a person"),
      .text("equality_reason", "No assessment because", "Why no assessment is needed"),
      .choice("wards", "Ward councillors", "Whether they were told", of: PaperChecks.Wards.self),
      .day("wards_day", "Ward councillors told on", "When"),
      .choice("key", "Key decision", "Whether it is one", of: PaperChecks.Answer.self),
      .day("notice", "Notice of the key decision", "When it was published: 28 clear days before the meeting"),
      .choice("urgency", "Without 28 days’ notice", "What is used instead", of: PaperChecks.Urgency.self),
      .text("urgency_reason", "Why without notice", "Why 28 days could not be kept"),
      .choice("call_in", "Call-in", "Whether the decision can be called in", of: PaperChecks.CallIn.self),
      .number("call_in_days", "Days for call-in", "Working days in which it can be called in"),
      .text("call_in_reason", "Why no call-in", "Why it can’t be called in"),
      .choice("exempt", "Exempt information", "Whether it holds any", of: PaperChecks.Answer.self),
      .list("paragraphs", "Paragraphs of Schedule 12A", "Which of them make it exempt, by number"),
      .text("public_interest", "Public interest", "Why keeping it back outweighs disclosing it"),
      .list("exempt_sections", "Exempt sections", "Which sections are kept back, by their anchors"),
      .day("private_notice", "Notice of a private meeting", "When it was published"),
    ])

  static let recommendation = RecordKind(
    Recommendation.self, "Recommendations", "What a paper asks the meeting to decide, one numbered line.",
    [
      .reference("paper", "Paper", to: Paper.kind, "Which paper"), .number("number", "Number", "Its number"),
      .text("text", "Text", "What is asked"),
    ])

  static let option = RecordKind(
    PaperOption.self, "Options", "A course that a paper considered.",
    [
      .reference("paper", "Paper", to: Paper.kind, "Which paper"), .number("number", "Number", "Its number"),
      .text("title", "Title", "The course"), .text("text", "Text", "What the paper says of it"),
      .choice(
        "outcome", "Outcome", "What became of it; empty when the paper doesn't say", of: PaperOption.Outcome.self),
    ])

  static let clearance = RecordKind(
    Clearance.self, "Clearances", "That an officer cleared a paper or a report, or refused to: by role and date.",
    [
      .reference("paper", "Paper", to: Paper.kind, "The paper it was printed in"),
      .reference("report", "Report", to: Report.kind, "The report that was read"),
      .text("role", "Role", "Chief Financial Officer"),
      .choice("decision", "Decision", "What was decided; empty means cleared", of: Clearance.Decision.self),
      .yesNo("on_behalf", "On behalf", "Whether someone signed on the officer's behalf"),
      .day("day", "Day", "When"), .text("comments", "Comments", "What was said"),
      .number("order", "Order", "Its place"),
      .structure("content", "Content (JSON)", "The digests of what was read"),
    ])

  static let clearanceRequest = RecordKind(
    ClearanceRequest.self, "Requests for clearance",
    "That officers were asked to clear a report; record is the report.",
    [
      .day("asked", "Asked", "When"), .day("due", "Due", "By when it is wanted"),
      .text("note", "Note", "What the officers are told with it"),
    ])

  static let checkOverride = RecordKind(
    CheckOverride.self, "Checks set aside", "That a report may be sealed although a check objects, and why.",
    [
      .reference("report", "Report", to: Report.kind, "Which report"), .text("code", "Check", "The check's code"),
      .text("place", "Place", "Where it found something"), .text("finding", "Finding", "What it found, to the letter"),
      .text("reason", "Reason", "Why it may be sealed all the same; printed in the report"),
      .text("by", "By", "The post that decided"), .day("day", "Day", "When"),
    ])
}
