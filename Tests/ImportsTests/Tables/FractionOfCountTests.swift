import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("A fraction of what is counted is told when figures are imported")
struct FractionOfCountTests {
  private func book(decimals: Int = 0, _ figures: String...) throws -> Book {
    var visits = Indicator(id: "visits", name: "Visits to the tip", code: "V1", polarity: .highIsGood, items: [])
    visits.decimals = decimals
    var revisions = [visits.revision]
    for (quarter, figure) in zip(FinancialYear(2024).quarters, figures) {
      revisions.append(Actual(indicator: "visits", period: quarter, value: try Value(figure)).revision)
    }
    return try Book().applying(revisions)
  }

  private func told(_ figure: String, name: String = "Visits to the tip", code: String = "V1", into book: Book = Book())
    throws -> [String]
  {
    let csv = "Ref,Measure,Q2 2025/26 actual\n\(code),\(name),\(figure)\n"
    return try LarkmereSheets.proposal(csv: csv, period: "2025-26-Q2", into: book).diagnostics(.fractionOfCount)
      .map(\.verbatim)
  }

  @Test("Whole figures so far make a count; decimals or one fraction before do not")
  func known() throws {
    #expect(try told("75.5", into: book("401", "388")) == ["75.5"])
    #expect(try told("75", into: book("401", "388")) == [])
    #expect(try told("75.5", into: book("401", "388.5")) == [])
    #expect(try told("75.5", into: book(decimals: 1, "401", "388")) == [])
    #expect(try told("75.5", into: book()) == [])
  }

  @Test("Of a new indicator only the name can tell")
  func new() throws {
    #expect(try told("75.5", name: "Number of bins missed", code: "B1") == ["75.5"])
    #expect(try told("75.5", name: "Number of bins missed per 100,000", code: "B2") == [])
    #expect(try told("75.5", name: "Sickness days", code: "S1") == [])
  }

  @Test(
    "a name that counts",
    arguments: [
      ("Number of homes", true), ("NO. OF homes", true), (" total no of homes", true), ("\u{A0}Count of homes", true),
      ("Total number of homes", true), ("Numbers of homes", false), ("Homes: number of", false),
      ("Number of homes in %", false), ("“Number of homes”", false), ("", false), ("N\u{303}umber of homes", false),
    ])
  func counts(name: String, counts: Bool) { #expect(name.isNamedAsCount == counts) }
}
