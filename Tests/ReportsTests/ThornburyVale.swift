import CorporatePlan

/// A council that does not exist, in the second quarter of 2025/26: three priorities, with one of everything that a
/// report has to say something about.
struct ThornburyVale {
  var records = Records()
  var book: Book { records.book }

  static let quarter = FinancialYear(2025).quarter(2)
  private var order = 0

  init() {
    records.add(
      CouncilProfile(
        name: "Thornbury Vale Council", planTitle: "A Vale that Works",
        purpose: "This report tells councillors and residents how the plan “A Vale that Works” is going.",
        actionWord: "Key Activity", contact: "the Performance Team, performance@thornburyvale.example"))
    let rule = """
      {"id": "thornbury-2025", "council": "Thornbury Vale Council", "basis": "relative", "met": "green", \
      "equal": "green", "bands": [{"status": "amber", "upTo": "5", "including": false}, {"status": "red"}], \
      "zeroTarget": "worst", "printedKey": "Green has exceeded target; Amber off by less than 5%; Red off by 5% or more"}
      """
    do { records.add(try RuleRecord(JSON(parsing: rule))) } catch { preconditionFailure("\(error)") }
    records.add(Ruling(rule: "thornbury-2025"))
    priorities()
    place()
    people()
    council()
    actions()
    words()
  }

  private mutating func priorities() {
    for (index, (id, title, text)) in [
      ("place", "A vale that is green and well kept", "Cleaner streets, less waste, warmer homes."),
      ("people", "A vale where nobody is left behind", "Help early, and close to home."),
      ("council", "A council that answers", "Easy to reach, honest about money, quick to put things right."),
    ].enumerated() {
      records.add(
        PlanItem(id: id, role: .priority, level: "Priority", title: title, order: index + 1, text: text))
    }
  }

  // MARK: Indicators

  private mutating func place() {
    indicator(
      "recycling", "Household waste recycled, composted or reused", "place", .highIsGood, .percent, "48%",
      ["46.1%", "48.9%", "49.2%"], lag: 1)
    indicator(
      "missed-bins", "Missed bins per 100,000 collections", "place", .lowIsGood, .number, "60", ["71", "64", "62"])
    indicator(
      "fly-tips", "Fly-tips cleared within two working days", "place", .highIsGood, .percent, "95%",
      ["91%", "93%", "95%"])
    indicator(
      "warm-homes", "Homes brought to EPC band C with a council grant (year to date)", "place", .highIsGood, .number,
      "120", ["96", "58", "131"], frame: .yearToDate)
    indicator(
      "vacancy", "Town centre units that stand empty", "place", .lowIsGood, .percent, "8%", ["8.8%", "8.4%", "8.3%"])
    indicator(
      "footfall", "Visitors to the three town centres", "place", .none, .number, nil, ["412,000", "398,000", "421,350"])
    indicator(
      "trees", "Trees planted", "place", .highIsGood, .number, "2,000", [nil, nil, nil], frequency: .year)
  }

  private mutating func people() {
    indicator(
      "homeless", "Households kept from homelessness", "people", .highIsGood, .percent, "52%", ["49%", "55%", "61/98"])
    indicator(
      "temporary", "Families in bed and breakfast for longer than six weeks", "people", .lowIsGood, .number, "0",
      ["4", "1", "3"])
    indicator(
      "grants", "Average time to a disabled facilities grant", "people", .lowIsGood, .named("days"), "140",
      ["166", "158", "151"], state: .provisional)
    indicator(
      "leisure", "Visits to leisure centres", "people", .highIsGood, .number, "90,000", ["84,310", "91,025", "92,480"])
    indicator(
      "walks", "People taking part in led walks", "people", .highIsGood, .number, "500", ["310", "420", "no activity"])
    indicator(
      "health-checks", "Tenants invited to a health check", "people", .highIsGood, .percent, "10%", ["8%", "9%", "10%"])
    records.add(
      PrintedStatus(
        indicator: "health-checks", period: Self.quarter, status: .amber, evidence: "order of the rows"))
    indicator(
      "satisfaction", "Carers who are satisfied with their support", "people", .highIsGood, .percent, nil,
      [nil, nil, "71%"])
  }

  private mutating func council() {
    indicator("calls", "Calls answered", "council", .highIsGood, .percent, "90%", ["86.5%", "71%", "79%"])
    indicator(
      "wait", "Average wait before a call is answered", "council", .lowIsGood, .named("seconds"), "120",
      ["131", "190", "165"])
    indicator(
      "complaints", "Complaints answered within 15 working days", "council", .highIsGood, .percent, "90%",
      ["88%", "90%", "94%"])
    indicator(
      "foi", "Freedom of information requests answered within 20 working days", "council", .highIsGood, .percent, "90%",
      ["93%", "92%", "86%"])
    records.add(
      StatusOverride(
        indicator: "foi", period: Self.quarter, status: .red,
        reason: "The backlog of 40 requests is not in the figure, and the Commissioner has written to us"))
    indicator(
      "council-tax", "Council tax collected (year to date)", "council", .highIsGood, .percent, "55%",
      ["54.8%", "28.1%", "54.9%"], frame: .yearToDate)
    indicator(
      "invoices", "Invoices paid within 30 days", "council", .highIsGood, .percent, "97%", ["97%", "98%", "97%"])
    indicator(
      "sickness", "Days lost to sickness per full-time post (rolling year)", "council", .lowIsGood, .number, "8.5",
      ["9.1", "8.8", "8.6"], frame: .rolling(months: 12))
  }

