import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Pentana's import workbooks are taken in")
struct PentanaTests {
  static let indicators = Workbook.Sheet(
    "Local PIs",
    columns: [
      "PI Code", "Short Name", "Description", "Data Type", "Gauge Type", "Ownership", "Managed By", "Start Date",
      "Audited",
    ],
    rows: [
      row(
        "LK-H01", "Homes let within 20 days", "Of all lettings", "Percentage", "Aim to Max", "Head of Homes",
        "Lettings", "Yes"),
      row("LK-W02", "Missed bins", "Per 100,000", "Number", "Aim to Min", "Head of Waste", "Waste", "No"),
      row("LK-P03", "Planning caseload", "Open cases", "Number", "Goldilocks", "Head of Planning", "Planning", "No"),
      row("LK-C04", "Population", "Mid-year estimate", "Number", "Data Only", "Head of Policy", "Policy", "No"),
    ])

  private static func row(
    _ code: String, _ name: String, _ description: String, _ type: String, _ gauge: String, _ owner: String,
    _ manager: String, _ audited: String
  ) -> [Workbook.Cell] {
    [
      .text(code), .text(name), .text(description), .text(type), .text(gauge), .text(owner), .text(manager),
      .day("2023-04-01"), .text(audited),
    ]
  }

  static let settings = Workbook.Sheet(
    "Data Collection Settings",
    columns: [
      "PI Code", "Collection Frequency", "Source", "Calculation", "Days till overdue", "Start Date", "Red Threshold",
      "Amber Threshold", "Red Variance",
    ],
    rows: [
      [
        .text("LK-H01"), .text("Quarters"), .text("User entered"), .empty, .number("14"), .day("2023-04-01"),
        .percent("80"), .percent("90"), .empty,
      ],
      [
        .text("LK-H01"), .text("Years"), .text("Calculated"), .text("Average"), .number("14"), .day("2023-04-01"),
        .empty,
        .empty, .empty,
      ],
      [
        .text("LK-W02"), .text("Months"), .text("User entered"), .empty, .number("10"), .day("2023-04-01"), .empty,
        .empty,
        .number("5"),
      ],
      [
        .text("LK-W02"), .text("Quarters"), .text("Calculated"), .text("Sum"), .number("10"), .day("2023-04-01"),
        .empty,
        .empty, .empty,
      ],
    ])

  static let targets = Workbook.Sheet(
    "Annual Targets", columns: ["PI Code", "Year", "Target"],
    rows: [[.text("LK-H01"), .text("2024/25"), .percent("92")], [.text("LK-W02"), .text("2024/25"), .number("480")]])

  static let values = Workbook.Sheet(
    "Values",
    columns: [
      "PI Code", "Period", "Value", "Target", "Activated", "Numerator", "Denominator", "Status", "Note", "Note date",
    ],
    rows: [
      [
        .text("LK-H01"), .text("Q1 2024/25"), .percent("82.7"), .percent("92"), .text("Yes"), .number("91"),
        .number("110"), .text("Warning"), .text("Long voids in June."), .day("2024-07-12"),
      ],
      [
        .text("LK-W02"), .text("April 2024"), .number("38"), .number("40"), .text("No"), .empty, .empty, .text("OK"),
        .empty, .empty,
      ],
    ])

