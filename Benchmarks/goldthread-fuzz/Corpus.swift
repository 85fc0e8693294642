import Documents

/// The good files: small, and between them with everything that the readers know. Made anew on every run.
enum Corpus {
  static func made() throws -> [Seedling] {
    try [
      Seedling("report.docx", report.word()), Seedling("pack.xlsx", pack.bytes()),
      Seedling("plan.docx", parts: WordParts.all), Seedling("plan.docx", parts: WordParts.all),
      Seedling("figures.xlsx", parts: SheetParts.all), Seedling("figures.xlsx", parts: SheetParts.all),
      Seedling("figures.csv", text: rows(",")), Seedling("figures.csv", text: "sep=;\r\n" + rows(";")),
      Seedling("figures.tsv", text: rows("\t")), Seedling("minutes.txt", text: minutes),
      Seedling("plan.json", text: "{\"plan\": [{\"title\": \"Homes\", \"actual\": \"92.5\"}]}"),
      Seedling("tables.zip", parts: [("csv-metadata.json", "{\"tables\": []}"), ("values.csv", rows(","))]),
      Seedling("wide.csv", [0xFF, 0xFE] + rows(",").utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }),
    ]
  }

  private static let report = Document(
    title: "Larkmere Council: Quarter 2", subject: "The plan from July to September", edition: "Version 3",
    blocks: [
      .heading(.section, "Homes & streets"),
      .paragraph(["Of 18 measures, 9 met their target", .footnote(["As agreed in February."]), "."]),
      .list(List(.numbered, items: [["Plant trees."], ["Mend ", .strong("roofs"), "."]])),
      .chart(
        Chart(
          "Calls answered: 79%", description: "79% against a target of 90%.",
          .line(
            Chart.Line(
              categories: ["Q1", "Q2"], actual: .init("Actual", [Chart.Value("71", label: "71%"), nil]),
              target: .init("Target", [Chart.Value("90", label: "90%"), Chart.Value("90", label: "90%")]),
              unit: .init(suffix: "%"))))),
      .table(
        Table(
          "Measures",
          columns: [.init("Measure", width: 5), .init("Actual", .right, width: 2), .init("Status", width: 2)],
          groups: [
            .init(
              "Homes",
              rows: [
                Table.Row([.rowHeader("Homes let"), .text("92%"), .status(StatusMark(.green, "Green"))]),
                Table.Row([.rowHeader("Missed bins"), .text("62"), .status(StatusMark(.red, "Red"))]),
              ])
          ])),
    ])

  private static let pack = Workbook(
    title: "Figures", notes: ["An empty cell means that no figure was due."],
    sheets: [
      Workbook.Sheet(
        "Values", title: "By quarter", columns: ["Measure", "Period", "Actual", "Share", "As at"],
        rows: [
          [.text("Homes let"), .text("2025-26 Q2"), .number("92.50"), .percent("93.5"), .day("2025-09-30")],
          [.text("=1+1_x0041_"), .empty, .number("007"), .percent("not known"), .day("1900-02-28")],
        ])
    ])

  private static func rows(_ delimiter: String) -> String {
    let rows = [
      ["Ref", "Measure", "Period", "Actual"], ["LM1", "Homes let", "2025-26 Q1", "91.2%"],
      ["LM1", "Homes let", "2025-26 Q2", "92.5%"], ["LM2", "\"Bins, missed; \"\"all\"\" streets\"", "Q1", "62"],
      ["", "\"two\r\nlines\"", "£ – café", ""],
    ]
    return rows.map { $0.joined(separator: delimiter) + "\r\n" }.joined()
  }

  private static let minutes = """
    Larkmere Council
    Priority 1: Homes[footnoteRef:1] [1:  As agreed
    in February. ]
    \tMeasure
    \tTarget

    \tHomes let
    and kept[footnoteRef:2]
    \t90% [2:  [sic] as printed]

    Ref\tMilestone\tProgress
    LM1\tPlant trees\t25%
    LM2\tMend roofs\t100%

    · Better roads
    Total\t[CATEGORY NAME], 1, 10%
    [CATEGORY NAME], 6, 60%

    AMBER\tGREEN\t2\t3\t
    """
}
