import CorporatePlan
import Foundation
import Ledger

/// A fictional borough with two years of quarters: enough of everything that pages show.
struct SampleCouncil {
  static let directory = NSTemporaryDirectory() + "goldthread-web-\(UUID().uuidString)"

  /// A council in a directory of its own with the sample recorded.
  static func open(in directory: String = SampleCouncil.directory + "-\(UUID().uuidString)") async throws -> Council {
    let council = try await Council.open(directory: directory, council: "marlow-fen")
    if council.book.position == 0 { try await SampleCouncil().record(in: council) }
    return council
  }

  func record(in council: Council) async throws {
    let rule = RuleBook.shipped["harrow-2023"]!
    try await council.append(reason: "The plan as adopted", author: "p-1", at: moment("2023-04-03")) { _ in
      plan + [try RuleRecord(rule).revision, Ruling(rule: "harrow-2023").revision]
    }
    for (index, quarter) in quarters.enumerated() {
      let at = Moment(milliseconds: (quarter.end + 12).number * 86_400_000 + 34_200_000)
      try await council.append(reason: "Returns for \(quarter.name)", author: "p-\(index % 3 + 2)", at: at) { _ in
        returns(of: quarter, index) + updates(of: quarter, index)
      }
    }
    try await council.append(reason: "Late cases counted", author: "p-4", at: moment("2024-04-26")) { _ in
      [
        Actual(indicator: "calls-answered", period: quarters[6], value: try Value("88%"), state: .revised).revision,
        StatusOverride(
          indicator: "repairs-on-time", period: quarters[7], status: .amber,
          reason: "One contractor’s returns were lost in the move; the sample we have is on target."
        ).revision,
        PrintedStatus(
          indicator: "foi-on-time", period: quarters[7], status: .amber, evidence: "the colour of its mark"
        ).revision,
      ]
    }
  }

  let quarters = FinancialYear(2022).quarters + FinancialYear(2023).quarters

  private func moment(_ day: String) -> Moment { Moment("\(day)T09:30:00.000Z")! }
}

// MARK: The plan

extension SampleCouncil {
  private var plan: [Revision] {
    let profile = CouncilProfile(
      name: "Marlow Fen Borough Council", planTitle: "Borough Plan 2022–26",
      purpose: "What we promised for the borough, and how it is going.", actionWord: "Flagship Action",
      scorecardWord: "Corporate Scorecard", contact: "the performance team, performance@marlowfen.example")
    let indicators = SampleCouncil.indicators.enumerated().map { number, sample in
      var record = sample.record
      record.order = number
      return record.revision
    }
    return [profile.revision] + items + indicators + connections
  }

  /// What the plan says beside its tree: a milestone, what serves what, where things stood, what others report.
  private var connections: [Revision] {
    var milestone = PlanItem(
      id: "planning", role: .milestone, level: "Milestone", title: "Planning permission", parent: "new-homes",
      code: "FA4.1", order: 20)
    milestone.dueWords = "late autumn"
    milestone.measure = "Permission granted"
    return [
      milestone.revision,
      Plan(
        id: "plan", title: "Borough Plan", type: .corporate, start: Day(2022, 4, 1), end: Day(2026, 4, 1),
        levels: ["Vision", "Priority", "Flagship Action"]
      ).revision,
      Section(
        id: "values", of: RecordID("plan", "plan"), title: "Our values", text: "Plain and fair.\n• Quick\n• Kind",
        order: 0
      ).revision,
      Contribution(RecordID("item", "market-square"), to: "care", verbatim: "Contributes to Care").revision,
      Contribution(RecordID("indicator", "littered"), to: "homes").revision,
      Baseline(RecordID("indicator", "recycling"), verbatim: "43.2%", asOf: "2021").revision,
      Baseline(RecordID("item", "new-homes"), verbatim: "none started").revision,
      Comparator(indicator: "recycling", group: "UK average", verbatim: "44.1%", asOf: "2022").revision,
      Lineage(id: "l1", from: ["market-square"], to: ["school-streets"], .replaced, reason: "Asked for by schools")
        .revision,
      Lineage(id: "l2", from: ["one-number"], to: [], .dropped, reason: "Done in 2021").revision,
    ]
  }

