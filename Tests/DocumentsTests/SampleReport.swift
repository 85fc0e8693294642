import Documents

/// A quarterly report of a council that does not exist, with every kind of block in it.
enum SampleReport {
  static let green = StatusMark(.green, "Green")
  static let amber = StatusMark(.amber, "Amber")
  static let red = StatusMark(.red, "Red")
  static let complete = StatusMark(.blue, "Complete")
  static let noData = StatusMark(.grey, "No data")

  static let document = Document(
    title: "Strategic Performance Report, Quarter 2 2025/26",
    subject: "How Thornbury Vale Council's corporate plan went from July to September 2025",
    edition: "Thornbury Vale Council · version 3 · sealed 6 November 2025",
    blocks: [
      .heading(.section, "Summary"),
      .paragraph([
        "Of 18 indicators, 9 met their target. ", .strong("Four are off target"), "; the ",
        .link("measures page", url: "https://performance.thornburyvale.example/measures"),
        " has every figure, and ", .emphasis("how we set targets"), " explains the key.",
        .footnote([
          "Targets were agreed by Council on 27 February 2025; see ",
          .link("the minutes", url: "https://democracy.thornburyvale.example/2025-02-27"), ".",
        ]),
      ]),
      .countStrip(
        CountStrip(
          "18 indicators",
          counts: [
            StatusCount(green, 9), StatusCount(amber, 3), StatusCount(red, 4), StatusCount(complete, 1),
            StatusCount(noData, 1),
          ])),
      .note(
        Note(
          "Recommendation",
          paragraphs: [
            ["That Cabinet notes the performance of the second quarter and the action taken where it is off target."]
          ])),
      .heading(.section, "Counts by priority"),
      .chart(strip),
      .heading(.section, "Customers & access"),
      .heading(.subsection, "Calls"),
      .paragraph([
        "Calls answered recovered from the summer, when a telephone outage", .footnote(["P1: the service is down."]),
        " closed the contact centre for two days. Status: ", .status(red), ".",
      ]),
      .chart(line),
      .chart(bullet),
      .list(
        List(items: [
          ["A call-back service began on 1 September."],
          ["Six advisers joined; ", .strong("two more"), " start in January."],
        ])),
      .paragraph("Next quarter:"),
      .list(
        List(.numbered, items: [["Move revenues calls to the new system."], ["Publish waiting times every week."]])),
      .table(indicators),
      .heading(.detail, "What the shapes mean"),
      .paragraph([
        .status(green), " on target or better. ", .status(amber), " within 5%. ", .status(red), " further off. ",
        .status(complete), " finished. ", .status(noData), " no figure yet.",
      ]),
    ])

  static let strip = Chart(
    "Half of the indicators are on target, most of them in Place",
    description: "Place: 5 green, 1 amber, 0 red. People: 2 green, 1 amber, 3 red and 1 without data. "
      + "A well-run council: 2 green, 1 amber, 1 red and 1 complete.",
    .strip(
      Chart.Strip([
        .init("A council that puts place first", [.init(green, 5), .init(amber, 1), .init(red, 0)]),
        .init("People", [.init(green, 2), .init(amber, 1), .init(red, 3), .init(noData, 1)]),
        .init("A well-run council", [.init(green, 2), .init(amber, 1), .init(red, 1), .init(complete, 1)]),
      ])))

  static let line = Chart(
    "Calls answered: 79% against a target of 90%",
    description: "Calls answered were 88% in Q1 2024/25 and 79% in Q2 2025/26, with no figure for Q4 2024/25. "
      + "The target rose from 85% to 90% in April 2025.",
    .line(
      Chart.Line(
        categories: ["Q1 2024/25", "Q2 2024/25", "Q3 2024/25", "Q4 2024/25", "Q1 2025/26", "Q2 2025/26"],
        actual: .init("Actual", percentages(["88", "86.5", "83", nil, "71", "79"])),
        target: .init("Target", percentages(["85", "85", "85", "85", "90", "90"])), unit: .init(suffix: "%"))))

  static let bullet = Chart(
    "Wait before a call is answered: 165 seconds, against at most 120",
    description: "The average wait was 165 seconds; the target is at most 120 seconds. Lower is better.",
    .bullet(
      Chart.Bullet(
        "Wait before a call is answered", actual: Chart.Value("165", label: "165 s"),
        target: Chart.Value("120", label: "120 s"), mark: red)))

  static let indicators = Table(
    "Indicators by priority",
    columns: [
      .init("Indicator", width: 5), .init("Good is", width: 2), .init("Target", .right, width: 2),
      .init("Actual", .right, width: 2), .init("Status", width: 2),
    ],
    groups: [
      .init(
        "A council that puts place first",
        rows: [
          row("Household waste recycled, composted or reused", "high", "48%", "49.2%", green),
          row("Missed bins per 100,000 collections", "low", "60", "62", amber),
          row("Town centre units let", "high", "92%", "Not due", noData),
        ]),
      .init(
        "People",
        rows: [
          row("Calls answered", "high", "90%", "79%", red),
          row("Freedom of information requests answered in 20 working days", "high", "90%", "90%", green),
          row("New library opened", "—", "September", "Opened 4 September", complete),
        ]),
    ])

  private static func row(
    _ name: String, _ polarity: String, _ target: String, _ actual: String, _ status: StatusMark
  ) -> Table.Row {
    Table.Row([.rowHeader(name), .text(polarity), .text(target), .text(actual), .status(status)])
  }

  private static func percentages(_ figures: [String?]) -> [Chart.Value?] {
    figures.map { $0.flatMap { Chart.Value($0, label: $0 + "%") } }
  }
}
