import CorporatePlan
import Testing

@Suite("Checks on the plan itself")
struct PlanChecksTests {
  private let today = Day(2024, 8, 1)!
  private let quarter = Township.quarter

  /// A plan in which nothing is to be found.
  private var town: Township {
    var town = Township()
    town.add(Plan(id: "plan", title: "Larkmere first", type: .corporate, start: Day(2024, 4, 1), end: Day(2025, 4, 1)))
    town.item("green", .priority)
    town.item("trees", .action, under: "green") { ($0.owner, $0.code) = ("Head of Parks", "GR1") }
    town.item("orchard", .milestone, under: "trees") { $0.due = Day(2024, 12, 31) }
    town.update("orchard", 30)
    town.indicator()
    town.target("90%")
    return town
  }

  private func found(_ town: Township) -> [Finding] { PlanChecks.findings(town.book, at: today) }

  @Test("a plan without fault gives no finding")
  func nothing() { #expect(found(town).isEmpty) }

  @Test("every check has its own code and says what it looks for")
  func codes() {
    #expect(Set(PlanChecks.all.map(\.code)).count == PlanChecks.all.count)
    #expect(PlanChecks.all.allSatisfy { $0.looksFor.hasSuffix(".") || $0.looksFor.hasSuffix("”.") })
  }

  @Test("each fault is found, in its place, and by one check alone", arguments: Fault.all)
  func faults(fault: Fault) {
    var town = town
    fault.make(&town)
    let found = found(town)
    #expect(found.map(\.code) == [fault.code])
    #expect(found.first?.place == fault.place)
    #expect(found.first?.sentence.contains(fault.says) == true, "\(found.first?.sentence ?? "")")
  }

  @Test(
    "what only looks like a fault is none",
    arguments: [
      Fault("praise", "", "") { town in
        town.update("orchard", 100, .complete)
        town.comment(
          "orchard", "Finished, with no work outstanding; rated outstanding by the judges. Late due to rain.")
      },
      Fault("the figure counts the reduction", "", "") {
        $0.indicator("Reduction in carbon")
        $0.target("≥ 50%")
      },
      Fault("for information", "", "") {
        $0.indicator(id: "rain") { ($0.polarity, $0.definition) = (.none, "Millimetres") }
      },
      Fault("letters that begin anew under each heading", "", "") { town in
        town.item("blue", .priority)
        for parent in ["green", "blue"] {
          town.item("a-\(parent)", .action, under: parent) { ($0.owner, $0.code) = ("Head of Parks", "a)") }
        }
      },
      Fault("due later and begun", "", "") {
        $0.item("orchard", .milestone, under: "trees") { $0.due = Day(2024, 8, 1) }
      },
      Fault("left the plan", "", "") { $0.item("old", .action, under: "green") { $0.end = Day(2024, 4, 1) } },
      Fault("a part answers to its action's owner", "", "") { $0.item("birch", .action, under: "trees") },
      Fault("marked as the same", "", "") { town in
        town.item("hedge", .milestone, under: "trees", title: "Plant a hedge")
        town.item("hedge-2", .milestone, under: "green", title: "Plant a hedge.")
        town.add(Contribution(RecordID(PlanItem.kind, "hedge-2"), to: "hedge", .sameAs))
      },
      Fault("printed as computed", "", "") {
        $0.add(PrintedProgress(item: "green", period: Township.quarter, percent: 30))
      },
    ])
  func notFaults(fault: Fault) {
    var town = town
    fault.make(&town)
    #expect(found(town).isEmpty)
  }

  @Test("many of a kind are one finding that names three")
  func gathered() {
    var town = town
    for number in 1...23 { town.indicator("Visits to hall \(number)", id: "hall-\(number)") { $0.definition = nil } }
    for number in 1...23 { town.target("\(number)", of: "hall-\(number)") }
    let found = found(town)
    #expect(found.map(\.code) == ["indicator-without-definition"])
    #expect(found[0].place == "plan")
    #expect(
      found[0].sentence.hasPrefix(
        "23 indicators have no definition: “Visits to hall 1”, “Visits to hall 10”, “Visits to hall 11” and 20 others.")
    )
  }

  @Test("without a day, nothing is called late")
  func noDay() {
    var town = town
    town.item("orchard", .milestone, under: "trees") { $0.due = Day(2024, 5, 31) }
    #expect(PlanChecks.all.flatMap { $0.findings(town.book, today: nil) }.isEmpty)
    #expect(found(town).map(\.code) == ["past-due-not-complete"])
  }

