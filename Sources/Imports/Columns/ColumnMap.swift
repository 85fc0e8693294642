import CorporatePlan
import Documents

/// How the columns of a table are to be read: what a person settled, then what the headings say, then what stands below.
struct ColumnMap {
  struct Column {
    let number: Int
    let heading: String
    let locator: Locator
    var word: ColumnMeaning.Word?
    /// The period the heading names.
    var spelled: SpelledPeriod?
    /// The period, once it is known which one is meant.
    var period: Period?
    var confidence: Int

    /// `nil` when it was not understood, or its period is not known.
    var meaning: ColumnMeaning? {
      guard let word else { return nil }
      if let period { return ColumnMeaning(word, of: period) ?? .plain(word) }
      return spelled == nil ? .plain(word) : nil
    }
  }

  let header: HeadingRows
  var columns: [Column]
  private let table: SourceTable

  /// `nil` when no row near the top names at least two columns.
  ///
  /// - Parameter settled: what columns mean by their heading, where a person has said it.
  init?(_ table: SourceTable, settled: [String: String] = [:], in calendar: PeriodCalendar = PeriodCalendar()) {
    let settled = Dictionary(
      settled.sorted { $0.key < $1.key }.map { ($0.key.normalisedName, $0.value) },
      uniquingKeysWith: { first, _ in first })
    func map(_ header: HeadingRows) -> [Column] {
      header.headings.map { Column($0, settled: settled[$0.text.normalisedName], calendar) }
    }
    var best: (header: HeadingRows, columns: [Column], score: Int)?
    for header in HeadingRows.candidates(in: table) where header.mayBeHeadings {
      let columns = map(header)
      let score = ColumnMap.score(columns)
      if score > best?.score ?? 149 { best = (header, columns, score) }
    }
    guard let best else { return nil }
    header = best.header
    columns = best.columns
    self.table = table
    weighContent()
  }

  /// Whether a row in the midst of a table reads as the headings of another one: what its rows are of, and little that
  /// is not understood.
  static func reads(_ header: HeadingRows) -> Bool {
    guard header.mayBeHeadings else { return false }
    let columns = header.headings.map { Column($0, settled: nil, PeriodCalendar()) }
    let known = columns.filter { $0.confidence >= 75 }
    let titles: Set<ColumnMeaning.Word> = [.name, .measure, .action, .milestone, .risk]
    return known.contains { $0.word.map(titles.contains) ?? false } && known.count * 3 >= columns.count * 2
      && score(columns) >= 150
  }

  /// Headings that are understood, each meaning once, less those that are not.
  private static func score(_ columns: [Column]) -> Int {
    let known = columns.filter { $0.word != nil }
    let distinct = Set(known.map { "\($0.word.map(\.rawValue) ?? "")\($0.spelled.map { "\($0)" } ?? "")" })
    guard distinct.count >= 2 else { return 0 }
    return known.map(\.confidence).reduce(0, +) * distinct.count / known.count - 20 * (columns.count - known.count)
  }

  /// The rows below the headings.
  var body: Slice<SourceRows> { table.rows[(header.rows.upperBound + 1)...] }

  private mutating func weighContent() {
    var contents: [Int: ColumnContent] = [:]
    let headed = Set(columns.map(\.number))
    for row in body.prefix(ColumnContent.sample) {
      for index in row.cells.indices {
        contents[row.cells[index].gridColumn, default: ColumnContent()].take(row.cells[index].text)
      }
    }
    // A column without a heading is a column all the same.
    let unheaded = contents.filter { !headed.contains($0.key) }
    var first: [Int: SourceCell] = [:]
    if !unheaded.isEmpty {
      for row in body where first.count < unheaded.count {
        for cell in row.cells where unheaded[cell.gridColumn] != nil && !cell.text.isEmpty {
          if first[cell.gridColumn] == nil { first[cell.gridColumn] = cell }
        }
      }
    }
    // Days beside figures whose headings name their periods are of something else: when a row was last seen to, say.
    // So are those beside actions.
    let areDated =
      columns.contains { $0.word == .actual && $0.spelled != nil }
      || has(.action, .milestone) && !has(.actual, .target, .numerator)
    func told(_ content: ColumnContent) -> ColumnMeaning.Word? {
      areDated && content.meaning == .period ? nil : content.meaning
    }
    for (number, content) in unheaded.sorted(by: { $0.key < $1.key }) {
      guard let cell = first[number], cell.locator.column != nil else { continue }
      // A title or a remark beside the table is no column.
      columns.append(
        Column(number: number, heading: "", locator: cell.locator, word: told(content), confidence: 40))
    }
    columns.sort { $0.number < $1.number }
    for index in columns.indices where columns[index].confidence < 100 {
      guard let content = contents[columns[index].number] else { continue }
      if let word = columns[index].word {
        columns[index].confidence = min(98, max(5, columns[index].confidence + content.support(for: word)))
      } else if let word = told(content), !has(word) {
        (columns[index].word, columns[index].confidence) = (word, 55)
      }
    }
    letContentDecide(contents)
  }

  func has(_ words: ColumnMeaning.Word...) -> Bool {
    columns.contains { column in column.word.map(words.contains) ?? false }
  }

  func columns(_ word: ColumnMeaning.Word) -> [Column] { columns.filter { $0.word == word } }

  /// How sure the columns are on the whole, in per cent.
  var confidence: Int { columns.isEmpty ? 0 : columns.map(\.confidence).reduce(0, +) / columns.count }

  var mapping: TableMapping {
    TableMapping(
      at: table.locator.description,
      columns: columns.map {
        MappedColumn(
          column: $0.number, heading: $0.heading, meaning: $0.meaning, confidence: $0.meaning == nil ? 0 : $0.confidence
        )
      })
  }
}

extension ColumnMap.Column {
  fileprivate init(_ heading: HeadingRows.Heading, settled: String?, _ calendar: PeriodCalendar) {
    (number, self.heading, locator) = (heading.column, heading.text, heading.locator)
    if let meaning = settled.flatMap({ ColumnMeaning($0, calendar: calendar) }) {
      (word, period, confidence) = (meaning.word, meaning.period, 100)
      if period == nil, meaning.word.takesPeriod { spelled = SpelledPeriod.find(in: heading.text)?.0 }
      return
    }
    guard let (spelled, rest) = SpelledPeriod.find(in: heading.text) else {
      let meaning = HeadingWords.meaning(of: heading.text)
      (word, confidence) = (meaning?.word, meaning?.confidence ?? 0)
      return
    }
    if rest.isEmpty {
      (word, self.spelled, confidence) = (.actual, spelled, 80)
    } else if case .day = spelled, let whole = SpelledPeriod(cell: heading.text) {
      // "As at 30/06/2025", "Quarter ending 30/06/2025"
      (word, self.spelled, confidence) = (.actual, whole, 80)
    } else if let meaning = HeadingWords.meaning(of: rest), meaning.word.takesPeriod {
      (word, self.spelled, confidence) = (meaning.word, spelled, meaning.confidence)
    } else {
      let meaning = HeadingWords.meaning(of: heading.text)
      (word, confidence) = (meaning?.word, meaning?.confidence ?? 0)
    }
  }
}

extension ColumnMeaning.Word {
  /// Whether a heading may name the period of what it means; a baseline's is kept as words.
  fileprivate var takesPeriod: Bool { self == .actual || self == .target || isOfPeriods }
}
