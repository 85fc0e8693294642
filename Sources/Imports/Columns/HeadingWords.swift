import CorporatePlan

/// What the words above a column mean: those of British councils' workbooks, of Pentana and of LG Inform.
enum HeadingWords {
  /// The meaning of a heading from which its period was taken out, with how sure that is in per cent.
  static func meaning(of heading: String) -> (word: ColumnMeaning.Word, confidence: Int)? {
    let name = heading.normalisedName
    if let word = exact[name] { return (word, 95) }
    if let word = exact[plain(name)] { return (word, 90) }
    return telling(in: name).map { ($0, 75) }
  }

  /// The surest of the words and phrases of up to three words that a longer heading holds.
  private static func telling(in name: String) -> ColumnMeaning.Word? {
    let words = name.split(separator: " ")
    var best: Int?
    for start in words.indices where tellingStarts.contains(words[start]) {
      var phrase = ""
      for word in words[start...].prefix(3) {
        phrase += phrase.isEmpty ? String(word) : " \(word)"
        if let place = tellingPlaces[phrase], place < best ?? .max { best = place }
      }
    }
    return best.map { telling[$0].1 }
  }

  private static let tellingPlaces: [String: Int] = Dictionary(
    telling.enumerated().map { ($0.element.0, $0.offset) }, uniquingKeysWith: { first, _ in first })

  private static let tellingStarts = Set(telling.compactMap { $0.0.split(separator: " ").first })

  /// Without words that are put before and after a heading and say nothing.
  private static func plain(_ name: String) -> String {
    var words = name.split(separator: " ")
    while words.count > 1, let first = words.first, idle.contains(first) { words.removeFirst() }
    while words.count > 1, let last = words.last, idle.contains(last) || last == "value" { words.removeLast() }
    return words.joined(separator: " ")
  }

  private static let idle: Set<Substring> = [
    "the", "kpi", "pi", "indicator", "measure", "corporate", "our", "performance", "figure",
  ]

