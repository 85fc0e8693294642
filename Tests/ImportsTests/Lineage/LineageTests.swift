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
        "dropped: install-forty-cameras → ",
        "dropped: masts → ",
        "dropped: try-electric-vans → ",
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

  @Test("24 became 32 is a table")
  func table() throws {
    var plans = try LarkmerePlans()
    try plans.take(LarkmerePlans.yearTwo, from: LarkmerePlans.second, answers: answers)
    let table = LineageTable(plans.book, startingOn: LarkmerePlans.second, .action)
    #expect(table.summary == "9 became 9: 3 carried, 1 split into 3, 2 merged into 1, 1 replaced, 2 dropped, 1 new")
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
