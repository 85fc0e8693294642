import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("An annual report gives the year's outturns, or why there are none")
struct AnnualReportTests {
  private func vale() throws -> Records {
    var records = ThornburyVale().records
    let year = FinancialYear(2025)
    for (id, aggregation) in [("leisure", Aggregation.sum), ("homeless", .ratio), ("missed-bins", .mean)] {
      var indicator = records.book.indicators[id]!
      indicator.aggregation = aggregation
      records.add(indicator)
    }
    for (number, figure) in [(3, "95,000"), (4, "100,000")] {
      records.add(Actual(indicator: "leisure", period: year.quarter(number), value: try Value(figure)))
    }
    records.add(Target(indicator: "leisure", period: year.period, verbatim: "360,000"))
    records.add(Target(indicator: "leisure", period: FinancialYear(2026).period, verbatim: "380,000"))
    records.add(Target(indicator: "homeless", period: year.period, verbatim: "52%"))
    records.add(
      ActionUpdate(item: "charging", period: year.quarter(4), stage: .complete, completed: Day("2026-02-01")!))
    records.add(
      Lineage(
        id: "drop", from: ["depot"], to: [], .dropped, reason: "No site was found.", on: Day("2026-04-01")!))
    var depot = records.book.items["depot"]!
    depot.end = Day("2026-04-01")!
    records.add(depot)
    return records
  }

  private func document() throws -> Document {
    ComposedReport(try vale().book, Report(.annual, FinancialYear(2025).quarter(4))).document
  }

  private func rows(_ caption: String) throws -> [[String]] {
    try document().tables.filter { $0.caption.contains(caption) }.flatMap(\.groups).flatMap(\.rows)
      .map { $0.cells.map(\.content.plainText) }
  }

  @Test("counts are added up and rated against the year's target, with next year's beside them")
  func sum() throws {
    let row = try #require(try rows("Outturns of 2025/26").first { $0[1] == "Visits to leisure centres" })
    #expect(row[0] == "Green")
    #expect(row[2] == "378,505")
    #expect(row[3] == "360,000")
    #expect(row.last == "380,000")
  }

  @Test("of a year with a gap it says how many figures are there, and rates nothing")
  func gap() throws {
    let why = try rows("Why there is no outturn")
    #expect(why.contains(["Households kept from homelessness", "Only 2 of 4 figures of the year were returned."]))
    let row = try #require(try rows("Outturns of 2025/26").first { $0[1] == "Households kept from homelessness" })
    #expect(row[0] == "Not rated")
  }

  @Test("what nobody adds up has no outturn, and the newest quarter stands with its name")
  func manual() throws {
    let why = try rows("Why there is no outturn")
    #expect(why.contains { $0[0] == "Calls answered" && $0[1].contains("its parts are not added up") })
  }

  @Test("each action is completed, carried on or dropped with its reason, and the counts agree")
  func actions() throws {
    let document = try document()
    #expect(document.plainText.contains("Of 11 Key Activities 4 were completed, 6 carry on and 1 was dropped."))
    let rows = try rows("What became of each in 2025/26")
    #expect(rows.count == 11)
    #expect(rows.contains { $0[1].hasPrefix("Move the waste depot") && $0[4] == "No site was found." })
  }

  @Test("the quarters of the year stand beside each other with their statuses")
  func ribbon() throws {
    let row = try #require(try rows("The quarters of 2025/26").first { $0[0] == "Visits to leisure centres" })
    #expect(row[1] == "91,025 Green" && row[2] == "92,480 Green")
  }
}
