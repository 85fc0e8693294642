import Testing

@testable import CorporatePlan

@Suite("What contributes to what, and the council's partners, are entered on forms")
struct ContributionEditingTests {
  private let trees = RecordID(PlanItem.kind, "trees")

  @Test("an item contributes to others beside what it stands under, and is withdrawn from one that is taken out")
  func contributions() throws {
    var town = try Larkmere()
    try town.record(town.editing.setContributions(of: trees, ["items": "people"]))
    #expect(town.book.contributions.values.map(\.item) == ["people"])
    try town.record(town.editing.setContributions(of: trees, ["items": "library"]))
    #expect(town.book.contributions.values.map(\.item) == ["library"])
    #expect(try town.editing.setContributions(of: trees, ["items": "library"]).isEmpty)
    #expect(try town.editing.setContributions(of: trees, [:]).isEmpty)
    try town.record(town.editing.setContributions(of: trees, ["items": ""]))
    #expect(town.book.contributions.isEmpty)
    for wrong in ["trees", "place", "nowhere"] {
      #expect(try refusal { try town.editing.setContributions(of: trees, ["items": wrong]) }.keys.contains("items"))
    }
    let calls = RecordID(Indicator.kind, "calls")
    #expect(try refusal { try town.editing.setContributions(of: calls, ["items": "people"]) }.keys.contains("items"))
    #expect(try town.editing.setContributions(of: calls, ["items": "place"]).count == 1)
  }

  @Test("merging moves what the items contribute to and what contributes to them, each once")
  func merging() throws {
    var town = try Larkmere()
    let (library, pools) = (RecordID(PlanItem.kind, "library"), RecordID(PlanItem.kind, "pools"))
    for contribution in [
      Contribution(library, to: "place"), Contribution(pools, to: "place"), Contribution(library, to: "pools"),
      Contribution(trees, to: "library", verbatim: "Trees by the library"), Contribution(trees, to: "people"),
    ] { town.add(contribution) }
    try town.record(town.editing.mergeItems(["library", "pools"], ["title": "Leisure", "reason": "One contract"]))
    let left = town.book.contributions.values.map { "\($0.subject.record)>\($0.item)" }.sorted()
    #expect(left == ["leisure>place", "trees>leisure", "trees>people"])
    #expect(town.book.contributions.values.contains { $0.verbatim == "Trees by the library" && $0.item == "leisure" })
  }

  @Test("a partner is added, changed and taken away; two of one name are not")
  func partners() throws {
    var town = try Larkmere()
    try town.record(town.editing.addPartner(["name": "Riverside Trust", "items": "trees"]))
    let partner = try #require(town.book.partners["riverside-trust"])
    #expect(partner.items == ["trees"])
    #expect(try refusal { try town.editing.addPartner(["name": "riverside trust"]) }.keys.contains("name"))
    #expect(try refusal { try town.editing.addPartner(["items": "nowhere"]) }.keys.sorted() == ["items", "name"])
    try town.record(town.editing.changePartner(partner.id, ["name": "River Trust"]))
    #expect(town.book.partners[partner.id]?.name == "River Trust" && town.book.partners[partner.id]?.items == ["trees"])
    try town.record(town.editing.removePartner(partner.id))
    #expect(town.book.partners.isEmpty)
  }
}

@Suite("A council makes a rule of its own from one that is there")
struct OwnRuleTests {
  @Test("limits, words and what exactly on target is are the council's; it rates nothing until it is put in force")
  func own() throws {
    var town = try Larkmere()
    let revisions = try town.editing.ownRule(
      from: "harrow-2023",
      ["id": "ours-2026", "limit:1": "1%", "including:1": "yes", "word:red": "Off target", "equal": "amber"])
    try town.record(revisions)
    let rule = try #require(town.book.rules["ours-2026"]?.forIndicators)
    #expect(rule.bands[0].limit == .of(Quantity("1")!) && rule.bands[0].including)
    #expect(rule.word(for: .red) == "Off target" && rule.equal == .amber && rule.met == .green)
    #expect(rule.printedKey == nil, "what the other council printed says nothing of these limits")
    #expect(town.book.rulings.values.map(\.rule) == ["larkmere"])
    let effect = try town.editing.effect(
      of: town.editing.putInForce(["rule": "ours-2026", "from": Larkmere.q1.code]))
    #expect(effect.differences.map(\.after.indicator.id) == ["visits"], "98 of 100 is amber by 5% and red by 1%")
  }

  @Test("the council's own rule has a new version, by its name; a shipped one's name is not taken")
  func version() throws {
    let town = try Larkmere()
    let changed = try town.editing.ownRule(from: "larkmere", ["limit:1": "7", "id": "other"])
    #expect(changed.map(\.record) == ["larkmere"])
    for (answers, field): (FormAnswers, String) in [
      (["id": "harrow-2023", "limit:1": "5"], "id"), (["id": "Our rule", "limit:1": "5"], "id"),
      (["id": "ours", "limit:1": "a lot"], "limit:1"), (["id": "ours", "limit:1": "-1"], "limit:1"),
      (["id": "ours", "limit:1": "5", "equal": "purple"], "equal"),
    ] {
      #expect(try refusal { try town.editing.ownRule(from: "harrow-2023", answers) }.keys.contains(field), "\(field)")
    }
    #expect(try refusal { try town.editing.ownRule(from: "nothing", [:]) }.keys.contains("id"))
  }
}
