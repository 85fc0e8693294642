import Foundation
import Testing

@testable import CorporatePlan

@Suite("`rate` makes of each row what can be told, and of none more")
struct RateRowsJourneyTests {
  /// A rule of the indicator's own tolerance, in points; one that lifts; one that compares what is printed.
  private static let tolerance =
    #"{"id":"own","basis":"absolute","bands":[{"status":"amber","upTo":"tolerance"},{"status":"red"}]}"#
  private static let displayed =
    #"{"id":"shown","basis":"relative","compare":"displayed","bands":[{"status":"amber","upTo":5},{"status":"red"}]}"#

  @Test(
    "a ratio or a clock is not one number: refused in the columns that a rule reads as one",
    arguments: [
      ("tolerance", "5/100", tolerance), ("tolerance", "0:05", tolerance), ("green", "91/110", "brighton-hove"),
      ("amber", "91/110", "brighton-hove"), ("lower", "1/2", "harrow-2023"), ("upper", "2:30", "harrow-2023"),
    ])
  func notOneNumber(column: String, cell: String, rule: String) async throws {
    // Every other cell is there, so that the status rests on this one alone.
    var cells = ["polarity": "high", "target": "90", "actual": "70", "green": "90", "amber": "80"]
    if column == "lower" || column == "upper" {
      cells = ["polarity": "range", "actual": "70", "lower": "60", "upper": "65"]
    }
    cells[column] = cell
    let run = try await Rows([cells]).run(rule)
    #expect(run.status == 1)
    #expect(run.errors.contains("line 2: \(column): “\(cell)” is"))
    #expect(run.objects[0]["status"] == "undetermined")
  }

  @Test("a clock is a bound beside a clock")
  func clocks() async throws {
    let run = try await Rows([
      ["polarity": "range", "actual": "2:35", "previous": "2:45", "lower": "2:30", "upper": "2:40"],
      ["polarity": "range", "actual": "2:35", "lower": "150", "upper": "160"],
    ]).run("harrow-2023")
    #expect(run.statuses == ["green", "undetermined"] && run.objects[0]["short"] == "better")
    #expect(run.status == 1 && run.errors.contains("line 3: lower: “150” is in another unit than the actual"))
  }

  @Test("earlier periods may be ratios")
  func earlierRatios() async throws {
    let run = try await Rows([
      ["polarity": "high", "target": "80", "actual": "91/110", "previous": "80/110", "same_period_last_year": "92/110"]
    ]).run("harrow-2023")
    #expect(run.status == 0)
    #expect(run.objects[0]["short"] == "better" && run.objects[0]["long"] == "worse")
  }

