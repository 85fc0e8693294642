import CorporatePlan
import Testing

@Suite("Small numbers are kept from the public, and so is what would give them away")
struct SuppressionTests {
  /// A hamlet that counts people moved out of their homes.
  private struct Homes {
    var hamlet = Hamlet()
    static let year = FinancialYear(2025)

    init(_ frame: Frame = .flow, least: Int? = 5, unit: CorporatePlan.Unit = .number) {
      add("moved", frame, least: least, unit: unit)
    }

    mutating func add(
      _ id: String, _ frame: Frame = .flow, least: Int? = nil, unit: CorporatePlan.Unit = .number,
      madeFrom source: String? = nil, partOf whole: String? = nil
    ) {
      var indicator = Indicator(
        id: id, name: "Households moved out \(id)", polarity: .lowIsGood, unit: unit, frame: frame, aggregation: .sum,
        items: ["people"], order: 2)
      if frame != .flow { indicator.aggregation = .last }
      indicator.suppressBelow = least.map { Quantity($0) }
      (indicator.derivedFrom, indicator.partOf) = (source, whole)
      hamlet.add(indicator)
    }

    mutating func figures(_ texts: String..., of id: String = "moved") {
      for (quarter, text) in zip(Self.year.quarters, texts) { figure(text, quarter, of: id) }
    }

    mutating func figure(_ text: String, _ period: Period, of id: String = "moved") {
      do { hamlet.add(Actual(indicator: id, period: period, value: try Value(text))) } catch {
        preconditionFailure("\(error)")
      }
    }

    /// What the public sees of the quarters, and of the year where it has a figure.
    func shown(_ id: String = "moved") -> [String] {
      (hamlet.book.published.readings[id]?.actuals ?? []).sorted {
        ($0.period.end, $1.period.start) < ($1.period.end, $0.period.start)
      }.map(\.value.text)
    }
  }

  @Test("A count below the least is withheld; zero and the least itself are shown; the record keeps all")
  func counts() {
    var homes = Homes()
    homes.figures("4", "0", "5", "1")
    #expect(homes.shown() == ["suppressed", "0", "5", "suppressed"])
    #expect(homes.hamlet.book.readings["moved"]?.actuals.map(\.value.text) == ["4", "0", "5", "1"])
  }

  @Test("Without a threshold everything is published")
  func off() {
    var homes = Homes(least: nil)
    homes.figures("4", "1")
    #expect(homes.shown() == ["4", "1"])
  }

  @Test("A share of few, out of few or of all but few is withheld; a bare percentage can’t be judged")
  func ratios() {
    var homes = Homes(unit: .percent)
    homes.figures("3/50", "2/4", "48/50", "20/50")
    #expect(homes.shown() == ["suppressed", "suppressed", "suppressed", "20/50 (40.0%)"])
    homes.figures("6%", "0/50")
    #expect(homes.shown().prefix(2) == ["6%", "0/50 (0.0%)"])
  }

  @Test("A year to date that has grown by a small number would tell it")
  func yearToDate() {
    var homes = Homes(.yearToDate)
    homes.figures("10", "12", "30", "30")
    #expect(homes.shown() == ["10", "suppressed", "30", "30"])
    // A new year starts from nothing.
    homes.figure("11", FinancialYear(2026).quarter(1))
    #expect(homes.shown().last == "11")
  }

  @Test("With the year’s total, the second smallest quarter goes as well")
  func secondSmallest() {
    var homes = Homes()
    homes.figures("20", "3", "9", "14")
    #expect(homes.shown() == ["20", "suppressed", "9", "14"])
    homes.figure("46", Homes.year.period)
    #expect(homes.shown() == ["20", "suppressed", "suppressed", "14", "46"])
  }

  @Test("Two small ones that together are still few take a third along; a total of nothing else is small itself")
  func together() {
    var homes = Homes()
    homes.figures("1", "2", "9", "14")
    homes.figure("26", Homes.year.period)
    #expect(homes.shown() == ["suppressed", "suppressed", "suppressed", "14", "26"])
    var few = Homes()
    few.figures("0", "3", "0", "0")
    few.figure("3", Homes.year.period)
    #expect(few.shown() == ["0", "suppressed", "0", "0", "suppressed"])
  }

