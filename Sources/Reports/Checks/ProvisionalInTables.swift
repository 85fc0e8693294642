import CorporatePlan
import Documents

extension ReportCheck {
  static let provisionalInTables = ReportCheck(
    "provisional-unmarked", .error, looksFor: "A figure that is not final and stands in a table without saying so."
  ) { report in
    let open = report.scorecard.standings.filter { $0.value.figure != nil && $0.state.mark != nil }
    return report.document.blocks.flatMap { block -> [Trouble] in
      guard case .table(let table) = block, let column = table.columns.firstIndex(where: { $0.header == "Actual" })
      else { return [] }
      return table.groups.flatMap(\.rows).compactMap { row in
        let name = row.cells.first(where: \.isRowHeader)?.content.plainText
        guard let standing = open.first(where: { $0.rowName == name }), let mark = standing.state.mark,
          row.cells.indices.contains(column)
        else { return nil }
        let words = row.cells[column].content.plainText.split { $0 == "\u{A0}" || $0 == " " || $0 == "(" || $0 == ")" }
        guard !words.contains(Substring(mark)), !words.contains(Substring(standing.state.rawValue)) else { return nil }
        return (
          "table “\(table.caption)”",
          "The figure of “\(standing.indicator.name)” is \(standing.state.rawValue) and stands there as if it were final. Make the report again from the Book."
        )
      }
    }
  }
}
