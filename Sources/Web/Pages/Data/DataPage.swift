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
      <h2>In Excel</h2><ol><li>Choose Data, then From Web.</li><li>Paste the address of a CSV file from the table above. If \
      Excel asks how to sign in, choose Anonymous.</li><li>Choose Load. From then on Data, Refresh All brings the newest \
      figures.</li></ol><h2>In Power BI</h2><ol><li>Choose Get data, then Web, and paste the address of a CSV file; \
      Anonymous again. Do the same for each table that you need.</li><li>In the model, join <code>indicator</code> of \
      indicators and figures to <code>indicator</code> of definitions, and <code>action</code>, <code>priority</code> and \
      <code>item</code> to <code>item</code> of the plan. Ids stay for good, whatever is renamed.</li><li>Publish, and \
      switch on scheduled refresh.</li></ol><h2>In a program</h2><ul><li>An empty <code>actual</code> is no zero: \
      <code>value_state</code> and <code>missing_because</code> say what it is. Take <code>status</code> as it is; \
      <code>rule</code>, <code>rule_version</code> and <code>why</code> say how it came about.</li><li>Keep the \
      <code>ETag</code> of a file and send it as <code>If-None-Match</code>; you get 304 and no bytes until something has \
      changed.</li><li>The text is UTF-8 without a byte \
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
