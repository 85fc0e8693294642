/// What a council promised.
extension RecordKind {
  static let council = RecordKind(
    CouncilProfile.self, "Council", "The council itself; there is one row.",
    [
      .text("name", "Name", "The council's name as printed in reports"),
      .text("plan_title", "Plan title", "The name of its corporate plan"),
      .text("purpose", "Purpose", "What the plan is for, as printed at the head of reports"),
      .text("action_word", "Word for actions", "The council's word for its actions, such as Flagship Action"),
      .text("scorecard_word", "Word for the scorecard", "The council's word for its set of indicators"),
      .text("contact", "Contact", "Who answers residents' questions: a post and an address, never a person"),
    ])

  static let plan = RecordKind(
    Plan.self, "Plans", "A plan the council adopted, with its span.", naming: ["title"],
    [
      .text("title", "Title", "What it is called"),
      .choice("type", "Type", "What sort of plan it is", of: Plan.PlanType.self),
      .day("start", "Starts", "The first day of its span"),
      .day("end", "Ends before", "The first day after its span"),
      .list("levels", "Levels", "The council's words for its levels, from the top"),
      .text("text", "Text", "What it says of itself"),
    ])

  static let item = RecordKind(
    PlanItem.self, "Plan", "One thing the plan promises, at any depth: a priority, an outcome, an action, a milestone.",
    naming: ["title"], isOffered: true,
    [
      .text("level", "Level", "The council's word for this level, such as Priority or Key Action"),
      .text("code", "Code", "The council's own code for it"),
      .text("title", "Title", "What is promised, in a line"),
      .reference("parent", "Under", to: PlanItem.kind, "The item it stands under; empty at the top of the plan"),
      .text("text", "Text", "A strapline or description"),
      .choice("role", "Role", "What it is to the system", of: PlanItem.Role.self),
      .text("owner", "Owner", "The post that answers for it, never a person"),
      .day("due", "Due", "The last day on which it is in time"),
      .text("due_words", "Due in words", "When it is due, where words say more or less than a day: late Autumn"),
      .choice("mode", "Mode", "Whether the council goes on with it or changes it", of: PlanItem.Mode.self),
      .text("condition", "Condition", "What it depends on, in the council's words"),
      .text("measure", "Measure", "How the plan says it is measured, where that is no indicator"),
      .text("target", "Target", "Where it should stand at the end, as written"),
      .number("order", "Order", "Its place among the items beside it"),
      .text("printed_code", "Code as printed", "The code as it was printed, where that differs"),
      .day("start", "In the plan from", "The first day on which it belongs to the plan; empty for always"),
      .day("end", "In the plan until", "The first day on which it no longer does; empty for never"),
      .choice("publication", "Publication", "Who sees it; empty for the public", of: Publication.self),
    ])

  static let section = RecordKind(
    Section.self, "Plan text", "A passage of a plan or paper that promises nothing by itself: a foreword, context.",
    naming: ["title"],
    [.text("title", "Title", "Its heading"), .text("text", "Text", "Its paragraphs, one to a line")]
      + .subject("The plan or paper it belongs to") + [.number("order", "Order", "Its place")])

  static let split = RecordKind(
    Split.self, "Split actions",
    "That a priority's commitments are reported as more rated parts; record is the priority's.",
    [
      .number("original", "Promised", "How many were promised"), .number("rated", "Rated", "How many are rated"),
      .text("verbatim", "As printed", "The sentence that says so"),
    ])

  static let lineage = RecordKind(
    Lineage.self, "Lineage", "What became of items or indicators of one plan in the next.", naming: ["from", "to"],
    [
      .choice("relation", "What became of it", "One of", of: Lineage.Relation.self),
      .list("from", "From (records)", "The records of the earlier plan; empty for what is new"),
      .list("to", "To (records)", "The records of the later plan; empty for what was dropped"),
      .text("reason", "Reason", "Why; what is dropped needs one"),
      .text("of", "About a", "item or indicator"), .day("on", "On", "The first day of the later plan"),
    ])

  static let contribution = RecordKind(
    Contribution.self, "Contributions", "That one thing of the plan serves another beside the one it stands under.",
    Array.subject("The item or indicator that contributes") + [
      .reference("item", "Contributes to", to: PlanItem.kind, "The item it contributes to"),
      .choice("relation", "How", "One of", of: Contribution.Relation.self),
      .text("verbatim", "As printed", "The words that say so"),
    ])

  static let partner = RecordKind(
    Partner.self, "Partners", "An organisation the council works with.", naming: ["name"],
    [
      .text("name", "Name", "Its name"),
      .references("items", "Plan items", to: PlanItem.kind, "The items it works on"),
    ])
}

extension [RecordMember] {
  static func subject(_ meaning: String) -> Self { RecordMember.subject(meaning) }
}
