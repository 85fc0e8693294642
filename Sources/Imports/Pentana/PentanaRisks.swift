import CorporatePlan
import Documents

extension TablesDraft {
  /// The sheet of risks: a tree by parent codes, with impact and likelihood on the council's matrix.
  ///
  /// Confirmed: parents, review date, impact and likelihood. What our records have no field for, the parent and the review
  /// date, is kept in the risk's text.
  mutating func readRisks(_ table: ReadTable) {
    draft.takeWhole(table.source.locator)
    draft.mapping.append(table.map.mapping)
    tellLeftOut(table)
    let kept: Set<ColumnMeaning.Word> = [
      .code, .name, .risk, .definition, .parent, .owner, .managedBy, .review, .impact, .likelihood, .mitigation,
      .status,
      .text, .ignore, .noteDate, .period, .targetImpact, .targetLikelihood, .inherentImpact, .inherentLikelihood,
    ]
    tellNotKept(table) { !kept.contains($0) }
    tellSecondOwner(table)
    tellSingles(table)
    let tree = PentanaTree(table, title: table.map.has(.risk) ? .risk : .name)
    var slugs = Slugs()
    let known = Dictionary(
      order.book.risks.values.sorted { $0.id < $1.id }.map { ($0.title.normalisedName, $0) },
      uniquingKeysWith: { first, _ in first })
    for risk in order.book.risks.values { slugs.reserve(risk.id) }
    for (place, row) in tree.rows.enumerated() {
      let locator = row.row.cells[0].locator
      guard !row.title.isEmpty else {
        draft.tell(
          .error, .itemUntitled, at: locator, verbatim: row.row.cells.map(\.text.onOneLine).joined(separator: " | "),
          "This row has no title, so nothing was taken from it.")
        continue
      }
      var risk = known[row.title.normalisedName] ?? Risk(id: slugs.make(row.title), title: row.title, order: place + 1)
      describe(&risk, row, table, under: parentRow(place, tree).map { tree.rows[$0] })
      if case .unknown = tree.parent(of: place) {
        draft.tell(
          .error, .parentUnknown, at: locator, verbatim: row.parentCode,
          "“\(row.title)” stands under “\(row.parentCode)”, which is no risk's code.")
      }
      draft.add(risk, at: locator)
      score(risk, row.row, table)
    }
  }

  private mutating func describe(
    _ risk: inout Risk, _ row: PentanaTree.Row, _ table: ReadTable, under parent: PentanaTree.Row?
  ) {
    if !row.code.isEmpty { risk.code = risk.code ?? row.code }
    var lines: [String] = []
    for column in table.map.columns {
      let text = row.row.text(column.number)
      guard let word = column.meaning?.word, !text.isBlank else { continue }
      switch word {
      case .definition, .text: lines.append(text.trimmed)
      case .risk where column.heading.normalisedName.contains("description"): lines.append(text.trimmed)
      case .owner, .managedBy: risk.owner = table.owner(of: row.row)
      case .mitigation:
        for line in text.split(whereSeparator: \.isNewline).map(\.trimmed) where !risk.mitigations.contains(line) {
          risk.mitigations.append(line)
        }
      case .review: lines.append("Next review: \(SpelledDay(text).day?.words ?? text.onOneLine).")
      default: break
      }
    }
    risk.target = place(.targetLikelihood, .targetImpact, row.row, table, &lines) ?? risk.target
    risk.inherent = place(.inherentLikelihood, .inherentImpact, row.row, table, &lines) ?? risk.inherent
    if let parent {
      lines.append("Part of \([parent.code, parent.title].filter { !$0.isEmpty }.joined(separator: " ")).")
    }
    if !lines.isEmpty { risk.text = lines.joined(separator: "\n") }
  }

  /// Where a risk is to be brought, or stood at first: both figures, or the words of the one that is there.
  private func place(
    _ likelihood: ColumnMeaning.Word, _ impact: ColumnMeaning.Word, _ row: SourceRow, _ table: ReadTable,
    _ lines: inout [String]
  ) -> RiskPlace? {
    let columns = [likelihood, impact].compactMap { table.map.columns($0).first }
    let texts = columns.map { row.text($0.number).onOneLine }
    // "4", "4 - Major".
    let levels = texts.compactMap { Int($0.prefix { $0.isNumber }) }.filter { (1...10).contains($0) }
    if columns.count == 2, levels.count == 2 { return RiskPlace(likelihood: levels[0], impact: levels[1]) }
    for (column, text) in zip(columns, texts) where !text.isEmpty {
      lines.append("\(column.heading.onOneLine): \(text).")
    }
    return nil
  }