  @Test("figures typed with commas and no quotation marks shift a row's cells: it is named, and not rated")
  func shifted() async throws {
    let folder = try Folder()
    let rows = try folder.write("name,polarity,target,actual\na,high,1,234,1,200\nb,high,5,5,,\n", to: "rows.csv")
    let run = try await RateRun(rows, "harrow-2023")
    #expect(run.status == 1)
    #expect(
      run.errors.contains("line 2: the row has more cells than there are columns") && !run.errors.contains("line 3"))
    #expect(run.statuses == ["undetermined", "green"])
    #expect(run.tally["with_data"]?.integer == 1)
  }

  @Test("the decimals that a council prints are those that are compared")
  func decimals() async throws {
    let row = ["polarity": "high", "target": "80.0", "actual": "79.6", "previous": "79.8"]
    let run = try await Rows([
      row, row.merging(["decimals": "0"]) { $1 }, row.merging(["decimals": "two"]) { $1 },
    ]).run(Self.displayed)
    #expect(run.statuses == ["amber", "green", "undetermined"])
    #expect(run.objects[0]["short"] == "worse" && run.objects[1]["short"] == "same")
    #expect(run.status == 1 && run.errors.contains("line 4: decimals: “two” is not a whole number from 0 to 9"))
  }

  @Test("a file without actuals is one of rows that are not rated, for want of an actual")
  func withoutActuals() async throws {
    let run = try await Rows([["name": "A", "polarity": "high", "target": "90"], ["name": "B"]]).run("harrow-2023")
    #expect(run.status == 0 && run.errors.isEmpty)
    #expect(run.statuses == ["not rated", "not rated"])
    #expect(run.objects.map { $0["reason"] } == ["no actual", "no actual"])
  }

  @Test(
    "a cell that the status does not rest on is named, and the row rated",
    arguments: [
      ("tolerance", "harrow-2023"), ("green", "harrow-2023"), ("amber", "harrow-2023"), ("lower", "harrow-2023"),
      ("upper", "kent"), ("previous", "harrow-2023"), ("same_period_last_year", "havering-2013"),
      ("decimals", "harrow-2023"),
      ("tolerance", tolerance), ("amber", "brighton-hove"),
    ])
  func unneeded(column: String, rule: String) async throws {
    let cells = ["polarity": "high", "target": "90", "actual": "93", "green": "90", "amber": "80"]
    let run = try await Rows([cells.merging([column: "1.2.3"]) { $1 }]).run(rule)
    #expect(run.statuses == ["green"])
    #expect(run.status == 1 && run.errors.contains("line 2: \(column): “1.2.3”"))
  }

  @Test(
    "a cell that the status rests on makes the row undetermined, and says so",
    arguments: [
      ("tolerance", tolerance), ("green", "brighton-hove"), ("amber", "brighton-hove"), ("amber", "kent"),
      ("same_period_last_year", "havering-2013"), ("decimals", displayed),
    ])
  func needed(column: String, rule: String) async throws {
    let cells = ["polarity": "high", "target": "90", "actual": "70", "green": "90", "amber": "80"]
    let run = try await Rows([cells.merging([column: "1.2.3"]) { $1 }]).run(rule)
    #expect(run.statuses == ["undetermined"] && run.status == 1)
    #expect(run.objects[0]["why"]?.string?.contains("\(column): “1.2.3”") == true)
  }

  @Test("a bound that can't be read is not taken from the target instead")
  func bound() async throws {
    let run = try await Rows([["polarity": "range", "target": "95 to 105", "actual": "97", "lower": "1.2.3"]]).run(
      "harrow-2023")
    #expect(run.statuses == ["undetermined"] && run.status == 1)
  }

  @Test("data only comes first, then no actual, then no target, whatever else can't be read")
  func order() async throws {
    let run = try await Rows([
      ["polarity": "none", "actual": "1.2.3"], ["polarity": "sideways", "target": "5"],
      ["polarity": "sideways", "actual": "5", "tolerance": "1.2.3"],
    ]).run(Self.tolerance)
    #expect(run.objects.map { $0["reason"] } == ["data only", "no actual", "no target"])
    #expect(run.status == 1)
    #expect(
      ["line 2: the actual", "line 3: “sideways”", "line 4: “sideways”", "line 4: tolerance"].allSatisfy(
        run.errors.contains))
  }

  @Test(
    "an empty polarity is what the rest of the row implies",
    arguments: [
      (["target": "<5", "actual": "6"], "red"), (["target": "≥ 77%", "actual": "80%"], "green"),
      (["target": "95 to 105", "actual": "100"], "green"), (["lower": "95", "upper": "105", "actual": "100"], "green"),
      (["target": "Adopted", "actual": "Adopted"], "green"), (["actual": "5"], "not rated"),
      (["target": "5"], "not rated"),
    ] as [([String: String], String)])
  func impliedPolarity(cells: [String: String], status: String) async throws {
    let run = try await Rows([cells]).run("harrow-2023")
    #expect(run.status == 0 && run.errors.isEmpty && run.objects[0]["status"]?.string == status)
  }

  @Test("no polarity and no target is data only; no polarity beside a target is a problem")
  func noPolarity() async throws {
    let run = try await Rows([["actual": "5"], ["actual": "5", "target": "5", "previous": "4"]]).run("harrow-2023")
    #expect(run.objects[0]["reason"] == "data only")
    #expect(run.statuses == ["not rated", "undetermined"] && run.objects[1]["short"] == "none")
    #expect(run.status == 1 && run.errors.contains("line 3: the polarity is missing"))
  }

  @Test(
    "a reason is honoured where there is no actual, in the words typed",
    arguments: [
      ("", "not due", "not due"), ("", "N/A", "not applicable"), ("", "team restructured", "team restructured"),
      ("-", "data only", "data only"), ("c", "", "suppressed"), ("c", "-", "suppressed"), ("", "No data", "no actual"),
    ])
  func reasons(actual: String, typed: String, printed: String) async throws {
    let run = try await Rows([["polarity": "high", "target": "5", "actual": actual, "reason": typed]]).run(
      "harrow-2023")
    #expect(run.status == 0 && run.statuses == ["not rated"])
    #expect(run.objects[0]["reason"]?.string == printed)
    #expect(typed != "team restructured" || run.objects[0]["why"]?.string?.contains(typed) == true)
  }

  @Test(
    "a reason not to rate sets a figure aside; an explanation beside a figure does not",
    arguments: [
      ("suppressed", "not rated"), ("data only", "not rated"), ("not applicable", "not rated"),
      ("No activity", "not rated"),
      ("in arrears", "red"), ("team restructured", "red"),
    ])
  func reasonBesideFigure(typed: String, status: String) async throws {
    let run = try await Rows([["polarity": "low", "target": "1", "actual": "37", "reason": typed]]).run("harrow-2023")
    #expect(run.statuses == [status])
    #expect(run.objects[0]["reason"]?.string == (status == "red" ? nil : typed.lowercased()))
    #expect(run.tally["with_data"]?.integer == 1)
  }

  @Test(
    "a suppressed figure is nowhere in what is printed, nor what it could be told from", arguments: ["47.11", "47.1.1"])
  func suppressed(actual: String) async throws {
    let run = try await Rows([
      ["polarity": "low", "target": "1", "actual": actual, "previous": "36", "reason": "suppressed", "lower": "£5"]
    ]).run("harrow-2023")
    #expect(run.objects[0]["reason"] == "suppressed" && run.objects[0]["shortfall"] == nil)
    #expect(run.objects[0]["short"] == "none")
    #expect(!run.output.contains("47.1") && !run.errors.contains("47.1"))
  }

  @Test("data-only figures still have a direction")
  func direction() async throws {
    let run = try await Rows([["polarity": "low", "actual": "8.6", "previous": "9.1", "reason": "data only"]]).run(
      "harrow-2023")
    #expect(run.objects[0]["reason"] == "data only" && run.objects[0]["short"] == "better")
  }

  @Test("what was read of an actual is counted as data, whatever else is wrong with its row")
  func withData() async throws {
    let run = try await Rows([
      ["polarity": "sideways", "target": "5", "actual": "5"], ["polarity": "high", "target": "5", "actual": "1.2.3"],
      ["polarity": "high", "target": "5", "actual": "5", "tolerance": "x"],
    ]).run(Self.tolerance)
    #expect(run.statuses == ["undetermined", "undetermined", "green"])
    #expect(run.tally["with_data"]?.integer == 2 && run.tally["in_plan"]?.integer == 3)
  }
}