  private var items: [Revision] {
    var items = [
      PlanItem(id: "vision", role: .vision, level: "Vision", title: "A borough that looks after its own", order: 0)
    ]
    for (index, priority) in SampleCouncil.priorities.enumerated() {
      items.append(
        PlanItem(
          id: priority.id, role: .priority, level: "Priority", title: priority.title, parent: "vision", order: index,
          owner: "Director of \(priority.title)", text: priority.text))
    }
    for (index, action) in SampleCouncil.actions.enumerated() {
      items.append(
        PlanItem(
          id: action.id, role: .action, level: "Flagship Action", title: action.title, parent: action.priority,
          code: "FA\(index + 1)", order: index, owner: "Head of Service", due: Day(2024, 3 + index % 3 * 3, 30)))
    }
    return items.map(\.revision)
  }

  private static let priorities = [
    (id: "streets", title: "Clean and safe streets", text: "Streets that people are glad to walk along."),
    (id: "homes", title: "Homes to be proud of", text: "Repairs done right, and more homes that people can afford."),
    (id: "care", title: "Care when it counts", text: "Help for children and older people before things get worse."),
    (id: "council", title: "A council that answers", text: "Quick, plain and fair with everybody who turns to us."),
  ]

  private static let actions = [
    (id: "market-square", priority: "streets", title: "Rebuild the market square with trees and seats"),
    (id: "street-lights", priority: "streets", title: "Replace every street light with a low-energy one"),
    (id: "school-streets", priority: "streets", title: "Close twelve school streets to cars at the bell"),
    (id: "new-homes", priority: "homes", title: "Start 300 council homes"),
    (id: "repairs-contract", priority: "homes", title: "Bring the repairs service in house"),
    (id: "care-hub", priority: "care", title: "Open a care hub in each of the three towns"),
    (id: "family-centres", priority: "care", title: "Keep all five family centres open and full"),
    (id: "one-number", priority: "council", title: "One number for every service"),
    (id: "web-forms", priority: "council", title: "Forms that work on a phone, all 64 of them"),
    (id: "apprentices", priority: "council", title: "Fifty apprentices across the council"),
  ]
}

// MARK: Indicators

extension SampleCouncil {
  struct Sample {
    let record: Indicator
    let target: String
    /// The figures of the eight quarters.
    let figures: [String]
  }

  static let indicators: [Sample] = [
    sample(
      "bins-missed", "Missed bins per 100,000 collections", "streets", .lowIsGood, .number, "at most 45",
      "51 48 47 46 44 43 41 39"),
    sample(
      "recycling", "Household waste sent for reuse, recycling or composting", "streets", .highIsGood, .percent, "48%",
      "44.1 45.3 44.8 45.9 46.2 47.0 46.8 n/a", decimals: 1),
    sample(
      "potholes", "Dangerous potholes mended within 24 hours", "streets", .highIsGood, .percent, "98%",
      "95 96 97 96 94 95 93 92"),
    sample(
      "littered", "Streets below grade B for litter", "streets", .lowIsGood, .percent, "5%",
      "6.2 5.8 5.1 5.0 4.9 5.2 5.0 5.0", decimals: 1),
    sample(
      "asb-reports", "Reports of antisocial behaviour", "streets", .none, .number, "", "412 388 301 290 420 395 310 305"
    ),
    sample(
      "repairs-on-time", "Repairs finished on time", "homes", .highIsGood, .percent, "90%", "88 87 89 86 84 83 85 82"),
    sample(
      "relet-days", "Days to let an empty home again", "homes", .lowIsGood, .named("days"), "28",
      "35 33 31 30 29 30 28 27"),
    sample(
      "new-starts", "Affordable homes started in the year so far", "homes", .highIsGood, .number, "120",
      "18 52 81 118 22 60 97 131", frame: .yearToDate),
    sample(
      "arrears", "Rent arrears", "homes", .lowIsGood, .pounds, "£1,150,000",
      "£1,204,500 £1,198,000 £1,187,300 £1,176,000 £1,171,900 £1,165,200 £1,158,800 £1,149,000"),
    sample(
      "assessments", "Social care assessments within 28 days", "care", .highIsGood, .percent, "85%",
      "78 80 79 81 82 84 83 84"),
    sample(
      "children-visited", "Children in need visited on time", "care", .highIsGood, .percent, "90%",
      "88/97 90/99 91/98 95/104 93/101 96/103 97/104 99/106"),
    sample(
      "delayed-discharge", "Days people waited in hospital for our care", "care", .lowIsGood, .named("days"),
      "",
      "140 152 171 160 149 138 155 147"),
    sample(
      "calls-answered", "Calls answered", "council", .highIsGood, .percent, "90%", "91 92 89 90 91 93 87 93"),
    sample(
      "foi-on-time", "Requests for information answered in 20 working days", "council", .highIsGood, .percent, "90%",
      "84 86 85 83 81 80 82 79"),
    sample(
      "wait", "Wait before a call is answered", "council", .lowIsGood, .clock, "2:00",
      "2:05 2:10 2:22 2:31 2:20 2:12 2:28 2:45"),
    sample(
      "complaints", "Complaints answered in ten days", "council", .highIsGood, .percent, "95%",
      "90 91 93 94 95 96 95 97"),
  ]

