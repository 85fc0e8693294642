import CorporatePlan
import Documents
import Foundation
import HTTPTypes
import Ledger
import Testing

@testable import Web

@Suite("Officers send in what they owe for a quarter")
struct CollectTests {
  static let period = FinancialYear(2025).quarter(3)
  static let path = "/collect/2025-26-Q3"

  /// A small council in its third quarter: calls and repairs belong to one service, invoices to another.
  static func council(
    in directory: String = NSTemporaryDirectory() + "goldthread-collect-\(UUID().uuidString)"
  ) async throws -> Council {
    let council = try await Council.open(directory: directory, council: "larkmere")
    func indicator(_ id: String, _ name: String, owner: String, _ polarity: Polarity = .highIsGood) -> Indicator {
      var indicator = Indicator(id: id, name: name, polarity: polarity, unit: .percent, items: ["service"])
      indicator.owner = owner
      return indicator
    }
    var cycle = Cycle(
      period: period, opens: Day("2025-11-03")!, returnsDue: Day("2025-11-21")!, signOffDue: Day("2025-11-28")!,
      locks: Day("2025-11-28")!)
    cycle.cabinet = Day("2025-12-15")!
    let rule = RuleBook.shipped["harrow-2023"]!
    let earlier = FinancialYear(2025).quarter(2)
    let records: [any Record] = [
      CouncilProfile(name: "Larkmere District Council", planTitle: "The Larkmere Plan"),
      Service(id: "customer", name: "Customer services"), Service(id: "finance", name: "Finance"),
      Post(id: "calls-manager", title: "Calls Manager", service: "customer"),
      Post(id: "treasurer", title: "Treasurer", service: "finance"),
      PlanItem(id: "service", role: .priority, level: "Priority", title: "A council that answers", order: 1),
      PlanItem(
        id: "desk", role: .action, level: "Action", title: "Open one desk", parent: "service", order: 1,
        owner: "calls-manager", due: Day("2026-03-31")!),
      indicator("calls", "Calls answered", owner: "calls-manager"),
      indicator("visits", "Visits without waiting", owner: "calls-manager"),
      indicator("invoices", "Invoices paid in time", owner: "treasurer"),
      cycle,
      try RuleRecord(rule), Ruling(rule: "harrow-2023"),
      Target(indicator: "calls", period: period, verbatim: "90%"),
      Target(indicator: "visits", period: period, verbatim: "80%"),
      Actual(indicator: "calls", period: earlier, value: try Value("91%")),
      Actual(indicator: "visits", period: earlier, value: try Value("41/50")),
    ]
    try await council.append(reason: "As adopted", author: "p-0", at: Moment("2025-10-01T09:00:00.000Z")!) { _ in
      records.map(\.revision)
    }
    return council
  }

  private func officers() async throws -> (first: Officer, calls: Officer, treasurer: Officer) {
    let first = try await Officer(try await Self.council())
    return (
      first, try await first.colleague([.responsibleOfficer], post: "calls-manager"),
      try await first.colleague([.responsibleOfficer], post: "treasurer")
    )
  }

  private func actual(_ officer: Officer, _ indicator: String) -> Value? {
    officer.council.book.readings[indicator]?.actual(in: Self.period)?.value
  }

  private func shown(_ page: PageText) throws -> String {
    try #require(page.source.firstMatch(of: /name="position" value="([0-9]+)"/)).1.description
  }

  @Test("The grid shows the officer's own rows, and nobody else's")
  func own() async throws {
    let (first, calls, treasurer) = try await officers()
    let page = try await calls.text(Self.path)
    #expect(page.contains("Calls answered"))
    #expect(page.contains("Open one desk"))
    #expect(!page.contains("Invoices paid"))
    #expect(page.contains("Due by 21 November 2025"))
    #expect(try await treasurer.text(Self.path).contains("Invoices paid"))
    #expect(try await first.text(Self.path).contains("Invoices paid"))
    #expect(try await calls.open("/collect").headers[.location] == Self.path)
  }

