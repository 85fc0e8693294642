extension WorkbookReader.Sheet {
  /// What a merged cell covers of one row.
  private struct Cover {
    var columns: ClosedRange<Int>
    var origin: Locator
    var rows: Int
  }

  /// The rows with merged cells as in Word: the first cell spans, and in each row further down one cell continues it.
  ///
  /// A merge may claim every row there is; only rows with something in them are kept, so it is worth no more.
  func rowsWithMerges() -> [SourceRow] {
    guard !merges.isEmpty else { return rows }
    var covers: [Int: [Cover]] = [:]
    for merge in merges {
      let first = rows.index(from: merge.rows.lowerBound)
      let origin = Locator.sheetCell(name, row: merge.rows.lowerBound, column: merge.columns.lowerBound)
      guard first < rows.count, rows[first].number == origin.row, rows[first].has(origin) else { continue }
      var index = first
      while index < rows.count, rows[index].number <= merge.rows.upperBound {
        covers[index, default: []].append(Cover(columns: merge.columns, origin: origin, rows: merge.rows.count))
        index += 1
        room.take()
        if room.refusal != nil { return [] }
      }
    }
    var merged = rows
    for (index, inRow) in covers.sorted(by: { $0.key < $1.key }) {
      merged[index].cells = cells(rows[index], under: inRow)
    }
    return merged
  }

  /// Both go from left to right. Where merges overlap, which Excel forbids, the first one holds.
  private func cells(_ row: SourceRow, under covers: [Cover]) -> [SourceCell] {
    var left = covers.sorted { $0.columns.lowerBound < $1.columns.lowerBound }[...]
    var current: Cover?
    var cells: [SourceCell] = []
    func reach(_ column: Int) {
      while let cover = left.first, cover.columns.lowerBound <= column {
        left.removeFirst()
        if let current, cover.columns.lowerBound <= current.columns.upperBound { continue }
        current = cover
        guard cover.origin.row != row.number else { continue }
        cells.append(
          SourceCell(
            "", at: .sheetCell(name, row: row.number, column: cover.columns.lowerBound),
            columnSpan: cover.columns.count, continues: cover.origin))
      }
    }
    for cell in row.cells {
      let column = cell.locator.column ?? 0
      reach(column)
      guard let cover = current, cover.columns.contains(column) else {
        cells.append(cell)
        continue
      }
      if cell.locator == cover.origin {
        var origin = cell
        origin.columnSpan = cover.columns.count
        origin.rowSpan = cover.rows
        cells.append(origin)
      } else if !cell.text.isEmpty {
        notes.append(SourceNote(.coveredByMergedCell, at: cell.locator, verbatim: cell.text))
      }
    }
    reach(.max)
    return cells
  }
}

extension SourceRow {
  /// Whether a cell stands here; cells go from left to right.
  fileprivate func has(_ locator: Locator) -> Bool {
    guard let column = locator.column else { return false }
    var low = cells.startIndex
    var high = cells.endIndex
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].locator.column ?? 0 < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.endIndex && cells[low].locator == locator
  }
}