  private static let synonyms: [(ColumnMeaning.Word, [String])] = [
    (
      .code,
      [
        "code", "ref", "ref no", "refno", "reference", "reference number", "pi code", "kpi code", "kpi ref", "kpi no",
        "pi no", "pi ref", "indicator code", "indicator ref", "indicator reference", "measure code", "measure ref",
        "id",
        "metric id", "unique ref", "unique id", "identifier", "action code", "action ref", "risk code", "risk ref",
        "short code", "item code", "no", "number", "pi number", "kpi number", "indicator id", "metric type identifier",
      ]
    ),
    (
      .name,
      [
        "name", "indicator", "kpi", "pi", "performance indicator", "key performance indicator", "indicator name",
        "indicator title", "title", "pi name", "pi title", "kpi name", "short name", "performance measure",
        "measure name", "measure title", "metric", "metric type", "metric name", "what we measure", "success measure",
        "indicator description", "pi short name", "measure", "key indicator", "performance indicators",
      ]
    ),
    (.definition, ["definition", "description", "indicator definition", "guidance", "how measured", "long name"]),
    (
      .priority,
      [
        "priority", "theme", "corporate priority", "strategic priority", "objective", "strategic objective",
        "corporate objective", "ambition", "goal", "mission", "plan priority", "aim", "corporate plan priority",
        "corporate theme",
      ]
    ),
    (.outcome, ["outcome", "critical outcome", "corporate outcome", "intended outcome", "strategic outcome"]),
    (
      .action,
      [
        "action", "actions", "key action", "key activity", "activity", "project", "task", "commitment", "deliverable",
        "flagship action", "initiative", "action title", "what we will do", "action name", "action description",
      ]
    ),
    (.milestone, ["milestone", "milestones", "key milestone"]),
    (.baseline, ["baseline", "starting point", "baseline figure", "baseline value", "baseline position"]),
    (
      .target,
      [
        "target", "target value", "annual target", "year end target", "full year target", "period target", "ytd target",
        "quarterly target", "monthly target", "quarter target", "targets", "planned", "plan value", "target figure",
      ]
    ),
    (
      .actual,
      [
        "actual", "actuals", "result", "results", "outturn", "value", "performance", "figure", "achieved",
        "actual value",
        "score", "latest", "current", "current value", "actual performance", "current performance", "latest value",
        "data", "data value", "reported value", "position", "year end outturn", "outturn value", "raw value",
      ]
    ),
    (
      .previous,
      [
        "previous", "last year", "previous value", "previous period", "previous quarter", "last quarter",
        "same period last year", "prior year", "previous year", "last period", "previous actual", "prior period",
      ]
    ),
    (
      .period,
      [
        "period", "reporting period", "date", "data period", "period label", "time period", "collection period",
        "as at",
        "period end", "period start", "period name", "period ending", "reporting date", "data date",
      ]
    ),
    (.year, ["year", "financial year", "fy", "reporting year", "year ending", "year ended"]),
    (.quarter, ["quarter", "qtr", "q", "quarter ending", "quarter ended", "quarter end", "reporting quarter"]),
    (.month, ["month", "month ending", "month ended", "month end", "reporting month"]),
    (
      .polarity,
      [
        "polarity", "good is", "good performance is", "good performance", "high low", "bigger or smaller is better",
        "what is good", "what does good look like", "aim to", "desired direction", "good to be", "gauge type",
        "gauge format type", "gauge", "is high or low good", "is high good", "good", "aim", "higher or lower is better",
      ]
    ),
    (.unit, ["unit", "units", "unit of measure", "unit of measurement", "uom", "measure type", "format", "unit type"]),
    (.dataType, ["data type"]),
    (.decimals, ["decimals", "decimal places", "dp", "no of decimals", "number of decimals"]),
    (
      .frequency,
      ["frequency", "collection frequency", "reporting frequency", "reported", "how often", "periodicity", "collected"]
    ),
    (.frame, ["frame", "collection kind", "cumulative", "cumulative or snapshot", "type of data", "data kind"]),
    (.aggregation, ["aggregation", "calculation", "calculation method", "ytd method", "calculated by"]),
    (
      .owner,
      [
        "owner", "lead officer", "responsible officer", "lead", "pi owner", "accountable officer", "assigned to",
        "responsible", "head of service", "officer", "post", "service lead", "action owner", "data owner", "sro",
        "accountable", "responsible post", "ownership", "owned by", "risk owner", "lead post",
      ]
    ),
    (.managedBy, ["managed by", "manager"]),
    (.department, ["directorate", "service", "department", "service area", "division", "team", "portfolio"]),
    (
      .status,
      [
        "status", "rag", "rag status", "rag rating", "rating", "traffic light", "progress status", "current status",
        "pi status", "performance rag", "overall status", "delivery rag", "traffic light icon", "status icon", "brag",
        "brag rating", "brag status",
      ]
    ),
    (
      .progress,
      [
        "progress", "% complete", "percent complete", "percentage complete", "completion", "% progress",
        "percentage progress", "complete %", "progress %", "% completed", "complete",
      ]
    ),
    (
      .comment,
      [
        "comment", "comments", "commentary", "narrative", "notes", "note", "latest note", "latest notes", "update",
        "latest update", "explanation", "progress update", "officer comment", "performance commentary", "note text",
        "officer comments", "progress comment", "latest comment", "analysis",
      ]
    ),
    (
      .noteDate,
      [
        "note date", "date of note", "comment date", "latest note date", "last updated", "date updated", "updated on",
        "date last updated", "last modified", "date entered", "entered on",
      ]
    ),
    (
      .due,
      [
        "due", "due by", "date due", "complete by", "due date", "deadline", "target date", "end date", "by when",
        "completion date", "planned end", "timescale", "finish", "when", "expected completion",
        "planned completion", "planned end date", "target completion date",
        "end", "completed by", "to be completed by", "delivery date", "finish date",
      ]
    ),
    (.start, ["start", "start date", "planned start", "planned start date"]),
    (.completed, ["completed", "completed on", "completed date", "date completed", "actual completion date"]),
    (.stage, ["stage", "action status"]),
    (.numerator, ["numerator", "num", "numerator value"]),
    (.denominator, ["denominator", "den", "denom", "denominator value"]),
    (
      .direction,
      [
        "direction of travel", "dot", "trend", "short trend", "long trend", "short term trend", "long term trend",
        "travel", "change", "variance", "direction", "movement", "short trend arrow", "long trend arrow",
      ]
    ),
    (.source, ["source", "data source", "source of data"]),
    (.lower, ["lower", "lower bound", "lower limit", "lower threshold"]),
    (.upper, ["upper", "upper bound", "upper limit", "upper threshold"]),
    (.green, ["green", "green threshold", "green from"]),
    (.amber, ["amber", "amber from"]),
    (.amberThreshold, ["amber threshold"]),
    (.redThreshold, ["red threshold"]),
    (.amberVariance, ["amber variance", "amber variance %", "% amber variance"]),
    (.redVariance, ["red variance", "red variance %", "% red variance"]),
    (.tolerance, ["tolerance", "amber tolerance", "permitted variance", "variance allowed", "tolerance %"]),
    (.lag, ["lag", "months in arrears", "arrears", "periods in arrears"]),
    (.parent, ["parent", "parent code", "parent ref", "parent action code", "parent risk code"]),
    (.activated, ["activated", "active", "activate"]),
    (.interval, ["interval"]),
    (.daysTillOverdue, ["days till overdue", "days until overdue", "overdue after"]),
    (.review, ["review date", "next review", "review"]),
    (.risk, ["risk", "risk title", "risk name", "risk description"]),
    (.impact, ["impact", "current impact", "severity"]),
    (.likelihood, ["likelihood", "current likelihood", "probability"]),
    (.mitigation, ["mitigation", "mitigations", "control", "controls", "internal controls", "mitigating actions"]),
    (.targetImpact, ["target impact", "appetite impact"]),
    (.targetLikelihood, ["target likelihood", "target probability", "appetite likelihood"]),
    (.inherentImpact, ["inherent impact", "original impact", "gross impact"]),
    (.inherentLikelihood, ["inherent likelihood", "original likelihood", "gross likelihood"]),
    (.area, ["area", "area name", "ward", "ward name", "locality", "geography", "breakdown", "disaggregation"]),
    (.yesNo, ["audited", "controls ok", "internal controls ok"]),
  ]

  private static let exact: [String: ColumnMeaning.Word] = Dictionary(
    synonyms.flatMap { word, names in names.map { ($0, word) } }, uniquingKeysWith: { first, _ in first })

  /// Words within a longer heading, the surest first.
  private static let telling: [(String, ColumnMeaning.Word)] = [
    ("polarity", .polarity), ("is good", .polarity), ("good is", .polarity), ("is better", .polarity),
    ("aim to", .polarity), ("direction of travel", .direction), ("trend", .direction), ("rag", .status),
    ("brag", .status),
    ("numerator", .numerator), ("denominator", .denominator), ("% complete", .progress),
    ("percentage complete", .progress), ("target date", .due), ("due date", .due), ("deadline", .due),
    ("comment", .comment), ("comments", .comment), ("commentary", .comment), ("narrative", .comment),
    ("owner", .owner), ("responsible officer", .owner), ("lead officer", .owner), ("frequency", .frequency),
    ("baseline", .baseline), ("status", .status), ("outturn", .actual), ("actual", .actual),
    ("unit of", .unit), ("definition", .definition), ("decimal places", .decimals),
  ]
}
