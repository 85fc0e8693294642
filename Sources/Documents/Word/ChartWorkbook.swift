/// The workbook inside a Word file that holds the numbers of a chart.
extension ChartGrid {
  /// The workbook as a file.
  func workbook() throws(ZipFailure) -> [UInt8] {
    let columns = ([corner] + series.map(\.name)).map { Workbook.Column($0) }
    let rows = categories.enumerated().map { index, category in
      [Workbook.Cell.text(category)] + series.map { $0.numbers[index].map(Workbook.Cell.number) ?? .empty }
    }
    return try Workbook(sheets: [Workbook.Sheet("Data", columns: columns, rows: rows)]).bytes()
  }

  /// "Data!$B$2:$B$7": where the numbers of a series stand; 0 is the column of the categories.
  func range(ofColumn column: Int) -> String {
    let letter = CellName.letters(ofColumn: column + 1)
    return "Data!$\(letter)$2:$\(letter)$\(categories.count + 1)"
  }

  /// "Data!$B$1": where the name of a series stands.
  func nameCell(ofColumn column: Int) -> String {
    "Data!$\(CellName.letters(ofColumn: column + 1))$1"
  }
}
