import CorporatePlan
import Foundation
import HummingbirdTesting
import Ledger
import Reports
import Testing

@testable import Web

@Suite("A report is cleared, its checks are set aside, and it is sealed in the office")
struct ClearanceTests {
  private static let report = "/work/reports/performance@2023-24-Q4"

  private struct Town {
    let performance: Officer
    let finance: Officer
    let deputy: Officer
    let legal: Officer

    init() async throws {
      performance = try await Officer(try await SampleCouncil.open())
      let template = ReportTemplate(
        .performance,
        officers: [.init("Chief Financial Officer", isStatutory: true), .init("Monitoring Officer", isStatutory: true)])
      try await performance.append([
        template.revision, Post(id: "finance", title: "Chief Financial Officer").revision,
        Post(id: "legal", title: "Monitoring Officer").revision,
      ])
      finance = try await performance.colleague([.clearingOfficer], post: "finance")
      deputy = try await performance.colleague([.clearingOfficer], post: "finance", deputy: true)
      legal = try await performance.colleague([.clearingOfficer], post: "legal")
    }

    func read(_ officer: Officer, _ role: String) async throws -> String {
      let page = try await officer.text("\(ClearanceTests.report)/clearance/\(role.addressed)").source
      let start = try #require(page.firstRange(of: "name=\"read\" value=\""))
      return String(page[start.upperBound...].prefix { $0 != "\"" })
    }

    @discardableResult
    func decide(_ officer: Officer, _ role: String, _ decision: String, _ comments: String = "") async throws
      -> TestResponse
    {
      try await officer.send(
        "\(ClearanceTests.report)/clearance/\(role.addressed)",
        [("read", try await read(officer, role)), ("decision", decision), ("comments", comments)])
    }
  }

  @Test("asked for, read, cleared on behalf; an edit afterwards voids it and the page says which section")
  func way() async throws {
    let town = try await Town()
    let panel = "\(Self.report)/clearance"
    #expect(try await town.performance.text(panel).contains("Not asked yet"))
    let late = try await town.performance.send("\(panel)/request", [("due", "some day")])
    #expect(late.status == .unprocessableContent && PageText(late).contains("some day"))
    let asked = try await town.performance.send("\(panel)/request", [("due", "24/11/2025"), ("note", "Please read")])
    #expect(asked.status == .seeOther)
    #expect(try await town.finance.text("/office").contains("Reports to clear"))

    #expect(try await town.decide(town.deputy, "Chief Financial Officer", "cleared").status == .seeOther)
    #expect(try await town.performance.text(panel).contains("Cleared, on behalf"))
    let silent = try await town.decide(town.legal, "Monitoring Officer", "not cleared")
    #expect(silent.status == .unprocessableContent)
    #expect(
      try await town.decide(town.legal, "Monitoring Officer", "cleared with comments", "Fine").status == .seeOther)
    let cleared = try await town.performance.text(panel)
    #expect(cleared.contains(#"<td data-label="State">Cleared with comments</td>"#), "on a phone it stands by its head")

