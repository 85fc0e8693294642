import Testing

@testable import CorporatePlan

@Suite("The plan is edited item by item")
struct ItemEditingTests {
  @Test("a new action stands last under its parent, with an id of its title and the council's own word for its level")
  func add() throws {
    var town = try Larkmere()
    try town.record(
      town.editing.addItem([
        "parent": "people", "role": "action", "title": "A café in the town hall", "owner": "head of leisure",
        "due": "end of March 2026", "level": "",
      ]))
    let item = try #require(town.book.items["a-cafe-in-the-town-hall"])
    #expect(item.level == "Key Action" && item.order == 3 && item.owner == "Head of Leisure")
    #expect(item.due == Day(2026, 3, 31) && item.dueWords == "end of March 2026")
  }

  @Test("a second thing of one title elsewhere has an id of its own")
  func ids() throws {
    let town = try Larkmere()
    let revisions = try town.editing.addItem(["parent": "place", "role": "action", "title": "Library"])
    #expect(revisions.map(\.record) == ["library-2"])
  }

  @Test("everything that is wrong with a form is said at once")
  func allAtOnce() throws {
    let town = try Larkmere()
    let problems = try refusal {
      try town.editing.addItem([
        "parent": "nowhere", "title": " ", "owner": "Head of Nothing", "due": "31 February 2026", "mode": "sideways",
      ])
    }
    #expect(Set(problems.keys) == ["parent", "role", "level", "title", "owner", "due", "mode"])
  }

  @Test(
    "when it is due is typed freely",
    arguments: [
      ("31/3/2026", "2026-03-31", nil), ("2026-01-15", "2026-01-15", nil),
      ("late Autumn 2025", "2025-11-30", "late Autumn 2025"), ("January", "2026-01-31", "January"), ("TBC", nil, "TBC"),
      ("", nil, nil),
    ] as [(String, String?, String?)])
  func due(_ typed: String, _ day: String?, _ words: String?) throws {
    var town = try Larkmere()
    try town.record(town.editing.changeItem("library", ["due": typed]))
    #expect(town.book.items["library"]?.due?.description == day)
    #expect(town.book.items["library"]?.dueWords == words)
  }

  @Test("a field the form did not have keeps what stood, one left empty takes it away")
  func fields() throws {
    var town = try Larkmere()
    try town.record(town.editing.changeItem("library", ["owner": "", "text": "With a café"]))
    let item = try #require(town.book.items["library"])
    #expect(item.owner == nil && item.text == "With a café" && item.due == Day(2025, 12, 31))
    #expect(try town.editing.changeItem("library", ["text": "With a café"]).isEmpty)
  }

  @Test("before a council has entered its posts any words name an owner, but never an address")
  func owners() throws {
    var town = Township()
    town.item("depot", .action)
    let editing = Editing(town.book, today: Larkmere.today)
    #expect(try editing.changeItem("depot", ["owner": "Depot team"]).first?.body?["owner"]?.string == "Depot team")
    #expect(try refusal { try editing.changeItem("depot", ["owner": "a@b.org"]) }.keys.contains("owner"))
  }

