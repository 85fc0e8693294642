import CorporatePlan
import HummingbirdTesting
import Ledger
import Testing

@testable import Web

@Suite("What was looked at is what is recorded")
struct PreviewedTests {
  /// Presses the button of a preview that records it.
  private func confirm(_ preview: PageText, at address: String, by officer: Officer) async throws -> TestResponse {
    try await officer.send(address, Officer.fields(in: preview) + [("step", "record")])
  }

  @Test("A rule that somebody changed after the preview is not put in force unseen")
  func ruleChanged() async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    let own = "/edit/rules/own"
    #expect(
      try await one.send("\(own)/kent", [("id", "our-rule"), ("word:red", "Behind")]).status == .seeOther)
    let rule = [("for", "indicator"), ("indicator", "recycling"), ("rule", "our-rule"), ("from", "2023-24-Q1")]
    let preview = PageText(try await one.send("/edit/rules", rule))
    #expect(preview.contains("(harrow-2023)</td>") && preview.contains("Behind"))
    let changed = try await other.send(
      "\(own)/our-rule", [("word:red", "Off track"), editor.shown("rule", "our-rule")])
    #expect(changed.status == .seeOther)
    let late = try await confirm(preview, at: "/edit/rules", by: one)
    #expect(late.status == .conflict && PageText(late).contains("Off track"))
    #expect(editor.book.rulings.count == 1)
    #expect(try await confirm(PageText(late), at: "/edit/rules", by: one).status == .seeOther)
    #expect(editor.book.rulings.count == 2)
  }

  @Test("A ruling that somebody replaced after the preview is neither replaced nor withdrawn unseen")
  func rulingReplaced() async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    func rule(_ id: String) -> [(String, String)] {
      [("for", "indicator"), ("indicator", "recycling"), ("rule", id), ("from", "2023-24-Q1")]
    }
    let preview = PageText(try await one.send("/edit/rules", rule("kent")))
    #expect(try await other.send("/edit/rules", rule("maidstone") + [("step", "record")]).status == .seeOther)
    let late = try await confirm(preview, at: "/edit/rules", by: one)
    #expect(late.status == .conflict)
    #expect(PageText(late).contains("(maidstone)</td>") && PageText(late).contains("(kent)</td>"))
    let ruling = try #require(editor.book.rulings.values.first { $0.rule == "maidstone" })

    let withdrawal = PageText(try await one.send("/edit/rules", [("withdraw", ruling.id)]))
    #expect(withdrawal.contains("<td>withdrawn, so that ") && withdrawal.contains("(harrow-2023) rates it</td>"))
    #expect(withdrawal.contains("Back to the rules") && !withdrawal.contains("Change what I wrote"))
    #expect(try await other.send("/edit/rules", rule("kent") + [("step", "record")]).status == .seeOther)
    let kept = try await confirm(withdrawal, at: "/edit/rules", by: one)
    #expect(kept.status == .conflict && PageText(kept).contains("(kent)</td>"))
    #expect(editor.book.rulings[ruling.id]?.rule == "kent")
  }

  @Test(
    "A rule that was changed since it was put in force is told apart from its newest version, whenever that is to rate")
  func earlierVersion() async throws {
    let editor = try await Editor()
    let officer = editor.officer
    let own = "/edit/rules/own"
    func rule(from quarter: String) -> [(String, String)] {
      [("for", "indicator"), ("indicator", "recycling"), ("rule", "our-rule"), ("from", "2023-24-\(quarter)")]
    }
    #expect(try await officer.send("\(own)/kent", [("id", "our-rule"), ("word:red", "Behind")]).status == .seeOther)
    #expect(try await officer.send("/edit/rules", rule(from: "Q1") + [("step", "record")]).status == .seeOther)
    let changed = [("word:red", "Off track"), editor.shown("rule", "our-rule")]
    #expect(try await officer.send("\(own)/our-rule", changed).status == .seeOther)
    #expect(try await officer.text("/edit/rules").contains(#"<td data-label="Rule">An earlier version of "#))

    let next = PageText(try await officer.send("/edit/rules", rule(from: "Q2")))
    #expect(next.contains("<td>an earlier version of ") && next.contains("(our-rule)</td></tr>"))
    #expect(try await confirm(next, at: "/edit/rules", by: officer).status == .seeOther)
    let ruling = try #require(editor.book.rulings.values.first { $0.from == Day(2023, 7, 1) })
    let withdrawal = PageText(try await officer.send("/edit/rules", [("withdraw", ruling.id)]))
    #expect(withdrawal.contains("<td>withdrawn, so that an earlier version of "))
    // From here on it would go on as it stands.
    let later = PageText(try await officer.send("/edit/rules", rule(from: "Q3")))
    #expect(!later.contains("an earlier version"))
  }

  @Test("Two who change a rule of the council's own, or its risk matrix, find both their limits and words")
  func ownRule() async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    let address = "/edit/rules/own/harrow-2023"
    let shown = editor.shown("rule", "harrow-2023")
    func fields(_ red: String, _ limit: String) -> [(String, String)] {
      [shown, ("word:red", red), ("limit:1", limit), ("including:1", "yes")]
    }
    #expect(try await other.send(address, fields("Off track", "7")).status == .seeOther)
    let late = try await one.send(address, fields("Behind", "8"))
    #expect(late.status == .conflict)
    for words in ["<td>Off track</td><td>Behind</td>", "<td>7</td><td>8</td>"] {
      #expect(PageText(late).contains(words), "\(words)")
    }
    #expect(editor.book.rules["harrow-2023"]?.forIndicators?.word(for: .red) == "Off track")

    let before = editor.shown("risk-matrix", "matrix")
    func rows(_ first: String) -> [(String, String)] {
      [before] + (1...5).map { ("row:\($0)", $0 == 1 ? first : "amber amber amber red red") }
    }
    #expect(try await other.send("/edit/risk-matrix", rows("green green amber amber red")).status == .seeOther)
    let second = try await one.send("/edit/risk-matrix", rows("green green green green red"))
    #expect(second.status == .conflict && PageText(second).contains("<td>green green amber amber red</td>"))
    #expect(editor.book.riskMatrix.rows[0][2] == .amber)
  }

  @Test("What somebody put under an item after the preview does not leave the plan with it unseen, nor is it left out")
  func bulk() async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    let closing = [
      ("subjects", "item:street-lights"), ("subjects", "item:web-forms"), ("change", "close"),
      ("last_day", "31 March 2026"), ("reason", "No money"),
    ]
    let preview = PageText(try await one.send("/edit/bulk", closing))
    #expect(preview.contains("Record 2 changes"))
    let child = [("parent", "web-forms"), ("role", "milestone"), ("title", "Half of them")]
    #expect(try await other.send("/edit/items", child).status == .seeOther)
    let late = try await confirm(preview, at: "/edit/bulk", by: one)
    #expect(late.status == .conflict)
    #expect(PageText(late).contains("Half of them") && PageText(late).contains("Record 1 change"))
    // None of what was shown has been changed by anybody.
    #expect(PageText(late).contains("What this would come to has changed meanwhile"))
    #expect(editor.item("street-lights")?.end == nil && editor.item("web-forms")?.end == nil)

    let owner = [("subjects", "item:street-lights"), ("change", "owner"), ("owner", "Director of Streets")]
    let second = PageText(try await one.send("/edit/bulk", owner))
    let theirs = [editor.shown("item", "street-lights"), ("owner", "Head of Lights")]
    #expect(try await other.send("/edit/items/street-lights", theirs).status == .seeOther)
    let refused = try await confirm(second, at: "/edit/bulk", by: one)
    #expect(refused.status == .conflict)
    #expect(PageText(refused).contains("<td>Head of Lights</td><td>Director of Streets</td>"))
    #expect(editor.item("street-lights")?.owner == "Head of Lights")
  }

  @Test("A target that rests on last year's is not recorded once last year's is another")
  func shape() async throws {
    let editor = try await Editor()
    let one = editor.officer
    let other = try await one.colleague([.performanceOfficer])
    let address = "/edit/indicators/potholes/targets"
    func year(_ year: String, _ figures: [String]) -> [(String, String)] {
      [("year", year), ("annual", ""), ("profile", "hand-set"), ("step", "record")]
        + figures.enumerated().map { ("target:\(year)-Q\($0 + 1)", $1) }
    }
    #expect(try await other.send(address, year("2024-25", ["10%", "20%", "30%", "40%"])).status == .seeOther)
    let fields = [("year", "2025-26"), ("annual", "80%"), ("profile", "shape")]
    let preview = PageText(try await one.send(address, fields))
    #expect(preview.contains("<td>8%</td>"))
    #expect(try await other.send(address, year("2024-25", ["20%", "20%", "30%", "30%"])).status == .seeOther)
    let late = try await confirm(preview, at: address, by: one)
    #expect(late.status == .conflict && !PageText(late).contains("<td>8%</td>"))
    #expect(PageText(late).contains("What this would come to has changed meanwhile"))
    #expect(editor.book.readings["potholes"]?.target(in: Period("2025-26-Q1")!) == nil)
  }

  @Test("A target left alone in the form stands as another left it; one that both wrote is told before the preview too")
  func targets() async throws {
    let editor = try await Editor()
    let one = editor.officer
    let other = try await one.colleague([.performanceOfficer])
    let address = "/edit/indicators/potholes/targets"
    let form = try await one.text("\(address)?year=2023-24")
    let codes = (1...4).map { "2023-24-Q\($0)" }
    func target(_ code: String) -> String? { editor.book.readings["potholes"]?.target(in: Period(code)!)?.verbatim }
    func fields(_ page: PageText, _ targets: [String: String]) -> [(String, String)] {
      Officer.fields(in: page).filter { targets["\($0.0.dropFirst("target:".count))"] == nil && $0.0 != "profile" }
        + [("profile", "hand-set")] + targets.map { ("target:\($0)", $1) }
    }
    let theirs = fields(form, [codes[1]: "96%"]) + [("step", "record")]
    #expect(try await other.send(address, theirs).status == .seeOther)
    let first = try await one.send(address, fields(form, [codes[0]: "95%"]))
    #expect(first.status == .ok)
    #expect(try await confirm(PageText(first), at: address, by: one).status == .seeOther)
    #expect(codes.prefix(2).map(target) == ["95%", "96%"])

    let both = try await one.send(address, fields(form, [codes[1]: "94%"]))
    #expect(both.status == .conflict && PageText(both).contains("<td>96%</td><td>94%</td>"))
    #expect(target(codes[1]) == "96%")
  }

  @Test(
    "A target that was left alone in the form stays another's, who changed it after the preview",
    arguments: ["record", "back"])
  func targetLeftAlone(step: String) async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    let address = "/edit/indicators/potholes/targets"
    func target(_ quarter: Int) -> String? {
      editor.book.readings["potholes"]?.target(in: Period("2025-26-Q\(quarter)")!)?.verbatim
    }
    func quarter(_ quarter: Int, _ text: String, _ fields: [(String, String)]) -> [(String, String)] {
      let name = "target:2025-26-Q\(quarter)"
      return fields.filter { ![name, "profile"].contains($0.0) } + [(name, text), ("profile", "hand-set")]
    }
    let empty = Officer.fields(in: try await one.text("\(address)?year=2025-26"))
    #expect(try await one.send(address, quarter(2, "40%", empty) + [("step", "record")]).status == .seeOther)
    let opened = Officer.fields(in: try await one.text("\(address)?year=2025-26"))
    let preview = PageText(try await one.send(address, quarter(1, "30%", opened)))
    #expect(try await other.send(address, quarter(2, "50%", opened) + [("step", "record")]).status == .seeOther)

    var next = PageText(try await one.send(address, Officer.fields(in: preview) + [("step", step)]))
    if step == "back" {
      #expect(next.contains(#"value="50%""#) && !next.contains(#"value="40%""#))
      next = PageText(try await one.send(address, Officer.fields(in: next)))
    }
    #expect(next.contains("<td>50%</td><td>50%</td>") && !next.contains("40%"))
    #expect(try await confirm(next, at: address, by: one).status == .seeOther)
    #expect((target(1), target(2)) == ("30%", "50%"))
  }

  @Test("A target that both wrote is told on the way back to the form too")
  func targetOfBoth() async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    let address = "/edit/indicators/potholes/targets"
    func fields(_ text: String) -> [(String, String)] {
      [("year", "2025-26"), ("profile", "hand-set"), ("annual", ""), ("target:2025-26-Q1", text)]
    }
    let preview = PageText(try await one.send(address, fields("30%")))
    #expect(try await other.send(address, fields("35%") + [("step", "record")]).status == .seeOther)
    let back = try await one.send(address, Officer.fields(in: preview) + [("step", "back")])
    #expect(back.status == .conflict && PageText(back).contains("Somebody changed the same targets meanwhile"))
    #expect(PageText(back).contains(#"value="30%""#))
  }

  @Test("What was ticked after the page was opened for another item is guarded as well")
  func carryTicked() async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    let opened = Officer.fields(in: try await one.text("/edit/carry?items=street-lights"))
      .filter { ["from", "shown"].contains($0.0) }
    let theirs = [editor.shown("item", "care-hub"), ("due", "30 June 2028")]
    #expect(try await other.send("/edit/items/care-hub", theirs).status == .seeOther)
    let ticked = [("what", "drop"), ("reason", "Done"), ("items", "street-lights"), ("items", "care-hub")]
    let late = try await one.send("/edit/carry", opened + ticked)
    #expect(late.status == .conflict && PageText(late).contains("30 June 2028"))
    #expect(editor.item("care-hub")?.end == nil && editor.item("street-lights")?.end == nil)
  }

  @Test("An item that somebody changed is carried forward, merged and split only with what stands there now in sight")
  func items() async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    func theirs(_ id: String, _ field: String, _ value: String) async throws {
      let sent = try await other.send("/edit/items/\(id)", [editor.shown("item", id), (field, value)])
      #expect(sent.status == .seeOther)
    }
    let carry = [
      ("from", "2026-04-01"), ("what", "carry"), ("items", "care-hub"), ("due:care-hub", "31 March 2027"),
      editor.shown("item", "care-hub"), editor.shown("item", "apprentices"),
    ]
    try await theirs("care-hub", "due", "30 June 2028")
    let carried = try await one.send("/edit/carry", carry)
    #expect(carried.status == .conflict)
    for words in ["30 June 2028", #"value="31 March 2027""#] { #expect(PageText(carried).contains(words), "\(words)") }
    #expect(editor.item("care-hub")?.due == Day(2028, 6, 30))
    // What is not ticked may be changed by anybody meanwhile.
    let drop = [
      ("from", "2026-04-01"), ("what", "drop"), ("items", "apprentices"), ("reason", "Done"),
      editor.shown("item", "apprentices"), ("shown", "0 item care-hub"),
    ]
    #expect(try await one.send("/edit/carry", drop).status == .seeOther)

    let merging = try await one.text("/edit/merge?items=web-forms")
    try await theirs("web-forms", "owner", "Head of Customers")
    let written = Officer.fields(in: merging).filter { !["items", "title"].contains($0.0) }
    let merged = try await one.send(
      "/edit/merge", written + [("items", "web-forms"), ("items", "one-number"), ("title", "One front door")])
    #expect(merged.status == .unprocessableContent && PageText(merged).contains(#"value="Head of Customers""#))
    #expect(editor.item("one-front-door") == nil)

    let splitting = [editor.shown("item", "street-lights"), ("parts", "North\r\nSouth"), ("from", "1 April 2024")]
    try await theirs("street-lights", "title", "Lamps")
    let split = try await one.send("/edit/items/street-lights/split", splitting)
    #expect(split.status == .unprocessableContent && PageText(split).contains("Lamps"))
    #expect(editor.book.children(of: "street-lights").isEmpty)
  }

  @Test("What was put under an item since its closing was asked for does not leave the plan unseen")
  func close() async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    let address = "/edit/items/web-forms/close"
    let form = Officer.fields(in: try await one.text(address)).filter { $0.0 != "reason" }
    let child = [("parent", "web-forms"), ("role", "milestone"), ("title", "Half of them")]
    #expect(try await other.send("/edit/items", child).status == .seeOther)
    let decision = [("reason", "No money"), ("children", "close"), ("indicators", "close")]
    let late = try await one.send(address, form + decision)
    #expect(late.status == .unprocessableContent)
    #expect(PageText(late).contains("“Half of them” hangs on it too and was not shown"))
    #expect(editor.item("web-forms")?.end == nil && editor.item("half-of-them")?.end == nil)
    let again = Officer.fields(in: PageText(late)).filter { !["reason", "children", "indicators"].contains($0.0) }
    #expect(try await one.send(address, again + decision).status == .seeOther)
    #expect(editor.item("half-of-them")?.end != nil)
  }

  @Test("Of several that were put under an item since its closing was asked for all are named")
  func closeSeveral() async throws {
    let editor = try await Editor()
    let address = "/edit/items/web-forms/close"
    let form = Officer.fields(in: try await editor.officer.text(address)).filter { $0.0 != "reason" }
    for title in ["Half of them", "The rest"] {
      let child = [("parent", "web-forms"), ("role", "milestone"), ("title", title)]
      #expect(try await editor.officer.send("/edit/items", child).status == .seeOther)
    }
    let decision = [("reason", "No money"), ("children", "close"), ("indicators", "close")]
    let late = PageText(try await editor.officer.send(address, form + decision))
    #expect(late.contains("“Half of them”, “The rest” hang on it too and were not shown. They stand below now"))
  }

  @Test("A contribution that somebody withdrew is named, not made anew, and what else was written can be saved")
  func contributionWithdrawn() async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    let address = "/edit/contributions/item/web-forms"
    let above = Set(editor.book.path(to: "web-forms").map(\.id))
    let goals = editor.book.items.keys.filter { !above.contains($0) }.sorted()
    let (theirs, ours, added) = (goals[0], goals[1], goals[2])
    func items() -> Set<String> {
      Set(editor.book.contributions.values.filter { $0.subject.record == "web-forms" }.map(\.item))
    }
    #expect(try await one.send(address, [("items", theirs)]).status == .seeOther)
    let form = Officer.fields(in: try await one.text(address)).filter { $0.0 == "shown" }
    #expect(try await other.send(address, form + [("items", added)]).status == .seeOther)
    #expect(items() == [added])

    let late = try await one.send(address, form + [("items", theirs), ("items", ours)])
    let title = try #require(editor.item(theirs)?.title)
    #expect(late.status == .unprocessableContent)
    #expect(PageText(late).contains("That it contributes to “\(title)” was withdrawn meanwhile, by A colleague"))
    #expect(!PageText(late).contains("nothing left to change"))
    #expect(try await one.send(address, Officer.fields(in: PageText(late))).status == .seeOther)
    #expect(items() == [ours, added])
  }

  @Test("What somebody added to a list of contributions stays when another sends the list without it")
  func contributions() async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    let above = Set(editor.book.path(to: "web-forms").map(\.id))
    let goals = editor.book.priorities.map(\.id).filter { !above.contains($0) }
    let address = "/edit/contributions/item/web-forms"
    func items() -> Set<String> {
      Set(editor.book.contributions.values.filter { $0.subject.record == "web-forms" }.map(\.item))
    }
    #expect(try await one.send(address, [("items", goals[0])]).status == .seeOther)
    let form = Officer.fields(in: try await one.text(address)).filter { $0.0 == "shown" }
    #expect(try await other.send(address, form + [("items", goals[0]), ("items", goals[1])]).status == .seeOther)
    #expect(items() == [goals[0], goals[1]])
    #expect(try await one.send(address, form + [("items", goals[0])]).status == .seeOther)
    #expect(items() == [goals[0], goals[1]])
    #expect(try await one.send(address, form + [("items", "")]).status == .seeOther)
    #expect(items() == [goals[1]])
  }

  @Test(
    "A word that was left alone in the form stays another's, who changed it after the preview",
    arguments: ["record", "back"])
  func wordLeftAlone(step: String) async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    func changing(_ name: String, to value: String, _ fields: [(String, String)]) -> [(String, String)] {
      fields.filter { $0.0 != name } + [(name, value)]
    }
    let opened = Officer.fields(in: try await one.text("/edit/words"))
    let preview = PageText(try await one.send("/edit/words", changing("level:flagship-action", to: "Pledge", opened)))
    let theirs = changing("name", to: "Fenland Council", opened)
    #expect(try await other.send("/edit/words", theirs + [("step", "record")]).status == .seeOther)

    let late = try await one.send("/edit/words", Officer.fields(in: preview) + [("step", step)])
    #expect(late.status == .unprocessableContent && PageText(late).contains(#"value="Fenland Council""#))
    let again = PageText(try await one.send("/edit/words", Officer.fields(in: PageText(late))))
    #expect(try await confirm(again, at: "/edit/words", by: one).status == .seeOther)
    #expect(editor.book.council?.name == "Fenland Council")
    #expect(editor.book.plans["plan"]?.levels.contains("Pledge") == true)
  }

  @Test("A level is not renamed on an item that was added after the preview")
  func words() async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    let preview = PageText(try await one.send("/edit/words", [("level:flagship-action", "Pledge")]))
    let added = [("parent", "homes"), ("role", "action"), ("level", "Flagship Action"), ("title", "Retrofit 80 homes")]
    #expect(try await other.send("/edit/items", added).status == .seeOther)
    let late = try await confirm(preview, at: "/edit/words", by: one)
    #expect(late.status == .conflict)
    #expect(editor.item("retrofit-80-homes")?.level == "Flagship Action")
    #expect(try await confirm(PageText(late), at: "/edit/words", by: one).status == .seeOther)
    #expect(editor.item("retrofit-80-homes")?.level == "Pledge")
  }
}
