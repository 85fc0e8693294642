import CorporatePlan
import Documents

extension ReportData {
  /// The data as one workbook as the Analysis Function wants published spreadsheets: a cover, one table to a sheet with its
  /// title in A1, no merged cells, and a sheet of notes that says what each column is and when its cells are empty.
  package func workbook() throws -> ReportFile {
    ReportFile(
      name: "data.xlsx", mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      bytes: try dataPack.bytes())
  }

  var dataPack: Workbook {
    let tables: [(name: String, title: String, table: DataTable)] = [
      ("Counts", "How many there are, by priority", counts),
      ("Indicators", "How each indicator stood", indicators), ("Actions", "How each action stood", actions),
      ("Values", "Every target and figure on record", values),
    ]
    return Workbook(
      title: "\(councilName): performance data, \(periodNames)",
      notes: [
        "The figures, statuses and counts of the performance report of \(councilName) for \(periodNames), as its record "
          + "holds them at ledger position \(position).",
        "Each sheet holds one table with a row for each indicator, action or count and period. Numbers are exact and days "
          + "are written as year, month and day.",
        "An empty cell has no value; the sheet Notes says for each column what that means. No figure is never zero.",
      ],
      sheets: tables.map { $0.table.sheet($0.name, title: $0.title) } + [notes(tables.map { ($0.name, $0.table) })])
  }

  private func notes(_ tables: [(name: String, table: DataTable)]) -> Workbook.Sheet {
    let rows = tables.flatMap { name, table in
      table.columnNames.map { column -> [Workbook.Cell] in
        let meaning = ColumnMeanings.meaning(of: column)
        let empty = meaning?.emptyWhen.map { "Empty when \($0)." } ?? "Never empty."
        return [
          .text(name), .text(heading(ofColumn: column)), .text(column), .text(meaning?.says ?? ""), .text(empty),
        ]
      }
    }
    return Workbook.Sheet(
      "Notes", title: "What the columns say, and what an empty cell means",
      columns: ["Sheet", "Column", "Name in CSV and JSON", "What it says", "Empty cells"], rows: rows)
  }
}
