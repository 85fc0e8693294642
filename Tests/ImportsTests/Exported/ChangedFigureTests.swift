import CorporatePlan
import Documents
import Testing

@testable import Imports

@Suite("A figure that somebody changes in an export is a figure, or it is told")
struct ChangedFigureTests {
  private func proposal(_ value: String) throws -> ImportProposal {
    let book = try Book().applying(
      LarkmereSheets.proposal(csv: "Indicator,Polarity,Q1 2025/26\nHomes let,High,12\n").revisions)
    return try LarkmereSheets.proposal(
      csv: "kind,record,check,indicator,period,value\nactual,homes-let@2025-26-Q1,x,homes-let,2025-26-Q1,\(value)\n",
      named: "actual.csv", into: book)
  }

  @Test("words that nobody has heard of are kept and told, and an error of the spreadsheet is left out")
  func words() throws {
    let lots = try proposal("about lots")
    #expect(lots.recognition.kind == "goldthread-export")
    #expect(lots.diagnostics(.figureInWords).map(\.verbatim) == ["about lots"])
    let error = try proposal("#N/A")
    #expect(error.diagnostics(.cellNotRead).map(\.verbatim) == ["#N/A"])
    #expect(error.records("actual").isEmpty)
    #expect(try proposal("not due").diagnostics(.figureInWords) == [])
    #expect(try proposal("13").diagnostics(.figureInWords) == [])
  }
}