  @Test("a printed roll-up that nothing explains is told with the method of the computed one")
  func printedByOtherWays() {
    var town = Township()
    town.item("two", .priority)
    town.item("two-one", .priority, under: "two")
    town.item("two-two", .priority, under: "two")
    town.milestones(under: "two-one", 10, 10)
    town.milestones(under: "two-two", 0, 0, 0, 0, 0, 0, 0, 0)
    func sentence(_ percent: Int) -> String? {
      var town = town
      town.add(PrintedProgress(item: "two", period: quarter, percent: percent))
      return PlanChecks.findings(town.book, at: today).first { $0.code == "printed-progress-differs" }?.sentence
    }
    #expect(sentence(2) == nil)
    #expect(
      sentence(25)
        == "“The two of Larkmere”: printed 25%, computed 2% (the unweighted mean of 10 milestones, half up), Q1 2024/25. "
        + "The printed figure is the share of the year that had passed, which may be a placeholder.")
    #expect(sentence(5)?.hasSuffix("The printed figure is the mean of its 2 parts.") == true)
    #expect(sentence(40)?.hasSuffix("No other usual way gives the printed figure.") == true)
  }

  @Test("a printed roll-up may rest on a milestone that was lost")
  func lostRow() {
    var town = Township()
    town.item("one", .priority)
    town.milestones(under: "one", 20, 20, 20, 55)
    town.add(PrintedProgress(item: "one", period: quarter, percent: 23))
    let sentence = PlanChecks.findings(town.book, at: today).first { $0.code == "printed-progress-differs" }?.sentence
    #expect(sentence?.contains("with one more milestone at nought") == true)
  }
}

/// One thing that is wrong with a plan, and what is found of it.
struct Fault: Sendable, CustomTestStringConvertible {
  let code: String
  let place: String
  let says: String
  let make: @Sendable (inout Township) -> Void
  var testDescription: String { code + " " + says }

  init(_ code: String, _ place: String, _ says: String, _ make: @escaping @Sendable (inout Township) -> Void) {
    self.code = code
    self.place = place
    self.says = says
    self.make = make
  }

  static let all = plan + indicators

  private static let indicators = [
    Fault("indicator-without-target", "indicator walks", "“Guided walks” has no target") {
      $0.indicator("Guided walks", id: "walks")
    },
    Fault("indicator-without-target", "indicator walks", "“Guided walks” has no target") {
      $0.indicator("Guided walks", id: "walks") { ($0.polarity, $0.shows) = (.none, .customerOutput) }
    },
    Fault("code-used-twice", "item a-1", "2 actions") { town in
      for number in 1...2 {
        town.item("a-\(number)", .action, under: "green") { ($0.owner, $0.code) = ("Head of Parks", "a") }
      }
    },
    Fault("indicator-without-definition", "indicator calls", "has no definition") {
      $0.indicator { $0.definition = nil }
    },
    Fault("target-of-zero", "indicator calls", "High is good, so that any figure meets it") { $0.target("0%") },
    Fault("target-of-zero", "indicator calls", "Check that zero is meant") {
      $0.indicator("Missed bins") { $0.polarity = .lowIsGood }
      $0.target("0")
    },
    Fault("target-to-be-confirmed", "indicator calls", "still to be confirmed") { $0.target("90% (TBC)") },
    Fault("target-to-be-confirmed", "item trees", "The target of GR1") {
      $0.item("trees", .action, under: "green") { ($0.owner, $0.code, $0.target) = ("Head", "GR1", "To be determined") }
    },
    Fault("units-differ", "indicator calls", "a target for 2024/25 of 90% and an actual for Q1 2024/25 of 12 days") {
      $0.actual("12 days")
    },
    Fault("units-differ", "indicator calls", "a baseline of £3") {
      $0.add(Baseline(RecordID(Indicator.kind, "calls"), verbatim: "£3"))
    },
    Fault("units-differ", "indicator calls", "a target for 2025/26 of 5 days") {
      $0.target("5 days", FinancialYear(2025).period)
    },
    Fault("polarity-against-target", "indicator calls", "high is good, yet its target is at most 90%") {
      $0.target("≤ 90%")
    },
    Fault("polarity-against-target", "indicator calls", "speaks of less, yet its target is more than 2023 baseline") {
      $0.indicator("Reduction in abandoned calls")
      $0.target("> 2023 baseline")
    },
    Fault("polarity-against-target", "item trees", "“Reduce felling” speaks of less") {
      $0.item("trees", .action, under: "green") {
        ($0.owner, $0.code, $0.measure, $0.target) = ("Head", "GR1", "Reduce felling", "> Q1 position")
      }
    },
  ]

