/// How things stand, and what is said of it.
extension RecordKind {
  static let update = RecordKind(
    ActionUpdate.self, "Updates", "How one action or milestone stands in one period.", isOffered: true,
    [
      .reference("item", "Action", to: PlanItem.kind, "Which action or milestone"),
      .period("The reporting period"),
      .choice("stage", "Stage", "How far it is", of: ActionUpdate.Stage.self),
      .text("judged", "Status", "The officer's judgement: green, amber, red; empty when complete"),
      .number("percent", "Per cent", "How much of it is done, 0 to 100"),
      .day("forecast", "Forecast", "When it will be done"),
      .day("completed", "Completed", "When it was done"),
      .yesNo("nothing_to_report", "Nothing to report", "Whether its officer said that it stands as before"),
    ])

  static let printedProgress = RecordKind(
    PrintedProgress.self, "Printed progress",
    "The per cent that a document printed beside an item with others under it.",
    [
      .reference("item", "Item", to: PlanItem.kind, "Which item"), .period("The reporting period"),
      .number("percent", "Per cent", "As printed"),
    ])

  static let commentary = RecordKind(
    Commentary.self, "Commentary", "Words that belong to a period and to an item or indicator.",
    naming: ["subject", "period", "purpose"], isOffered: true,
    Array.subject("The item or indicator it is about") + [
      .period("The reporting period"),
      .choice("purpose", "Purpose", "What the words are for", of: Commentary.Purpose.self),
      .text("text", "Text", "The words"), .number("order", "Order", "Their place"),
    ])

  static let override = RecordKind(
    StatusOverride.self, "Status decisions", "An officer's status in place of the computed one, with the reason.",
    [
      .reference("indicator", "Indicator", to: Indicator.kind, "Whose status"), .period("The reporting period"),
      .text("status", "Status", "The one that counts"), .text("reason", "Reason", "Why; it is printed"),
    ])

  static let printed = RecordKind(
    PrintedStatus.self, "Printed statuses", "The status that an imported document printed beside a figure.",
    [
      .reference("indicator", "Indicator", to: Indicator.kind, "Whose status"), .period("The reporting period"),
      .text("status", "Status", "As printed"), .text("evidence", "Evidence", "How it showed"),
    ])
}