  @Test("Without script the whole page is saved at once: what was typed is recorded to the letter")
  func page() async throws {
    let (_, calls, _) = try await officers()
    let before = calls.council.book.position
    let position = try shown(try await calls.text(Self.path))
    let sent = try await calls.send(
      Self.path,
      [
        ("position", position), ("i:calls:value", " 92.50% "), ("i:calls:commentary", "Two more people answer."),
        ("i:visits:numerator", "45"), ("i:visits:denominator", "50"), ("a:desk:stage", "in progress"),
        ("a:desk:percent", "40"), ("a:desk:judged", "green"), ("a:desk:forecast", "31/3/2026"),
        ("a:desk:done", "The room is found."),
      ])
    #expect(sent.headers[.location] == "\(Self.path)?saved=3")
    #expect(actual(calls, "calls")?.verbatim == "92.50%")
    #expect(actual(calls, "visits")?.text == "45/50 (90%)" || actual(calls, "visits")?.verbatim == "45/50")
    let update = try #require(calls.council.book.updates["desk@2025-26-Q3"])
    #expect(update.percent == 40 && update.stage == .inProgress && update.forecast == Day("2026-03-31"))
    let batches = Set(
      try await calls.council.history(of: RecordID(Actual.kind, "calls@2025-26-Q3")).map(\.batch))
    #expect(batches.count == 1)
    #expect(calls.council.book.position > before)
    // The same once more changes nothing.
    let after = calls.council.book.position
    let again = try await calls.send(
      Self.path,
      [("position", "\(after)"), ("i:calls:value", "92.50%"), ("i:calls:commentary", "Two more people answer.")])
    #expect(again.headers[.location] == "\(Self.path)?saved=0")
    #expect(calls.council.book.position == after)
  }

  @Test("What can't be read is told in its row, kept as typed, and holds nothing else back")
  func wrong() async throws {
    let (_, calls, _) = try await officers()
    let response = try await calls.send(
      Self.path,
      [
        ("position", "\(calls.council.book.position)"), ("i:calls:value", "ninety2x"),
        ("i:visits:numerator", "45"), ("i:visits:denominator", "50"), ("a:desk:percent", "140"),
        ("a:desk:stage", "in progress"),
      ])
    #expect(response.status == .unprocessableContent)
    let text = PageText(response)
    #expect(text.contains("<title>Error: "))
    #expect(text.contains("Enter a number, like 92.5"))
    #expect(text.contains(#"value="ninety2x""#))
    #expect(text.contains("whole number from 0 to 100"))
    #expect(actual(calls, "calls") == nil)
    #expect(actual(calls, "visits")?.verbatim == "45/50")
    let link = try #require(text.source.firstMatch(of: /href="#(row-[^"]*-value)"/)).1
    #expect(text.contains("id=\"\(link)\""))
  }

  @Test("A row in which nobody typed is left alone, even when somebody else changed it meanwhile")
  func untouched() async throws {
    let (first, calls, _) = try await officers()
    let page = try await calls.text(Self.path)
    let was = try #require(page.source.firstMatch(of: /name="i:calls:was" value="([a-z0-9]+)"/)).1.description
    let position = try shown(page)
    try await first.send(Self.path, [("position", position), ("i:calls:value", "88%")])
    let sent = try await calls.send(
      Self.path,
      [
        ("position", position), ("i:calls:was", was), ("i:calls:value", ""), ("i:calls:reason", ""),
        ("i:calls:commentary", ""), ("i:calls:action", ""), ("i:calls:note", ""), ("i:visits:numerator", "41"),
        ("i:visits:denominator", "50"),
      ])
    #expect(sent.headers[.location] == "\(Self.path)?saved=1")
    #expect(actual(calls, "calls")?.verbatim == "88%")
  }

  @Test("Two people in one cell lose nothing: both values are shown, and the second decides")
  func conflict() async throws {
    let (first, calls, _) = try await officers()
    let position = try shown(try await calls.text(Self.path))
    #expect(try await first.send(Self.path, [("position", position), ("i:calls:value", "88%")]).status == .seeOther)
    let second = try await calls.send(Self.path, [("position", position), ("i:calls:value", "91%")])
    #expect(second.status == .unprocessableContent)
    let text = PageText(second)
    #expect(text.contains("Saved by Performance, today 09:00, while you typed."))
    #expect(text.contains("Theirs: 88%"))
    #expect(text.contains("Yours: 91%"))
    #expect(text.contains(#"value="91%""#))
    #expect(actual(calls, "calls")?.verbatim == "88%")
    let now = try shown(text)
    #expect(try await calls.send(Self.path, [("position", now), ("i:calls:value", "91%")]).status == .seeOther)
    #expect(actual(calls, "calls")?.verbatim == "91%")
    let history = try await calls.council.history(of: RecordID(Actual.kind, "calls@2025-26-Q3"))
    #expect(history.map(\.revision) == [1, 2])
  }