  private static let plan = [
    Fault("past-due-not-started", "item orchard", "was due by 30 June 2024 and stands at 0% (Q1 2024/25)") {
      $0.item("orchard", .milestone, under: "trees") { $0.due = Day(2024, 6, 30) }
      $0.update("orchard", 0)
    },
    Fault("past-due-not-complete", "item orchard", "stands at 30%") {
      $0.item("orchard", .milestone, under: "trees") { $0.due = Day(2024, 6, 30) }
    },
    Fault("past-due-not-complete", "item pond", "nothing was reported of it") {
      $0.item("pond", .milestone, under: "trees") { $0.due = Day(2024, 6, 30) }
    },
    Fault("complete-with-work-outstanding", "item orchard", "yet its comment says") {
      $0.update("orchard", 100)
      $0.comment("orchard", "All trees are in; the final certificate is due in July.")
    },
    Fault("complete-with-work-outstanding", "item orchard", "signage still to be put up") {
      $0.update("orchard", nil, .complete)
      $0.comment("orchard", "Trees planted, signage still to be put up.")
    },
    Fault("same-text-twice", "item hedge", "stands again as hedge-2. Take one of them out") {
      $0.item("hedge", .milestone, under: "trees", title: "Plant a hedge")
      $0.item("hedge-2", .milestone, under: "trees", title: "plant a hedge –")
    },
    Fault("same-text-twice", "item hedge", "keep it once and let it contribute") {
      $0.item("hedge", .milestone, under: "green", title: "Plant a hedge")
      $0.item("hedge-2", .milestone, under: "trees", title: "Plant a hedge")
    },
    Fault("action-without-owner", "item ponds", "“The ponds of Larkmere” has no owner") {
      $0.item("ponds", .action, under: "green")
    },
    Fault("code-used-twice", "item ponds", "2 actions: “The ponds of Larkmere” and “The trees of Larkmere”") {
      $0.item("ponds", .action, under: "green") { ($0.owner, $0.code) = ("Head of Parks", "gr1") }
    },
    Fault("due-outside-plan", "item orchard", "(31 March 2026) is due after the plan ends") {
      $0.item("orchard", .milestone, under: "trees") { $0.due = Day(2026, 3, 31) }
    },
    Fault("due-unresolved", "item orchard", "is due “by X”, which names no single day") {
      $0.item("orchard", .milestone, under: "trees") { $0.dueWords = "by X" }
    },
    Fault("due-unresolved", "item orchard", "is due “end March 2027” and has no day; the words mean 31 March 2027") {
      $0.item("orchard", .milestone, under: "trees") { $0.dueWords = "end March 2027" }
    },
    Fault("parents-in-a-circle", "item odd", "stands under itself") { $0.item("odd", .milestone, under: "odd") },
    Fault(
      "printed-progress-differs", "item green",
      "printed 31%, computed 30% (the unweighted mean of 1 milestone, half up)"
    ) {
      $0.add(PrintedProgress(item: "green", period: Township.quarter, percent: 31))
    },
    Fault("printed-progress-differs", "item pond", "it can't be computed") {
      $0.item("pond", .milestone, under: "trees")
      $0.add(PrintedProgress(item: "pond", period: Township.quarter, percent: 31))
    },
  ]
}

extension Township {
  mutating func indicator(
    _ name: String = "Calls answered", id: String = "calls", _ change: (inout Indicator) -> Void = { _ in }
  ) {
    var indicator = Indicator(id: id, name: name, polarity: .highIsGood, unit: .percent, items: ["green"])
    indicator.definition = "Of all calls, those answered"
    change(&indicator)
    add(indicator)
  }

  mutating func target(_ text: String, of indicator: String = "calls", _ period: Period = FinancialYear(2024).period) {
    add(Target(indicator: indicator, period: period, verbatim: text))
  }

  mutating func actual(_ text: String) {
    do { add(Actual(indicator: "calls", period: Self.quarter, value: try Value(text))) } catch {
      preconditionFailure("\(error)")
    }
  }

  mutating func comment(_ item: String, _ text: String) {
    add(
      Commentary(
        id: "c-\(item)", subject: RecordID(PlanItem.kind, item), period: Self.quarter, purpose: .variance, text: text))
  }
}
