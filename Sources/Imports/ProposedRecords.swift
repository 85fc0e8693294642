import CorporatePlan
import Documents

/// The records of a proposal: how many there are is known at once, what each says and how it differs when somebody looks.
struct ProposedRecords: Sendable {
  let counts: ImportCounts
  let count: Int
  let book: Book
  /// All but the figures and the file itself.
  let plain: [any Record]
  private let figures: TableFigures?
  private let source: Late<SourceFile>?
  let changes: Late<[Change]>

  init(_ reading: Reading, _ order: ImportOrder, _ document: SourceDocument) {
    book = order.book
    let (book, digest, records, figures) = (order.book, order.fileDigest, reading.records, reading.figures)
    self.figures = figures
    let isRecorded = !(records.isEmpty && (figures?.isEmpty ?? true)) && !reading.isExport
    let recipes = isRecorded ? reading.recipes(order) : []
    plain = records + (recipes as [any Record])
    let source = Late { book.sources[digest] ?? SourceFile(reading, document, digest) }
    self.source = isRecorded ? source : nil
    counts = ImportCounts(plain, figures, isRecorded ? 1 : 0)
    count = plain.count + (figures?.count ?? 0) + (isRecorded ? 1 : 0)
    let isExport = reading.isExport
    changes = Late {
      let all =
        records + (figures?.records ?? []) + (recipes as [any Record])
        + (isRecorded ? [source.value as any Record] : [])
      return all.map { Change($0, in: book, countingPlaces: isExport) }
    }
  }

  /// Where nothing is on record yet, all of it is new, and there is nothing to compare.
  func count(_ kind: Change.Kind) -> Int {
    if book.position == 0 { return kind == .new ? count : 0 }
    return changes.value.count { $0.kind == kind }
  }

  /// The quarter as it would stand after recording. A record that can't be folded is told of when it is recorded.
  func scorecard(in period: Period) -> Scorecard? {
    if count == 0 { return nil }
    guard book.position == 0 else {
      let after = try? book.adding(changes.value.lazy.filter { $0.kind != .unchanged }.map(\.record))
      return after.map { Scorecard($0, period) }
    }
    guard let after = try? book.adding(plain) else { return nil }
    // Only the figures that the quarter is rated and compared with are made into records.
    guard let figures else { return Scorecard(after, period) }
    let wanted = figures.readings(of: after.periodsLookedAt(of: figures.indicators, in: period))
    return Scorecard(after.adding(wanted), period)
  }
}
