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
    Clearance.self, "Clearances", "That an officer cleared a paper: by role and date.",
    [
      .reference("paper", "Paper", to: Paper.kind, "Which paper"), .text("role", "Role", "Chief Financial Officer"),
      .yesNo("on_behalf", "On behalf", "Whether someone signed on the officer's behalf"),
      .day("day", "Day", "When"), .text("comments", "Comments", "What was said"),
      .number("order", "Order", "Its place"),
    ])
}
