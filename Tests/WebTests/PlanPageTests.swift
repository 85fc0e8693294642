import CorporatePlan
import Foundation
import Ledger
import Testing

@testable import Web

@Suite("The plan can be read from top to bottom")
struct PlanPageTests {
  @Test("Every item of the plan stands in the tree once, under what it belongs to")
  func tree() async throws {
    let site = try await Served.shared()
    let text = try await site.text("/plan")
    for item in site.site.council.book.items.values {
      #expect(text.source.components(separatedBy: ">\(item.title)</a>").count == 2, "\(item.id)")
    }
    #expect(text.contains("1 April 2022 to 31 March 2026"))
    #expect(text.contains("4 priorities"))
    #expect(text.contains("due late autumn"))
    #expect(text.contains("<li>Quick</li>"))
    #expect(try await site.text("/").contains(#"<a href="/plan">Plan</a>"#))
  }

  @Test("An item's page tells what it promises, what serves it and what it serves, and who recorded it")
  func item() async throws {
    let site = try await Served.shared()
    let milestone = try await site.text("/plan/planning")
    for words in ["late autumn", "Permission granted", "FA4.1", "Start 300 council homes"] {
      #expect(milestone.contains(words), "\(words)")
    }
    #expect(!milestone.contains("The plan as adopted"), "reasons are the council's own")
    let care = try await site.text("/plan/care")
    #expect(care.contains("What contributes to it from elsewhere"))
    #expect(care.contains("Rebuild the market square"))
    #expect(try await site.text("/actions/market-square").contains("Also contributes to"))
    #expect(try await site.text("/actions/new-homes").contains("none started"))
    #expect(try await site.text("/plan/homes").contains("Streets below grade B for litter"))
    #expect(try await site.ask("/plan/nothing").status == .notFound)
  }

  @Test("A roll-up stands beside the printed one where they differ")
  func rollUp() async throws {
    let council = try await SampleCouncil.open()
    let site = try await Served(council)
    let period = Period("2023-24-Q4")!
    let computed = try #require(council.book.progress(of: "streets", in: period))
    #expect(try await site.text("/plan").contains("\(computed.percent)%, \(computed.method)"))
    try await council.append(reason: "Printed", author: "p-1", at: Moment("2024-05-01T09:00:00.000Z")!) { _ in
      [PrintedProgress(item: "streets", period: period, percent: 12).revision]
    }
    #expect(try await site.text("/plan").contains("; the document prints 12%"))
  }

  @Test("An indicator's page compares it with others and with where it stood")
  func comparison() async throws {
    let text = try await Served.shared().text("/indicators/recycling")
    #expect(text.contains("UK average"))
    #expect(text.contains("44.1%, 2022"))
    #expect(text.contains("43.2%, 2021"))
  }

  @Test("What became of one plan in the next is a table")
  func lineage() async throws {
    let text = try await Served.shared().text("/lineage")
    for words in ["Replaced", "Asked for by schools", "Dropped", "Done in 2021"] { #expect(text.contains(words)) }
    let empty = try await Council.open(
      directory: NSTemporaryDirectory() + "goldthread-plan-\(UUID().uuidString)", council: "new")
    let site = try await Served(empty)
    #expect(try await site.ask("/lineage").status == .notFound)
    #expect(try await !site.text("/").contains("/plan"))
    #expect(try await site.text("/plan").contains("Nothing has been reported yet"))
  }

  @Test("A plan without figures has pages for all its levels")
  func withoutFigures() async throws {
    let council = try await Council.open(
      directory: NSTemporaryDirectory() + "goldthread-plan-\(UUID().uuidString)", council: "new")
    try await council.append(reason: "The plan", author: "p-1", at: Moment("2024-05-01T09:00:00.000Z")!) { _ in
      [
        PlanItem(id: "p", role: .priority, level: "Mission", title: "Clean streets", order: 0).revision,
        PlanItem(id: "a", role: .action, level: "Key activity", title: "Sweep", parent: "p", order: 0).revision,
        PlanItem(id: "s", role: .priority, level: "Sub-priority", title: "Gutters", parent: "p", order: 1).revision,
        Indicator(id: "i", name: "Streets swept", polarity: .highIsGood, items: ["a"]).revision,
        Indicator(id: "c", name: "People living here", polarity: .none, items: []).revision,
        Comparator(indicator: "c", group: "UK average", verbatim: "9").revision,
      ]
    }
    let site = try await Served(council)
    let plan = try await site.text("/plan")
    for path in ["/plan/p", "/plan/a", "/plan/s", "/indicators/c"] {
      #expect(plan.contains(path), "\(path)")
      #expect(try await site.ask(path).status == .ok, "\(path)")
    }
    #expect(try await site.text("/plan/a").contains("/indicators/i"))
    let context = try await site.text("/indicators/c")
    #expect(context.contains("UK average"))
    #expect(context.contains("No figure has been recorded yet"))
    #expect(try await site.text("/indicators").contains("Streets swept"))
    try await council.append(reason: "First return", author: "p-1", at: Moment("2024-08-01T09:00:00.000Z")!) { _ in
      [Actual(indicator: "i", period: Period("2024-25-Q1")!, value: try Value("12")).revision]
    }
    for path in ["/priorities/p", "/plan/s", "/actions/a", "/indicators/i", "/indicators/c"] {
      #expect(try await site.ask(path).status == .ok, "\(path)")
    }
  }

  @Test("Papers and risks are for the office")
  func papers() async throws {
    let officer = try await Officer()
    try await officer.council.append(reason: "A paper", author: "p-1", at: officer.clock.now) { _ in
      [
        Paper(
          id: "cab", title: "The plan for the year", committee: "Cabinet", meeting: Day(2025, 2, 13),
          form: [Paper.Line("Key decision", "Yes")]
        ).revision,
        Recommendation(paper: "cab", number: 2, text: "Adopt the plan").revision,
        PaperOption(paper: "cab", number: 1, title: "Do nothing", outcome: .rejected).revision,
        Clearance(paper: "cab", role: "Monitoring Officer", onBehalf: true, day: Day(2025, 3, 1)).revision,
        Risk(id: "r", title: "Money runs out", code: "R1", mitigations: ["Spend less"], paper: "cab").revision,
        RiskScore(risk: "r", day: Day(2025, 1, 31)!, status: .amber, likelihood: 3, impact: 4).revision,
        Section(id: "s", of: RecordID("paper", "cab"), title: "Legal implications", text: "None.", order: 1).revision,
      ]
    }
    let paper = try await officer.text("/papers/cab")
    for words in [
      "Key decision", "Adopt the plan", "Do nothing", "Rejected", "Monitoring Officer, on behalf",
      "1 March 2025, after the meeting", "R1 Money runs out", "Spend less", "Amber; likelihood 3, impact 4",
      "Legal implications",
    ] { #expect(paper.contains(words), "\(words)") }
    #expect(try await officer.text("/risks").contains("Money runs out"))
    #expect(try await officer.text("/papers").contains("/papers/cab"))
    #expect(try await officer.open("/papers/nothing").status == .notFound)
    #expect(try await officer.served.ask("/papers/cab").status == .seeOther)
    #expect(try await !officer.served.text("/").contains("/papers"))
  }
}
