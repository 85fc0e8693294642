/// What the fields of one return hold today, as cells of a workbook.
package struct ReturnCells: Equatable, Sendable {
  /// By field; a field that is not asked for has none.
  package private(set) var texts: [ReturnField: String] = [:]

  /// A cell of a spreadsheet holds little more, counted in UTF-16; what is longer is not for it.
  package static let longest = 30_000

  package init(_ row: ReturnRow) {
    if let standing = row.figure {
      addFigure(row, standing)
      add([(.commentary, .variance), (.action, .action), (.note, .note)], row)
    } else {
      addProgress(row.action?.update)
      add([(.done, .action), (.next, .nextQuarter), (.note, .note)], row)
    }
  }

  private mutating func addFigure(_ row: ReturnRow, _ standing: IndicatorStanding) {
    let share = row.takesShares ? row.share : nil
    var reason = ""
    if case .missing(let why) = standing.value, !row.typed.isEmpty { reason = why.rawValue }
    add(.value, share == nil && reason.isEmpty ? row.typed : "")
    if row.takesShares {
      add(.numerator, share?.numerator ?? "")
      add(.denominator, share?.denominator ?? "")
    }
    add(.reason, reason)
    add(.state, row.typed.isEmpty ? "" : standing.state.rawValue)
  }

  private mutating func addProgress(_ update: ActionUpdate?) {
    add(.stage, update?.stage.rawValue ?? "")
    add(.percent, update?.percent.map { String($0) } ?? "")
    add(.forecast, update?.forecast?.description ?? "")
    add(.completed, update?.completed?.description ?? "")
    add(.judged, update?.judged?.id ?? "")
  }

  private mutating func add(_ words: [(ReturnField, Commentary.Purpose)], _ row: ReturnRow) {
    for (field, purpose) in words { add(field, row.words[purpose] ?? "") }
  }

  private mutating func add(_ field: ReturnField, _ text: String) {
    let text = ReturnCells.plain(text)
    if text.utf16.count <= ReturnCells.longest { texts[field] = text }
  }

  /// A text as it comes back from a spreadsheet, which has one kind of line end and no control characters.
  package static func plain(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let allowed = lines.unicodeScalars.filter {
      $0 == "\t" || $0 == "\n" || $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF
    }
    return String(String.UnicodeScalarView(allowed)).trimmed
  }
}

extension ReturnCells {
  /// A check of each field, in one text: with it, what somebody typed is told from what went out of date.
  package var checks: String {
    texts.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { "\($0.key.rawValue):\(ReturnCells.check(read($0.key) ?? $0.value))" }.joined(separator: " ")
  }

  /// The check of each field, out of that text.
  package static func checks(_ text: String) -> [ReturnField: String] {
    var checks: [ReturnField: String] = [:]
    for part in text.split(separator: " ") {
      let pair = part.split(separator: ":", maxSplits: 1)
      if pair.count == 2, let field = ReturnField(rawValue: String(pair[0])) { checks[field] = String(pair[1]) }
    }
    return checks
  }

  package static func check(_ text: String) -> String { JSON.string(text).check }
}

extension ReturnRow {
  /// Whether its figure may be given as two numbers.
  fileprivate var takesShares: Bool {
    guard let indicator = figure?.indicator else { return false }
    return indicator.unit == .percent || indicator.aggregation == .ratio
      || points.contains { $0.value.figure?.per != nil }
  }
}