  @Test("indicators, their settings, targets and values, whatever the order of the sheets")
  func indicators() throws {
    let proposal = try LarkmereSheets.proposal(Self.values, Self.indicators, Self.settings, Self.targets)
    #expect(proposal.recognition.kind == "pentana")
    #expect(proposal.recognition.confidence > 90)
    #expect(proposal.unplaced == [])
    #expect(proposal.diagnostics.filter { $0.severity == .error } == [])
    #expect(
      proposal.members("indicator", "polarity") == [
        "homes-let-within-20-days": "high", "missed-bins": "low", "planning-caseload": "range", "population": "none",
      ])
    #expect(proposal.members("indicator", "frequency")["missed-bins"] == "month")
    #expect(proposal.members("indicator", "aggregation")["missed-bins"] == "sum")
    #expect(proposal.members("indicator", "aggregation")["homes-let-within-20-days"] == "mean")
    #expect(proposal.members("indicator", "unit")["homes-let-within-20-days"] == "%")
    #expect(proposal.members("indicator", "green") == ["homes-let-within-20-days": "90"])
    #expect(proposal.members("indicator", "amber") == ["homes-let-within-20-days": "80"])
    #expect(proposal.members("indicator", "tolerance") == ["missed-bins": "5"])
    #expect(proposal.members("target", "target")["homes-let-within-20-days@2024-25"] == "92%")
    #expect(
      proposal.members("actual", "value") == [
        "homes-let-within-20-days@2024-25-Q1": "91/110", "missed-bins@2024-M04": "38",
      ])
    #expect(proposal.members("actual", "state") == ["missed-bins@2024-M04": "provisional"])
    #expect(proposal.members("printed", "status").values.sorted() == ["amber", "green"])
    #expect(proposal.diagnostics(.pentanaGoldilocks).count == 1)
    #expect(proposal.diagnostics(.pentanaThresholds).count == 1)
  }

  @Test("a note keeps its date and belongs to the period that holds it")
  func notes() throws {
    let proposal = try LarkmereSheets.proposal(
      Self.indicators, Self.settings,
      Workbook.Sheet(
        "Notes", columns: ["PI Code", "Note date", "Note"],
        rows: [
          [.text("LK-H01"), .day("2024-05-30"), .text("Two blocks closed.")],
          [.text("LK-H01"), .day("2024-06-30"), .text("One open again.")],
        ]))
    #expect(proposal.members("commentary", "period").values.sorted() == ["2024-25-Q1", "2024-25-Q1"])
    #expect(
      proposal.members("commentary", "text").values.sorted() == [
        "30 June 2024: One open again.", "30 May 2024: Two blocks closed.",
      ])
  }

  @Test("actions are a tree by parent codes, of which several may be alike")
  func actions() throws {
    let sheets = [
      Workbook.Sheet(
        "Actions",
        columns: [
          "Action Code", "Title", "Parent Action Code", "Start Date", "Due Date", "Assigned To", "Status", "% complete",
        ],
        rows: [
          [
            .text("A1"), .text("Greener town"), .empty, .empty, .day("2026-03-31"), .text("Director"),
            .text("In progress"), .percent("40"),
          ],
          [
            .text("A2"), .text("Plant 500 trees"), .text("A1"), .empty, .day("2025-03-31"), .text("Parks"),
            .text("Overdue"), .percent("10"),
          ],
          [
            .text("A2"), .text("Mow less"), .text("A1"), .empty, .empty, .text("Parks"), .text("Completed"),
            .percent("100"),
          ],
          [
            .text("A3"), .text("Choose the species"), .text("A2"), .empty, .day("2024-12-31"), .text("Parks"),
            .text("Not started"), .percent("0"),
          ],
          [
            .text("A4"), .text("Orphan"), .text("Z9"), .empty, .day("2024-12-31"), .text("Parks"), .text("Cancelled"),
            .empty,
          ],
        ]),
      Workbook.Sheet(
        "Action notes", columns: ["Action Code", "Note date", "Note"],
        rows: [[.text("A1"), .day("2024-08-01"), .text("Funding agreed.")]]),
    ]
    let proposal = try LarkmereSheets.proposal(sheets[0], sheets[1], period: "2024-25-Q2")
    #expect(proposal.recognition.kind == "pentana")
    #expect(proposal.unplaced == [])
    #expect(proposal.members("item", "parent") == ["plant-500-trees": "greener-town", "mow-less": "greener-town"])
    #expect(proposal.diagnostics(.dueMissing).count == 1)
    #expect(proposal.diagnostics(.parentUnknown).map(\.verbatim) == ["Z9"])
    let asked = try #require(proposal.diagnostics(.parentUnclear).first?.question)
    #expect(asked.choices.map(\.id) == ["plant-500-trees", "mow-less"])
    #expect(proposal.members("update", "stage")["mow-less@2024-25-Q2"] == "complete")
    #expect(proposal.members("commentary", "text").values.sorted() == ["1 August 2024: Funding agreed."])
    let answered = try LarkmereSheets.proposal(
      sheets[0], sheets[1], period: "2024-25-Q2", answers: [asked.id: "plant-500-trees"])
    #expect(answered.members("item", "parent")["choose-the-species"] == "plant-500-trees")
  }

  @Test("risks have their place on the matrix, controls and review date")
  func risks() throws {
    let proposal = try LarkmereSheets.proposal(
      Workbook.Sheet(
        "Risks",
        columns: [
          "Risk Code", "Title", "Description", "Parent Risk Code", "Managed By", "Review Date", "Internal controls OK",
        ],
        rows: [
          [
            .text("R1"), .text("Money runs out"), .text("Grants fall"), .empty, .text("Director of Finance"),
            .day("2024-12-31"), .text("Yes"),
          ],
          [
            .text("R2"), .text("Fees fall short"), .text("Fewer visits"), .text("R1"), .text("Head of Leisure"), .empty,
            .text("No"),
          ],
        ]),
      Workbook.Sheet(
        "Risk assessments", columns: ["Risk Code", "Assessment Date", "Impact", "Likelihood"],
        rows: [[.text("R1"), .day("2024-09-30"), .text("4 - Major"), .number("3")]]),
      Workbook.Sheet(
        "Risk controls", columns: ["Risk Code", "Control"], rows: [[.text("R2"), .text("Monthly review of fees")]]),
      columns: ["Assessment Date": "note date"])
    #expect(proposal.recognition.kind == "pentana")
    #expect(proposal.unplaced == [])
    #expect(proposal.counts.byKind["risk"] == 2)
    #expect(proposal.body("risk-score", "money-runs-out@2024-09-30")?["impact"] == 4)
    #expect(proposal.body("risk-score", "money-runs-out@2024-09-30")?["likelihood"] == 3)
    #expect(proposal.body("risk", "fees-fall-short")?["mitigations"] == .array(["Monthly review of fees"]))
    #expect(proposal.members("risk", "text")["fees-fall-short"] == "Fewer visits\nPart of R1 Money runs out.")
    #expect(proposal.members("risk", "text")["money-runs-out"] == "Grants fall\nNext review: 31 December 2024.")
  }

  @Test("the same workbook again changes nothing")
  func again() throws {
    let book = try Book().applying(
      LarkmereSheets.proposal(Self.indicators, Self.settings, Self.targets, Self.values).revisions)
    #expect(
      try LarkmereSheets.proposal(Self.indicators, Self.settings, Self.targets, Self.values, into: book).revisions == []
    )
  }

  @Test("a note beside a value keeps its day, and who manages answers where nobody is assigned")
  func noteDates() throws {
    let proposal = try LarkmereSheets.proposal(
      Workbook.Sheet(
        "Local PI",
        columns: ["PI Code", "Short Name", "Description", "Managed By", "Assigned To", "Data Type", "Aim"],
        rows: [
          [
            .text("E1"), .text("Recycling rate"), .text("Of all waste"), .text("Head of Waste"), .text("Waste Manager"),
            .text("Percentage"), .text("Aim to Maximise"),
          ],
          [
            .text("H1"), .text("Staff turnover"), .text("Of all staff"), .text("Head of Human Resources"), .empty,
            .text("Percentage"), .text("Goldilocks"),
          ],
        ]),
      Workbook.Sheet(
        "Values", columns: ["PI Code", "Period", "Value", "Target", "Note", "Note Date", "Activated"],
        rows: [
          [
            .text("E1"), .text("Q1 2025/26"), .number("47.5"), .number("50"), .text("Dry spring"), .day("2025-07-14"),
            .text("Yes"),
          ]
        ]))
    #expect(proposal.recognition.kind == "pentana")
    #expect(proposal.members("commentary", "text").values.sorted() == ["14 July 2025: Dry spring"])
    #expect(
      proposal.members("indicator", "owner") == [
        "recycling-rate": "Waste Manager", "staff-turnover": "Head of Human Resources",
      ])
    #expect(proposal.members("indicator", "polarity") == ["recycling-rate": "high", "staff-turnover": "range"])
    #expect(proposal.records("item").isEmpty)
  }

  @Test("milestones stand under their action, and its notes go to it")
  func milestones() throws {
    let proposal = try LarkmereSheets.proposal(
      Workbook.Sheet(
        "Actions",
        columns: ["Action Code", "Title", "Parent Action Code", "Due Date", "Managed By", "Assigned To", "Status"],
        rows: [
          [
            .text("A1"), .text("Cleaner streets"), .empty, .day("2026-03-31"), .text("Head of Waste"), .empty,
            .text("In Progress"),
          ]
        ]),
      Workbook.Sheet(
        "Milestones", columns: ["Action Code", "Milestone", "Due Date", "Completed"],
        rows: [
          [.text("A1"), .text("Order placed"), .day("2025-05-01"), .text("Yes")],
          [.text("Z1"), .text("Delivered"), .day("2025-08-01"), .text("No")],
        ]),
      Workbook.Sheet(
        "Notes", columns: ["Action Code", "Note", "Note Date"],
        rows: [[.text("A1"), .text("Sweepers delayed"), .day("2025-07-02")]]),
      period: "2025-26-Q1")
    #expect(proposal.unplaced == [])
    #expect(proposal.members("item", "parent") == ["order-placed": "cleaner-streets"])
    #expect(proposal.members("item", "role")["order-placed"] == "milestone")
    #expect(proposal.members("item", "due")["order-placed"] == "2025-05-01")
    #expect(proposal.members("item", "owner") == ["cleaner-streets": "Head of Waste"])
    #expect(proposal.members("update", "stage")["order-placed@2025-26-Q1"] == "complete")
    #expect(proposal.members("commentary", "text").values.sorted() == ["2 July 2025: Sweepers delayed"])
    #expect(proposal.members("commentary", "subject").values.contains { $0.contains("cleaner-streets") })
    #expect(proposal.diagnostics(.parentUnknown).map(\.verbatim) == ["Z1 | Delivered | 2025-08-01 | No"])
    #expect(proposal.diagnostics(.indicatorUnknown) == [])
  }

  @Test("where a risk is to be brought is kept with it")
  func targetRisk() throws {
    let proposal = try LarkmereSheets.proposal(
      Workbook.Sheet(
        "Risks",
        columns: [
          "Risk Code", "Title", "Current Likelihood", "Current Impact", "Target Likelihood", "Target Impact",
          "Internal Controls OK", "Managed By",
        ],
        rows: [
          [
            .text("R1"), .text("Cyber attack"), .number("4"), .number("5"), .number("2"), .number("4"), .text("No"),
            .text("Head of Technology"),
          ],
          [
            .text("R2"), .text("Flood"), .number("3"), .number("4"), .empty, .number("3"), .text("Yes"),
            .text("Head of Technology"),
          ],
        ]), period: "2025-26-Q2")
    #expect(proposal.recognition.kind == "pentana")
    #expect(proposal.body("risk", "cyber-attack")?["target_likelihood"] == 2)
    #expect(proposal.body("risk", "cyber-attack")?["target_impact"] == 4)
    #expect(proposal.members("risk", "text")["flood"] == "Target Impact: 3.")
    #expect(proposal.body("risk-score", "cyber-attack@2025-09-30")?["impact"] == 5)
  }
}
