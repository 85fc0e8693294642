import CorporatePlan
import Testing

@Suite("Progress rolls up from the milestones themselves")
struct ProgressTests {
  private let quarter = Township.quarter

  /// Two actions of a priority, one with three milestones and one with a single one.
  private var town: Township {
    var town = Township()
    town.item("green", .priority)
    town.item("trees", .action, under: "green")
    town.item("ponds", .action, under: "green")
    town.milestones(under: "trees", 10, 20, 25)
    town.milestones(under: "ponds", 90)
    return town
  }

  @Test("the mean is of all milestones, not of the actions' means")
  func milestones() throws {
    let progress = town.book.progress(in: quarter)
    #expect(progress["trees"]?.percent == 18)
    #expect(progress["ponds"]?.percent == 90)
    // 145 / 4 = 36.25; the mean of 18 and 90 would be 54.
    #expect(progress["green"]?.percent == 36)
    #expect(progress["green"]?.sum == 145)
    #expect(progress["trees-1"] == nil)
    #expect(progress["green"]?.method == "the unweighted mean of 4 milestones, half up")
  }

  @Test(
    "halves are rounded up, and only at the end",
    arguments: [([10, 15], 13), ([10, 14], 12), ([0, 1], 1), ([33, 33, 34], 33)])
  func halves(percents: [Int], expected: Int) {
    var town = Township()
    town.item("trees", .action)
    for percent in percents {
      town.item("m\(town.book.position)", .milestone, under: "trees")
      town.update("m\(town.book.position - 1)", percent)
    }
    #expect(town.book.progress(of: "trees", in: quarter)?.percent == expected)
  }

  @Test("not started is nought; withdrawn and blank are left out, and counted")
  func leftOut() throws {
    var town = town
    town.item("bench", .milestone, under: "trees")
    town.update("bench", nil, .notStarted)
    town.item("fence", .milestone, under: "trees")
    town.update("fence", 80, .withdrawn)
    town.item("gate", .milestone, under: "trees")
    town.item("path", .milestone, under: "trees")
    town.update("path", nil)
    let progress = try #require(town.book.progress(of: "trees", in: quarter))
    #expect(progress.counted == 4)
    #expect(progress.leftOut == 3)
    #expect(progress.percent == 14)
    #expect(progress.method == "the unweighted mean of 4 milestones, half up; 3 without a percentage left out")
  }

  @Test("where there are no milestones the actions count, split ones by their parts")
  func actions() {
    var town = Township()
    town.item("safe", .priority)
    town.item("patrols", .action, under: "safe")
    town.item("hubs", .action, under: "safe")
    town.item("hub-east", .action, under: "hubs")
    town.item("hub-west", .action, under: "hubs")
    town.update("patrols", 50)
    town.update("hub-east", 100, .complete)
    town.update("hub-west", 0, .notStarted)
    town.update("hubs", 99)
    #expect(town.book.progress(of: "safe", in: quarter)?.percent == 50)
    #expect(town.book.progress(of: "safe", in: quarter)?.method == "the unweighted mean of 3 actions, half up")
  }

  @Test("the newest update up to the period counts, a later one does not")
  func newest() {
    var town = town
    town.update("ponds-1", 95, .inProgress, FinancialYear(2024).quarter(2))
    town.update("trees-1", 5, .inProgress, FinancialYear(2023).quarter(4))
    #expect(town.book.progress(of: "ponds", in: quarter)?.percent == 90)
    #expect(town.book.progress(of: "ponds", in: FinancialYear(2024).quarter(2))?.percent == 95)
    #expect(town.book.progress(of: "trees", in: FinancialYear(2024).quarter(2))?.sum == 55)
    #expect(town.book.progress(of: "trees", in: FinancialYear(2023).quarter(4))?.counted == 1)
  }

  @Test("in a plan reported by stages alone, complete and not started count only where nothing is under way")
  func stages() {
    var town = Township()
    town.item("homes", .action)
    for (id, stage) in [("site", ActionUpdate.Stage.complete), ("plans", .notStarted), ("gone", .withdrawn)] {
      town.item(id, .milestone, under: "homes")
      town.update(id, nil, stage)
    }
    #expect(town.book.progress(of: "homes", in: quarter)?.percent == 50)
    town.item("works", .milestone, under: "homes")
    town.update("works", nil, .inProgress)
    #expect(town.book.progress(of: "homes", in: quarter) == nil)
    town.item("roof", .milestone, under: "homes")
    town.update("roof", 20)
    #expect(
      town.book.progress(of: "homes", in: quarter)?.method.hasSuffix(
        "of 3 milestones, half up; 2 without a percentage left out") == true)
  }

  @Test("a contribution is never counted, nor a printed figure")
  func contributions() {
    var town = town
    town.item("clean", .priority)
    town.add(Contribution(RecordID(PlanItem.kind, "ponds"), to: "clean"))
    town.add(PrintedProgress(item: "green", period: quarter, percent: 99))
    #expect(town.book.progress(of: "clean", in: quarter) == nil)
    #expect(town.book.progress(of: "green", in: quarter)?.percent == 36)
  }

  @Test("what left the plan before the period no longer counts, and parents in a circle count nowhere")
  func gone() {
    var town = town
    town.item("ponds-1", .milestone, under: "ponds") { $0.end = Day(2024, 4, 1) }
    town.item("odd", .action, under: "even")
    town.item("even", .action, under: "odd")
    let progress = town.book.progress(in: quarter)
    #expect(progress["green"]?.counted == 4 - 1)
    #expect(progress["odd"] == nil)
  }
}
