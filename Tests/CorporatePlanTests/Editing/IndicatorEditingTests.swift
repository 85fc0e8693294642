import Testing

@testable import CorporatePlan

@Suite("Indicators, their targets and their rules are edited")
struct IndicatorEditingTests {
  @Test("a new indicator has what its form says")
  func add() throws {
    var town = try Larkmere()
    try town.record(
      town.editing.addIndicator([
        "name": "Trees alive after a year", "polarity": "high", "unit": "%", "decimals": "1", "frequency": "year",
        "frame": "stock", "aggregation": "last", "items": "trees", "owner": "place-director", "tags": "Oflog",
        "tolerance": "2.5", "definition": "Trees alive of those planted", "publication": "internal",
      ]))
    let indicator = try #require(town.book.indicators["trees-alive-after-a-year"])
    #expect(indicator.unit == .percent && indicator.frame == .stock && indicator.frequency == .year)
    #expect(indicator.tolerance == Quantity("2.5") && indicator.owner == "Director of Place")
    #expect(indicator.publication == .internal && indicator.order == 3)
  }

  @Test("everything that is wrong with it is said at once")
  func refused() throws {
    let town = try Larkmere()
    let problems = try refusal {
      try town.editing.addIndicator([
        "name": "library VISITS", "unit": "", "decimals": "12", "frame": "rolling", "items": "nowhere", "lag": "x",
        "lower": "5", "upper": "3", "green": "5", "amber": "many", "derived_from": "none", "tolerance": "-1",
        "comparable_from": "soon",
      ])
    }
    #expect(
      Set(problems.keys) == [
        "name", "polarity", "decimals", "frame", "items", "lag", "upper", "amber", "derived_from", "tolerance",
        "comparable_from",
      ])
  }

  @Test(
    "thresholds run the way that is good",
    arguments: [("high", "80", "90"), ("low", "12", "10")])
  func thresholds(_ polarity: String, _ green: String, _ amber: String) throws {
    let town = try Larkmere()
    let wrong: FormAnswers = [
      "name": "Waits", "polarity": polarity, "items": "people", "green": green, "amber": amber,
    ]
    #expect(try refusal { try town.editing.addIndicator(wrong) }.keys.sorted() == ["amber"])
    let right: FormAnswers = [
      "name": "Waits", "polarity": polarity, "items": "people", "green": amber, "amber": green,
    ]
    #expect(try refusal { try town.editing.addIndicator(right) }.isEmpty)
  }

  @Test("figures that overlap are never added up, and what is made from itself is refused")
  func sums() throws {
    var town = try Larkmere()
    #expect(
      try refusal {
        try town.editing.changeIndicator("visits", ["frame": "ytd", "comparable_from": "1/7/2025"])
      }.keys.sorted() == ["aggregation"])
    try town.record(town.editing.changeIndicator("calls", ["derived_from": "visits"]))
    #expect(
      try refusal { try town.editing.changeIndicator("visits", ["derived_from": "calls"]) }["derived_from"]?
        .contains("circle") == true)
  }

  @Test("a new definition that breaks the series says from when it holds")
  func definition() throws {
    var town = try Larkmere()
    let answers: FormAnswers = ["frequency": "month"]
    #expect(try refusal { try town.editing.changeIndicator("visits", answers) }.keys.sorted() == ["comparable_from"])
    try town.record(town.editing.changeIndicator("visits", ["frequency": "month", "comparable_from": "1 July 2025"]))
    #expect(town.book.indicators["visits"]?.comparableFrom == Day(2025, 7, 1))
    #expect(
      try refusal { try town.editing.changeIndicator("calls", ["unit": "days"]) }["unit"]?.contains("93%") == true)
  }

  @Test("an indicator is closed with its reason and reopened; one that others are made from stays")
  func close() throws {
    var town = try Larkmere()
    let answers: FormAnswers = ["last_day": "31/3/2026", "reason": "No longer collected"]
    try town.record(town.editing.closeIndicator("calls", answers))
    #expect(town.book.indicators["calls"]?.end == Larkmere.nextYear)
    #expect(try refusal { try town.editing.closeIndicator("calls", answers) }.keys.contains("indicator"))
    try town.record(town.editing.reopenIndicator("calls"))
    #expect(town.book.indicators["calls"]?.end == nil && town.book.lineages.isEmpty)
    try town.record(town.editing.changeIndicator("calls", ["derived_from": "visits"]))
    #expect(
      try refusal { try town.editing.closeIndicator("visits", answers) }["indicator"]?.contains("Calls") == true)
  }

  @Test(
    "an indicator closes with its item unless another is made from it; imported thresholds keep nobody from an owner")
  func closeWithItem() throws {
    var town = try Larkmere()
    town.indicator("year", "Library visits, year to date", .number, ["people"]) {
      ($0.frame, $0.aggregation, $0.derivedFrom) = (.yearToDate, .last, "visits")
      ($0.green, $0.amber) = (Quantity("5"), Quantity("9"))
    }
    let answers: FormAnswers = [
      "last_day": "31/12/2025", "reason": "No site", "children": "close", "indicators": "close",
    ]
    #expect(
      try refusal { try town.editing.closeItem("library", answers) }["indicators"]?.contains("year to date") == true)
    #expect(try town.editing.changeIndicator("year", ["owner": "Head of Leisure"]).count == 1)
    #expect(try refusal { try town.editing.changeIndicator("year", ["amber": "9"]) }.keys.sorted() == ["amber"])
  }

  @Test("450 visits a year are 112.5 a quarter, or so many quarters of it year to date")
  func flat() throws {
    var town = try Larkmere()
    let plan = try town.editing.setTargets(of: "visits", for: Larkmere.year, ["annual": "450", "profile": "flat"])
    #expect(plan.rows.map(\.after) == ["450", "112.5", "112.5", "112.5", "112.5"])
    #expect(plan.rows.map(\.before) == [nil, "100", nil, nil, nil])
    #expect(plan.effect.differences.map(\.sentence) == ["Library visits, Q1 2025/26: amber, would be red"])
    try town.record(
      town.editing.changeIndicator("visits", ["frame": "ytd", "aggregation": "last", "comparable_from": "1/4/2025"]))
    let running = try town.editing.setTargets(of: "visits", for: Larkmere.year, ["annual": "450", "profile": "flat"])
    #expect(running.rows.map(\.after) == ["450", "112.5", "225", "337.5", "450"])
  }

  @Test("a monthly share that does not end is rounded, and that is said")
  func months() throws {
    var town = try Larkmere()
    try town.record(town.editing.changeIndicator("visits", ["frequency": "month", "comparable_from": "1/4/2025"]))
    let plan = try town.editing.setTargets(of: "visits", for: Larkmere.year, ["annual": "1,000", "profile": "flat"])
    #expect(plan.rows.count == 13 && plan.rows[1].after == "83.3333" && plan.notes.count == 1)
    let whole = try town.editing.setTargets(of: "visits", for: Larkmere.year, ["annual": "1200", "profile": "flat"])
    #expect(whole.rows[12].after == "100" && whole.notes.isEmpty)
  }

  @Test("council tax is due by weights, with the sign that was written")
  func weighted() throws {
    var town = try Larkmere()
    town.indicator("tax", "Council tax collected", .percent, ["people"]) { $0.frame = .yearToDate }
    let answers: FormAnswers = [
      "annual": "≥ 97.5%", "profile": "weighted", "weight:2025-26-Q1": "28", "weight:2025-26-Q2": "55",
      "weight:2025-26-Q3": "82", "weight:2025-26-Q4": "100",
    ]
    let plan = try town.editing.setTargets(of: "tax", for: Larkmere.year, answers)
    #expect(plan.rows.map(\.after) == ["≥ 97.5%", "≥ 27.3%", "≥ 53.625%", "≥ 79.95%", "≥ 97.5%"])
    let falling: FormAnswers = [
      "annual": "97.5%", "profile": "weighted", "weight:2025-26-Q1": "28", "weight:2025-26-Q2": "20",
      "weight:2025-26-Q3": "", "weight:2025-26-Q4": "x",
    ]
    #expect(
      try refusal { try town.editing.setTargets(of: "tax", for: Larkmere.year, falling) }.keys.sorted() == [
        "weight:2025-26-Q2", "weight:2025-26-Q3", "weight:2025-26-Q4",
      ])
  }

  @Test("last year's shape is kept, and a year without one has none")
  func shape() throws {
    var town = try Larkmere()
    let answers: FormAnswers = ["annual": "800", "profile": "shape"]
    #expect(
      try refusal { try town.editing.setTargets(of: "visits", for: Larkmere.year, answers) }.keys.sorted() == [
        "profile"
      ])
    for (quarter, target) in zip(FinancialYear(2024).quarters, ["40", "160", "120", "80"]) {
      town.target("visits", target, quarter)
    }
    let plan = try town.editing.setTargets(of: "visits", for: Larkmere.year, answers)
    #expect(plan.rows.map(\.after) == ["800", "80", "320", "240", "160"])
  }

  @Test("targets set by hand: one that is emptied is withdrawn, one that the form did not have stays")
  func byHand() throws {
    var town = try Larkmere()
    town.target("visits", "110", Larkmere.year.quarter(2))
    let plan = try town.editing.setTargets(
      of: "visits", for: Larkmere.year, ["profile": "hand-set", "target:2025-26-Q2": "", "target:2025-26-Q3": "130"])
    #expect(plan.rows.map(\.after) == ["100", nil, "130", nil])
    try town.record(plan.revisions)
    #expect(town.book.readings["visits"]?.targets.map(\.verbatim) == ["100", "130"])
  }

  @Test("how a target was set is recorded with it: its profile, the year's target, and the share due by then")
  func origins() throws {
    var town = try Larkmere()
    func origins(_ id: String = "visits") -> [String?] {
      (town.book.readings[id]?.targets ?? []).filter { $0.period.grain == .quarter }.map(\.origin?.words)
    }
    #expect(origins() == [nil], "what was recorded before says nothing of it")
    let flat: FormAnswers = ["annual": "450", "profile": "flat"]
    try town.record(town.editing.setTargets(of: "visits", for: Larkmere.year, flat).revisions)
    #expect(origins() == Array(repeating: "Flat: an even share of the year’s 450", count: 4))
    #expect(town.book.readings["visits"]?.target(in: Larkmere.year.period)?.origin == nil, "the year’s is its own")
    #expect(try town.editing.setTargets(of: "visits", for: Larkmere.year, flat).revisions.isEmpty)
    try town.record(
      town.editing.setTargets(
        of: "visits", for: Larkmere.year,
        [
          "profile": "hand-set", "target:2025-26-Q1": "112.5", "target:2025-26-Q2": "120", "target:2025-26-Q3": "112.5",
          "target:2025-26-Q4": "112.5",
        ]
      ).revisions)
    #expect(
      origins() == [
        "Flat: an even share of the year’s 450", "Set by hand", "Flat: an even share of the year’s 450",
        "Flat: an even share of the year’s 450",
      ])
    town.indicator("tax", "Council tax collected", .percent, ["people"]) { $0.frame = .yearToDate }
    try town.record(
      town.editing.setTargets(
        of: "tax", for: Larkmere.year,
        [
          "annual": "97.5%", "profile": "weighted", "weight:2025-26-Q1": "28", "weight:2025-26-Q2": "55",
          "weight:2025-26-Q3": "82", "weight:2025-26-Q4": "100",
        ]
      ).revisions)
    #expect(origins("tax")[1] == "Weighted: 55% of the year’s 97.5% by then")
    let target = try #require(town.book.readings["tax"]?.target(in: Larkmere.year.quarter(2)))
    #expect(try Target(id: target.id, Fields(target.body)) == target)
  }

  @Test("a target in another unit, against the polarity, or that can't be shared out is refused")
  func targetRefused() throws {
    let town = try Larkmere()
    func fields(_ id: String, _ answers: FormAnswers) throws -> [String] {
      try refusal { try town.editing.setTargets(of: id, for: Larkmere.year, answers) }.keys.sorted()
    }
    #expect(try fields("calls", ["annual": "£5", "profile": "flat"]) == ["annual"])
    #expect(try fields("calls", ["annual": "< 90%", "profile": "constant"]) == ["annual"])
    #expect(try fields("calls", ["annual": "> 2023 baseline", "profile": "flat"]) == ["profile"])
    #expect(try fields("calls", ["annual": "> 2023 baseline", "profile": "constant"]).isEmpty)
    #expect(try fields("calls", ["profile": "some"]) == ["annual", "profile"])
  }

  @Test("a rule put in force from a period changes what is rated from then on, and tells how the tally moves")
  func rules() throws {
    var town = try Larkmere()
    let q2 = Larkmere.year.quarter(2)
    town.target("visits", "100", q2)
    try town.actual("visits", "98", q2)
    let answers: FormAnswers = ["rule": "bracknell-forest", "from": "2025-26-Q2"]
    let revisions = try town.editing.putInForce(answers)
    #expect(revisions.map(\.kind) == ["rule", "ruling"])
    let effect = try town.editing.effect(of: revisions, in: q2)
    #expect(effect.before.count(of: .amber) == 1 && effect.after.count(of: .amber) == 0)
    #expect(effect.differences.map(\.after.indicator.id) == ["visits"])
    #expect(try town.editing.effect(of: revisions, in: Larkmere.q1).differences.isEmpty)
    try town.record(revisions)
    #expect(try refusal { try town.editing.putInForce(answers) }["rule"]?.contains("in force") == true)
  }

  @Test("earlier periods keep the rule they were rated with: the first period must be named")
  func rulesRefused() throws {
    let town = try Larkmere()
    #expect(try refusal { try town.editing.putInForce(["rule": "maidstone"]) }.keys.sorted() == ["from"])
    #expect(
      try refusal {
        try town.editing.putInForce([
          "rule": "x", "for": "indicator", "indicator": "y", "from": "2025", "to": "2024-25",
        ])
      }.keys.sorted() == ["from", "indicator", "rule"])
    #expect(
      try refusal { try town.editing.putInForce(["rule": "larkmere", "for": "actions"]) }.keys.sorted() == ["rule"])
    #expect(try refusal { try town.editing.withdrawRuling("council") }.keys.sorted() == ["ruling"])
  }

  @Test("a threshold of its own tells which ratings it changes before it is recorded")
  func ownThreshold() throws {
    let town = try Larkmere()
    let revisions = try town.editing.changeIndicator("visits", ["polarity": "none", "comparable_from": "1/4/2025"])
    let sentences = try town.editing.effect(of: revisions).differences.map(\.sentence)
    #expect(sentences == ["Library visits, Q1 2025/26: amber, would be not rated (data only)"])
  }
}
