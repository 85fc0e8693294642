/// What is measured, and what was measured.
extension RecordKind {
  static let indicator = RecordKind(
    Indicator.self, "Indicators", "One measure with its definition; its figures stand under Actuals and Targets.",
    naming: ["name"], isOffered: true,
    [
      .text("code", "Code", "The council's own code for it"),
      .text("name", "Name", "What it measures, in a line"),
      .references("items", "Plan items", to: PlanItem.kind, "What it gives evidence for, where it is printed first"),
      .choice("polarity", "Good is", "Which way is good", of: Polarity.self),
      .text("unit", "Unit", "number, %, £, h:mm or the council's own word, such as days"),
      .number("decimals", "Decimals", "How many it is printed with"),
      .choice("frequency", "Frequency", "How often there is a figure", of: Period.Grain.self),
      .text("frame", "Span", "What a figure speaks of: flow, stock, ytd, wave, or rolling with its months: rolling 12"),
      .choice("aggregation", "Put together by", "How a year is made of its parts", of: Aggregation.self),
      .text("definition", "Definition", "What is counted and how"),
      .text("source", "Source", "Where the figures come from"),
      .text("owner", "Owner", "The post that answers for it, never a person"),
      .figure("tolerance", "Tolerance", "How far off target is still amber, where it has a tolerance of its own"),
      .figure("green", "Green from", "The figure from which it is green, where it has thresholds of its own"),
      .figure("amber", "Amber from", "The figure from which it is amber"),
      .figure("lower", "Lower bound", "Of a range that is good"),
      .figure("upper", "Upper bound", "Of a range that is good"),
      .figure("dead_band", "Same within", "How much two figures may differ and still be the same"),
      .day("comparable_from", "Comparable from", "The first day of the definition in use"),
      .number("lag", "Lag", "How many of its periods its data come late"),
      .text("schedule", "Schedule", "When it is reported, in the plan's words"),
      .choice("shows", "Shows", "What it shows of its items; empty on the scorecard", of: Indicator.Shows.self),
      .list("tags", "Tags", "Codes of outside frameworks"),
      .number("order", "Order", "Its place"),
      .text("variant_of", "Variant of", "A name shared by several readings of one measure"),
      .reference("derived_from", "Made from", to: Indicator.kind, "The indicator whose figures it adds up"),
      .day("start", "In the plan from", "The first day on which it belongs to the plan; empty for always"),
      .day("end", "In the plan until", "The first day on which it no longer does; empty for never"),
      .choice("publication", "Publication", "Who sees it; empty for the public", of: Publication.self),
      .figure("suppress_below", "Not published below", "Counts below it, other than zero, are kept from the public"),
      .reference("part_of", "Part of", to: Indicator.kind, "The indicator whose total it is a part of, as a ward's is"),
    ])

  static let target = RecordKind(
    Target.self, "Targets", "What an indicator should reach in one period.", isOffered: true,
    [
      .reference("indicator", "Indicator", to: Indicator.kind, "Whose target it is"),
      .period("The period it is for"),
      .figure("target", "Target", "As the council wrote it: 95%, < 2023 baseline, 10 to 12"),
      .choice("set_by", "Set by", "How it was set, where that was recorded", of: TargetOrigin.Way.self),
      .text("set_from", "Set from", "The year's target that it is a part of, as written then"),
      .figure("set_share", "Share due", "The per cent of it due by the end of the period"),
    ])

  static let actual = RecordKind(
    Actual.self, "Actuals", "What was returned for an indicator and one period.", isOffered: true,
    [
      .reference("indicator", "Indicator", to: Indicator.kind, "Whose figure it is"),
      .period("The period the data are of"),
      .figure("value", "Value", "The figure as typed, words such as Adopted, or why there is none: not returned"),
      .choice("state", "State", "How firm it is; empty for final", of: Actual.State.self),
      .text("source", "Where from", "The file it was imported from, and the place in it"),
    ])

  static let baseline = RecordKind(
    Baseline.self, "Baselines", "Where an indicator or item stood when the plan was made.",
    Array.subject("The indicator or item") + [
      .figure("baseline", "Baseline", "As written"), .text("as_of", "As of", "When that was, as written"),
    ])

  static let comparator = RecordKind(
    Comparator.self, "Comparators", "What another body or a group reports for the same measure.",
    [
      .reference("indicator", "Indicator", to: Indicator.kind, "The council's own measure"),
      .text("group", "Group", "The body or group: UK average"), .figure("value", "Value", "As written"),
      .text("as_of", "As of", "When that was, as written"), .text("source", "Source", "Who says so"),
    ])

}