/// Rows by column, as a file.
private struct Rows {
  let text: String

  init(_ rows: [[String: String]]) {
    let columns = Set(rows.flatMap(\.keys)).union(["name"]).sorted()
    text = ([columns] + rows.map { row in columns.map { row[$0] ?? "" } })
      .map { $0.map { "\"\($0)\"" }.joined(separator: ",") + "\n" }.joined()
  }

  /// Rated by a rule that ships, or by one written out.
  func run(_ rule: String) async throws -> RateRun {
    let folder = try Folder()
    let rule = rule.hasPrefix("{") ? try folder.write(rule, to: "rule.json") : rule
    return try await RateRun(try folder.write(text, to: "rows.csv"), rule)
  }
}

/// A run of `rate`, its objects read back.
private struct RateRun {
  let status: Int32
  let output: String
  let errors: String
  let objects: [JSON]
  let tally: JSON

  init(_ rows: String, _ rule: String) async throws {
    let run = try await CommandLineRun("rate", rows, "--rule", rule)
    (status, output, errors) = (run.status, run.output, run.errors)
    let all = try run.lines.map { try JSON(parsing: $0) }
    objects = Array(all.dropLast())
    tally = try #require(all.last?["tally"], "\(run.errors)")
  }

  var statuses: [String?] { objects.map { $0["status"]?.string } }
}