  @Test("two items of one title under one parent are refused")
  func twins() throws {
    let town = try Larkmere()
    #expect(
      try refusal {
        try town.editing.addItem(["parent": "place", "role": "action", "title": "plant 500 TREES"])
      }["title"]?.contains("stands here already") == true)
  }

  @Test("twins that were imported can still be given an owner")
  func importedTwins() throws {
    var town = try Larkmere()
    town.item("trees-2", .action, "Key Action", "Plant 500 trees", "place", 2)
    #expect(
      try town.editing.changeItem("trees-2", ["owner": "Head of Leisure", "title": "Plant 500 trees"]).count == 1)
    #expect(
      try refusal { try town.editing.changeItem("trees-2", ["title": "plant 500 trees", "role": "action"]) }.keys
        .contains("title"))
  }

  @Test("an item moves under another parent, and up and down among its siblings")
  func move() throws {
    var town = try Larkmere()
    try town.record(town.editing.moveItem("pools", .up))
    #expect(town.book.children(of: "people").map(\.id) == ["pools", "library"])
    try town.record(town.editing.moveItem("pools", under: "place"))
    #expect(town.book.children(of: "place").map(\.id) == ["trees", "pools"])
    #expect(try refusal { try town.editing.moveItem("pools", .down) }["direction"]?.contains("last") == true)
  }

  @Test("siblings that shared a place are told apart when one moves")
  func ties() throws {
    var town = try Larkmere()
    for id in ["library", "pools"] {
      var item = try #require(town.book.items[id])
      item.order = 1
      town.add(item)
    }
    try town.record(town.editing.moveItem("pools", .up))
    #expect(town.book.children(of: "people").map(\.id) == ["pools", "library"])
  }

  @Test("a plan never goes round in a circle")
  func circles() throws {
    let town = try Larkmere()
    #expect(try refusal { try town.editing.moveItem("people", under: "library") }["parent"]?.contains("circle") == true)
    #expect(try refusal { try town.editing.moveItem("people", under: "people") }["parent"]?.contains("itself") == true)
  }

  @Test("an action is split into parts that are rated from that day, and is rated itself in the quarters before")
  func split() throws {
    var town = try Larkmere()
    town.add(ActionUpdate(item: "pools", period: Larkmere.q1, stage: .inProgress, percent: 40))
    try town.record(
      town.editing.splitItem(
        "pools", ["parts": "The Lido\nWest Pool", "from": "1 July 2025", "reason": "Two contracts"]))
    #expect(town.book.ratedActions(in: Larkmere.q1).map(\.id) == ["library", "trees", "pools"])
    #expect(
      town.book.ratedActions(in: Larkmere.year.quarter(2)).map(\.id) == ["library", "the-lido", "trees", "west-pool"])
    let pools = RecordID(PlanItem.kind, "pools")
    #expect(town.book.slot(of: pools, in: Larkmere.q1, on: Larkmere.today) != nil)
    #expect(town.book.slot(of: pools, in: Larkmere.year.quarter(2), on: Larkmere.today) == nil)
    #expect(town.book.lineages["2025-07-01:item:pools"]?.to == ["the-lido", "west-pool"])
    let split = try #require(town.book.splits["people"])
    #expect(split.original == 2 && split.rated == 3)
    try town.record(town.editing.splitItem("library", ["parts": "Building\nBooks\nStaff"]))
    #expect(town.book.splits["people"]?.original == 2 && town.book.splits["people"]?.rated == 5)
  }

  @Test("what can't be split is refused: a priority, one part, parts alike, an action that has parts")
  func splitRefused() throws {
    var town = try Larkmere()
    #expect(try refusal { try town.editing.splitItem("people", ["parts": "A\nB"]) }.keys.contains("item"))
    #expect(try refusal { try town.editing.splitItem("pools", ["parts": "A"]) }.keys.contains("parts"))
    #expect(try refusal { try town.editing.splitItem("pools", ["parts": "North\nnorth"]) }.keys.contains("parts"))
    try town.record(town.editing.splitItem("pools", ["parts": "A\nB"]))
    #expect(try refusal { try town.editing.splitItem("pools", ["parts": "C\nD"]) }.keys.contains("item"))
  }

  @Test("two actions become one, with what stood under them and showed them")
  func merge() throws {
    var town = try Larkmere()
    try town.record(
      town.editing.mergeItems(
        ["library", "pools"], ["title": "Leisure for Eastfield", "from": "1 October 2025", "reason": "One contract"]))
    let whole = try #require(town.book.items["leisure-for-eastfield"])
    #expect(whole.parent == "people" && whole.start == Day(2025, 10, 1) && whole.owner == "Head of Leisure")
    #expect(town.book.items["library"]?.end == Day(2025, 10, 1) && town.book.items["pools"]?.end == Day(2025, 10, 1))
    #expect(town.book.items["library-plans"]?.parent == whole.id)
    #expect(town.book.indicators["visits"]?.items == [whole.id])
    let lineage = town.book.lineages.values.first { $0.relation == .merged }
    #expect(lineage?.from == ["library", "pools"] && lineage?.to == [whole.id] && lineage?.reason == "One contract")
  }

  @Test("a merged item may have the title of one it was made of")
  func mergeTitle() throws {
    let town = try Larkmere()
    let merged = try town.editing.mergeItems(["library", "pools"], ["title": "Refurbish two pools"])
    #expect(merged.first?.record == "refurbish-two-pools")
    #expect(try refusal { try town.editing.mergeItems(["pools"], ["title": "Pools"]) }.keys.contains("items"))
    #expect(try refusal { try town.editing.mergeItems(["pools", "people"], ["title": "P"]) }.keys.contains("items"))
    #expect(
      try refusal { try town.editing.mergeItems(["library", "pools"], ["title": "P", "parent": "pools"]) }.keys
        .contains("parent"))
  }

  @Test("an item is closed only when it is decided what becomes of what hangs on it")
  func close() throws {
    var town = try Larkmere()
    let answers: FormAnswers = ["last_day": "30 September 2025", "reason": "No site"]
    let problems = try refusal { try town.editing.closeItem("library", answers) }
    #expect(problems["children"]?.contains("“Plans approved”") == true)
    #expect(problems["indicators"]?.contains("“Library visits”") == true)
    #expect(town.book.hanging(on: "library", from: Larkmere.today).items.map(\.id) == ["library-plans"])

    let decided: FormAnswers = [
      "last_day": "30 September 2025", "reason": "No site", "children": "close", "indicators": "people",
    ]
    try town.record(town.editing.closeItem("library", decided))
    #expect(town.book.items["library"]?.end == Day(2025, 10, 1))
    #expect(town.book.items["library-plans"]?.end == Day(2025, 10, 1))
    #expect(town.book.indicators["visits"]?.items == ["people"])
    #expect(town.book.lineages["2025-10-01:item:library"]?.reason == "No site")
    #expect(try refusal { try town.editing.closeItem("library", decided) }.keys.contains("item"))
  }

  @Test("what hangs on it does not move to what leaves the plan with it")
  func closeInto() throws {
    let town = try Larkmere()
    let problems = try refusal {
      try town.editing.closeItem(
        "library", ["last_day": "1/10/2025", "reason": "No site", "children": "library", "indicators": "nowhere"])
    }
    #expect(Set(problems.keys) == ["children", "indicators"])
    let unsaid = try refusal { try town.editing.closeItem("trees", [:]) }
    #expect(Set(unsaid.keys) == ["reason", "last_day"])
  }

  @Test("an item that was closed is reopened, and the line that it was dropped goes")
  func reopen() throws {
    var town = try Larkmere()
    try town.record(town.editing.closeItem("trees", ["last_day": "1/9/2025", "reason": "Drought"]))
    try town.record(town.editing.reopenItem("trees"))
    #expect(town.book.items["trees"]?.end == nil && town.book.lineages.isEmpty)
    #expect(try refusal { try town.editing.reopenItem("trees") }.keys.contains("item"))
  }

  @Test("an item is not reopened under a parent that left, nor when it was merged into another")
  func reopenRefused() throws {
    var town = try Larkmere()
    try town.record(
      town.editing.closeItem("place", ["last_day": "1/9/2025", "reason": "Transferred", "children": "close"]))
    #expect(try refusal { try town.editing.reopenItem("trees") }["item"]?.contains("Clean and green") == true)
    try town.record(town.editing.mergeItems(["library", "pools"], ["title": "Leisure", "from": "1/9/2025"]))
    #expect(try refusal { try town.editing.reopenItem("pools") }["item"]?.contains("“Leisure”") == true)
  }

  @Test("what is carried forward keeps its identity and has a new date; what is undecided is told")
  func carry() throws {
    var town = try Larkmere()
    let none = try refusal { try town.editing.carryForward(["library"], ["from": "1 April 2026"]) }
    #expect(none["due:library"]?.contains("31 December 2025") == true)
    try town.record(
      town.editing.carryForward(
        ["library", "trees"], ["from": "1 April 2026", "due:library": "Summer 2026", "reason": "Second year"]))
    #expect(town.book.items["library"]?.due == Day(2026, 8, 31))
    #expect(town.book.lineages["2026-04-01:item:trees"]?.relation == .carried)
    #expect(
      Set(town.editing.undecided(for: Larkmere.nextYear).map(\.id)) == ["people", "place", "pools", "library-plans"])
    #expect(try refusal { try town.editing.carryForward(["trees"], ["from": "1/4/2026"]) }.keys.contains("items"))
  }

  @Test("under another parent it begins anew, and the old year's report stays as it was")
  func carryElsewhere() throws {
    var town = try Larkmere()
    try town.record(
      town.editing.carryForward(["library"], ["from": "1 April 2026", "due": "30/6/2026", "parent": "place"]))
    #expect(town.book.items["library"]?.end == Larkmere.nextYear)
    #expect(town.book.items["open-a-library-in-eastfield"]?.parent == "place")
    let visits = try #require(town.book.indicators["visits"])
    #expect(town.book.home(of: visits, in: Larkmere.q1) == "library")
    #expect(town.book.home(of: visits, in: FinancialYear(2026).quarter(1)) == "open-a-library-in-eastfield")
    #expect(Scorecard(town.book, Larkmere.q1).sections.map(\.standings.count) == [2, 0])
    #expect(Scorecard(town.book, FinancialYear(2026).quarter(1)).sections.map(\.standings.count) == [1, 1])
  }

  @Test("what stands under an internal item is as little public as that, and what is public says nothing of it")
  func publication() throws {
    var town = try Larkmere()
    #expect(town.book.items["people"]?.body["publication"] == nil)
    try town.record(town.editing.changeItem("people", ["publication": "internal"]))
    let library = try #require(town.book.items["library"])
    let trees = try #require(town.book.items["trees"])
    let visits = try #require(town.book.indicators["visits"])
    #expect(!town.book.isPublic(library) && town.book.isPublic(trees) && !town.book.isPublic(visits))
    try town.record(town.editing.changeIndicator("visits", ["items": "library\ntrees"]))
    #expect(town.book.isPublic(try #require(town.book.indicators["visits"])))
    #expect(
      try refusal { try town.editing.changeItem("trees", ["publication": "secret"]) }.keys.contains("publication"))
  }
}
