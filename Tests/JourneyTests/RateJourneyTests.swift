import Foundation
import Testing

@testable import CorporatePlan

@Suite("`rate` rates any spreadsheet")
struct RateJourneyTests {
  @Test("each row has its status, shortfall, share and reason in order, and the tally comes last")
  func rows() async throws {
    let folder = try Folder()
    let rows = try folder.write(
      """
      name,polarity,unit,target,actual,previous,same_period_last_year
      Calls answered,high,%,90%,93%,91%,94%
      Wait before an answer,low,seconds,120,165,,
      FOI in 20 days,high,,90%,79%,80%,79%
      Not returned,high,,90,,,
      Sickness,low,days,9,"8.6",9.1,
      """, to: "rows.csv")
    let run = try await CommandLineRun("rate", rows, "--rule", "harrow-2023", "--as", "json")
    #expect(run.status == 0 && run.errors.isEmpty)
    let objects = try run.lines.map { try JSON(parsing: $0) }
    #expect(objects.dropLast().map { $0["status"]?.string } == ["green", "red", "red", "not rated", "green"])
    #expect(objects[2]["shortfall"] == "11" && objects[2]["share"] == "12.22")
    #expect(objects[0]["short"] == "better" && objects[0]["long"] == "worse" && objects[2]["long"] == "same")
    #expect(objects[3]["reason"] == "no actual" && objects[3]["shortfall"] == nil)
    let tally = try #require(objects.last?["tally"])
    #expect(tally["in_plan"]?.integer == 5 && tally["rated"]?.integer == 4 && tally["not_rated"]?.integer == 1)
    #expect(tally["percent"]?["green"]?.integer == 50)
  }

  @Test("a cell that can't be read is named with its line, makes its row undetermined and the exit status 1")
  func unreadable() async throws {
    let folder = try Folder()
    let rows = try folder.write(
      "name,polarity,target,actual\nA,sideways,5,4\nB,high,5,1.2.3\nC,high,5,5\n", to: "rows.csv")
    let run = try await CommandLineRun("rate", rows, "--rule", "harrow-2023")
    #expect(run.status == 1)
    #expect(run.errors.contains("line 2: “sideways” is not a polarity"))
    #expect(run.errors.contains("line 3: the actual “1.2.3” is not a number"))
    #expect(
      try run.lines.dropLast().map { try JSON(parsing: $0)["status"]?.string } == [
        "undetermined", "undetermined", "green",
      ])
  }

  @Test("what a spreadsheet would run as a formula is written as text")
  func formulas() async throws {
    let folder = try Folder()
    let rows = try folder.write("name,polarity,target,actual\n=1+1,high,0,-3\n", to: "rows.csv")
    let run = try await CommandLineRun("rate", rows, "--rule", "harrow-2023", "--as", "csv")
    #expect(run.lines.last?.hasPrefix("'=1+1,red,") == true)
  }

  @Test(
    "a wrong call is told from a file that can't be read",
    arguments: [
      (["rate"], 2), (["rate", "rows.csv", "--rule", "no-such-rule"], 2),
      (["rate", "/nowhere/rows.csv", "--rule", "kent"], 3),
      (["no-such-command"], 2), (["--help"], 0), (["rate", "--help"], 0), (["verify", "--data", "/nowhere"], 3),
      (["import", "/nowhere/report.docx"], 3), (["import", "x", "--apply"], 2),
      (["seal", "--data", "/nowhere", "--period", "2023-24-Q2"], 3),
    ] as [([String], Int32)])
  func statuses(arguments: [String], status: Int32) async throws {
    let run = try await CommandLineRun(arguments)
    #expect(run.status == status)
    #expect(status == 0 ? run.errors.isEmpty : run.output.isEmpty && !run.errors.isEmpty)
  }

  @Test(
    "files that are no spreadsheet are refused with the place and the mend",
    arguments: [
      ("", "is empty"), ("a,b\n1,2\n", "no column has a name we know"), ("actual,actual\n1,2\n", "stands twice"),
      ("name,actual\n\"open,5\n", "a quotation mark opens"), ("name,actual\n\u{0},5\n", "is not text"),
    ])
  func refused(text: String, message: String) async throws {
    let folder = try Folder()
    let run = try await CommandLineRun("rate", try folder.write(text, to: "rows.csv"), "--rule", "kent")
    #expect(run.status == 3)
    #expect(run.errors.contains(message))
  }

  @Test("a misspelt rule is refused with the member that is wrong")
  func misspelt() async throws {
    let folder = try Folder()
    let rows = try folder.write("name,polarity,target,actual\nA,high,5,4\n", to: "rows.csv")
    let rule = try folder.write(#"{"id":"mine","basis":"relativ","bands":[{"status":"red"}]}"#, to: "rule.json")
    let run = try await CommandLineRun("rate", rows, "--rule", rule)
    #expect(run.status == 2 && run.errors.contains("\"basis\""))
  }
}