  @Test("Parts of a total in one quarter: the ward with few takes the next smallest along")
  func wards() {
    var homes = Homes()
    for ward in ["north", "south", "west"] { homes.add(ward, partOf: "moved") }
    homes.figures("30")
    for (ward, count) in [("north", "2"), ("south", "12"), ("west", "16")] { homes.figures(count, of: ward) }
    #expect(homes.shown("north") == ["suppressed"], "a part has the threshold of its total")
    #expect(homes.shown("south") == ["suppressed"])
    #expect(homes.shown("west") == ["16"] && homes.shown() == ["30"])
  }

  @Test("A year to date made from quarters gives none of them away")
  func made() {
    var homes = Homes()
    homes.add("year-so-far", .yearToDate, madeFrom: "moved")
    homes.figures("10", "3", "20")
    let published = homes.hamlet.book.published
    func made(_ quarter: Int, _ book: Book) -> Value {
      book.standing(of: book.indicators["year-so-far"]!, in: Homes.year.quarter(quarter)).value
    }
    #expect(made(2, homes.hamlet.book).text == "13" && made(3, homes.hamlet.book).text == "33")
    #expect(made(1, published).text == "10")
    #expect(made(2, published) == .missing(.suppressed) && made(3, published) == .missing(.suppressed))
    // Typed in by hand they would tell as well.
    homes.figures("10", "13", "33", of: "year-so-far")
    let typed = homes.shown("year-so-far")
    #expect(typed.count { $0 == "suppressed" } >= 1 && typed != ["10", "13", "33"])
  }

  @Test("It is rated within the council and not rated in public, and no status, first figure or direction tells of it")
  func rated() throws {
    var homes = Homes()
    let quarter = Homes.year.quarter(2)
    homes.figures("6", "4", "7")
    homes.hamlet.add(Target(indicator: "moved", period: quarter, verbatim: "3"))
    homes.hamlet.add(
      StatusOverride(
        indicator: "moved", period: quarter, status: .green, reason: "Nearly there, with one more than three"))
    homes.hamlet.add(PrintedStatus(indicator: "moved", period: quarter, status: .amber, evidence: "its colour"))
    homes.hamlet.add(Baseline(RecordID(Indicator.kind, "moved"), verbatim: "2", asOf: "2020"))
    let book = homes.hamlet.book
    let published = book.published
    let indicator = try #require(book.indicators["moved"])
    #expect(book.standing(of: indicator, in: quarter).rating.status == .red)
    let standing = published.standing(of: indicator, in: quarter)
    #expect(standing.outcome == .notRated(.missing(.suppressed)))
    #expect(standing.rating.why == "The figure is withheld because the numbers are small.")
    #expect(standing.override == nil && standing.printed == nil && published.baselines.isEmpty)
    let next = published.standing(of: indicator, in: Homes.year.quarter(3))
    #expect(next.previous == .missing(.suppressed) && next.short == .none)
  }

  @Test(
    "Words that say the figure are withheld in public and stop a seal",
    arguments: [
      ("We moved 4 families.", true), ("We moved four families.", true), ("Four, as it turned out.", true),
      ("Few families had to move.", false), ("In Q4 of 2024 there were more.", false),
      ("The 4th floor was flooded.", false), ("14 flats stood empty.", false),
    ])
  func words(_ text: String, _ tells: Bool) {
    var homes = Homes()
    homes.figures("6", "4")
    homes.hamlet.add(
      Commentary(
        id: "w", subject: RecordID(Indicator.kind, "moved"), period: Homes.year.quarter(2), purpose: .variance,
        text: text))
    let shown = homes.hamlet.book.published.commentary["w"]?.text ?? ""
    #expect((shown == text) != tells)
    #expect(shown.hasPrefix("Withheld:") == tells)
    #expect(homes.hamlet.codes.contains("suppression-leaks") == tells)
  }

