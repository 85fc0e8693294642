import CorporatePlan
import Documents

extension ReadTable {
  /// Of several areas or groups that a table gives figures of, the one whose rows are taken.
  struct Area {
    fileprivate let column: Int
    /// `nil` while nobody has said which.
    fileprivate let kept: String?
  }

  /// For each row below the headings, whether it is of another area than the one that is taken; `nil` where all are taken.
  var rowsOfOtherAreas: [Bool]? {
    guard let area else { return nil }
    let texts = source.rows.column(area.column, from: map.header.rows.upperBound + 1)
    let isOther = texts.texts.map { area.kept == nil || $0.onOneLine != area.kept }
    return texts.places.map { isOther[Int($0)] }
  }

  /// Whether one indicator has figures for several areas in the same period.
  fileprivate func splitsFigures(_ areas: DistinctColumn) -> Bool {
    let first = map.header.rows.upperBound + 1
    let ofRow: Set<ColumnMeaning.Word> = ColumnUse.ofPeriod.union([.code, .name, .measure])
    let columns = map.columns.filter { $0.word.map(ofRow.contains) ?? false }.map {
      source.rows.column($0.number, from: first).places
    }
    var seen: [[Int32]: Int32] = [:]
    for (row, area) in areas.places.enumerated() {
      let key = columns.map { $0[row] }
      if let other = seen.updateValue(area, forKey: key), other != area { return true }
    }
    return false
  }
}

extension TablesDraft {
  /// Figures of wards or groups beside one another: whose they are that the indicators have is asked once.
  mutating func settleArea(of table: inout ReadTable) {
    guard table.kind != .actions, let index = table.map.columns.firstIndex(where: { $0.word == .area }) else { return }
    let column = table.map.columns[index]
    let texts = table.source.rows.column(column.number, from: table.map.header.rows.upperBound + 1)
    var names: [String] = []
    for name in texts.texts.map(\.onOneLine) where !names.contains(name) && names.count < 60 { names.append(name) }
    let named = names.filter { !$0.isEmpty }
    guard named.count > 1 else {
      table.map.columns[index].word = .ignore
      guard let name = named.first else { return }
      draft.tell(
        .note, .columnUnused, at: column.locator, verbatim: "\(column.heading): \(name)",
        "“\(column.heading)” is “\(name)” in every row and was not kept.")
      return
    }
    guard table.splitsFigures(texts) else {
      // It may be the area of a service: it is asked what it is.
      if column.confidence < 100 { table.map.columns[index].word = nil }
      return
    }
    var slugs = Slugs()
    slugs.reserve(Question.open)
    let choices = names.map { name in
      (name: name, id: slugs.make(name.isEmpty ? "none named" : name))
    }
    let answer = draft.ask(
      .areasMixed, at: column.locator, verbatim: "\(column.heading): \(named.prefix(12).joined(separator: " | "))",
      "“\(column.heading)” splits the figures: one indicator has several for the same period, of \(named.listedNames). Which are the indicators’ own? None of this table was taken.",
      choices: choices.map { Question.Choice($0.id, $0.name.isEmpty ? "Rows that name none" : $0.name) })
    let kept = choices.first { $0.id == answer }?.name
    table.area = ReadTable.Area(column: column.number, kept: kept)
    guard let kept else { return }
    let others = named.filter { $0 != kept }
    let left = table.rowsOfOtherAreas?.count(where: \.self) ?? 0
    draft.tell(
      .note, .areaLeftOut, at: column.locator, verbatim: others.prefix(12).joined(separator: " | "),
      "\(counted(left, "row")) of \(others.listedNames) \(left == 1 ? "was" : "were") left out.")
  }
}
