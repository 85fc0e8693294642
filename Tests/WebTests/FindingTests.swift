import CorporatePlan
import Foundation
import HTTPTypes
import Ledger
import Testing

@testable import Web

@Suite("The search finds what somebody may read, and nothing else")
struct FindingTests {
  private func noted() async throws -> Borough {
    let borough = try await Borough()
    try await borough.record(
      "Notes",
      Commentary(
        id: "n1", subject: Borough.debt, period: Borough.period, purpose: .note, text: "The bailiffs were called"),
      Commentary(
        id: "n2", subject: Borough.debt, period: Borough.before, purpose: .variance, text: "Moratorium on letters"),
      Risk(id: "flood", title: "Floodwater", items: []))
    return borough
  }

  @Test("An officer of housing finds no note of finance; finance and the performance officer do")
  func reach() async throws {
    let borough = try await noted()
    let (housing, finance) = (try await borough.housing(), try await borough.finance())
    #expect(try await housing.text("/search?q=bailiffs").contains("Nothing has “bailiffs”"))
    #expect(try await finance.text("/search?q=bailiffs").contains("The <mark>bailiffs</mark> were called"))
    #expect(try await borough.chief.text("/search?q=bailiffs").contains("<mark>bailiffs</mark>"))
    // What was published of another service is everybody's.
    #expect(try await housing.text("/search?q=moratorium").contains("<mark>Moratorium</mark>"))
    #expect(try await housing.text("/search?q=floodwater").contains("Nothing has"))
    // A filter in the address opens no way round.
    #expect(try await housing.text("/search?q=bailiffs&service=finance&kind=words").contains("were called") == false)
  }

  @Test("People are found by those alone who may see people")
  func people() async throws {
    let borough = try await Borough()
    let hidden = try await borough.chief.council.accounts.add(
      name: "Xanthippe Quill", email: "xq@larkmere.example", roles: [.councillor], at: borough.chief.clock.now)
    #expect(try await borough.chief.text("/search?q=xanthippe").contains("/people/\(hidden.id)"))
    let housing = try await borough.housing()
    #expect(try await housing.text("/search?q=xanthippe").contains("Quill") == false)
  }

  @Test("A code comes first, and the choices in the address narrow what is shown")
  func narrowed() async throws {
    let chief = try await Borough().chief
    let all = try await chief.text("/search?q=k02")
    #expect(all.contains("1 result for “k02”"))
    #expect(all.contains("/indicators/debt"))
    let both = try await chief.text("/search?q=officer")
    #expect(both.contains("/search?q=officer&amp;kind=posts"))
    let posts = try await chief.text("/search?q=officer&kind=posts")
    #expect(posts.contains("2 results for “officer”"))
    #expect(!posts.contains("/indicators/debt"))
    #expect(try await chief.text("/search?q=officer&kind=posts&service=finance").contains("1 result for"))
    for odd in ["kind=nothing", "status=x", "priority=%3Cb%3E", "service=%22", "page=99999999999999999999", "page=-3"] {
      #expect(try await chief.open("/search?q=officer&\(odd)").status == .ok, "\(odd)")
    }
  }

  @Test("Long lists come in pages")
  func pages() async throws {
    let borough = try await Borough()
    try await borough.record(
      "Many",
      (0..<45).map {
        PlanItem(id: "m\($0)", role: .milestone, level: "Milestone", title: "Lamp post \($0)", order: $0).revision
      })
    let first = try await borough.chief.text("/search?q=lamp")
    #expect(first.contains("45 results for “lamp”"))
    #expect(first.contains("Page 1 of 3"))
    #expect(first.contains("/search?q=lamp&amp;page=2"))
    let last = try await borough.chief.text("/search?q=lamp&page=3")
    #expect(last.source.components(separatedBy: #"<p class="hit">"#).count - 1 == 5)
    #expect(!last.contains("Next page"))
  }

