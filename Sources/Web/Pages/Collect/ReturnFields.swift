import CorporatePlan

/// The fields of one return in a form: what they are called, what they hold now, and what was typed into them.
struct ReturnFields {
  /// Begins the names of its fields: `i:calls` for an indicator, `a:new-homes` for an action.
  let prefix: String
  /// What was typed, by field.
  private(set) var typed: [String: String] = [:]

  static func prefix(_ subject: RecordID) -> String {
    "\(subject.kind == Indicator.kind ? "i" : "a"):\(subject.record)"
  }

  init(_ row: ReturnRow) { prefix = ReturnFields.prefix(row.slot.subject) }

  /// Every return that a form speaks of, by prefix.
  static func all(in form: OfficeForm) -> [String: [String: String]] {
    var all: [String: [String: String]] = [:]
    for field in form.fields {
      guard let last = field.name.lastIndex(of: ":"), field.name.hasPrefix("i:") || field.name.hasPrefix("a:") else {
        continue
      }
      let value = field.value.replacing("\r\n", with: "\n")
      all[String(field.name[..<last]), default: [:]][String(field.name[field.name.index(after: last)...])] = value
    }
    return all
  }

  init(_ row: ReturnRow, typed: [String: String]) {
    prefix = ReturnFields.prefix(row.slot.subject)
    self.typed = typed
  }

  /// The answers to warnings among what was typed: `answer-outlier`.
  var answers: [(code: ReturnWarning.Code, words: String)] {
    typed.compactMap { name, words in
      guard name.hasPrefix("answer-"), !words.trimmed.isEmpty else { return nil }
      return ReturnWarning.Code(rawValue: String(name.dropFirst("answer-".count))).map { ($0, words) }
    }.sorted { $0.code.rawValue < $1.code.rawValue }
  }

  /// Whether the fields hold what the page showed: then nobody typed anything.
  var isUntouched: Bool { typed["was"].map { $0 == ReturnFields.fingerprint(typed) } ?? false }

  /// Stands for what the fields of a row hold, in a few letters.
  static func fingerprint(_ fields: [String: String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) where name != "was" && !name.hasPrefix("answer-") {
      for byte in "\(name)=\(value.replacing("\r\n", with: "\n"))\n".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
      }
    }
    return String(hash, radix: 36)
  }

  var figureEntry: FigureEntry {
    var typed = typed
    // A whole figure in the first of the two fields, as when a column of percentages is pasted.
    if let whole = typed["numerator"], whole.contains("%") || whole.contains("/"), typed["denominator"]?.trimmed == "" {
      (typed["value"], typed["numerator"], typed["denominator"]) = (whole, nil, nil)
    }
    return FigureEntry(
      value: typed["value"], numerator: typed["numerator"], denominator: typed["denominator"],
      reason: typed["reason"].flatMap(MissingReason.init(rawValue:)), state: typed["state"].flatMap(Actual.State.init),
      commentary: typed["commentary"], action: typed["action"], note: typed["note"])
  }

  var actionEntry: ActionEntry {
    ActionEntry(
      stage: typed["stage"].flatMap(ActionUpdate.Stage.init(rawValue:)), percent: typed["percent"],
      forecast: typed["forecast"], judged: typed["judged"], completed: typed["completed"], done: typed["done"],
      next: typed["next"], note: typed["note"],
      hasNothingToReport: typed["nothing"].map { $0 == "yes" })
  }

  /// What a row's fields hold as recorded, for the fields that a page shows.
  static func recorded(_ row: ReturnRow, _ names: [ReturnField]) -> [String: String] {
    var fields: [String: String] = [:]
    for name in names { fields[name.rawValue] = recorded(row, name) }
    return fields
  }

  static func recorded(_ row: ReturnRow, _ field: ReturnField) -> String {
    let update = row.action?.update
    return switch field {
    case .value: row.missing == nil ? row.typed : ""
    case .numerator: row.share?.numerator ?? ""
    case .denominator: row.share?.denominator ?? ""
    case .reason: row.missing?.rawValue ?? ""
    case .state: (row.figure?.state ?? .final).rawValue
    case .commentary: row.words[.variance] ?? ""
    case .action, .done: row.words[.action] ?? ""
    case .next: row.words[.nextQuarter] ?? ""
    case .note: row.words[.note] ?? ""
    case .stage: update?.stage.rawValue ?? ""
    case .percent: update?.percent.map { "\($0)" } ?? ""
    case .forecast: update?.forecast?.description ?? ""
    case .judged: update?.judged?.id ?? ""
    case .completed: update?.completed?.description ?? ""
    case .nothing: update?.hasNothingToReport == true ? "yes" : ""
    case .until, .whole: ""
    }
  }
}

extension ReturnRow {
  /// The reason given for having no figure; `nil` where there is one, or nothing was returned.
  var missing: MissingReason? {
    guard figure?.isReturned == true, case .missing(let reason)? = figure?.value else { return nil }
    return reason
  }

  /// Whether its figure is typed as two numbers: it was this time, or was the time before.
  var isShare: Bool { share != nil || (typed.isEmpty && last?.value.figure?.per != nil) }

  /// The fields that a row of the grid has; the page of the return has more.
  var gridFields: [ReturnField] {
    let row: [ReturnField] =
      slot.subject.kind == Indicator.kind
      ? (isShare ? [.numerator, .denominator] : [.value]) + [.reason, .commentary]
      : [.stage, .percent, .forecast, .judged, .done, .next]
    return row + moreFields
  }

  /// Those that stand behind “More” below the row: asked for seldom, or longer than a cell.
  var moreFields: [ReturnField] { slot.subject.kind == Indicator.kind ? [.action, .note] : [.nothing, .note] }

  var allFields: [ReturnField] {
    slot.subject.kind == Indicator.kind
      ? (isShare ? [.numerator, .denominator] : [.value]) + [.reason, .state, .commentary, .action, .note]
      : [.stage, .percent, .forecast, .judged, .completed, .done, .next, .note, .nothing]
  }
}
