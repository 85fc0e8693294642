import CorporatePlan
import Documents

/// A table of activities with what each puts out and what it is to change, its columns known by their headings.
struct DeliveryColumns {
  let table: SourceTable
  /// The index of the first heading row; what stands above it is no part of the table.
  let header: Int
  let columns: [MappedColumn]

  /// `nil` for a table without a column of activities beside one of outputs or outcomes.
  ///
  /// - Parameter settled: what columns mean by heading, where a person has said so.
  init?(_ table: SourceTable, _ settled: [String: String]) {
    let headings = settled.map { ($0.key.normalisedName, $0.value) }
    for index in table.rows.indices.prefix(3) {
      let columns = table.rows[index].cells.map { cell in
        let own = headings.first { $0.0 == cell.text.normalisedName }.flatMap { ColumnMeaning($0.1) }
        return MappedColumn(
          column: cell.locator.column ?? 0, heading: cell.text.onOneLine,
          meaning: own ?? DeliveryColumns.meaning(cell.text), confidence: own != nil ? 100 : 90)
      }
      let meanings = columns.compactMap(\.meaning)
      guard meanings.contains(.plain(.action)), meanings.contains(where: { $0.shows != nil }) else { continue }
      self.table = table
      header = index
      self.columns = columns
      return
    }
    return nil
  }

  private static func meaning(_ heading: String) -> ColumnMeaning? {
    let words = Set(heading.contentWords)
    func has(_ any: Set<String>) -> Bool { !words.isDisjoint(with: any) }
    // "Key activity and critical outcome" is the column of activities.
    if has(Stems.activity), !has(Stems.output) { return .plain(.action) }
    let result = has(Stems.result)
    if result, has(Stems.service) { return .plain(.serviceOutput) }
    if result, has(Stems.customer) { return .plain(.customerOutput) }
    if result, has(Stems.community) { return .plain(.communityOutcome) }
    if has(Stems.owner) { return .plain(.owner) }
    if has(Stems.due) { return .plain(.due) }
    return nil
  }

  /// The words that tell the columns, without their endings.
  private enum Stems {
    static let activity = stems("activity", "activities", "action")
    static let output = stems("output", "outputs")
    static let result = stems("output", "result", "benefit", "outcome", "impact")
    static let service = stems("service", "council")
    static let customer = stems("customer", "resident", "user")
    static let community = stems("community", "communities", "place", "district", "borough")
    static let owner = stems("owner", "lead", "responsible")
    static let due = stems("deadline", "due", "when")

    private static func stems(_ words: String...) -> Set<String> { Set(words.flatMap(\.contentWords)) }
  }

  func column(_ word: ColumnMeaning.Word) -> Int? { columns.first { $0.meaning == .plain(word) }?.column }

  /// The columns that show something, in order.
  var results: [(column: Int, shows: Indicator.Shows, heading: String)] {
    columns.compactMap { column in column.meaning?.shows.map { (column.column, $0, column.heading) } }
  }

  /// The columns without a heading left of the activities, where bullets end up.
  var bullets: [Int] {
    guard let activity = column(.action) else { return [] }
    return columns.filter { $0.column < activity && $0.heading.isEmpty }.map(\.column)
  }

  /// The rows below the heading, without its repetitions.
  var body: [SourceRow] { table.rows[(header + 1)...].filter { !isHeading($0) } }

  /// The heading rows, the first one and its repetitions.
  var headings: [SourceRow] { table.rows[header...].filter(isHeading) }

  private func isHeading(_ row: SourceRow) -> Bool {
    row.cells.map(\.text.normalisedName) == table.rows[header].cells.map(\.text.normalisedName)
  }
}

extension ColumnMeaning {
  var shows: Indicator.Shows? {
    switch self {
    case .plain(.serviceOutput): .serviceOutput
    case .plain(.customerOutput): .customerOutput
    case .plain(.communityOutcome): .communityOutcome
    default: nil
    }
  }
}

extension SourceRow {
  /// The cell of a column of the grid, unless it only continues one further up.
  func cell(_ column: Int) -> SourceCell? { cells.first { $0.locator.column == column && $0.continues == nil } }
}