  @Test("What was typed, and titles that hold markup, stand as text")
  func escaped() async throws {
    let borough = try await Borough()
    let hostile = "<script>alert(1)</script>\" onmouseover=\"x\"\u{301}'"
    try await borough.record(
      hostile,
      PlanItem(id: "x\"<b>", role: .milestone, level: hostile, title: "Needle \(hostile)", order: 9, text: hostile),
      Post(id: "hostile", title: "Needle \(hostile)", service: "\"><i>"))
    for path in [
      "/search?q=needle", "/search?q=alert", "/search?q=\(hostile.addressed)", "/changes",
      "/search?q=needle&service=\(hostile.addressed)&priority=\(hostile.addressed)&status=\(hostile.addressed)",
      "/changes?since=\(hostile.addressed)&person=\(hostile.addressed)&service=\(hostile.addressed)",
      "/office/indicators?owner=\(hostile.addressed)", "/office",
    ] {
      let text = try await borough.chief.text(path)
      #expect(!text.source.utf8.contains("<script>alert"), "\(path)")
      #expect(!text.source.utf8.contains("\" onmouseover"), "\(path)")
      #expect(!text.source.utf8.contains("\"><i>"), "\(path)")
    }
    let found = try await borough.chief.text("/search?q=alert")
    #expect(found.contains("&lt;script"))
    #expect(try await borough.chief.text("/search?q=%3Ci%3Enone").contains("&lt;i"))
  }

  @Test("With nothing typed the page says how to search")
  func empty() async throws {
    let text = try await Borough().chief.text("/search")
    #expect(text.contains("Type a word or a code"))
    #expect(!text.contains("results for"))
  }

  @Test("What is recorded is found with the next search")
  func newest() async throws {
    let borough = try await Borough()
    #expect(try await borough.chief.text("/search?q=observatory").contains("Nothing has"))
    try await borough.record(
      "More", PlanItem(id: "o", role: .milestone, level: "Milestone", title: "An observatory", order: 9))
    #expect(try await borough.chief.text("/search?q=observatory").contains("<mark>observatory</mark>"))
  }
}

@Suite("Changes are told to those whose things they are")
struct ChangesTests {
  @Test("An officer reads of their own service's changes, who reads all of all")
  func reach() async throws {
    let borough = try await Borough()
    let (housing, auditor) = (try await borough.housing(), try await borough.chief.colleague([.auditor]))
    try await borough.record(
      "Bailiffs", Actual(indicator: "debt", period: Borough.period, value: try Value("71%")))
    try await borough.record(
      "Counted again", Actual(indicator: "repairs", period: Borough.before, value: try Value("72%")))
    let own = try await housing.text("/changes")
    #expect(own.contains("Counted again"))
    #expect(own.contains(": 70% → 72%"))
    #expect(!own.contains("Bailiffs"))
    #expect(!own.contains("71%"))
    #expect(try await housing.text("/changes?service=finance").contains("Bailiffs") == false)
    let all = try await auditor.text("/changes")
    #expect(all.contains("Bailiffs"))
    #expect(all.contains("Appointed"))
    #expect(!own.contains("Appointed"))
  }

  @Test("A change is told as people say it: what of what, from what to what, by whom and why")
  func told() async throws {
    let borough = try await Borough()
    let debt = try await borough.finance()
    try await borough.record(
      "Government raised it", by: debt,
      Target(indicator: "debt", period: Borough.period, verbatim: "91%"))
    var action = try #require(borough.chief.council.book.items["estate"])
    (action.owner, action.due) = ("debt-officer", Day("2026-03-31"))
    try await borough.record("Handed over", action)
    let plain = try await borough.chief.text("/changes").source.replacing(/<[^>]*>/, with: "")
    #expect(plain.contains("Target of K.02 Debt collected, Q2 2025/26: 90% → 91%"))
    #expect(plain.contains("Government raised it") && plain.contains("by A colleague, Debt Officer, today 09:00"))
    #expect(
      plain.contains(
        "Action Rebuild the estate: Owner: Repairs Officer → Debt Officer; Due: 1 October 2025 → 31 March 2026"))
    for machinery in ["due_words", "“", "JSON", "indicator-"] { #expect(!plain.contains(machinery), "\(machinery)") }
  }

