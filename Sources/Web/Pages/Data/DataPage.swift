import CorporatePlan
import Documents
import Reports

/// Where the data are, how to use them, and what each column means.
enum DataPage {
  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    .html(
      HTML.page(visit, Frame(title: "Get the data", place: .data)) { html in
        html.raw(
          """
          <h1>Get the data</h1><p class="lead">Everything on this site is open data. The addresses below stay the same \
          from quarter to quarter, need no sign-in and always give the newest figures.</p>
          """)
        html.table(files)
        others(&html)
        use(&html)
        html.raw("<h2>What the columns mean</h2>")
        for set in DataSet.open { html.table(columns(of: set.schema)) }
        html.raw(
          """
          <p class="note">Days are written year-month-day. Numbers are exact decimals with a point and no thousands \
          separators. An empty cell means that there is nothing to say; a missing figure has its reason in its own column. \
          In the CSV files, words that a spreadsheet would run as a formula have an apostrophe before them.</p>
          """)
      })
  }

  private static let files = Table(
    "Files", columns: [.init("Table", width: 2), .init("One row for each", width: 4), .init("Files", width: 3)],
    rows: DataSet.open.map { set in
      Table.Row([
        .rowHeader(set.schema.title), .text(set.schema.row),
        Table.Cell([
          .link("\(set.rawValue).csv", url: OpenData.csv(set)), .text(", "),
          .link("\(set.rawValue).json", url: OpenData.json(set)), .text(", "),
          .link("description of the \(set.rawValue) CSV", url: OpenData.description(set)),
        ]),
      ])
    })

  private static func others(_ html: inout HTML) {
    html.raw(#"<ul><li><a href=""#)
    html.text(OpenData.workbook)
    html.raw(
      """
      ">All of it as an Excel workbook</a>, one table to a sheet</li><li><a href="/reports.atom">News of reports</a> for \
      feed readers (Atom)</li><li><a href="/api/openapi.json">Description for developers</a> (OpenAPI 3.1), which also \
      tells how the council’s own programs read more with a token</li></ul><p>You may copy and use all of it under the <a \
      href="
      """)
    html.text(DataDescription.licence.address)
    html.raw(#"">"#)
    html.text(DataDescription.licence.name)
    html.raw("</a>, and please say where you have it from.</p>")
  }

  private static func use(_ html: inout HTML) {
    html.raw(
      """
      <h2>Using it</h2><ul><li>In Excel: Data, From Web, and the address of a CSV file. In Power BI: Get data, Web. Both \
      can refresh on a schedule.</li><li>In a program: keep the <code>ETag</code> of a file and send it as \
      <code>If-None-Match</code>; you get 304 and no bytes until something has changed.</li><li>Ids stay for good: join \
      the tables by <code>indicator</code>, and by <code>item</code> of the plan.</li><li>The text is UTF-8 without a byte \
      order mark, rows end in CR LF, and the first row has the names of the columns. Each CSV has a description of its \
      columns beside it (CSVW).</li><li>In JSON every row has every column; <code>null</code> is an empty cell.</li><li>The \
      figures of a single indicator are at <code>/indicators/<i>id</i>/values.csv</code>, linked from its page.</li></ul>
      """)
  }

  private static func columns(of schema: DataSchema) -> Table {
    Table(
      "Columns of \(schema.name)", columns: [.init("Column", width: 2), .init("Meaning", width: 5)],
      rows: schema.fields.map { Table.Row([.rowHeader($0.name), .text($0.meaning)]) })
  }
}