  @Test("A conflict over whether there is anything to report says which is which")
  func conflictOfNothing() async throws {
    let (first, calls, _) = try await officers()
    let before = ActionUpdate(item: "desk", period: Self.period.earlier(by: 1)!, stage: .inProgress, judged: .amber)
    try await first.council.append(reason: "Before", author: "import", at: first.clock.now) { _ in [before.revision] }
    let opened = Officer.fields(in: try await calls.text(Self.path))
    func with(_ changes: [String: String]) -> [(String, String)] { opened.map { ($0.0, changes[$0.0] ?? $0.1) } }
    let stage = with(["a:desk:stage": "in progress", "a:desk:judged": "green"])
    #expect(try await first.send(Self.path, stage).status == .seeOther)
    let late = try await calls.send(Self.path, with(["a:desk:nothing": "yes"]))
    let page = PageText(late)
    #expect(page.contains("Theirs: Yes, what stands here") && page.contains("Yours: No, it stands as it stood before"))
  }

  private func cell(_ officer: Officer, _ fields: [(String, String)]) async throws -> JSON {
    try JSON(parsing: Array(buffer: try await officer.send("\(Self.path)/cell", fields).body))
  }

  @Test("One cell is saved by itself, and the answer tells the status at once")
  func cells() async throws {
    let (_, calls, _) = try await officers()
    let saved = try await cell(
      calls, [("position", "\(calls.council.book.position)"), ("i:calls:value", "79%")])
    #expect(saved["result"]?.string == "saved")
    #expect(saved["parts"]?["status"]?.string?.contains("status-red") == true)
    #expect(saved["parts"]?["words"]?.string?.contains("Say why") == true)
    #expect(saved["seen"]?.integer == calls.council.book.position)
    let refused = try await cell(
      calls, [("position", "\(calls.council.book.position)"), ("i:calls:value", "<script>")])
    #expect(refused["result"]?.string == "refused")
    #expect(actual(calls, "calls")?.verbatim == "79%")
    let late = try await cell(calls, [("position", "1"), ("i:calls:value", "92%")])
    #expect(late["result"]?.string == "conflict")
    #expect(late["parts"]?["words"]?.string?.contains("Theirs: 79%") == true)
  }

