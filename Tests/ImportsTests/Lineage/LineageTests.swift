import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("Next year's plan is linked to this year's")
struct LineageTests {
  private let answers = [
    "dropped-without-reason: item install-forty-cameras": "The police pay for cameras from now on.",
    "lineage-doubtful: item audit-the-lighting-of-the-town-centre-streets": "replaced",
  ]

  @Test("carried, reworded, split, merged, replaced, dropped, complete and new are told apart")
  func secondYear() throws {
    var plans = try LarkmerePlans()
    #expect(plans.lineages.isEmpty)
    try plans.take(LarkmerePlans.yearTwo, from: LarkmerePlans.second, answers: answers)
    #expect(plans.asked.isEmpty)
    #expect(
      plans.lineages == [
        "carried: greener-larkmere → greener-larkmere",
        "carried: open-the-boathouse-at-lark-water → open-the-boathouse-at-lark-water",
        "carried: plant-5-000-trees-along-the-river → plant-5-000-trees-along-the-river",
        "carried: safer-streets → safer-streets",
        "carried: wardens-at-the-night-market → wardens-at-the-night-market",
        "completed: try-electric-vans → ",
        "dropped: install-forty-cameras → ",
        "dropped: masts → ",
        "merged: repair-park-benches, repair-playground-fences → repair-park-benches-and-playground-fences",
        "new:  → start-a-repair-cafe-in-each-ward",
        "replaced: audit-the-street-lighting-of-all-wards → audit-the-lighting-of-the-town-centre-streets",
        "split: open-neighbourhood-hubs-at-millgate-oakfield-and-the-old → open-the-neighbourhood-hub-at-millgate, "
          + "open-the-neighbourhood-hub-at-oakfield, open-the-neighbourhood-hub-at-the-old-dairy",
      ])
  }

  @Test("what is carried keeps its id and its first day, what ends has a last day, what is new begins")
  func spans() throws {
    var plans = try LarkmerePlans()
    try plans.take(LarkmerePlans.yearTwo, from: LarkmerePlans.second, answers: answers)
    let items = plans.book.items
    let trees = try #require(items["plant-5-000-trees-along-the-river"])
    #expect(trees.title == "Plant 5,000 more trees along the river and the canal")
    #expect(trees.start == nil && trees.end == nil)
    #expect(trees.parent == "greener-larkmere")
    #expect(items["greener-larkmere"]?.title == "A greener Larkmere")
    #expect(items["install-forty-cameras"]?.end == LarkmerePlans.second)
    #expect(items["masts"]?.end == LarkmerePlans.second)
    #expect(items["start-a-repair-cafe-in-each-ward"]?.start == LarkmerePlans.second)
    #expect(items["repair-park-benches-and-playground-fences"]?.parent == "greener-larkmere")
    #expect(items["a-greener-larkmere"] == nil)
    // The update of the new year is of the id that was kept.
    #expect(plans.book.updates["plant-5-000-trees-along-the-river@2025-26-Q1"]?.percent == 10)
    let live = items.values.filter { $0.role == .action && $0.isInPlan(in: FinancialYear(2025).period) }
    #expect(live.count == 9)
    #expect(items.values.filter { $0.role == .action && $0.isInPlan(in: FinancialYear(2024).period) }.count == 9)
  }

  @Test("reasons are kept: the council's own, completion, and the old words of what was reworded")
  func reasons() throws {
    var plans = try LarkmerePlans()
    try plans.take(LarkmerePlans.yearTwo, from: LarkmerePlans.second, answers: answers)
    func reason(_ id: String) -> String? { plans.book.lineages["2025-04-01:item:\(id)"]?.reason }
    #expect(reason("install-forty-cameras") == "The police pay for cameras from now on.")
    #expect(reason("masts") == "The police pay for cameras from now on.")
    #expect(reason("try-electric-vans") == "Complete (Q4 2024/25).")
    #expect(reason("plant-5-000-trees-along-the-river") == "In the earlier plan: “Plant 5,000 trees along the river”.")
    #expect(reason("safer-streets") == nil)
  }

  @Test("nothing is dropped without a reason, and nothing doubtful is guessed")
  func unanswered() throws {
    var plans = try LarkmerePlans()
    try plans.take(LarkmerePlans.yearTwo, from: LarkmerePlans.second)
    #expect(plans.asked.sorted() == answers.keys.sorted())
    let asked = try #require(plans.diagnostics.first { $0.code == .lineageDoubtful }?.question)
    #expect(asked.choices.map(\.id) == ["carried", "split", "replaced", "new"])
    #expect(plans.diagnostics.first { $0.code == .droppedWithoutReason }?.question?.takesWords == true)
    // Until somebody says, they stay in the plan.
    #expect(plans.book.items["install-forty-cameras"]?.end == nil)
    #expect(plans.book.items["masts"]?.end == nil)
    #expect(plans.book.items["audit-the-street-lighting-of-all-wards"]?.end == nil)
    #expect(!plans.lineages.contains { $0.contains("camera") || $0.contains("lighting") })
  }

  @Test("a reason of blanks is none")
  func blank() throws {
    var plans = try LarkmerePlans()
    try plans.take(
      LarkmerePlans.yearTwo, from: LarkmerePlans.second,
      answers: ["dropped-without-reason: item install-forty-cameras": "  "])
    #expect(plans.asked.contains("dropped-without-reason: item install-forty-cameras"))
  }

  @Test("importing it twice changes nothing", arguments: [true, false])
  func twice(isAnswered: Bool) throws {
    var plans = try LarkmerePlans()
    try plans.take(LarkmerePlans.yearTwo, from: LarkmerePlans.second, answers: isAnswered ? answers : [:])
    let lineages = plans.lineages
    try plans.take(LarkmerePlans.yearTwo, from: LarkmerePlans.second, answers: isAnswered ? answers : [:])
    #expect(plans.changes.filter { $0.kind != .unchanged }.map { "\($0.revision.kind) \($0.revision.record)" } == [])
    #expect(plans.lineages == lineages)
  }

  @Test("importing the first plan again, before or after the second, links and ends nothing")
  func firstAgain() throws {
    var plans = try LarkmerePlans()
    try plans.take(LarkmerePlans.yearOne, from: LarkmerePlans.first)
    #expect(plans.changes.allSatisfy { $0.kind == .unchanged })
    try plans.take(LarkmerePlans.yearTwo, from: LarkmerePlans.second, answers: answers)
    let lineages = plans.lineages
    try plans.take(LarkmerePlans.yearOne, from: LarkmerePlans.first)
    #expect(plans.lineages == lineages)
    #expect(plans.book.items["install-forty-cameras"]?.end == LarkmerePlans.second)
  }

  @Test("a plan of another kind ends nothing of this one")
  func otherKind() throws {
    var plans = try LarkmerePlans()
    try plans.record([
      Plan(id: "homes", title: "Housing service", type: .service, start: LarkmerePlans.first, levels: ["Service aim"]),
      PlanItem(id: "aim", role: .priority, level: "Service aim", title: "Warm homes", order: 9),
    ])
    try plans.take(LarkmerePlans.yearTwo, from: LarkmerePlans.second, answers: answers)
    #expect(plans.book.items["aim"]?.end == nil)
    #expect(plans.asked.isEmpty)
  }

  @Test("items that end with their plan are carried into the next one all the same, and end with that")
  func yearly() throws {
    var book = Book()
    func take(_ titles: [String], _ start: Day) throws -> [Change] {
      var order = ImportOrder(fileDigest: "sha256:0", period: nil, council: nil, book: book)
      order.answers = ["dropped-without-reason": "The council set other priorities."]
      var draft = ImportDraft(SourceDocument(name: "paper.docx", kind: .word), order)
      draft.add(Plan(id: "plan", title: "Plan 2023-26", type: .corporate, start: Day(2023, 4, 1)), at: .paragraph(1))
      draft.add(
        PlanItem(id: "people", role: .priority, level: "Priority", title: "People first", order: 1), at: .paragraph(1))
      for title in titles {
        let id = draft.identities.item(.action, titled: title, under: "people")
        var item = PlanItem(id: id, role: .action, level: "Action", title: title, parent: "people", order: 1)
        (item.start, item.end) = (start, start.adding(months: 12))
        draft.add(item, at: .paragraph(2))
      }
      let reading = draft.reading(as: "paper", confidence: 100)
      let changes = reading.records.map { Change($0, in: book) }
      book = try book.applying(changes.filter { $0.kind != .unchanged }.map(\.revision))
      return changes.filter { $0.kind != .unchanged }
    }
    #expect(try take(["Walks for all", "Warm halls"], LarkmerePlans.first).count == 4)
    #expect(try take(["Walks for all", "Warm halls"], LarkmerePlans.first).isEmpty)
    _ = try take(["Walks for all", "A choir in every town"], LarkmerePlans.second)
    #expect(book.items["walks-for-all"]?.start == LarkmerePlans.first)
    #expect(book.items["walks-for-all"]?.end == Day(2026, 4, 1))
    #expect(book.items["warm-halls"]?.end == LarkmerePlans.second)
    #expect(
      LineageTable(book, startingOn: LarkmerePlans.second, .action).summary == "2 became 2: 1 carried, 1 dropped, 1 new"
    )
    #expect(try take(["Walks for all", "A choir in every town"], LarkmerePlans.second).isEmpty)
    #expect(try take(["Walks for all", "Warm halls"], LarkmerePlans.first).isEmpty)
  }

  @Test("codes that were given out anew do not carry anything over")
  func renumbered() throws {
    var plans = try LarkmerePlans()
    try plans.take(
      [
        "Safer streets": [
          "SS1 Wardens at the night market", "SS2 Install forty cameras", "SS3 Audit the street lighting of all wards",
        ]
      ],
      from: LarkmerePlans.second, answers: ["dropped-without-reason": "The council set other priorities."])
    #expect(plans.lineages.filter { $0.hasPrefix("carried") }.count == 4)
    #expect(plans.book.items["wardens-at-the-night-market"]?.code == "SS1")
    #expect(plans.book.items["greener-larkmere"]?.end == LarkmerePlans.second)
  }

  @Test("of two that are equally like an old one, the council says which it is")
  func ties() throws {
    var plans = try LarkmerePlans()
    try plans.take(
      ["Safer streets": ["- Wardens at the summer market", "- Wardens at the winter market"]],
      from: LarkmerePlans.second, answers: ["dropped-without-reason": "The council set other priorities."])
    #expect(plans.asked.count == 2)
    #expect(plans.book.items["wardens-at-the-night-market"]?.end == nil)
    #expect(plans.book.items["wardens-at-the-summer-market"]?.start == LarkmerePlans.second)
  }

  @Test("what goes on in quite other words can be pointed out")
  func pointedOut() throws {
    var plans = try LarkmerePlans()
    let outline: LarkmerePlans.Outline = [
      "Safer streets": ["- Mend dark lighting on each street where people walk home"]
    ]
    let (old, later) = (
      "audit-the-street-lighting-of-all-wards", "mend-dark-lighting-on-each-street-where-people-walk-home"
    )
    let question = "dropped-without-reason: item \(old)"
    try plans.take(
      outline, from: LarkmerePlans.second,
      answers: ["dropped-without-reason": "The council set other priorities.", question: "carried \(later)"])
    let asked = try #require(plans.diagnostics.first { $0.question?.id == question }?.question)
    #expect(asked.choices.map(\.id) == ["carried \(later)", "replaced \(later)"])
    #expect(plans.lineages.contains("carried: \(old) → \(old)"))
    #expect(plans.book.items[old]?.title == "Mend dark lighting on each street where people walk home")
    #expect(plans.book.items[later] == nil)
  }

  @Test("answers may make parts of one")
  func answeredParts() throws {
    var plans = try LarkmerePlans()
    try plans.take(
      ["Safer streets": ["- Wardens at the summer market", "- Wardens at the winter market"]],
      from: LarkmerePlans.second, answers: ["dropped-without-reason": "No.", "lineage-doubtful": "split"])
    #expect(
      plans.lineages.contains(
        "split: wardens-at-the-night-market → wardens-at-the-summer-market, wardens-at-the-winter-market"))
  }

  @Test("two answers that name one successor make them one")
  func oneHeir() throws {
    var plans = try LarkmerePlans()
    let heir = "carried mend-dark-lighting-on-each-street-where-people-walk-home"
    let (lights, stray) = ("audit-the-street-lighting-of-all-wards", "check-dark-corners")
    try plans.record([
      PlanItem(
        id: stray, role: .action, level: "Action", title: "Check dark corners on each street of all wards",
        parent: "safer-streets", order: 9
      )
    ])
    try plans.take(
      ["Safer streets": ["- Mend dark lighting on each street where people walk home"]], from: LarkmerePlans.second,
      answers: [
        "dropped-without-reason": "The council set other priorities.",
        "dropped-without-reason: item \(lights)": heir, "dropped-without-reason: item \(stray)": heir,
      ])
    #expect(plans.diagnostics.filter { $0.severity == .error }.isEmpty)
    #expect(
      plans.lineages.contains(
        "merged: \(lights), \(stray) → mend-dark-lighting-on-each-street-where-people-walk-home"))
    #expect(
      plans.book.items[lights]?.end == LarkmerePlans.second && plans.book.items[stray]?.end == LarkmerePlans.second)
  }

  @Test("words that every title has, such as the name of the place, suggest no successor")
  func commonplace() {
    func things(_ titles: [String]) -> [PlanThing] { titles.map { PlanThing(id: $0, title: $0) } }
    let topics = ["parks", "roads", "homes", "schools", "pools", "halls", "shops"]
    let old = things(topics.map { "Improve \($0) across Larkmere borough" })
    let matcher = LineageMatcher(
      earlier: old + things(["Recruit forty foster carers in Larkmere borough"]),
      later: things(topics.map { "Improve \($0) across Larkmere borough" } + ["Cut Larkmere borough debts"]))
    #expect(matcher.earlier.flatMap(matcher.heirs).isEmpty)
  }

  @Test("24 became 32 is a table")
  func table() throws {
    var plans = try LarkmerePlans()
    try plans.take(LarkmerePlans.yearTwo, from: LarkmerePlans.second, answers: answers)
    let table = LineageTable(plans.book, startingOn: LarkmerePlans.second, .action)
    #expect(
      table.summary
        == "9 became 9: 3 carried, 1 split into 3, 2 merged into 1, 1 replaced, 1 completed, 1 dropped, 1 new")
    #expect(
      table.text.contains(
        "split: “Open neighbourhood hubs at Millgate, Oakfield and the Old Dairy” → “Open the neighbourhood hub at Millgate” + “Open the neighbourhood hub at Oakfield” + “Open the neighbourhood hub at the Old Dairy”"
      ))
    #expect(table.text.contains("dropped: “Install forty cameras” The police pay for cameras from now on."))
  }

  @Test("commitments that are rated in parts are a table too, whose counts are of all")
  func ratedParts() throws {
    var plans = try LarkmerePlans()
    try plans.record(
      ["Millgate", "Oakfield", "The Old Dairy"].enumerated().map { number, title in
        PlanItem(
          id: "hub-\(number)", role: .action, level: "Action", title: title,
          parent: "open-neighbourhood-hubs-at-millgate-oakfield-and-the-old", order: number)
      })
    let table = LineageTable(ratedPartsOf: plans.book, in: FinancialYear(2024).quarter(1))
    #expect(table.summary == "9 became 11: 8 as they were, 1 split into 3")
    #expect(table.rows.map(\.later) == [["Millgate", "Oakfield", "The Old Dairy"]])
  }

  /// A service's plan of a year, with actions under one heading.
  private func servicePlan(
    _ title: String, _ start: Day, _ priority: String, _ actions: [String], in book: Book
  ) -> ImportDraft {
    var draft = ImportDraft(
      SourceDocument(name: "plan.docx", kind: .word),
      ImportOrder(fileDigest: "sha256:0", period: nil, council: nil, book: book))
    draft.add(
      Plan(id: Slugs.slug(title), title: title, type: .service, start: start, end: start.adding(months: 12)),
      at: .paragraph(1))
    let parent = draft.identities.item(.priority, titled: priority, under: nil)
    draft.add(PlanItem(id: parent, role: .priority, level: "Priority", title: priority, order: 1), at: .paragraph(2))
    for (place, action) in actions.enumerated() {
      let id = draft.identities.item(.action, titled: action, under: parent)
      draft.add(
        PlanItem(id: id, role: .action, level: "Action", title: action, parent: parent, order: place),
        at: .paragraph(3))
    }
    draft.linkToEarlierPlan(startingOn: start)
    return draft
  }

  @Test("another service's plan is no successor, and the same service's is")
  func services() throws {
    let streets = servicePlan(
      "Service Plan 2024/25: Environment", LarkmerePlans.first, "Clean streets", ["Sweep by need", "Mend lamps"],
      in: Book())
    var book = try Book().applying(streets.records.map(\.revision))
    let homes = servicePlan(
      "Service Plan 2025/26: Housing", LarkmerePlans.second, "Good homes", ["Build homes"], in: book)
    #expect(homes.diagnostics.isEmpty && homes.records.allSatisfy { !($0 is Lineage) })
    book = try book.applying(homes.records.map(\.revision))
    // Beside another service's plan, only what stands with something that both have was in the earlier one.
    let next = servicePlan(
      "Service Plan 2025/26: Environment", LarkmerePlans.second, "Clean streets", ["Sweep by need"], in: book)
    #expect(next.diagnostics.map(\.question?.id) == ["dropped-without-reason: item mend-lamps"])
    let third = servicePlan(
      "Service Plan 2026/27: Housing", Day(2026, 4, 1)!, "Good homes", ["Build homes", "Buy homes"], in: book)
    #expect(third.diagnostics.isEmpty)
  }

  @Test("a service's plan ends nothing of a plan that was never recorded as one and has nothing in common with it")
  func noPlanOnRecord() throws {
    let year = FinancialYear(2024)
    let records: [any Record] = [
      PlanItem(id: "green", role: .priority, level: "Priority", title: "Greener Larkmere", order: 1),
      PlanItem(id: "trees", role: .action, level: "Action", title: "Plant trees", parent: "green", order: 1),
      PlanItem(id: "vans", role: .action, level: "Action", title: "Try electric vans", parent: "green", order: 2),
      ActionUpdate(item: "vans", period: year.quarter(4), stage: .complete, percent: 100),
    ]
    let book = try Book().applying(records.map(\.revision))
    for priority in ["Clean streets", "Greener Larkmere"] {
      let plan = servicePlan(
        "Environment service plan 2025/26", LarkmerePlans.second, priority, ["Sweep by need"], in: book)
      #expect(plan.diagnostics.isEmpty, "\(priority)")
      #expect(plan.records.allSatisfy { !($0 is Lineage) }, "\(priority)")
      #expect((plan.record(RecordID(PlanItem.kind, "green")) as? PlanItem)?.start == nil)
    }
    // The council's own next plan asks, under the priorities that both have.
    var own = ImportDraft(
      SourceDocument(name: "plan.docx", kind: .word),
      ImportOrder(fileDigest: "sha256:0", period: nil, council: nil, book: book))
    own.add(Plan(id: "c", title: "Larkmere first", type: .corporate, start: LarkmerePlans.second), at: .paragraph(1))
    own.add(
      book.items["green"] ?? PlanItem(id: "x", role: .priority, level: "", title: "", order: 1), at: .paragraph(1))
    own.add(
      PlanItem(id: "cafe", role: .action, level: "Action", title: "Start repair cafés", parent: "green", order: 1),
      at: .paragraph(2))
    own.linkToEarlierPlan(startingOn: LarkmerePlans.second)
    #expect(own.diagnostics.map(\.question?.id) == ["dropped-without-reason: item trees"])
    let next = servicePlan(
      "Plan 2025/26", LarkmerePlans.second, "Greener Larkmere", ["Plant trees"], in: book)
    #expect(
      next.records.compactMap { ($0 as? Lineage)?.relation.rawValue }.sorted() == ["carried", "carried", "completed"])
  }

  @Test("indicators are carried with their figures, and one that is left out needs a reason")
  func indicators() throws {
    var plans = try LarkmerePlans()
    let (trees, cameras) = ("plant-5-000-trees-along-the-river", "install-forty-cameras")
    try plans.record([
      Indicator(id: "trees", name: "Trees planted", polarity: .highIsGood, items: [trees]),
      Indicator(id: "crime", name: "Burglaries in the year", polarity: .lowIsGood, items: [cameras]),
    ])
    var order = ImportOrder(fileDigest: "sha256:0", period: nil, council: nil, book: plans.book)
    order.answers = ["dropped-without-reason: indicator crime": "Counted by the police."]
    var draft = ImportDraft(SourceDocument(name: "plan.docx", kind: .word), order)
    let id = draft.identities.indicator(named: "Trees planted by the council")
    let year = FinancialYear(2025).period
    draft.add(
      Indicator(id: id, name: "Trees planted by the council", polarity: .highIsGood, items: [trees]), at: .paragraph(1))
    draft.add(Target(indicator: id, period: year, verbatim: "900"), at: .paragraph(1))
    draft.add(
      Commentary(
        id: "words-\(id)", subject: RecordID(Indicator.kind, id), period: year, purpose: .variance, text: "Frost."),
      at: .paragraph(2))
    draft.linkToEarlierPlan(startingOn: LarkmerePlans.second)
    #expect(draft.record(RecordID(Indicator.kind, "trees")) != nil)
    #expect(draft.record(RecordID(Target.kind, "trees@2025-26")) != nil)
    #expect(draft.record(RecordID(Commentary.kind, "words-trees")) != nil)
    #expect(draft.place(of: RecordID(Target.kind, "trees@2025-26")) == .paragraph(1))
    #expect((draft.record(RecordID(Indicator.kind, "crime")) as? Indicator)?.end == LarkmerePlans.second)
    // A document without items says nothing of the items.
    #expect(draft.records.compactMap { $0 as? PlanItem }.isEmpty)
  }

  @Test("the counts of a preview are of all, also of what is not settled yet")
  func openCounts() throws {
    func plan(_ year: String, _ actions: [String]) throws -> SourceDocument {
      let rows = actions.map {
        "\($0.prefix(3))\t\($0.dropFirst(4))\tTo \($0.dropFirst(4).lowercased())\tIt is done\tDone"
      }
      let text =
        "Larkmere District Council\n\nStreets plan \(year)\n\nPriority\tAction\t\(year) Milestones\tPerformance measure\tTarget\n"
        + "1. Streets\t\t\t\t\n" + rows.joined(separator: "\n") + "\n"
      return try SourceDocument(Array(text.utf8), named: "streets-\(year.prefix(4)).txt")
    }
    let first = ImportProposal(
      try plan("2025/26", ["ST1 Sweep by need", "ST2 Paint lamp posts", "ST3 Mend pot holes"]), fileDigest: "sha256:1")
    let book = try Book().applying(first.revisions)
    let next = ImportProposal(
      try plan("2026/27", ["ST1 Sweep by need", "ST2 Paint lamp posts", "ST4 Open a depot"]), fileDigest: "sha256:2",
      into: book)
    #expect(next.unanswered.map(\.verbatim).contains("Mend pot holes"))
    let actions = try #require(next.lineage.first { $0.of == "action" })
    #expect(actions.table.summary == "3 became 3: 2 carried, 1 new, 1 not settled")
  }

  @Test("two hundred items of two years that are all alike are compared in good time")
  func many() {
    let things = (1...200).map { number in
      PlanThing(id: "a\(number)", title: "Improve service \(number) for ward w\(number % 37) and street s\(number)")
    }
    let later = things.map { PlanThing(id: "b" + $0.id, title: $0.title + " with v\($0.id) partners again") }
    let clock = ContinuousClock()
    var matcher: LineageMatcher?
    let time = clock.measure { matcher = LineageMatcher(earlier: things, later: later) }
    #expect((matcher?.carried.count ?? 0) + (matcher?.doubts.count ?? 0) == 200)
    #expect(time < .seconds(20))
  }
}