  private static func sample(
    _ id: String, _ name: String, _ priority: String, _ polarity: Polarity, _ unit: CorporatePlan.Unit,
    _ target: String,
    _ figures: String, decimals: Int = 0, frame: Frame = .flow
  ) -> Sample {
    var record = Indicator(
      id: id, name: name, code: "KPI-\(id.prefix(3).uppercased())", polarity: polarity, unit: unit, decimals: decimals,
      frame: frame, aggregation: .manual, items: [priority])
    record.definition = "\(name), as counted by the service from its case system on the last working day."
    record.source = "Case system extract"
    record.owner = "Head of Service"
    return Sample(record: record, target: target, figures: figures.split(separator: " ").map(String.init))
  }

  private func returns(of quarter: Period, _ index: Int) -> [Revision] {
    SampleCouncil.indicators.flatMap { sample -> [Revision] in
      let text = sample.figures[index]
      let isNewest = index == quarters.count - 1
      var revisions = [
        Actual(
          indicator: sample.record.id, period: quarter, value: try! Value(text),
          state: isNewest && sample.record.id == "potholes" ? .provisional : .final
        ).revision
      ]
      if !sample.target.isEmpty {
        revisions.append(Target(indicator: sample.record.id, period: quarter, verbatim: sample.target).revision)
      }
      if sample.record.id == "foi-on-time" {
        revisions += [
          Commentary(
            id: "foi-why-\(quarter.code)", subject: sample.record.recordID, period: quarter, purpose: .variance,
            text: "Two posts in the team were empty and requests came in faster than last year."
          ).revision,
          Commentary(
            id: "foi-do-\(quarter.code)", subject: sample.record.recordID, period: quarter, purpose: .action,
            text: "Both posts are filled from April; the backlog is shared out weekly."
          ).revision,
        ]
      }
      return revisions
    }
  }

  private func updates(of quarter: Period, _ index: Int) -> [Revision] {
    var revisions = SampleCouncil.actions.enumerated().map { number, action in
      let percent = min(100, index * 11 + number * 6)
      let judged: Status? = percent == 100 ? nil : number % 5 == 3 ? .red : number % 3 == 1 ? .amber : .green
      return ActionUpdate(
        item: action.id, period: quarter, stage: percent == 100 ? .complete : .inProgress, judged: judged,
        percent: percent, forecast: percent == 100 ? nil : Day(2024, 6, 30),
        completed: percent == 100 ? quarter.end + -9 : nil
      ).revision
    }
    for priority in SampleCouncil.priorities {
      revisions += [
        Commentary(
          id: "done-\(priority.id)-\(quarter.code)", subject: RecordID(PlanItem.kind, priority.id), period: quarter,
          purpose: .achievement, text: "Finished the first half of the work and told everyone on the streets affected."
        )
        .revision,
        Commentary(
          id: "next-\(priority.id)-\(quarter.code)", subject: RecordID(PlanItem.kind, priority.id), period: quarter,
          purpose: .nextQuarter, text: "Begin the second half, after the schools have broken up."
        ).revision,
      ]
    }
    return revisions
  }
}