    try await town.performance.append([
      Actual(indicator: "potholes", period: Period("2023-24-Q4")!, value: try Value("91%")).revision
    ])
    let void = try await town.performance.text(panel)
    #expect(void.contains("Void: changed since"))
    #expect(void.contains("The section “Clean and safe streets” changed on 10 November 2025"))
    #expect(void.contains("“Dangerous potholes mended within 24 hours”, Q4 2023/24: 92% became 91%"))
    #expect(try await town.finance.text("/office").contains("Reports to clear"))
    try await town.finance.send("\(panel)/\("Chief Financial Officer".addressed)/withdraw")
    #expect(try await town.performance.text(panel).contains("Waiting"))
  }

  @Test(
    "officers are told by mail when they are asked and when an edit voids it, and the author when one refuses and when all have cleared"
  )
  func letters() async throws {
    let town = try await Town()
    let performance = town.performance
    func letters(to officer: Officer) throws -> [PostedLetter] { try performance.letters(to: officer.person.email) }
    func nextDay() async throws {
      performance.clock.pass(minutes: 24 * 60)
      try await performance.round()
    }
    try await performance.send(
      "\(Self.report)/clearance/request", [("due", "24/11/2025"), ("note", "Before the gala")])
    try await performance.round()
    let asked = try #require(try letters(to: town.finance).first)
    #expect(asked.text.contains("You are asked to clear this report as the Chief Financial Officer"))
    #expect(asked.text.contains("Wanted by: 24 November 2025"))
    #expect(asked.text.contains("http://localhost\(Self.report)/clearance"))
    #expect(!asked.text.contains("gala"), "what was said stays in the council")
    #expect(try letters(to: town.legal).count == 1 && letters(to: town.deputy).isEmpty)

    try await town.decide(town.deputy, "Chief Financial Officer", "cleared")
    try await town.decide(town.legal, "Monitoring Officer", "not cleared", "The 79% is last year’s")
    try await performance.round()
    let refused = try #require(try letters(to: performance).last)
    #expect(refused.text.contains("The Monitoring Officer has not cleared Performance report, Q4 2023/24"))
    #expect(!refused.text.contains("79%"), "why stands on the page")

    try await town.decide(town.legal, "Monitoring Officer", "cleared")
    try await nextDay()
    let cleared = try #require(try letters(to: performance).last)
    #expect(cleared.text.contains("All officers have cleared Performance report, Q4 2023/24"))
    #expect(cleared.text.contains("• Chief Financial Officer, 10 November 2025"))
    #expect(cleared.text.contains("http://localhost\(Self.report)/seal"))

    try await performance.append([
      Actual(indicator: "potholes", period: Period("2023-24-Q4")!, value: try Value("91%")).revision
    ])
    try await nextDay()
    for officer in [town.finance, town.deputy, town.legal] {
      let void = try #require(try letters(to: officer).last)
      #expect(void.text.contains("• The section “Clean and safe streets” changed."))
      #expect(!void.text.contains("91%"), "letters leave the council")
    }
    let sent = try performance.letters().count
    try await nextDay()
    #expect(try performance.letters().count == sent, "each is told once")
  }

  @Test("only who holds the post has the page and the form, whatever the role")
  func rights() async throws {
    let town = try await Town()
    let page = "\(Self.report)/clearance/\("Chief Financial Officer".addressed)"
    #expect(try await town.legal.open(page).status == .forbidden)
    #expect(try await town.performance.open(page).status == .forbidden)
    #expect(try await town.legal.send(page, [("decision", "cleared")]).status == .forbidden)
    #expect(try await town.finance.open("\(Self.report)/seal").status == .forbidden)
    #expect(try await town.finance.send("\(Self.report)/overrides", [("reason", "So")]).status == .forbidden)
    #expect(try await town.finance.open(page).status == .ok)
  }

  @Test("what stops the seal is set aside with a reason or mended; then it is sealed, and the public reads those words")
  func sealing() async throws {
    let town = try await Town()
    let (seal, panel) = ("\(Self.report)/seal", "\(Self.report)/clearance")
    let refused = try await town.performance.send(seal)
    #expect(refused.status == .unprocessableContent && PageText(refused).contains("clearance-missing"))
    try await town.performance.send("\(panel)/request")
    try await town.decide(town.finance, "Chief Financial Officer", "cleared")
    try await town.decide(town.legal, "Monitoring Officer", "cleared")
    let council = town.performance.council
    let aside = SettingAside(
      council.book, Report(.performance, Period("2023-24-Q4")!), on: town.performance.today, Digest.text)
    let ids = aside.objections.map { ("finding", aside.id(of: $0)) }
    #expect(!ids.isEmpty && aside.result.stopping.count == ids.count)
    let silent = try await town.performance.send("\(Self.report)/overrides", ids)
    #expect(silent.status == .unprocessableContent)
    #expect(
      try await town.performance.send("\(Self.report)/overrides", ids + [("reason", "Scrutiny knows")]).status
        == .seeOther)
    #expect(try await town.performance.send(seal).headers[.location]?.hasSuffix("/seal?done=sealed") == true)
    #expect(try await town.performance.send(seal).headers[.location]?.hasSuffix("/seal?done=before") == true)
    let page = try await town.performance.served.text("/reports/2023-24-Q4")
    #expect(page.contains("Sealed although") && page.contains("Scrutiny knows"))
    #expect(page.contains("Who cleared this report"))
  }

  @Test("a sealed quarter that nobody has in work has its PDF, and no link to a draft that is not there")
  func sealedElsewhere() async throws {
    let officer = try await Officer(try await SampleCouncil.open(), printer: Printer { _ in Array("%PDF-1.7".utf8) })
    _ = try await officer.council.sealSettingAside(
      Period("2023-24-Q4")!, author: officer.person.id, at: officer.clock.now)
    // Setting checks aside has started it.
    try await officer.append([Report(.performance, Period("2023-24-Q4")!).withdrawal])
    let address = "/work/reports/\("performance@2023-24-Q4".addressed)"
    func links(_ page: PageText) -> Set<String> {
      Set(
        page.source.components(separatedBy: "href=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
          .filter { $0.hasPrefix(address) })
    }
    let (seal, clearance) = (try await officer.text("\(address)/seal"), try await officer.text("\(address)/clearance"))
    #expect(links(seal) == ["\(address)/files/sealed.pdf", "\(address)/clearance"])
    #expect(links(clearance) == ["\(address)/seal"])
    for path in links(seal).union(links(clearance)) { #expect(try await officer.open(path).status == .ok, "\(path)") }
    let sealed = "\(address)/files/sealed.pdf"
    #expect(try await officer.colleague([.responsibleOfficer]).open(sealed).status == .forbidden)
    #expect(try await officer.open("\(address)/files/report.html").status == .notFound)
    try await officer.append([Report(.performance, Period("2023-24-Q4")!).revision])
    for path in ["/seal", "/clearance"] { #expect(links(try await officer.text(address + path)).contains(address)) }
  }

  @Test("whoever seals is told before that the register of risks becomes public, and leaves it out by one press")
  func risks() async throws {
    let town = try await Town()
    let (officer, seal) = (town.performance, "\(Self.report)/seal")
    #expect(try await !officer.text(seal).contains("The register of risks"), "there is none")
    try await officer.append([
      Risk(id: "flood", title: "The river floods the depot", mitigations: ["Sandbags"], items: ["streets"]).revision,
      RiskScore(risk: "flood", day: Day("2024-02-01")!, likelihood: 4, impact: 4).revision,
    ])
    let told = try await officer.text(seal)
    #expect(told.contains("becomes public when it is sealed") && told.contains("Leave the register out"))
    #expect(try await town.finance.send("\(Self.report)/risks", [("risks", "out")]).status == .forbidden)
    #expect(try await officer.send("\(Self.report)/risks", [("risks", "out")]).status == .seeOther)
    #expect(try await officer.text(seal).contains("The register of risks is left out of this report"))
    #expect(officer.council.book.reports["performance@2023-24-Q4"]?.isWithoutRisks == true)
    #expect(try await !officer.text(Self.report).contains("The river floods the depot"))
    try await officer.send("\(Self.report)/risks", [("risks", "in")])
    #expect(try await officer.text(Self.report).contains("The river floods the depot"))
  }

  @Test("a report that is taken back writes to nobody and waits for nobody")
  func takenBack() async throws {
    let town = try await Town()
    try await town.performance.send("\(Self.report)/clearance/request")
    try await town.performance.append([Report(.performance, Period("2023-24-Q4")!, title: "In short").revision])
    try await town.decide(town.finance, "Chief Financial Officer", "cleared")
    try await town.performance.append([Report(.performance, Period("2023-24-Q4")!).withdrawal])
    try await town.performance.round()
    #expect(try town.performance.letters().isEmpty)
    #expect(try await !town.legal.text("/office").contains("Reports to clear"))
  }

  @Test("drafts of words stand on no public page before the report is sealed")
  func drafts() async throws {
    let town = try await Town()
    try await town.performance.append([
      Passage(report: "performance@2023-24-Q4", key: "introduction/purpose", text: "Written by hand for the meeting.")
        .revision
    ])
    let served = town.performance.served
    #expect(try await !served.text("/reports/2023-24-Q4").contains("Written by hand"))
    #expect(
      try await town.finance.text("\(Self.report)/clearance/\("Chief Financial Officer".addressed)").contains(
        "Written by hand"))
  }

  @Test("a paper is begun, its checks answered, and its days counted back; the exempt annex is for few")
  func papers() async throws {
    let town = try await Town()
    let officer = town.performance
    let empty = try await officer.send("/papers", [("title", "")])
    #expect(empty.status == .unprocessableContent)
    let begun = try await officer.send(
      "/papers",
      [
        ("title", "Performance in quarter 4"), ("committee", "Cabinet"), ("meeting", "18 December 2025"),
        ("report", "performance@2023-24-Q4"), ("recommendations", "Note the report"), ("options", "Do nothing"),
      ])
    #expect(begun.status == .seeOther)
    let paper = try #require(officer.council.book.papers.values.first { $0.committee == "Cabinet" })
    let page = try await officer.text("/papers/\(paper.id)")
    #expect(page.contains("Nobody has said whether the impact on equality was assessed"))
    #expect(page.contains("Agenda and report published") && page.contains("Do nothing"))
    let checks = "/papers/\(paper.id)/checks"
    #expect(try await officer.open(checks).status == .ok)
    let answered = try await officer.send(
      checks,
      [
        ("equality", "not needed"), ("equality_reason", "Figures only"), ("wards", "affects all wards"),
        ("key", "no"), ("call_in", "not subject to call-in"), ("call_in_reason", "To note"), ("exempt", "no"),
      ])
    #expect(answered.status == .seeOther)
    #expect(try await officer.text("/papers/\(paper.id)").contains("The mandatory checks are complete."))
    #expect(officer.council.book.reports["performance@2023-24-Q4"]?.paper == paper.id)
  }
}
