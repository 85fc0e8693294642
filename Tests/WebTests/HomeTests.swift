import CorporatePlan
import HTTPTypes
import Ledger
import Testing

@testable import Web

@Suite("Everybody arrives at what is theirs")
struct HomeTests {
  @Test("A responsible officer sees how long and how many, the way to enter them, and their indicators")
  func officer() async throws {
    let borough = try await Borough()
    let text = try await borough.housing().text("/office")
    #expect(text.contains("Q2 2025/26 closes in 6 working days. You have 2 of 2 left."))
    #expect(text.contains(#"<a class="button" href="/collect/2025-26-Q2">Enter your returns</a>"#))
    #expect(text.contains("Due by 18 November 2025 (2)"))
    #expect(text.contains("Your indicators"))
    #expect(text.contains("Repairs done in time"))
    #expect(!text.contains("Debt collected"))
    for other in ["Newest in the ledger", "Posts that nobody holds", "The checks of the plan", "To review in"] {
      #expect(!text.contains(other), "\(other)")
    }
  }

  @Test("What was returned stands first, with the reason and who gave it")
  func returned() async throws {
    let borough = try await Borough()
    let housing = try await borough.housing()
    try await borough.record(
      "Figure", by: housing, Actual(indicator: "repairs", period: Borough.period, value: try Value("71%")))
    try await borough.record(
      "Returned",
      Review(
        Borough.repairs, in: Borough.period, .returned, seen: borough.chief.council.book.position,
        reason: "Is this <b>with</b> voids?"))
    let text = try await housing.text("/office")
    #expect(text.contains("Is this &lt;b"))
    #expect(text.contains("<b>Performance:</b>"))
    let places = ["Returned to you (1)", "Due by 18 November 2025 (1)"].map { text.source.range(of: $0)?.lowerBound }
    let (first, second) = (try #require(places[0]), try #require(places[1]))
    #expect(first < second)
  }

  @Test(
    "What others changed since the last visit stands there until the next visit, within reach and without one's own")
  func changed() async throws {
    let borough = try await Borough()
    let housing = try await borough.housing()
    #expect(try await housing.text("/office").contains("This is your first visit"))
    borough.chief.clock.pass(minutes: 61)
    try await borough.record(
      "Counted again", Actual(indicator: "repairs", period: Borough.before, value: try Value("72%")))
    try await borough.record("Bailiffs", Actual(indicator: "debt", period: Borough.period, value: try Value("71%")))
    try await borough.record(
      "My own", by: housing, Actual(indicator: "repairs", period: Borough.period, value: try Value("73%")))
    for _ in 0..<3 {
      let text = try await housing.text("/office")
      #expect(text.contains("Counted again"))
      #expect(!text.contains("Bailiffs"))
      #expect(!text.contains("My own"))
      borough.chief.clock.pass(minutes: 10)
    }
    let all = try await housing.text("/changes?since=last")
    #expect(all.contains("Counted again") && !all.contains("My own") && !all.contains("Bailiffs"))
    borough.chief.clock.pass(minutes: 61)
    #expect(try await housing.text("/office").contains("Nothing, since 10 November 2025."))
  }

  @Test("A reviewer sees what waits and how far their own services are")
  func reviewer() async throws {
    let borough = try await Borough()
    let head = try await borough.chief.colleague([.reviewer], post: "housing-head")
    #expect(try await head.text("/office").contains("Nothing waits for you."))
    for subject in [Borough.repairs, Borough.debt] {
      try await borough.record(
        "Figure", Actual(indicator: subject.record, period: Borough.period, value: try Value("71%")))
      try await borough.record(
        "Submitted",
        Review(subject, in: Borough.period, .submitted, seen: borough.chief.council.book.position))
    }
    let text = try await head.text("/office")
    #expect(text.contains("1 return waiting for you."))
    #expect(text.contains("Your services"))
    #expect(text.contains(">Housing<") && !text.contains(">Finance<"))
  }

  @Test("A councillor is told what stays red and what is overdue")
  func councillor() async throws {
    let borough = try await Borough()
    let text = try await borough.chief.colleague([.councillor]).text("/office")
    #expect(text.contains("Q1 2025/26 in short"))
    #expect(text.contains("Red twice running or more (2)"))
    #expect(text.contains("2 times running."))
    #expect(text.contains("Was due by 1 October 2025"))
    #expect(!text.contains("To do"))
  }

  @Test("The performance officer and administrator sees the quarter and the posts, each part once")
  func chief() async throws {
    let borough = try await Borough()
    let text = try await borough.chief.text("/office")
    #expect(text.contains("3</b> not entered"))
    #expect(text.contains("Nobody is late."))
    #expect(text.contains("Posts that nobody holds (3)"))
    #expect(text.source.components(separatedBy: "Changed since you last looked</h2>").count == 2)
    #expect(text.source.components(separatedBy: "<h1>").count == 2)
    borough.chief.clock.pass(minutes: 9 * 24 * 60)
    let later = try await borough.chief.council.accounts.signIn(
      email: "performance@larkmere.example", password: Officer.password, from: "tests", at: borough.chief.clock.now)
    let page = PageText(
      try await borough.chief.served.ask("/office", .get, [.cookie: "\(OfficeCookie.name)=\(later.text)"]))
    #expect(page.contains("3 returns late."))
  }

  @Test("An auditor sees the newest of the ledger")
  func auditor() async throws {
    let borough = try await Borough()
    let auditor = try await borough.chief.colleague([.auditor])
    try await borough.record(
      "Counted again", Actual(indicator: "debt", period: Borough.before, value: try Value("72%")))
    let text = try await auditor.text("/office")
    #expect(text.contains("Newest in the ledger"))
    #expect(text.contains("Counted again"))
  }

  @Test("Who keeps the plan finds the indicators that lack something")
  func lacking() async throws {
    let borough = try await Borough()
    var bare = Indicator(id: "bare", name: "Bare of everything", polarity: .highIsGood, items: [])
    try await borough.record("New", bare)
    let chief = borough.chief
    #expect(try await chief.text("/office/indicators").contains("3 indicators"))
    #expect(try await chief.text("/office/indicators?lacks=no%20target").contains("1 of 3 indicators"))
    #expect(try await chief.text("/office/indicators?lacks=no%20owner").contains("/indicators/bare"))
    #expect(try await chief.text("/office/indicators?service=finance").contains("1 of 3 indicators"))
    #expect(try await chief.text("/office/indicators?owner=repairs-officer").contains("/indicators/repairs"))
    #expect(try await chief.text("/office/indicators?owner=nobody").contains("No indicator fits"))
    bare.definition = "Said"
    try await borough.record("Defined", bare)
    #expect(try await chief.text("/office/indicators?lacks=no%20definition").contains("2 of 3 indicators"))
  }
}
