import CorporatePlan
import Documents

extension TablesDraft {
  /// Dated notes on indicators: the commentary of the period that holds the date, which stays in the text.
  mutating func readNotes(_ table: ReadTable) {
    draft.takeWhole(table.source.locator)
    draft.mapping.append(table.map.mapping)
    tellLeftOut(table)
    let kept: Set<ColumnMeaning.Word> = [.code, .name, .comment, .noteDate, .period, .ignore]
    tellNotKept(table) { !kept.contains($0) }
    var counts: [String: Int] = [:]
    for row in table.map.body {
      guard let entry = entry(of: row, table) else { continue }
      let grain =
        roll[entry].said[.frequency].flatMap { StatedFrequency($0.text)?.grain } ?? roll[entry].known?.frequency
      note(
        row, table, on: RecordID(Indicator.kind, roll[entry].id), named: roll[entry].name, grain: grain ?? .quarter,
        .variance, &counts)
    }
  }

  /// A row with a note and its date.
  mutating func note(
    _ row: SourceRow, _ table: ReadTable, on subject: RecordID, named name: String, grain: Period.Grain,
    _ purpose: Commentary.Purpose, _ counts: inout [String: Int]
  ) {
    guard let column = table.map.columns(.comment).first, let index = row.index(ofColumn: column.number),
      !row.cells[index].text.isBlank
    else { return }
    let cell = row.cells[index]
    let dateColumn = table.map.columns(.noteDate).first ?? table.map.columns(.period).first
    let said = dateColumn.map { row.text($0.number) } ?? ""
    let day = SpelledDay(said).day
    let period =
      SpelledPeriod(cell: said)?.plain ?? day.flatMap {
        Period.containing($0, grain) ?? Period.containing($0, .quarter)
      }
      ?? (said.isBlank ? table.period : nil)
    guard let period else {
      draft.tell(
        .error, .noteWithoutPeriod, at: cell.locator, verbatim: cell.text.trimmed,
        said.isBlank
          ? "This note on “\(name)” has no date." : "The date “\(said)” of this note on “\(name)” was not understood.")
      return
    }
    let key = "\(subject.record)-\(purpose.rawValue)-\(period.code)"
    counts[key, default: 0] += 1
    let number = counts[key] ?? 1
    let dated = SpelledPeriod(cell: said)?.plain == nil ? day.map { "\($0.words): " } ?? "" : ""
    draft.add(
      Commentary(
        id: key + (number == 1 ? "" : "-\(number)"), subject: subject, period: period, purpose: purpose,
        text: dated + cell.text.trimmed, order: number), at: cell.locator)
  }
}
