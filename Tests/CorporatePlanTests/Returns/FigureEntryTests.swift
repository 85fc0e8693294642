import Testing

@testable import CorporatePlan

@Suite("What an officer types for an indicator becomes revisions, or all that is wrong with it")
struct FigureEntryTests {
  private func value(_ typed: String, _ subject: RecordID = Quarter.visits) throws -> String? {
    try Quarter().revisions(FigureEntry(value: typed), subject).first?.body?["value"]?.string
  }

  @Test(
    "a cell pasted from Excel is taken as it was typed",
    arguments: [("1,234", "1,234"), (" 418 ", "418"), ("-3", "-3"), ("(12)", "(12)"), ("12k", "12k")])
  func pasted(typed: String, kept: String) throws { #expect(try value(typed) == kept) }

  @Test("a percentage may be typed with its sign, without it, or as two numbers")
  func percentages() throws {
    let quarter = Quarter()
    #expect(try value("45.5%", Quarter.recycling) == "45.5%")
    #expect(try value("45.5", Quarter.recycling) == "45.5")
    #expect(try value("6/14", Quarter.recycling) == "6/14")
    let two = try quarter.revisions(FigureEntry(numerator: "91", denominator: "200"), Quarter.recycling)
    #expect(two.first?.body?["value"]?.string == "91/200")
    let none = try quarter.revisions(FigureEntry(numerator: "0", denominator: "0"), Quarter.recycling)
    #expect(none.first?.body?["value"]?.string == "no activity")
  }

  @Test("money is taken in pounds, and millions are")
  func money() throws {
    var quarter = Quarter()
    quarter.add(
      Indicator(id: "spend", name: "Spent on roads", polarity: .none, unit: .pounds, items: ["place"], order: 9))
    let spend = RecordID(Indicator.kind, "spend")
    try quarter.enter(FigureEntry(value: "£1.2m"), spend)
    #expect(quarter.row(spend).figure?.value.figure?.quantity == Quantity(1_200_000))
    #expect(quarter.problems(FigureEntry(value: "45%"), spend).count == 1)
  }

  @Test(
    "what is no figure is told beside its field, with what to type",
    arguments: [
      ("abc", "value: Enter a number, like 92.5"), ("12,34", "value: Enter a number, like 92.5"),
      ("#DIV/0!", "value: Enter a number, like 92.5"),
      ("–", "reason: Say why there is no figure: awaited in arrears, no activity, not applicable, to be confirmed …"),
      ("n/a", "reason: Say why there is no figure: awaited in arrears, no activity, not applicable, to be confirmed …"),
      ("5%", "value: This is measured in days. Enter a number, like 92.5"),
      ("6/14", "value: This is measured in days. Enter a number, like 92.5"),
    ])
  func refused(typed: String, problem: String) {
    var quarter = Quarter()
    quarter.add(
      Indicator(id: "days", name: "Days lost", polarity: .lowIsGood, unit: .named("days"), items: ["place"], order: 9))
    let days = RecordID(Indicator.kind, "days")
    quarter.add(Target(indicator: "days", period: Quarter.period, verbatim: "8"))
    #expect(quarter.problems(FigureEntry(value: typed), days) == [problem])
  }

  @Test("6/14 is a share where shares are reported, and may be a date elsewhere")
  func share() {
    #expect(Quarter().problems(FigureEntry(value: "6/14"), Quarter.recycling).isEmpty)
    #expect(Quarter().problems(FigureEntry(value: "6/14"), Quarter.visits).count == 1)
  }

  @Test(
    "two numbers that make no share are told of, each beside its own field",
    arguments: [
      ("91", "", "denominator: Enter out of how many it was"),
      ("", "110", "numerator: Enter how many of the 110 it was"),
      ("x", "110", "numerator: Enter a number, like 91"), ("91", "-2", "denominator: Enter a number, like 110"),
      ("3", "0", "denominator: Enter out of how many it was. When there were none, enter 0 and 0"),
      ("30", "6", "numerator: 30 out of 6 is more than all of them. Check both numbers"),
    ])
  func shares(numerator: String, denominator: String, problem: String) {
    let entry = FigureEntry(numerator: numerator, denominator: denominator)
    #expect(Quarter().problems(entry, Quarter.recycling) == [problem])
  }

  @Test("a missing figure has a reason; a figure has none")
  func reasons() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "n/a", reason: .inArrears), Quarter.recycling)
    #expect(quarter.row(Quarter.recycling).figure?.value == .missing(.inArrears))
    #expect(
      quarter.problems(FigureEntry(value: "45", reason: .inArrears), Quarter.recycling).first?.hasPrefix("reason")
        == true)
    #expect(quarter.problems(FigureEntry(value: "", reason: .notReturned), Quarter.recycling).count == 1)
    #expect(try quarter.revisions(FigureEntry(value: "", reason: .inArrears), Quarter.recycling).isEmpty)
  }

  @Test("all problems are told at once, and nothing is recorded")
  func together() {
    let entry = FigureEntry(value: "abc", commentary: String(repeating: "é", count: 601), note: "Fine")
    #expect(
      Quarter().problems(entry, Quarter.recycling) == [
        "value: Enter a number, like 92.5",
        "commentary: This is 1 character over 600. Shorten it, and put the rest into the note behind it.",
      ])
  }

  @Test("public commentary has room for 600 characters as people count them, the note behind it for more")
  func room() throws {
    let flags = String(repeating: "🏴󠁧󠁢󠁷󠁬󠁳󠁿", count: 600)
    #expect(Quarter().problems(FigureEntry(commentary: flags, note: flags + flags), Quarter.recycling).isEmpty)
  }

  @Test("what was typed again changes nothing, and only what changed is recorded")
  func unchanged() throws {
    var quarter = Quarter()
    let entry = FigureEntry(
      value: "45.5%", state: .provisional, commentary: "Wet summer.\r\nLess garden waste.", note: "")
    try quarter.enter(entry, Quarter.recycling)
    #expect(try quarter.revisions(entry, Quarter.recycling).isEmpty)
    let words = try quarter.revisions(FigureEntry(value: "45.5%", commentary: "Dry summer."), Quarter.recycling)
    #expect(words.map(\.kind) == [Commentary.kind])
    let state = try quarter.revisions(FigureEntry(state: .final), Quarter.recycling)
    #expect(state.map(\.kind) == [Actual.kind] && state.first?.body?["state"] == nil)
  }

  @Test("clearing a cell withdraws the figure; a field that was not on the form stays")
  func cleared() throws {
    var quarter = Quarter()
    try quarter.enter(FigureEntry(value: "45.5%", commentary: "Wet."), Quarter.recycling)
    let cleared = try quarter.revisions(FigureEntry(value: ""), Quarter.recycling)
    #expect(cleared == [Revision(kind: Actual.kind, record: "recycling@2025-26-Q2", body: nil)])
    try quarter.enter(FigureEntry(value: "", commentary: " "), Quarter.recycling)
    let row = quarter.row(Quarter.recycling)
    #expect(row.typed.isEmpty && row.words.isEmpty && row.state == .due)
    #expect(try quarter.revisions(FigureEntry(value: ""), Quarter.recycling).isEmpty)
  }

  @Test("several comments of an import are one text on the form, and none is lost when it is typed over")
  func joined() throws {
    var quarter = Quarter()
    for number in 1...2 {
      quarter.add(
        Commentary(
          id: "c\(number)", subject: Quarter.recycling, period: Quarter.period, purpose: .variance,
          text: "Comment \(number).", order: number))
    }
    #expect(quarter.row(Quarter.recycling).words[.variance] == "Comment 1.\n\nComment 2.")
    #expect(try quarter.revisions(FigureEntry(commentary: "Comment 1.\n\nComment 2."), Quarter.recycling).isEmpty)
    let typed = try quarter.revisions(FigureEntry(commentary: "New."), Quarter.recycling)
    #expect(typed.map(\.record) == ["c1", "c2"] && typed.map { $0.body == nil } == [false, true])
  }

  @Test("words are a figure only where the target is in words")
  func words() throws {
    var quarter = Quarter()
    quarter.add(Indicator(id: "policy", name: "Policy", polarity: .highIsGood, items: ["place"], order: 9))
    quarter.add(Target(indicator: "policy", period: Quarter.period, verbatim: "Adopted"))
    try quarter.enter(FigureEntry(value: "Adopted"), RecordID(Indicator.kind, "policy"))
    #expect(quarter.row(RecordID(Indicator.kind, "policy")).status == .green)
    #expect(quarter.problems(FigureEntry(value: "Adopted"), Quarter.visits) == ["value: Enter a number, like 92.5"])
  }
}