  @Test("Other words tell it when they name the indicator with its number")
  func elsewhere() {
    var homes = Homes()
    homes.figures("6", "4")
    homes.hamlet.achievement("Only 4 households were moved out this quarter.")
    #expect(homes.hamlet.book.published.commentary["a"]?.text.hasPrefix("Withheld:") == true)
    #expect(homes.hamlet.findings.contains { $0.code == "suppression-leaks" && $0.severity == .error })
    homes.hamlet.achievement("We opened 4 libraries.")
    #expect(homes.hamlet.book.published.commentary["a"]?.text == "We opened 4 libraries.")
    let report = Report(.performance, Hamlet.quarter)
    homes.hamlet.add(report)
    homes.hamlet.add(Passage(report: report.id, key: "x", text: "Households moved out: four."))
    #expect(
      homes.hamlet.book.published(sealing: Hamlet.quarter).passages.values.first?.text.hasPrefix("Withheld:") == true)
    #expect(homes.hamlet.codes.contains("suppression-leaks"))
    homes.hamlet.add(
      CouncillorQuestion(
        id: "q", period: Hamlet.quarter, text: "How many left?", answer: "Households moved out: four.",
        isApproved: true))
    let answered = homes.hamlet.book.published(sealing: Hamlet.quarter).questions["q"]
    #expect(answered?.answer?.hasPrefix("Withheld:") == true)
  }

  @Test("Opening words of the council's template tell it, too, each of them, in the reports of every period")
  func openings() {
    var homes = Homes()
    homes.figures("6", "4")
    homes.hamlet.add(
      ReportTemplate(
        .performance,
        sections: [
          .init("summary", text: "Only 4 households were moved out."), .init("method", text: "How we count."),
          .init("not-rated", text: "Households moved out: four."),
        ]))
    homes.hamlet.add(
      ReportTemplate(.cabinet, sections: [.init("summary", heading: "Households moved out: 4"), .init("wards")]))
    let open = homes.hamlet.book.published(sealing: Hamlet.quarter)
    #expect(open.reportTemplates["cabinet"]?.sections.map(\.heading) == [nil, nil])
    let shown = open.reportTemplates["performance"]?.sections
    #expect(shown?.compactMap(\.text).map { $0.hasPrefix("Withheld:") } == [true, false, true])
    let leaks = homes.hamlet.findings.filter { $0.code == "suppression-leaks" }.map(\.place)
    #expect(leaks.count { $0 == "report-template performance" } == 2)
    #expect(leaks.count { $0 == "report-template cabinet" } == 1 && leaks.count == 3)
  }

  @Test("A figure withheld now that an earlier edition printed is found")
  func printedBefore() {
    var homes = Homes(least: nil)
    homes.figures("6", "4")
    homes.hamlet.add(
      Seal(
        period: Hamlet.quarter, position: homes.hamlet.book.contentPosition, ledgerHash: "sha256:feed", rules: [],
        files: [], warnings: []))
    homes.add("moved", least: 5)
    #expect(homes.hamlet.findings.contains { $0.code == "suppression-leaks" && $0.place == "indicator moved" })
  }
}

@Suite("A provisional figure is called so")
struct ProvisionalTests {
  private func codes(_ text: String, about own: Bool, _ state: Actual.State = .provisional) throws -> [String] {
    var hamlet = Hamlet()
    hamlet.indicator.name = "Calls answered within two minutes"
    hamlet.add(hamlet.indicator)
    hamlet.add(Actual(indicator: "calls", period: Hamlet.quarter, value: try Value("93%"), state: state))
    if own {
      hamlet.add(
        Commentary(
          id: "w", subject: RecordID(Indicator.kind, "calls"), period: Hamlet.quarter, purpose: .variance, text: text))
    } else {
      hamlet.achievement(text)
    }
    return hamlet.codes.filter { $0 == "provisional-unmarked" }
  }

  @Test(
    "Its own words may not call it final",
    arguments: [
      ("This is the final figure.", 1), ("The figure is not final until March.", 0), ("More people called.", 0),
      ("The provisional figure will be final in May.", 0),
    ])
  func own(_ text: String, _ found: Int) throws {
    #expect(try codes(text, about: true).count == found)
    #expect(try codes(text, about: true, .final).isEmpty)
  }

  @Test("Words elsewhere say what it is when they give it")
  func elsewhere() throws {
    #expect(try codes("93% of calls were answered within two minutes.", about: false).count == 1)
    #expect(try codes("A provisional 93% of calls were answered within two minutes.", about: false).isEmpty)
    #expect(
      try codes("93% of calls were answered within two minutes; the figure is provisional.", about: false).isEmpty)
    #expect(try codes("More calls were answered within two minutes.", about: false).isEmpty)
  }
}
