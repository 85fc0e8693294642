import CorporatePlan
import Documents
import Imports

/// How the columns of each table were understood, each with the choice of another meaning.
struct ImportColumns {
  private let preview: ImportPreview
  /// More are counted, not listed: a workbook may have a hundred thousand, each with a choice of forty meanings.
  private static let most = 400

  init(_ preview: ImportPreview) { self.preview = preview }

  /// The tables whose columns the page shows, in its order.
  static func shown(_ preview: ImportPreview) -> [TableMapping] {
    var count = 0
    return preview.proposal.mapping.filter { table in
      guard !table.columns.isEmpty, count + table.columns.count <= most else { return false }
      count += table.columns.count
      return true
    }
  }

  func write(into html: inout HTML) {
    let tables = preview.proposal.mapping.filter { !$0.columns.isEmpty }
    guard !tables.isEmpty else { return }
    html.raw("<section><h2>Columns</h2>")
    html.raw("<p>How the columns were understood. Change any that were taken for something else.</p>")
    let shown = ImportColumns.shown(preview)
    for (index, table) in shown.enumerated() {
      let open = table.columns.count { $0.meaning == nil }
      html.element("details", ["open": open > 0 && index < 3 ? "" : nil]) { html in
        html.element(
          "summary",
          "\(table.at.capitalised): \(table.columns.count) columns" + (open > 0 ? ", \(open) not understood" : ""))
        self.table(table, index, &html)
      }
    }
    let left = tables.flatMap(\.columns).count - shown.flatMap(\.columns).count
    if left > 0 {
      html.element(
        "p", ["class": "note"],
        "And \(left) columns of other tables. 'goldthread import FILE --recipe FILE' says what those mean.")
    }
    html.raw(#"<p class="buttons"><button class="second">Preview again</button></p></section>"#)
  }

  private func table(_ table: TableMapping, _ index: Int, _ html: inout HTML) {
    html.raw(#"<table class="cards"><caption class="hidden">"#)
    html.text("Columns of \(table.at)")
    html.raw(
      #"</caption><thead><tr><th scope="col">Heading</th><th scope="col">Means</th><th scope="col">Sure</th></tr></thead><tbody>"#
    )
    for column in table.columns {
      html.raw(#"<tr><th scope="row">"#)
      html.text(column.heading.isEmpty ? "Column \(column.column), without a heading" : column.heading)
      html.raw(#"</th><td data-label="Means">"#)
      html.select(
        "c-\(index)-\(column.column)", name: "column:\(column.heading)",
        label: "Meaning of \(column.heading.isEmpty ? "column \(column.column)" : column.heading)",
        chosen: column.meaning?.text, options(for: column))
      html.raw(#"</td><td data-label="Sure">"#)
      html.text(column.meaning == nil ? "–" : "\(column.confidence)%")
      html.raw("</td></tr>")
    }
    html.raw("</tbody></table>")
  }

  /// Every meaning; those of one period only for the periods that the file is likely to be of.
  private func options(for column: MappedColumn) -> [(value: String, words: String)] {
    var meanings = ColumnMeaning.Word.allCases.map(ColumnMeaning.plain) + periodic(column.heading)
    if let meaning = column.meaning, !meanings.contains(meaning) { meanings.append(meaning) }
    return [("", "Not understood")] + meanings.map { ($0.text, ImportWords.meaning($0)) }
  }

  /// A heading that names a month may be of one, and any of the whole year.
  private func periodic(_ heading: String) -> [ColumnMeaning] {
    guard let period = preview.proposal.period ?? preview.book.reportingPeriods.first else { return [] }
    let year = FinancialYear(containing: period.start)
    let words = Set(heading.lowercased().split { !$0.isLetter }.map { $0.prefix(3) })
    let namesMonth = Day.months.contains { words.contains($0.lowercased().prefix(3)) }
    let months = namesMonth ? year.period.parts(.month) : []
    return (year.quarters + [year.period] + months).flatMap { [ColumnMeaning.actual($0), .target($0)] }
  }
}
