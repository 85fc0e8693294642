import CorporatePlan
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Testing

@testable import Web

/// Somebody who edits the sample council's plan.
struct Editor {
  let officer: Officer

  init() async throws {
    let first = try await Officer(try await SampleCouncil.open())
    officer = try await first.colleague([.performanceOfficer])
  }

  var council: Council { officer.council }
  var book: Book { council.book }
  func item(_ id: String) -> PlanItem? { book.items[id] }

  /// The field by which a form says what it had shown.
  func shown(_ kind: String, _ id: String) -> (String, String) {
    ("shown", "\(book.stamp(of: RecordID(kind, id))?.revision ?? 0) \(kind) \(id)")
  }

  /// What was recorded last, as the banner of the next page names it.
  func batch(_ response: TestResponse) throws -> String {
    let location = try #require(response.headers[.location])
    return try #require(location.split(separator: "saved=").last?.split(separator: "#").first.map(String.init))
  }
}

@Suite("A performance officer edits the plan in the browser")
struct PlanEditingTests {
  @Test("Contributions, partners, the risk matrix and a rule of one's own each have a form")
  func forms() async throws {
    let editor = try await Editor()
    let item = try #require(editor.book.items.values.filter { $0.role == .action }.min { $0.id < $1.id })
    let above = Set(editor.book.path(to: item.id).map(\.id))
    let other = try #require(editor.book.priorities.first { !above.contains($0.id) })
    let contributions = "/edit/contributions/item/\(item.id)"
    #expect(try await editor.officer.text(contributions).contains(item.title))
    #expect(try await editor.officer.send(contributions, [("items", other.id)]).status == .seeOther)
    #expect(editor.book.contributions.values.contains { $0.subject == item.recordID && $0.item == other.id })

    #expect(try await editor.officer.send("/edit/partners", [("name", "Fen Trust")]).status == .seeOther)
    #expect(try await editor.officer.text("/edit/partners").contains("Fen Trust"))
    #expect(try await editor.officer.send("/edit/partners/fen-trust", [("name", "")]).status == .unprocessableContent)
    #expect(try await editor.officer.send("/edit/partners/fen-trust/remove").status == .seeOther)
    #expect(editor.book.partners["fen-trust"] == nil)

    #expect(try await editor.officer.text("/edit/risk-matrix").contains("green green green"))
    let rows = (1...5).map { ("row:\($0)", $0 < 4 ? "green green amber amber red" : "amber amber red red red") }
    #expect(try await editor.officer.send("/edit/risk-matrix", rows).status == .seeOther)
    #expect(editor.book.riskMatrix.rows[4][2] == .red)
    let wrong = try await editor.officer.send("/edit/risk-matrix", [("row:1", "green"), ("row:2", "red red")])
    #expect(wrong.status == .unprocessableContent)

    let form = try await editor.officer.text("/edit/rules/own/harrow-2023")
    #expect(form.contains("limit:1") && form.contains("A miss by exactly that"))
    let made = try await editor.officer.send(
      "/edit/rules/own/harrow-2023",
      [("limit:1", "8"), ("word:red", "Off target"), editor.shown("rule", "harrow-2023")])
    #expect(made.status == .seeOther)
    #expect(editor.book.rules["harrow-2023"]?.forIndicators?.word(for: .red) == "Off target")
    let next = try await editor.officer.text(try #require(made.headers[.location]))
    #expect(next.contains(#"<option value="harrow-2023" selected"#))
  }

  @Test(
    "The council's own words are looked at before they are recorded; a level goes with all that stands on it, and back")
  func words() async throws {
    let editor = try await Editor()
    let form = try await editor.officer.text("/edit/words")
    #expect(form.contains("The level now called “Flagship Action”") && form.contains("Corporate Scorecard"))
    let actions = editor.book.items.values.filter { $0.level == "Flagship Action" }.map(\.id).sorted()
    #expect(!actions.isEmpty)
    let fields = [
      ("name", "Marlow Fen Borough Council"), ("plan_title", "Our Fen"), ("action_word", "Pledge"),
      ("scorecard_word", "Corporate Scorecard"), ("level:flagship-action", "Pledge"),
      ("reason", "The new administration"),
      editor.shown("council", "council"),
    ]
    let preview = PageText(try await editor.officer.send("/edit/words", fields))
    #expect(preview.contains("<td>Borough Plan 2022–26</td><td>Our Fen</td>"))
    #expect(preview.contains("Level, with \(actions.count) in the plan") && preview.contains("Record these words"))
    #expect(editor.book.council?.actionWord == "Flagship Action")
    let sent = try await editor.officer.send("/edit/words", fields + [("step", "record")])
    #expect(sent.status == .seeOther)
    #expect(editor.book.council?.planTitle == "Our Fen" && editor.book.council?.actionWord == "Pledge")
    #expect(editor.book.items.values.filter { $0.level == "Pledge" }.map(\.id).sorted() == actions)
    #expect(editor.book.plans["plan"]?.levels == ["Vision", "Priority", "Pledge"])
    #expect(try await editor.officer.text("/history/council/council").contains("The new administration"))
    let batch = try editor.batch(sent)
    #expect(try await editor.officer.send("/edit/batches/\(batch)/undo").status == .seeOther)
    #expect(editor.book.council?.actionWord == "Flagship Action")
    #expect(editor.book.items.values.filter { $0.level == "Flagship Action" }.count == actions.count)
  }

  @Test("Two levels of one word, and a level without one, are refused; who was overtaken sees both before recording")
  func wordsRefused() async throws {
    let editor = try await Editor()
    for (word, sentence) in [("priority", "what another level is called"), ("", "would have no name")] {
      let sent = try await editor.officer.send("/edit/words", [("level:flagship-action", word)])
      #expect(sent.status == .unprocessableContent && PageText(sent).contains(sentence), "\(word)")
    }
    let shown = editor.shown("council", "council")
    _ = try await editor.officer.send("/edit/words", [("plan_title", "Theirs"), ("step", "record"), shown])
    let late = try await editor.officer.send("/edit/words", [("plan_title", "Ours"), ("step", "record"), shown])
    #expect(late.status == .conflict && PageText(late).contains("<td>Theirs</td><td>Ours</td>"))
    #expect(editor.book.council?.planTitle == "Theirs")
    let reader = try await editor.officer.colleague([.auditor])
    #expect(try await reader.open("/edit/words").status == .forbidden)
    #expect(try await reader.send("/edit/words", [("name", "X")]).status == .forbidden)
  }

  @Test("A council enters its terms and waves, mends their dates after a look, and takes away what nothing stands on")
  func terms() async throws {
    let editor = try await Editor()
    let term = [("sort", "autumn"), ("year", "2025-26"), ("start", "4 September 2025"), ("last", "19 December 2025")]
    #expect(try await editor.officer.send("/edit/terms", term).status == .seeOther)
    #expect(editor.book.calendar.period("2025-26-autumn")?.end == Day("2025-12-20"))
    let list = try await editor.officer.text("/edit/terms")
    #expect(list.contains("19 December 2025"))
    for (fields, sentence) in [
      (term, "there already"), ([("sort", "")], "Choose which term"), ([("sort", "wave")], "what the wave is called"),
      ([("sort", "spring"), ("year", "2025-26"), ("start", "1 December 2025"), ("last", "1 April 2026")], "overlap"),
      (
        [("sort", "spring"), ("year", "2025-26"), ("start", "1 April 2026"), ("last", "1 March 2026")],
        "before its first"
      ),
    ] {
      let refused = try await editor.officer.send("/edit/terms", fields)
      #expect(refused.status == .unprocessableContent && PageText(refused).contains(sentence), "\(sentence)")
    }
    let wave = [("sort", "wave"), ("name", "Residents’ survey 2025"), ("start", "1 May 2025"), ("last", "31 May 2025")]
    #expect(try await editor.officer.send("/edit/terms", wave).status == .seeOther)
    let address = "/edit/terms/2025-26-autumn"
    let dates = [editor.shown("period", "2025-26-autumn"), ("start", "3 September 2025"), ("last", "19 December 2025")]
    let preview = PageText(try await editor.officer.send(address, dates))
    #expect(preview.contains("Nothing is recorded yet") && preview.contains("Record these dates"))
    let changed = try await editor.officer.send(address, dates + [("step", "record")])
    #expect(changed.status == .seeOther && editor.book.calendar.period("2025-26-autumn")?.start == Day("2025-09-03"))
    #expect(try await editor.officer.send("/edit/batches/\(try editor.batch(changed))/undo").status == .seeOther)
    #expect(editor.book.calendar.period("2025-26-autumn")?.start == Day("2025-09-04"))
    try await editor.council.append(reason: "Counted", author: "p-1", at: editor.officer.clock.now) { book in
      [
        Actual(indicator: "recycling", period: book.calendar.period("2025-26-autumn")!, value: try Value("44%"))
          .revision
      ]
    }
    let unseen = try await editor.officer.send("\(address)/remove", [dates[0]])
    #expect(unseen.status == .conflict && PageText(unseen).contains("Somebody changed its dates meanwhile"))
    let kept = try await editor.officer.send("\(address)/remove")
    #expect(kept.status == .unprocessableContent && PageText(kept).contains(#"value="4 September 2025""#))
    #expect(PageText(kept).contains(#"value="19 December 2025""#))
    #expect(try await editor.officer.send("/edit/terms/residents-survey-2025/remove").status == .seeOther)
    #expect(editor.book.calendar.entered.keys.sorted() == ["2025-26-autumn"])
  }

  private static let autumn = [
    ("sort", "autumn"), ("year", "2025-26"), ("start", "4 September 2025"), ("last", "19 December 2025"),
  ]

  @Test("Whoever was overtaken before the preview of a term sees both; dates are shown before and after, and are days")
  func termOvertaken() async throws {
    let editor = try await Editor()
    let (officer, address) = (editor.officer, "/edit/terms/2025-26-autumn")
    #expect(try await officer.send("/edit/terms", Self.autumn).status == .seeOther)
    let shown = editor.shown("period", "2025-26-autumn")
    func dates(_ start: String, _ last: String, _ shown: (String, String)) -> [(String, String)] {
      [shown, ("start", start), ("last", last)]
    }
    _ = try await officer.send(address, dates("1 September 2025", "19 December 2025", shown) + [("step", "record")])
    let ours = dates("4 September 2025", "18 December 2025", shown)
    for step in ["preview", "back"] {
      let late = try await officer.send(address, ours + [("step", step)])
      #expect(late.status == .unprocessableContent && PageText(late).contains("changed meanwhile"), "\(step)")
      #expect(PageText(late).contains(#"value="1 September 2025""#), "\(step)")
      #expect(PageText(late).contains(#"value="18 December 2025""#), "\(step)")
    }
    let both = try await officer.send(address, dates("5 September 2025", "19 December 2025", shown))
    #expect(both.status == .conflict)
    #expect(PageText(both).contains("<td>1 September 2025</td><td>5 September 2025</td>"))

    let now = editor.shown("period", "2025-26-autumn")
    let preview = PageText(try await officer.send(address, dates("1 September 2025", "18 December 2025", now)))
    #expect(preview.contains("<td>1 September 2025</td><td>1 September 2025</td>"))
    #expect(preview.contains("<td>19 December 2025</td><td>18 December 2025</td>"))
    let month = try await officer.send(address, dates("September 2025", "18 December 2025", now))
    #expect(month.status == .unprocessableContent && PageText(month).contains("is more than a day"))
    let spring = [("sort", "spring"), ("year", "2025-26"), ("start", "January 2026"), ("last", "1 April 2026")]
    #expect(try await officer.send("/edit/terms", spring).status == .unprocessableContent)
  }

  @Test("Whoever was overtaken before the preview of the council's words is told")
  func wordsOvertaken() async throws {
    let editor = try await Editor()
    let shown = editor.shown("council", "council")
    _ = try await editor.officer.send("/edit/words", [("plan_title", "Theirs"), ("step", "record"), shown])
    let late = try await editor.officer.send("/edit/words", [("plan_title", "Ours"), shown])
    #expect(late.status == .conflict && PageText(late).contains("Somebody changed the same meanwhile"))
    #expect(PageText(late).contains("<td>Theirs</td><td>Ours</td>"))
  }

  @Test("Of the council's words only those that somebody wrote go, whatever a colleague changed before the record")
  func wordsOfTwo() async throws {
    let editor = try await Editor()
    let (one, other) = (editor.officer, try await editor.officer.colleague([.performanceOfficer]))
    func changing(_ name: String, to value: String, _ fields: [(String, String)]) -> [(String, String)] {
      fields.filter { $0.0 != name } + [(name, value)]
    }
    let opened = Officer.fields(in: try await one.text("/edit/words"))
    let preview = PageText(try await one.send("/edit/words", changing("plan_title", to: "Our Fen", opened)))
    let theirs = changing("contact", to: "plan@fen.example", changing("level:priority", to: "Promise", opened))
    #expect(try await other.send("/edit/words", theirs + [("step", "record")]).status == .seeOther)

    let late = try await one.send("/edit/words", Officer.fields(in: preview) + [("step", "record")])
    #expect(late.status == .unprocessableContent && PageText(late).contains("preview once more"))
    #expect(PageText(late).contains(#"value="plan@fen.example""#) && PageText(late).contains(#"value="Our Fen""#))
    let again = PageText(try await one.send("/edit/words", Officer.fields(in: PageText(late))))
    #expect(
      try await one.send("/edit/words", Officer.fields(in: again) + [("step", "record")]).status == .seeOther)
    let council = editor.book.council
    #expect(council?.planTitle == "Our Fen" && council?.contact == "plan@fen.example")
    #expect(editor.book.items.values.contains { $0.level == "Promise" })

    // A word that is another level's by now.
    let pledge = PageText(try await one.send("/edit/words", [("level:flagship-action", "Pledge")]))
    #expect(
      try await other.send("/edit/words", [("level:promise", "Pledge"), ("step", "record")]).status == .seeOther)
    let clash = try await one.send("/edit/words", Officer.fields(in: pledge) + [("step", "record")])
    #expect(clash.status == .unprocessableContent && PageText(clash).contains("what another level is called"))
  }

  @Test(
    "A term of which anything is recorded goes neither by its form nor by undoing",
    arguments: ["actual", "target", "commentary", "update"])
  func termInUse(kind: String) async throws {
    let editor = try await Editor()
    let officer = editor.officer
    let batch = try editor.batch(try await officer.send("/edit/terms", Self.autumn))
    let position = editor.book.position
    let term = try #require(editor.book.calendar.period("2025-26-autumn"))
    let records: [String: any Record] = [
      "actual": Actual(indicator: "recycling", period: term, value: try Value("44%")),
      "target": Target(indicator: "recycling", period: term, verbatim: "45%"),
      "commentary": Commentary(
        id: "rain", subject: RecordID(Indicator.kind, "recycling"), period: term, purpose: .variance, text: "It rained."
      ),
      "update": ActionUpdate(item: "web-forms", period: term, stage: .inProgress),
    ]
    let record = try #require(records[kind])
    try await editor.council.append(reason: "Counted", author: "p-1", at: officer.clock.now) { _ in [record.revision] }
    #expect(try await officer.send("/edit/terms/2025-26-autumn/remove").status == .unprocessableContent)
    for address in ["/history/period/2025-26-autumn/\(position)/undo", "/edit/batches/\(batch)/undo"] {
      let question = try await officer.text(address)
      #expect(question.contains("Something is recorded for this term") && !question.contains("Undo it"), "\(address)")
      let refused = try await officer.send(address)
      #expect(refused.status == .conflict && PageText(refused).contains("Something is recorded"), "\(address)")
    }
    #expect(editor.book.calendar.period("2025-26-autumn") == term)
    try await editor.council.append(reason: "Wrong", author: "p-1", at: officer.clock.now) { _ in [record.withdrawal] }
    #expect(try await officer.send("/edit/batches/\(batch)/undo").status == .seeOther)
    #expect(editor.book.calendar.period("2025-26-autumn") == nil)
  }

  @Test("What is added stands in the plan, with who added it and why")
  func add() async throws {
    let editor = try await Editor()
    let form = try await editor.officer.text("/edit/items/new?parent=homes")
    #expect(form.contains("Add below “Homes to be proud of”"))
    let sent = try await editor.officer.send(
      "/edit/items",
      [
        ("parent", "homes"), ("role", "action"), ("title", "Retrofit 80 homes"), ("due", "end of March 2025"),
        ("owner", "Head of Housing"), ("reason", "Cabinet of 4 May"),
      ])
    #expect(sent.status == .seeOther)
    let item = try #require(editor.item("retrofit-80-homes"))
    #expect((item.parent, item.level, item.due) == ("homes", "Flagship Action", Day(2025, 3, 31)))
    let outline = try await editor.officer.text("/edit")
    #expect(outline.contains("Retrofit 80 homes"))
    let history = try await editor.officer.text("/history/item/retrofit-80-homes")
    for words in ["A colleague: Added to the plan: Cabinet of 4 May", "end of March 2025", "Head of Housing"] {
      #expect(history.contains(words), "\(words)")
    }
  }

  @Test("A form with a mistake comes back with what was written, and nothing is recorded")
  func mistaken() async throws {
    let editor = try await Editor()
    let before = editor.book.position
    let sent = try await editor.officer.send(
      "/edit/items", [("parent", "homes"), ("role", "action"), ("title", ""), ("due", "soon"), ("text", "Kept words")])
    #expect(sent.status == .unprocessableContent)
    let page = PageText(sent)
    for words in ["<title>Error: ", ##"href="#title""##, ##"href="#due""##, "Kept words", #"value="soon""#] {
      #expect(page.contains(words), "\(words)")
    }
    #expect(editor.book.position == before)
  }

  @Test("Changing the title leaves alone what the form could not have taken: due “late autumn”, without a year")
  func imported() async throws {
    let editor = try await Editor()
    let page = try await editor.officer.text("/edit/items/planning")
    #expect(page.contains(#"value="late autumn""#))
    let sent = try await editor.officer.send(
      "/edit/items/planning",
      [
        editor.shown("item", "planning"), ("role", "milestone"), ("level", "Milestone"), ("title", "Permission"),
        ("code", "FA4.1"), ("due", "late autumn"), ("measure", "Permission granted"), ("publication", "public"),
        ("owner", ""), ("text", ""),
      ])
    #expect(sent.status == .seeOther)
    let item = try #require(editor.item("planning"))
    #expect((item.title, item.dueWords, item.measure) == ("Permission", "late autumn", "Permission granted"))
  }

  @Test("Two who change the same field both find their words; what only one changed is kept as they left it")
  func conflict() async throws {
    let editor = try await Editor()
    let shown = editor.shown("item", "care-hub")
    let theirs = try await editor.officer.send(
      "/edit/items/care-hub", [shown, ("title", "Open three care hubs"), ("owner", "Director of Care")])
    #expect(theirs.status == .seeOther)
    let mine = [("title", "Open a hub in each town"), ("owner", "Head of Service"), ("text", "By foot")]
    let sent = try await editor.officer.send("/edit/items/care-hub", [shown] + mine)
    #expect(sent.status == .conflict)
    let page = PageText(sent)
    for words in ["Open three care hubs", "Open a hub in each town", "By foot", "A colleague"] {
      #expect(page.contains(words), "\(words)")
    }
    // The owner was theirs alone to change, so the page carries theirs on.
    #expect(page.contains(#"value="Director of Care""#))
    #expect(editor.item("care-hub")?.title == "Open three care hubs")
    let again = try await editor.officer.send(
      "/edit/items/care-hub",
      [
        editor.shown("item", "care-hub"), ("title", "Open a hub in each town"), ("owner", "Director of Care"),
        ("text", "By foot"),
      ])
    #expect(again.status == .seeOther)
    let item = try #require(editor.item("care-hub"))
    #expect((item.title, item.owner, item.text) == ("Open a hub in each town", "Director of Care", "By foot"))
  }

  @Test("What hangs on an item is decided before it leaves the plan; it leaves with its reason and can come back")
  func close() async throws {
    let editor = try await Editor()
    let page = try await editor.officer.text("/edit/items/new-homes/close")
    #expect(page.contains("Planning permission"))
    var fields = [editor.shown("item", "new-homes"), ("last_day", "31 March 2024"), ("reason", "No money")]
    let open = try await editor.officer.send("/edit/items/new-homes/close", fields)
    #expect(open.status == .unprocessableContent)
    #expect(PageText(open).contains(##"href="#children""##))
    fields += [("children", "close"), ("indicators", "close")]
    fields += Officer.fields(in: PageText(open)).filter { $0.0 == "hanging" }
    #expect(try await editor.officer.send("/edit/items/new-homes/close", fields).status == .seeOther)
    #expect(editor.item("new-homes")?.end == Day(2024, 4, 1))
    #expect(editor.item("planning")?.end == Day(2024, 4, 1))
    #expect(editor.book.lineages.values.contains { $0.from == ["new-homes"] && $0.reason == "No money" })
    #expect(try await !editor.officer.text("/edit").contains("/edit/items/new-homes/split"))
    #expect(try await editor.officer.text("/edit?closed=yes").contains("/edit/items/new-homes/reopen"))
    let back = try await editor.officer.send("/edit/items/new-homes/reopen", [editor.shown("item", "new-homes")])
    #expect(back.status == .seeOther)
    #expect(editor.item("new-homes")?.end == nil)
  }

  @Test("Items move up, down and elsewhere by buttons")
  func move() async throws {
    let editor = try await Editor()
    #expect(editor.book.children(of: "streets").prefix(2).map(\.id) == ["market-square", "street-lights"])
    try await editor.officer.send("/edit/order", [("down", "market-square")])
    #expect(editor.book.children(of: "streets").prefix(2).map(\.id) == ["street-lights", "market-square"])
    let refused = try await editor.officer.send("/edit/order", [("up", "street-lights")])
    #expect(refused.status == .unprocessableContent)
    let sent = try await editor.officer.send(
      "/edit/items/market-square/move", [editor.shown("item", "market-square"), ("parent", "council")])
    #expect(sent.status == .seeOther)
    #expect(editor.item("market-square")?.parent == "council")
    let circle = try await editor.officer.send(
      "/edit/items/streets/move", [editor.shown("item", "streets"), ("parent", "street-lights")])
    #expect(circle.status == .unprocessableContent)
  }

  @Test("An action is split into rated parts, and items are merged into one")
  func splitAndMerge() async throws {
    let editor = try await Editor()
    let split = try await editor.officer.send(
      "/edit/items/care-hub/split",
      [editor.shown("item", "care-hub"), ("parts", "Hub in Northam\r\nHub in Easton"), ("from", "1 April 2024")])
    #expect(split.status == .seeOther)
    #expect(editor.book.children(of: "care-hub").map(\.title) == ["Hub in Northam", "Hub in Easton"])
    #expect(try await editor.officer.text("/edit/merge?items=web-forms").contains("One number for every service"))
    let merged = try await editor.officer.send(
      "/edit/merge",
      [
        ("first", "web-forms"), ("items", "web-forms"), ("items", "one-number"), ("items", ""),
        ("title", "One front door"), ("parent", "council"), ("from", "1 April 2024"),
      ])
    #expect(merged.status == .seeOther)
    #expect(editor.item("one-front-door")?.parent == "council")
    #expect(editor.item("web-forms")?.end == Day(2024, 4, 1))
    let one = try await editor.officer.send(
      "/edit/merge", [("first", "apprentices"), ("items", "apprentices"), ("title", "x")])
    #expect(one.status == .unprocessableContent)
  }

  @Test("Of everything in a plan somebody says what becomes of it in the next; what is dropped needs a reason")
  func carry() async throws {
    let editor = try await Editor()
    let page = try await editor.officer.text("/edit/carry")
    #expect(page.contains("Carry forward to the plan from 1 April 2026"))
    let carried = try await editor.officer.send(
      "/edit/carry",
      [("from", "2026-04-01"), ("what", "carry"), ("items", "care-hub"), ("due:care-hub", "31 March 2028")])
    #expect(carried.status == .seeOther)
    #expect(editor.item("care-hub")?.due == Day(2028, 3, 31))
    let drop = [("from", "2026-04-01"), ("what", "drop"), ("items", "apprentices")]
    #expect(try await editor.officer.send("/edit/carry", drop).status == .unprocessableContent)
    #expect(try await editor.officer.send("/edit/carry", drop + [("reason", "Done")]).status == .seeOther)
    let rest = try await editor.officer.text("/edit/carry")
    #expect(!rest.contains(#"value="care-hub" id="#) && !rest.contains(#"id="items-apprentices""#))
    #expect(rest.contains(#"id="items-web-forms""#))
  }

  @Test("An indicator is added, changed and closed; another way of counting needs its first day")
  func indicator() async throws {
    let editor = try await Editor()
    let sent = try await editor.officer.send(
      "/edit/indicators",
      [
        ("name", "Trees planted"), ("items", "streets"), ("items", ""), ("polarity", "high"), ("unit", "trees"),
        ("decimals", "0"), ("frequency", "quarter"), ("frame", "flow"), ("aggregation", "sum"),
        ("publication", "internal"),
      ])
    #expect(sent.status == .seeOther)
    let new = try #require(editor.book.indicators["trees-planted"])
    #expect((new.items, new.publication, new.aggregation) == (["streets"], .internal, .sum))
    let turned = [editor.shown("indicator", "recycling"), ("polarity", "low")]
    let refused = try await editor.officer.send("/edit/indicators/recycling", turned)
    #expect(refused.status == .unprocessableContent)
    #expect(PageText(refused).contains("<details open"))
    let dated = turned + [("comparable_from", "1 April 2024")]
    #expect(try await editor.officer.send("/edit/indicators/recycling", dated).status == .seeOther)
    #expect(editor.book.indicators["recycling"]?.comparableFrom == Day(2024, 4, 1))
    let closed = try await editor.officer.send(
      "/edit/indicators/recycling/close",
      [editor.shown("indicator", "recycling"), ("last_day", "31 March 2024"), ("reason", "Counted elsewhere")])
    #expect(closed.status == .seeOther)
    #expect(editor.book.indicators["recycling"]?.end == Day(2024, 4, 1))
  }

  @Test("The targets of a year are shown with the ratings they would change before they are recorded")
  func targets() async throws {
    let editor = try await Editor()
    let address = "/edit/indicators/potholes/targets"
    #expect(try await editor.officer.text("\(address)?year=2023-24").contains(#"name="weight:2023-24-Q1""#))
    let before = editor.book.position
    let fields = [("year", "2023-24"), ("annual", "90%"), ("profile", "constant")]
    let preview = PageText(try await editor.officer.send(address, fields + [("step", "preview")]))
    for words in ["98%", "90%", "Q4 2023/24: red, would be green", "Record these targets"] {
      #expect(preview.contains(words), "\(words)")
    }
    #expect(editor.book.position == before)
    let shown = preview.source.matches(of: /name="shown" value="([^"]+)"/).map { ("shown", String($0.output.1)) }
    #expect(shown.count == 5)
    // Somebody changes one of them between the preview and the record.
    try await editor.council.append(reason: "Other", author: "p-1", at: editor.officer.clock.now) { _ in
      [Target(indicator: "potholes", period: Period("2023-24-Q2")!, verbatim: "97%").revision]
    }
    let late = try await editor.officer.send(address, fields + shown + [("step", "record")])
    #expect(late.status == .conflict)
    #expect(PageText(late).contains("97%"))
    let again = PageText(late).source.matches(of: /name="shown" value="([^"]+)"/).map { ("shown", String($0.output.1)) }
    #expect(try await editor.officer.send(address, fields + again + [("step", "record")]).status == .seeOther)
    #expect(editor.book.readings["potholes"]?.target(in: Period("2023-24-Q2")!)?.verbatim == "90%")
  }

  @Test("A rule is put in force after a look at the counts, and withdrawn again")
  func rules() async throws {
    let editor = try await Editor()
    let fields = [
      ("for", "indicator"), ("indicator", "recycling"), ("rule", "kent"), ("from", "2023-24-Q1"), ("to", ""),
    ]
    let preview = PageText(try await editor.officer.send("/edit/rules", fields + [("step", "preview")]))
    #expect(preview.contains("As it stands") && preview.contains("As it would be"))
    #expect(editor.book.rulings.count == 1)
    #expect(try await editor.officer.send("/edit/rules", fields + [("step", "record")]).status == .seeOther)
    let ruling = try #require(editor.book.rulings.values.first { $0.rule == "kent" })
    #expect(try await editor.officer.text("/edit/rules").contains(#"value="\#(ruling.id)""#))
    let out = [("withdraw", ruling.id)]
    #expect(PageText(try await editor.officer.send("/edit/rules", out)).contains("Withdraw this ruling?"))
    #expect(try await editor.officer.send("/edit/rules", out + [("step", "record")]).status == .seeOther)
    #expect(editor.book.rulings.count == 1)
    let only = try await editor.officer.send("/edit/rules", [("withdraw", "council")])
    #expect(only.status == .unprocessableContent)
  }

  @Test("Many are changed as one batch after a look at each, and one link takes them all back")
  func bulk() async throws {
    let editor = try await Editor()
    let page = try await editor.officer.text("/edit/bulk?q=street")
    #expect(page.contains(#"value="item:street-lights""#) && !page.contains(#"value="item:care-hub""#))
    let fields = [
      ("subjects", "item:street-lights"), ("subjects", "item:planning"), ("subjects", "indicator:recycling"),
      ("change", "due"), ("by", "+3 months"),
    ]
    let before = editor.book.position
    let preview = PageText(try await editor.officer.send("/edit/bulk", fields + [("step", "preview")]))
    for words in [
      "30 June 2024", "30 September 2024", "It has no day", "An indicator has no due date", "Record 1 change",
    ] {
      #expect(preview.contains(words), "\(words)")
    }
    #expect(editor.book.position == before)
    let owner = [
      ("subjects", "item:street-lights"), ("subjects", "indicator:recycling"), ("change", "owner"),
      ("owner", "Head of Streets"),
    ]
    let sent = try await editor.officer.send("/edit/bulk", owner + [("step", "record")])
    let batch = try editor.batch(sent)
    #expect(editor.item("street-lights")?.owner == "Head of Streets")
    #expect(editor.book.indicators["recycling"]?.owner == "Head of Streets")
    let question = try await editor.officer.text("/edit/batches/\(batch)/undo")
    #expect(question.contains("2 records"))
    try await editor.officer.send("/edit/batches/\(batch)/undo", [("reason", "Wrong list")])
    #expect(editor.item("street-lights")?.owner == "Head of Service")
    #expect(editor.book.indicators["recycling"]?.owner != "Head of Streets")
    #expect(try await editor.officer.text("/edit/batches/\(batch)/undo").contains("Wrong list"))
  }

  @Test("What somebody changed between the preview and the record is shown before it is written over")
  func bulkConflict() async throws {
    let editor = try await Editor()
    let shown = [editor.shown("item", "street-lights"), editor.shown("item", "web-forms")]
    try await editor.officer.send(
      "/edit/items/web-forms", [editor.shown("item", "web-forms"), ("owner", "Head of Customers")])
    let fields = [
      ("subjects", "item:street-lights"), ("subjects", "item:web-forms"), ("change", "owner"), ("owner", "Director"),
      ("step", "record"),
    ]
    let late = try await editor.officer.send("/edit/bulk", fields + shown)
    #expect(late.status == .conflict)
    #expect(PageText(late).contains("Head of Customers"))
    #expect(editor.item("street-lights")?.owner == "Head of Service")
  }

  @Test("Words that are markup stay words on every page that shows them")
  func script() async throws {
    let editor = try await Editor()
    let evil = #"<script>alert("x")</script>"#
    let shown = editor.shown("item", "care-hub")
    try await editor.officer.send(
      "/edit/items/care-hub",
      [shown, ("title", evil), ("owner", evil), ("text", evil), ("due", ""), ("reason", evil)])
    try await editor.officer.send("/edit/risks", [("title", evil), ("mitigations", evil), ("cause", evil)])
    let risk = try #require(editor.book.risks.values.first)
    #expect(editor.item("care-hub")?.title == evil)
    let conflict = try await editor.officer.send("/edit/items/care-hub", [shown, ("title", "“\(evil)")])
    #expect(conflict.status == .conflict)
    var pages = [PageText(conflict)]
    for path in [
      "/edit", "/edit/items/care-hub", "/edit/items/care-hub/close", "/edit/bulk", "/edit/carry", "/edit/merge",
      "/edit/merge?items=care-hub", "/history/item/care-hub", "/risks", "/risks/\(risk.id)", "/edit/risks/\(risk.id)",
      "/risks/matrix", "/history/risk/\(risk.id)", "/edit?q=\(evil.addressed)&owner=\(evil.addressed)",
      "/edit/bulk?q=\(evil.addressed)",
    ] { pages.append(try await editor.officer.text(path)) }
    for page in pages {
      #expect(page.contains("&lt;script&gt;"))
      #expect(!page.contains("<script>alert"))
    }
  }

  @Test("No form of the plan is taken without its session's token")
  func token() async throws {
    let first = try await Officer(try await SampleCouncil.open())
    let book = first.council.book
    let position = try #require(book.stamp(of: RecordID("item", "care"))?.position)
    for route in Routes.all where route.method == .post {
      guard let path = ["/edit", "/history", "/structure"].first(where: { route.path.hasPrefix($0) }) else { continue }
      let id = route.path.contains("indicators") ? "recycling" : route.path.contains("batches") ? "b1" : "care"
      guard path != "/structure" || !route.path.contains("posts/:id"), !route.path.contains("services/:id"),
        !route.path.contains("risks/:id")
      else { continue }
      let address = route.path.replacing(":kind", with: "item").replacing(":id", with: id)
        .replacing(":position", with: "\(position)")
      #expect(try await first.send(address, token: "forged").status == .forbidden, "\(address)")
    }
    #expect(first.council.book.position == book.position)
  }
}