  @Test("They are narrowed by kind, person, service and day, and what is withdrawn says so")
  func narrowed() async throws {
    let borough = try await Borough()
    let housing = try await borough.housing()
    let words = Commentary(id: "c", subject: Borough.repairs, period: Borough.period, purpose: .note, text: "Gone")
    try await borough.record("Written", by: housing, words)
    try await borough.record("Thought better of", by: housing, [words.withdrawal])
    try await borough.record("Debts", Actual(indicator: "debt", period: Borough.period, value: try Value("71%")))
    let chief = borough.chief
    let person = try await chief.text("/changes?person=\(housing.person.id)")
    #expect(person.contains("Thought better of"))
    #expect(person.contains(": withdrawn"))
    #expect(!person.contains("Debts</h2>"))
    #expect(try await chief.text("/changes?service=finance").contains("Debts</h2>"))
    #expect(try await chief.text("/changes?service=housing").contains("Debts</h2>") == false)
    #expect(try await chief.text("/changes?kind=commentary").contains("Debts</h2>") == false)
    #expect(try await chief.text("/changes?since=2025-11-10").contains("Debts</h2>"))
    #expect(try await chief.text("/changes?since=2025-11-11").contains("No change fits"))
    #expect(try await chief.text("/changes?since=tomorrow").contains("“tomorrow” is no day"))
  }

  @Test("Long histories come in pages that leave nothing out and show nothing twice")
  func pages() async throws {
    let borough = try await Borough()
    for number in 0..<60 {
      try await borough.record(
        "Change \(number).",
        PlanItem(id: "m", role: .milestone, level: "Milestone", title: "Title \(number)", order: 9))
    }
    let first = try await borough.chief.text("/changes?kind=item")
    #expect(first.contains("Change 59.") && first.contains("Change 10.") && !first.contains("Change 9."))
    let address = try #require(first.source.split(separator: "\"").first { $0.contains("before=") })
    let second = try await borough.chief.text(String(address).replacing("&amp;", with: "&"))
    #expect(second.contains("Change 9.") && second.contains("Change 0.") && !second.contains("Change 10."))
    #expect(!second.contains("Earlier changes"))
  }

  @Test("Of who was erased the post they held stands there, and no name")
  func erased() async throws {
    let borough = try await Borough()
    let housing = try await borough.housing()
    try await borough.record(
      "My last one", by: housing, Actual(indicator: "repairs", period: Borough.period, value: try Value("72%")))
    #expect(try await borough.chief.text("/changes").contains("by A colleague, Repairs Officer, today 09:00"))
    try await borough.chief.council.accounts.erase(housing.person.id, by: "p-admin", at: .present)
    let text = try await borough.chief.text("/changes")
    #expect(text.contains("by Repairs Officer, today 09:00"))
    #expect(!text.contains("A colleague"))
  }
  @Test("Risks are listed for those who answer for them, and the address of another's opens nothing")
  func risks() async throws {
    let borough = try await Borough()
    var (arrears, leaks) = (Risk(id: "arrears", title: "Arrears rise"), Risk(id: "leaks", title: "Roofs leak"))
    (arrears.owner, leaks.owner) = ("Debt Officer", "Repairs Officer")
    try await borough.record("Risks", arrears, leaks)
    let housing = try await borough.housing()
    for path in ["/risks", "/risks/matrix"] {
      let text = try await housing.text(path)
      #expect(text.contains("Roofs leak") && !text.contains("Arrears rise"), "\(path)")
      #expect(try await borough.chief.text(path).contains("Arrears rise"), "\(path)")
    }
    #expect(try await housing.open("/risks/leaks").status == .ok)
    #expect(try await housing.open("/risks/arrears").status == .forbidden)
  }
}