  /// The sheet of assessments, by the code of the risk.
  mutating func readRiskScores(_ table: ReadTable) {
    readOfRisks(table, [.code, .name, .risk, .impact, .likelihood, .noteDate, .period, .status, .ignore]) {
      draft, risk, row in draft.score(risk, row, table)
    }
  }

  /// The sheet of controls, by the code of the risk.
  mutating func readMitigations(_ table: ReadTable) {
    readOfRisks(table, [.code, .name, .risk, .mitigation, .comment, .ignore]) { draft, risk, row in
      guard let column = table.map.columns(.mitigation).first ?? table.map.columns(.comment).first else { return }
      let text = row.text(column.number).onOneLine
      if text.isEmpty { return }
      draft.draft.change(risk.recordID, Risk.self) {
        if !$0.mitigations.contains(text) { $0.mitigations.append(text) }
      }
    }
  }

  private mutating func readOfRisks(
    _ table: ReadTable, _ kept: Set<ColumnMeaning.Word>, _ take: (inout TablesDraft, Risk, SourceRow) -> Void
  ) {
    draft.takeWhole(table.source.locator)
    draft.mapping.append(table.map.mapping)
    tellLeftOut(table)
    tellNotKept(table) { !kept.contains($0) }
    tellSingles(table)
    let drafted = draft.records.compactMap { $0 as? Risk }
    let risks = drafted + order.book.risks.values.filter { known in !drafted.contains { $0.id == known.id } }
    for row in table.map.body where !row.isNearlyEmpty {
      let code = table.map.columns(.code).first.map { row.text($0.number).plainCode } ?? ""
      let title = (table.map.columns(.risk).first ?? table.map.columns(.name).first).map {
        row.text($0.number).normalisedName
      }
      let found = risks.filter {
        (!code.isEmpty && $0.code?.plainCode == code) && (title?.isEmpty != false || $0.title.normalisedName == title)
          || (code.isEmpty && $0.title.normalisedName == title)
      }
      guard found.count == 1 else {
        draft.tell(
          .error, .parentUnknown, at: row.cells[0].locator,
          verbatim: row.cells.map(\.text.onOneLine).joined(separator: " | "),
          found.isEmpty
            ? "No risk has this code, so the row was not taken."
            : "\(found.count) risks have this code, so the row was not taken.")
        continue
      }
      if draft.record(found[0].recordID) == nil { draft.add(found[0], at: row.cells[0].locator) }
      take(&self, found[0], row)
    }
  }

  /// Where a risk stands on the matrix, when a row says so.
  fileprivate mutating func score(_ risk: Risk, _ row: SourceRow, _ table: ReadTable) {
    func cell(_ word: ColumnMeaning.Word) -> SourceCell? {
      table.map.columns(word).first.flatMap { row.index(ofColumn: $0.number) }.map { row.cells[$0] }
    }
    func level(_ word: ColumnMeaning.Word) -> Int? {
      guard let cell = cell(word), !cell.text.isBlank else { return nil }
      // "4", "4 - Major".
      if let number = Int(cell.text.trimmed.prefix { $0.isNumber }), (1...10).contains(number) { return number }
      draft.tell(
        .warning, .wordUnreadable, at: cell.locator, verbatim: cell.text.trimmed,
        "“\(cell.text.onOneLine)” was not understood as the \(word.rawValue) of “\(risk.title)”; it is counted from 1.")
      return nil
    }
    let (impact, likelihood) = (level(.impact), level(.likelihood))
    let status = cell(.status).flatMap { Status(printed: $0.text) ?? $0.mark.flatMap { Status(colour: $0) } }
    if let cell = cell(.status), status == nil, !cell.text.isBlank, cell.text.trimmed != "-" {
      draft.tell(
        .warning, .wordUnreadable, at: cell.locator, verbatim: cell.text.trimmed,
        Status.saysNone(cell.text)
          ? "“\(cell.text.onOneLine)” is no rating of “\(risk.title)”; none was recorded."
          : "“\(cell.text.onOneLine)” was not understood as a status of “\(risk.title)”.")
    }
    guard impact != nil || likelihood != nil || status != nil else { return }
    let dateCell = cell(.noteDate) ?? cell(.period)
    let dated = dateCell.flatMap { SpelledDay($0.text).day }
    // A date that was not understood is another one than the period's end.
    let stated = dateCell?.text.isBlank ?? true ? (table.period ?? order.period).map { $0.end + -1 } : nil
    guard let day = dated ?? stated else {
      draft.tell(
        .error, .scoreUndated, at: row.cells[0].locator,
        verbatim: row.cells.map(\.text.onOneLine).joined(separator: " | "),
        "“\(risk.title)” is scored and nothing says on which day, so its score was not taken.")
      return
    }
    draft.add(
      RiskScore(risk: risk.id, day: day, status: status, likelihood: likelihood, impact: impact),
      at: row.cells[0].locator)
  }
}
