/// How figures are judged, and which rule is in force.
extension RecordKind {
  static let rule = RecordKind(
    RuleRecord.self, "Rating rules",
    "A rule by which figures or actions are rated; it rates nothing until it is in force.",
    [
      .text("id", "Id", "The same as record"), .text("council", "Council", "Whose rule it is"),
      .text("for", "For", "indicators or actions"), .text("basis", "Basis", "What the shortfall is a share of"),
      .text("printedKey", "Printed key", "The key as printed in reports"), .text("met", "Met", "The status when met"),
      .text("equal", "Equal", "The status when exactly met"),
      .text("zeroTarget", "Target of zero", "What counts then"), .text("note", "Note", "What else is to know"),
      .structure("bands", "Bands (JSON)", "From which shortfall which status"),
      .structure("thresholds", "Thresholds (JSON)", "From which figure which status"),
      .text("atThreshold", "At a threshold", "Which side counts"),
      .structure("better", "Better (JSON)", "Statuses for more than was asked"),
      .structure("lift", "Lift (JSON)", "What raises a status"),
      .structure("words", "Words (JSON)", "The council's own"),
      .structure("states", "States (JSON)", "Statuses of words instead of figures"),
      .structure("direction", "Direction (JSON)", "Which directions of travel are shown"),
      .list("unrated", "Unrated", "What has no status"),
      .list("inferred", "Inferred", "What was concluded, not printed"),
      .yesNo("judged", "Judged", "Whether an officer judges"), .text("source", "Source", "Where it was printed"),
    ])

  static let ruling = RecordKind(
    Ruling.self, "Rules in force", "Which rule rates what, and for which periods.",
    [
      .reference("rule", "Rule", to: RuleRecord.kind, "The rule"),
      .text("for", "For", "actions; empty for indicators"),
      .reference("indicator", "Indicator", to: Indicator.kind, "For this indicator alone; empty for all"),
      .day("from", "From", "The first day of the periods it is for"), .day("to", "To", "The last day"),
    ])
}