  /// An indicator with its figures of the same quarter last year, the quarter before and this one.
  private mutating func indicator(
    _ id: String, _ name: String, _ priority: String, _ polarity: Polarity, _ unit: Unit, _ target: String?,
    _ figures: [String?], frequency: Period.Grain = .quarter, frame: Frame = .flow, lag: Int = 0,
    state: Actual.State = .final
  ) {
    order += 1
    records.add(
      Indicator(
        id: id, name: name, polarity: polarity, unit: unit, frequency: frequency, frame: frame, lag: lag,
        items: [priority], order: order))
    let now = lag == 0 ? Self.quarter : FinancialYear(2025).quarter(1)
    guard let before = now.earlier(by: 1), let lastYear = now.earlier(by: 4) else { return }
    for (period, figure) in zip([lastYear, before, now], figures) {
      if let target, frequency == .quarter {
        records.add(Target(indicator: id, period: period, verbatim: target))
      }
      guard let figure else { continue }
      do {
        let value = try Value(figure)
        records.add(
          Actual(indicator: id, period: period, value: value, state: period == now ? state : .final))
      } catch { preconditionFailure("\(error)") }
    }
  }

  // MARK: Actions

  private mutating func actions() {
    action(
      "food-waste", "Start a weekly food waste collection in every village", "place", .complete, percent: 100,
      completed: Day(2025, 7, 14))
    action(
      "charging", "Fit 40 charging points in council car parks", "place", .green, due: Day(2026, 3, 31), percent: 60)
    action(
      "rivers", "Agree a plan for the river Thorn with the Rivers Trust", "place", .amber, due: Day(2025, 9, 30),
      percent: 70, forecast: Day(2025, 12, 12))
    action(
      "depot", "Move the waste depot to Marsh Lane", "place", .red, due: Day(2025, 10, 31), percent: 35,
      forecast: Day(2026, 6, 30))
    records.add(
      PlanItem(
        id: "hubs", role: .action, level: "Key Activity", title: "Open three family hubs", parent: "people", order: 50))
    action("hub-north", "Northgate family hub", "hubs", .complete, percent: 100, completed: Day(2025, 9, 1))
    action("hub-mill", "Mill Street family hub", "hubs", .green, due: Day(2026, 1, 31), percent: 80)
    action("hub-south", "Southmere family hub", "hubs", .amber, due: Day(2026, 3, 31), percent: 20)
    action(
      "homes", "Buy 25 homes for families at risk of homelessness", "people", .green, due: Day(2026, 3, 31),
      percent: 44)
    action("portal", "Let residents follow every request online", "council", .green, due: Day(2026, 3, 31), percent: 50)
    action("contact", "Answer calls in one contact centre", "council", .amber, due: Day(2025, 12, 31), percent: 65)
    action(
      "accounts", "Publish audited accounts on time", "council", .complete, percent: 100,
      completed: Day(2025, 9, 26))
  }

  private mutating func action(
    _ id: String, _ title: String, _ parent: String, _ status: Status, due: Day? = nil, percent: Int,
    forecast: Day? = nil, completed: Day? = nil
  ) {
    order += 1
    records.add(
      PlanItem(
        id: id, role: .action, level: "Key Activity", title: title, parent: parent, order: order, due: due))
    let isComplete = status == .complete
    records.add(
      ActionUpdate(
        item: id, period: Self.quarter, stage: isComplete ? .complete : .inProgress, judged: isComplete ? nil : status,
        percent: percent, forecast: forecast, completed: completed))
  }

  // MARK: Words

  private mutating func words() {
    say("place", .achievement, "Weekly food waste collections reached the last nine villages in July, within budget.")
    say("place", .achievement, "Recycling passed its 48% target for the second quarter running.")
    say("place", .nextQuarter, "Sign the lease for the Marsh Lane depot, or come back to Cabinet with another site.")
    say("people", .achievement, "The Northgate family hub opened on 1 September; 212 families came in its first month.")
    say("people", .nextQuarter, "Complete on 6 of the 25 homes.")
    say("council", .achievement, "The accounts for 2024/25 were published on 26 September with a clean audit opinion.")
    say(
      "council", .achievement,
      "Complaint answering improved for the third quarter: 94% of complaints were answered within 15 working days.")
    say("council", .nextQuarter, "Bring revenues calls into the contact centre by 1 December.")
    say(
      "calls", .variance, "A telephone outage closed the contact centre for two days in July, and four advisers left.",
      of: Indicator.kind)
    say(
      "calls", .action, "Six advisers started in September; a call-back service began on 1 September.",
      of: Indicator.kind)
    say("temporary", .variance, "Three families of five or more waited for a home large enough.", of: Indicator.kind)
    say("temporary", .action, "Two of the 25 homes being bought have four bedrooms.", of: Indicator.kind)
    say("depot", .variance, "The landowner withdrew from the first agreement in August.")
    say("depot", .action, "A second site is being surveyed; Cabinet decides in December.")
    say("council", .glossary, "FOI: freedom of information")
    say("place", .glossary, "EPC: energy performance certificate")
  }

  private mutating func say(
    _ subject: String, _ purpose: Commentary.Purpose, _ text: String, of kind: String = PlanItem.kind
  ) {
    order += 1
    records.add(
      Commentary(
        id: "c\(order)", subject: RecordID(kind, subject), period: Self.quarter, purpose: purpose, text: text,
        order: order))
  }
}
