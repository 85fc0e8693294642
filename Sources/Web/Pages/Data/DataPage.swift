import CorporatePlan
import Documents

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
        use(&html)
        html.raw("<h2>What the columns mean</h2>")
        for table in [indicatorColumns, valueColumns, actionColumns] { html.table(table) }
        html.raw(
          """
          <p class="note">Days are written year-month-day. Numbers are exact decimals with a point and no thousands \
          separators. An empty cell means that there is nothing to say; a missing figure has its reason in its own column. \
          Words that a spreadsheet would run as a formula have an apostrophe before them.</p>
          """)
      })
  }

  private static let files = Table(
    "Files", columns: [.init("File", width: 3), .init("One row for each", width: 3), .init("Address", width: 3)],
    rows: [
      ("Indicators", "indicator and reporting period: figure, target, status and why", "/open/indicators.csv"),
      ("Figures", "indicator and period: every figure and target on record", "/open/values.csv"),
      ("Actions", "action and reporting period: stage, status and dates", "/open/actions.csv"),
    ].map { name, row, address in
      Table.Row([.rowHeader(name), .text(row), Table.Cell([.link(address, url: address)])])
    })

  private static func use(_ html: inout HTML) {
    html.raw(
      """
      <h2>Using it</h2><ul><li>In Excel: Data, From Web, and the address. In Power BI: Get data, Web. Both can refresh \
      on a schedule.</li><li>In a program: keep the <code>ETag</code> of a file and send it as <code>If-None-Match</code>; \
      you get 304 and no bytes until something has changed.</li><li>The text is UTF-8 without a byte order mark, rows end \
      in CR LF, and the first row has the names of the columns.</li><li>The figures of a single indicator are at \
      <code>/indicators/<i>id</i>/values.csv</code>, linked from its page.</li></ul>
      """)
  }

  private static func columns(_ caption: String, _ rows: [(String, String)]) -> Table {
    Table(
      caption, columns: [.init("Column", width: 2), .init("Meaning", width: 5)],
      rows: rows.map { Table.Row([.rowHeader($0.0), .text($0.1)]) })
  }

  static let indicatorColumns = columns(
    "Columns of indicators.csv",
    [
      ("indicator", "The indicator’s id, which stays"), ("code", "The council’s own code"), ("name", "Its name"),
      ("priority, priority_title", "The priority it is reported under"), ("owner", "The post that answers for it"),
      ("period, period_start, period_end", "The reporting period with its first and last day"),
      ("data_period", "The period the figure is of; earlier than the report’s when data come in arrears"),
      ("polarity", "high: higher is better; low: lower is better; range; none: for information"),
      ("unit", "What the figure counts in"), ("target, target_text", "The target as a number and in words"),
      ("actual, actual_text", "The figure as a number and as printed; of a ratio, the percentage"),
      ("value_state", "final, provisional, estimated or revised"),
      ("status", "The status that counts: by the rule, or by an officer where there is a reason"),
      ("computed_status", "The status by the rule alone"), ("override_reason", "Why an officer decided otherwise"),
      ("printed_status", "The status that an imported report printed"),
      ("reason_not_rated", "Why there is no status"),
      ("shortfall, shortfall_percent_of_target", "How far the figure misses its target; negative when it is better"),
      ("since_previous, since_last_year", "better, same, worse or none"),
      ("previous, last_year", "The figures compared with"),
      ("rule, rule_version", "The rule that gave the status"), ("why", "The arithmetic in a sentence"),
    ])

  static let valueColumns = columns(
    "Columns of values.csv",
    [
      ("indicator, name", "The indicator’s id and name"),
      ("period, period_start, period_end, period_kind", "The period with its first and last day and its length"),
      ("unit", "What the figure counts in"), ("target, target_as_written", "The target as a number and as written"),
      ("actual, actual_as_written", "The figure as a number and as written"),
      ("value_state", "final, provisional, estimated or revised"),
      ("missing_because", "Why there is no figure"), ("source", "The file and place it was imported from"),
    ])

  static let actionColumns = columns(
    "Columns of actions.csv",
    [
      ("action, code, title, level", "The action’s id, code and title, and the council’s word for it"),
      ("part_of, part_of_title", "The commitment it was split from"),
      ("priority, priority_title", "The priority it belongs to"), ("owner", "The post that answers for it"),
      ("period, period_start, period_end", "The reporting period with its first and last day"),
      ("stage", "not started, in progress, complete, on hold or withdrawn"),
      ("status", "The status that counts"), ("reason_not_rated", "Why there is no status"),
      ("percent_complete", "How much of it is done"),
      ("due, forecast, completed", "When it was promised, is expected, and was finished"),
    ])
}