  @Test(
    "What is being done, the note behind it and nothing to report have their place in the grid, closed until needed")
  func more() async throws {
    let (_, calls, _) = try await officers()
    func position() -> (String, String) { ("position", "\(calls.council.book.position)") }
    let page = try await calls.text(Self.path)
    for name in ["i:calls:action", "i:calls:note", "a:desk:note", "a:desk:nothing"] {
      #expect(page.contains(#"name="\#(name)""#), "\(name)")
    }
    #expect(!page.contains(#"<details class="more" open"#))
    // Each by itself, with its own message.
    #expect(try await cell(calls, [position(), ("i:calls:note", "Two advisers left.")])["result"]?.string == "saved")
    #expect(try await cell(calls, [position(), ("i:calls:action", "A new rota.")])["result"]?.string == "saved")
    let long = String(repeating: "word ", count: 200)
    #expect(try await cell(calls, [position(), ("i:calls:action", long)])["result"]?.string == "refused")
    let row = try await calls.text(Self.path)
    #expect(row.contains("More: what is being done, note behind it") && row.contains("Two advisers left."))
    // Without script the page as a whole; what is wrong in it stands open.
    let sent = try await calls.send(
      Self.path, [position(), ("i:calls:note", "One adviser left."), ("i:calls:action", long)])
    #expect(sent.status == .unprocessableContent && PageText(sent).contains(#"<details class="more" open"#))
    #expect(
      calls.council.book.text(about: RecordID(Indicator.kind, "calls"), in: Self.period, .note) == "Two advisers left.")
    let saved = try await calls.send(Self.path, [position(), ("i:calls:note", "One adviser left.")])
    #expect(saved.status == .seeOther)
    #expect(
      calls.council.book.text(about: RecordID(Indicator.kind, "calls"), in: Self.period, .note) == "One adviser left.")
  }

  @Test("Nothing to report takes over how it stood, and ends when something is reported")
  func nothing() async throws {
    let (first, calls, _) = try await officers()
    let before = ActionUpdate(item: "desk", period: Self.period.earlier(by: 1)!, stage: .inProgress, percent: 30)
    try await first.council.append(reason: "Before", author: "import", at: first.clock.now) { _ in [before.revision] }
    func position() -> (String, String) { ("position", "\(calls.council.book.position)") }
    func update() -> ActionUpdate? { calls.council.book.updates["desk@\(Self.period.code)"] }
    let told = try await cell(calls, [position(), ("a:desk:nothing", "yes")])
    #expect(update()?.hasNothingToReport == true && update()?.percent == 30)
    #expect(
      told["fields"]?["a:desk:percent"]?.string == "30" && told["fields"]?["a:desk:stage"]?.string == "in progress")
    let more = try await cell(calls, [position(), ("a:desk:percent", "35")])
    #expect(update()?.hasNothingToReport == false && more["fields"]?["a:desk:nothing"]?.string == "")
    // A page without script sends what it showed beside what was typed.
    _ = try await calls.send(Self.path, [position(), ("a:desk:nothing", "yes")])
    #expect(update()?.hasNothingToReport == true)
    _ = try await calls.send(Self.path, [position(), ("a:desk:nothing", "yes"), ("a:desk:percent", "40")])
    #expect(update()?.hasNothingToReport == false && update()?.percent == 40)
  }

  @Test(
    "A whole form says nothing to report, and all of how it stood is taken over",
    arguments: [CollectTests.path, "\(CollectTests.path)/actions/desk"])
  func nothingOnAForm(address: String) async throws {
    let (first, calls, _) = try await officers()
    let before = ActionUpdate(
      item: "desk", period: Self.period.earlier(by: 1)!, stage: .inProgress, judged: .amber, percent: 30,
      forecast: Day("2026-03-31")!)
    try await first.council.append(reason: "Before", author: "import", at: first.clock.now) { _ in [before.revision] }
    var fields = Officer.fields(in: try await calls.text(address))
    let place = try #require(fields.firstIndex { $0.0 == "a:desk:nothing" })
    #expect(fields.contains { $0 == ("a:desk:percent", "") } && fields.contains { $0 == ("a:desk:judged", "") })
    fields[place].1 = "yes"
    #expect(try await calls.send(address, fields).status == .seeOther)
    let update = try #require(calls.council.book.updates["desk@\(Self.period.code)"])
    #expect(update.hasNothingToReport && update.stage == .inProgress && update.percent == 30)
    #expect(update.judged == .amber && update.forecast == before.forecast)
  }

  @Test("Another service's row can be neither read nor changed by changing an id")
  func reach() async throws {
    let (_, calls, treasurer) = try await officers()
    let position = "\(calls.council.book.position)"
    for sent in [
      try await calls.send("\(Self.path)/cell", [("position", position), ("i:invoices:value", "12%")]),
      try await calls.open("\(Self.path)/indicators/invoices"),
      try await calls.send("\(Self.path)/indicators/invoices", [("position", position), ("i:invoices:value", "12%")]),
      try await treasurer.open("\(Self.path)/actions/desk"),
    ] {
      #expect(sent.status == .forbidden)
    }
    let page = try await calls.send(Self.path, [("position", position), ("i:invoices:value", "12%")])
    #expect(page.status != .seeOther || actual(calls, "invoices") == nil)
    #expect(actual(calls, "invoices") == nil)
    #expect(
      try await calls.send("\(Self.path)/submit", [("position", position), ("i:invoices:was", "x")]).status != .ok)
    #expect(calls.council.book.reviews.isEmpty)
  }

  @Test("A likely slip is asked about, and the answer lets it through")
  func warned() async throws {
    let (_, calls, _) = try await officers()
    let position = "\(calls.council.book.position)"
    let odd = try await cell(calls, [("position", position), ("i:calls:value", "9.1%")])
    #expect(odd["parts"]?["words"]?.string?.contains("answer-scale") == true)
    _ = try await calls.send(
      Self.path,
      [("position", "\(calls.council.book.position)"), ("i:calls:commentary", "The lines were down for ten weeks.")])
    let blocked = try await calls.send(
      "\(Self.path)/submit", [("position", "\(calls.council.book.position)"), ("i:calls:value", "9.1%")])
    #expect(blocked.headers[.location]?.contains("submitted=0") == true)
    let answered = try await calls.send(
      "\(Self.path)/submit",
      [
        ("position", "\(calls.council.book.position)"), ("i:calls:value", "9.1%"),
        ("i:calls:answer-scale", "Only one line was open; the log shows it."),
        ("i:calls:answer-outlier", "Only one line was open; the log shows it."),
      ])
    #expect(answered.headers[.location]?.contains("submitted=1") == true)
    #expect(
      calls.council.book.returnRow(of: RecordID(Indicator.kind, "calls"), in: Self.period, on: Day("2025-11-10")!)?
        .state == .submitted)
  }

  @Test("What is complete is handed in; what is not is listed with what is missing")
  func submit() async throws {
    let (_, calls, _) = try await officers()
    let sent = try await calls.send(
      "\(Self.path)/submit",
      [
        ("position", "\(calls.council.book.position)"), ("i:calls:value", "92%"), ("i:visits:numerator", "20"),
        ("i:visits:denominator", "50"),
      ])
    #expect(sent.headers[.location] == "\(Self.path)?submitted=1#submit")
    let page = try await calls.text(Self.path)
    #expect(page.contains("Submitted"))
    #expect(page.contains("Say why, and what is being done"))
    #expect(calls.council.book.reviews["indicator:calls@2025-26-Q3"]?.step == .submitted)
    #expect(calls.council.book.reviews["indicator:visits@2025-26-Q3"] == nil)
  }

  @Test("What is being collected is not public until the quarter's report is sealed")
  func draft() async throws {
    let (_, calls, _) = try await officers()
    try await calls.send(
      Self.path,
      [
        ("position", "\(calls.council.book.position)"), ("i:calls:value", "79%"),
        ("i:calls:commentary", "Secret draft words"),
      ])
    for path in ["/", "/indicators", "/indicators/calls", "/open/values.csv", "/indicators/calls/values.csv", "/data"] {
      let text = try await calls.served.text(path)
      #expect(!text.contains("79%"), "\(path)")
      #expect(!text.contains("Secret draft words"), "\(path)")
    }
    #expect(try await calls.served.text("/indicators/calls").contains("91%"))
  }

  @Test("Words of officers come out as words, wherever they are shown")
  func escaped() async throws {
    let (_, calls, _) = try await officers()
    let words = #"<script>alert("x")</script><img src=x onerror=y>"#
    try await calls.send(
      Self.path,
      [("position", "\(calls.council.book.position)"), ("i:calls:value", "79%"), ("i:calls:commentary", words)])
    for path in [Self.path, "\(Self.path)/indicators/calls", "/collect/2025-26-Q3?saved=%3Cscript%3E&because=%3Cb%3E"] {
      let text = try await calls.text(path)
      #expect(!text.contains("<script>alert"), "\(path)")
      #expect(!text.contains("<img src=x"), "\(path)")
      #expect(!text.contains("<p><b>"), "\(path)")
    }
    let answer = try await cell(
      calls, [("position", "\(calls.council.book.position)"), ("i:calls:value", "<img src=x>")])
    #expect(answer["parts"]?["words"]?.string?.contains("<img") == false)
  }

  @Test("A text that would be a command to a database is a text")
  func database() async throws {
    let (_, calls, _) = try await officers()
    let words = "'); DROP TABLE entry; -- \" OR 1=1"
    try await calls.send(
      Self.path,
      [("position", "\(calls.council.book.position)"), ("i:calls:value", "79%"), ("i:calls:commentary", words)])
    #expect(calls.council.book.text(about: RecordID(Indicator.kind, "calls"), in: Self.period, .variance) == words)
    for path in ["/search?q=\(words.addressed)", "/changes?person=\(words.addressed)&kind=\(words.addressed)"] {
      #expect(try await calls.open(path).status == .ok, "\(path)")
    }
    for path in [
      "/collect/\(words.addressed)", "\(Self.path)/indicators/\(words.addressed)",
      "\(Self.path)/evidence/\(words.addressed)",
    ] {
      #expect(try await calls.open(path).status == .notFound, "\(path)")
    }
    #expect(try await calls.council.verify().fault == nil)
  }

  @Test("Only a quarter that was opened takes returns, and a page beyond the last is the last")
  func unopened() async throws {
    let (_, calls, _) = try await officers()
    for quarter in ["2025-26-Q2", "2025-26-Q4", "2099-00-Q1"] {
      let sent = try await calls.send(
        "/collect/\(quarter)/cell", [("position", "\(calls.council.book.position)"), ("i:calls:value", "12%")])
      #expect(sent.status == .notFound, "\(quarter)")
    }
    #expect(try await calls.served.text("/open/values.csv").contains("12%") == false)
    #expect(try await calls.open("\(Self.path)?page=9223372036854775807").status == .ok)
  }

  @Test("A freeze holds against taking back, whatever period the address names")
  func frozen() async throws {
    let (first, calls, _) = try await officers()
    try await calls.send(
      Self.path, [("position", "\(calls.council.book.position)"), ("i:calls:value", "92%")])
    let batch = try #require(
      try await calls.council.history(of: RecordID(Actual.kind, "calls@2025-26-Q3")).first?.batch)
    try await first.council.append(reason: "Frozen", author: first.person.id, at: first.clock.now) { book in
      try book.freezing(Self.period, on: Day("2025-11-10")!)
    }
    for period in ["2025-26-Q3", "nonsense", "2025-26-Q2"] {
      #expect(try await calls.send("/collect/\(period)/batches/\(batch)").status == .forbidden, "\(period)")
    }
    #expect(actual(calls, "calls")?.verbatim == "92%")
    // An import is refused in words, too.
    let file = Array("Indicator,Period,Actual\nCalls answered,Q3 2025/26,95%\n".utf8)
    let preview = try #require(try await first.upload("late.csv", file).headers[.location])
    _ = try await first.settled(preview)
    let refused = try await first.send("\(preview)/apply")
    #expect(refused.status == .forbidden)
    #expect(PageText(refused).contains("is frozen since 10 November 2025"))
    #expect(actual(calls, "calls")?.verbatim == "92%")
  }

  @Test("Evidence is kept for those who answer for the return or check it, and only saved by browsers, never shown")
  func evidence() async throws {
    let (first, calls, treasurer) = try await officers()
    let page = "\(Self.path)/indicators/calls"
    #expect(
      try await calls.upload(
        to: page, "evidence", "../log<1>.html", Array("<script>alert(1)</script>".utf8),
        [("position", "\(calls.council.book.position)"), ("i:calls:value", "92%")]
      ).status == .seeOther)
    let text = try await calls.text(page)
    let link = try #require(text.source.firstMatch(of: /href="(\/collect\/[^"]*evidence[^"]*)"/)).1.description
    let file = try await calls.open(link)
    #expect(file.status == .ok)
    #expect(file.headers[.contentType] == "application/octet-stream")
    #expect(file.headers[.contentDisposition] == #"attachment; filename="evidence-1.html""#)
    // Files are called after people; what the ledger holds can't be erased.
    #expect(!calls.council.book.evidence.values.contains { $0.name.contains("log") })
    #expect(String(buffer: file.body) == "<script>alert(1)</script>")
    #expect(try await first.open(link).status == .ok)
    #expect(try await treasurer.open(link).status == .forbidden)
  }

  @Test("Evidence can be taken away by who answers for the return: the ledger says so, and the bytes stay")
  func withdrawn() async throws {
    let (_, calls, treasurer) = try await officers()
    let page = "\(Self.path)/indicators/calls"
    _ = try await calls.upload(
      to: page, "evidence", "log.txt", Array("a week of calls".utf8),
      [("position", "\(calls.council.book.position)"), ("i:calls:value", "92%")])
    let record = try #require(calls.council.book.evidence.values.first)
    let address = "\(Self.path)/evidence/\(record.id.addressed)"
    #expect(try await treasurer.send("\(address)/withdraw").status == .forbidden)
    #expect(calls.council.book.evidence.count == 1)
    #expect(try await calls.text(page).contains("Take away"))
    #expect(try await calls.send("\(address)/withdraw").headers[.location] == "\(page)?saved=yes")
    #expect(calls.council.book.evidence.isEmpty)
    #expect(try await calls.open(address).status == .notFound)
    #expect(try await calls.council.history(of: record.recordID).map { $0.body == nil } == [false, true])
    #expect(try await calls.council.file(try #require(Digest(record.digest))) != nil)
    #expect(try await calls.council.verify().fault == nil)
  }

  @Test("A quarter is locked for officers on its day, and the page says whom to ask")
  func locked() async throws {
    let (_, calls, _) = try await officers()
    calls.clock.pass(minutes: 20 * 24 * 60)
    let later = try await calls.again()
    let response = try await later.send(
      Self.path, [("position", "\(later.council.book.position)"), ("i:calls:value", "92%")])
    #expect(response.status == .unprocessableContent)
    #expect(PageText(response).contains("are locked since 28 November 2025"))
    #expect(actual(later, "calls") == nil)
    #expect(try await later.text(Self.path).contains("readonly"))
  }

  @Test("A hundred people saving at once: each acknowledged save is on the disk, once")
  func hundred() async throws {
    let directory = NSTemporaryDirectory() + "goldthread-hundred-\(UUID().uuidString)"
    let council = try await Self.council(in: directory)
    try await council.append(reason: "More", author: "p-0", at: Moment("2025-10-01T09:00:00.000Z")!) { _ in
      (0..<100).map { number in
        var indicator = Indicator(
          id: "n\(number)", name: "Number \(number)", polarity: .highIsGood, unit: .number, items: ["service"])
        indicator.owner = "calls-manager"
        return indicator.revision
      }
    }
    let first = try await Officer(council)
    let position = "\(council.book.position)"
    let saved = try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<100 {
        group.addTask {
          let answer = try await cell(first, [("position", position), ("i:n\(number):value", "\(number + 1)")])
          return answer["result"]?.string == "saved"
        }
      }
      return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(saved == 100)
    // Another process reads the file as it lies there.
    let copy = try await Council.open(directory: directory, council: "larkmere", creating: false)
    for number in 0..<100 {
      let history = try await copy.history(of: RecordID(Actual.kind, "n\(number)@2025-26-Q3"))
      #expect(history.count == 1)
      #expect(copy.book.readings["n\(number)"]?.actual(in: Self.period)?.value.verbatim == "\(number + 1)")
    }
  }
}

