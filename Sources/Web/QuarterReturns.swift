import CorporatePlan
import Documents
import Synchronization

/// The returns of a quarter as they stand in one Book on one day, each worked out once, and its row of the grid drawn once.
final class QuarterReturns: Sendable {
  let book: Book
  let period: Period
  let today: Day
  let rows: [ReturnRow]
  private let drawn = Mutex<[String: HTML]>([:])

  init(_ book: Book, in period: Period, on today: Day) {
    (self.book, self.period, self.today) = (book, period, today)
    rows = book.returnRows(in: period, on: today)
  }

  /// What is drawn of a return and is the same for whoever sees it.
  func drawing(of row: ReturnRow, _ draw: () -> HTML) -> HTML {
    if let known = drawn.withLock({ $0[row.id] }) { return known }
    let html = draw()
    drawn.withLock { $0[row.id] = html }
    return html
  }
}

/// The returns that somebody asked for last. The next save makes them stale, so there is no use in keeping many.
final class KeptReturns: Sendable {
  static let most = 4

  private let kept = Mutex<[QuarterReturns]>([])

  func returns(_ book: Book, in period: Period, on today: Day) -> QuarterReturns {
    func isSame(_ other: QuarterReturns) -> Bool {
      other.book.position == book.position && other.period == period && other.today == today
    }
    if let known = kept.withLock({ $0.first(where: isSame) }) { return known }
    let made = QuarterReturns(book, in: period, on: today)
    kept.withLock { kept in
      kept.removeAll(where: isSame)
      kept = [made] + kept.prefix(KeptReturns.most - 1)
    }
    return made
  }

  var count: Int { kept.withLock { $0.count } }
}

extension OfficeVisit {
  /// A quarter's returns as they stand now.
  func returns(in period: Period) -> QuarterReturns { returns(in: period, of: book) }

  func returns(in period: Period, of book: Book) -> QuarterReturns {
    site.cachesPages
      ? site.returns.returns(book, in: period, on: today) : QuarterReturns(book, in: period, on: today)
  }
}

extension [ReturnRow] {
  /// Those of which something is so; of which all are so, themselves: a row is large, and copying six hundred takes longer
  /// than drawing a hundred.
  func only(_ isSo: (ReturnRow) -> Bool) -> [ReturnRow] {
    indices.allSatisfy { isSo(self[$0]) } ? self : filter(isSo)
  }
}
