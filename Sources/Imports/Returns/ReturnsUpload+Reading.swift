import CorporatePlan
import Documents

extension ReturnsUpload {
  /// Reads a workbook against the Book as it is now.
  ///
  /// - Parameter yours: the returns that this person may fill in for the period.
  package init(
    _ bytes: [UInt8], named name: String, _ book: Book, yours: [ReturnRow], in period: Period, on today: Day
  ) throws(ReturnsUploadError) {
    let document: SourceDocument
    do throws(ReadError) { document = try SourceDocument(bytes, named: name) } catch { throw .unreadable(error) }
    guard document.kind == .workbook else { throw .notOurs(file: name) }
    let uncalculated = Set(document.notes.filter { $0.matter == .formulaWithoutValue }.map(\.locator))
    var tables: [ReturnsTable] = []
    for table in document.tables {
      if let table = try ReturnsTable(table, uncalculated: uncalculated) { tables.append(table) }
    }
    guard !tables.isEmpty else { throw .notOurs(file: name) }
    let all = tables.flatMap(\.rows)
    try ReturnsUpload.checkPeriod(all.map(\.id).filter { !$0.isEmpty }, period, book)
    let own = Dictionary(yours.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var numbers: [String: [String]] = [:]
    for table in tables {
      for row in table.rows where !row.id.isEmpty { numbers[row.id, default: []].append(table.place(of: row)) }
    }
    self.period = period
    rows = tables.flatMap { table in
      table.rows.map { row in
        let reader = ReturnReading(row, table.place(of: row), book, period, today)
        if let twice = numbers[row.id], twice.count > 1 { return reader.refused(asStandingIn: twice) }
        return own[row.id].map(reader.read) ?? reader.refusedAsNotTheirs
      }
    }
    let absent = yours.count { numbers[$0.id] == nil }
    notes = tables.flatMap(\.notes) + (absent == 0 ? [] : [ReturnsUpload.absent(absent)])
  }

  /// A workbook of another period is refused as a whole, before every row of it is.
  private static func checkPeriod(_ ids: [String], _ period: Period, _ book: Book) throws(ReturnsUploadError) {
    let codes = ids.compactMap { id in id.lastIndex(of: "@").map { String(id[id.index(after: $0)...]) } }
    guard let other = codes.first, !codes.contains(period.code) else { return }
    throw .otherPeriod(book.calendar.period(other)?.name ?? other, wanted: period.name)
  }

  private static func absent(_ count: Int) -> String {
    count == 1
      ? "One of your returns is not in the workbook. It stays as it is."
      : "\(count) of your returns are not in the workbook. They stay as they are."
  }
}

extension ReturnsTable {
  func place(of row: Row) -> String { "sheet '\(sheet)', row \(row.number)" }

  fileprivate var notes: [String] {
    missing.map {
      "On the sheet “\(sheet)” the column “\($0.heading ?? $0.rawValue)” is missing. What is recorded there stays as it is."
    }
      + strange.map {
        "On the sheet “\(sheet)” the column “\($0)” is none of the workbook's. It was not read."
      }
  }
}