@Suite("Returns travel as a workbook")
struct WorkbookPageTests {
  @Test("Downloaded, filled in, looked at, recorded as one batch and taken back")
  func journey() async throws {
    let first = try await Officer(try await CollectTests.council())
    let calls = try await first.colleague([.responsibleOfficer], post: "calls-manager")
    let path = "\(CollectTests.path)/workbook"
    let file = try await calls.open("\(path)/file")
    #expect(file.status == .ok)
    #expect(file.headers[.contentDisposition]?.contains("returns-2025-26-Q3.xlsx") == true)
    let bytes = Array(buffer: file.body)
    // As it came it changes nothing.
    let same = try await calls.upload(to: path, "file", "returns.xlsx", bytes)
    let unchanged = try await calls.text(try #require(same.headers[.location]))
    #expect(unchanged.contains("Nothing would be recorded"))
    // What is no workbook of ours gets a sentence.
    let wrong = try await calls.upload(to: path, "file", "holiday.xlsx", Array("hello".utf8))
    #expect(wrong.status == .unprocessableContent)
    #expect(PageText(wrong).contains("There is a problem"))
    // Nobody else sees the file that was sent.
    #expect(try await first.open(try #require(same.headers[.location])).status == .notFound)
  }

  @Test("Nobody takes back what another recorded")
  func undo() async throws {
    let first = try await Officer(try await CollectTests.council())
    let calls = try await first.colleague([.responsibleOfficer], post: "calls-manager")
    try await calls.send(
      CollectTests.path, [("position", "\(calls.council.book.position)"), ("i:calls:value", "92%")])
    let batch = try #require(
      try await calls.council.history(of: RecordID(Actual.kind, "calls@2025-26-Q3")).first?.batch)
    let page = "\(CollectTests.path)/batches/\(batch)"
    #expect(try await first.send(page).status == .forbidden)
    #expect(try await calls.open(page).status == .ok)
    #expect(try await calls.send(page).headers[.location]?.contains("undone=1") == true)
    #expect(calls.council.book.readings["calls"]?.actual(in: CollectTests.period) == nil)
  }
}
