import CorporatePlan
import Testing

@testable import Imports

@Suite("A proposal is a difference against today's records")
struct DifferenceTests {
  let first: ImportProposal
  let book: Book

  init() throws {
    first = try Northmere.proposal()
    book = try Book().applying(first.revisions)
  }

  @Test("the same report again changes nothing")
  func same() throws {
    let again = try Northmere.proposal(into: book)
    #expect(again.revisions == [])
    #expect(again.count(.new) + again.count(.changed) == 0)
  }

  @Test("a corrected figure is one change with both values")
  func corrected() throws {
    let again = try Northmere.proposal(["46.2%": "46.9%"], into: book)
    #expect(
      again.revisions.map(\.record).filter { !$0.hasPrefix("sha256") } == ["household-waste-recycled-oflog@2024-25-Q3"])
    #expect(again.changes.filter { $0.kind == .changed }.map { $0.before?["value"] } == ["46.2%"])
    #expect(again.preview.contains("value \"46.2%\" → \"46.9%\""))
    #expect(again.preview.contains("1 new, 1 changed"))
  }

  @Test("the next quarter finds the same plan, though rows are sorted anew and spelt a little differently")
  func nextQuarter() throws {
    let next = try Northmere.proposal(
      [
        "Quarter 3": "Quarter 4", "Q3": "Q4", "Fly-tips cleared within two days": "Fly tips cleared within two days",
        "Streets below standard\t6%\t6%\t▼\nFly": "Fly", "Red: more": "Red: more",
        "5\t7.5\t▼": "5\t7.5\t▼\nStreets below standard\t6%\t8%\t▼",
        "GREEN\tAMBER\tRED\t3\t1\t1\t": "GREEN\tAMBER\tRED\t2\t1\t2\t",
      ], into: book)
    #expect(next.diagnostics == [])
    #expect(next.period?.code == "2024-25-Q4")
    let kinds = Set(next.revisions.map(\.kind))
    #expect(kinds == ["actual", "target", "update", "commentary", "printed", "source"])
    #expect(next.counts.indicators == 9)
    #expect(next.scorecard?.indicators.byStatus.map(\.count) == [4, 2, 3])
  }

  @Test("what an officer has set stays")
  func kept() throws {
    var indicator = try #require(book.indicators["household-waste-recycled-oflog"])
    (indicator.lag, indicator.owner, indicator.decimals) = (1, "Head of Waste", 2)
    let later = try book.applying([indicator.revision])
    #expect(try Northmere.proposal(into: later).revisions == [])
  }

  @Test("another tolerance than the one in force is a question, and the rule stays")
  func otherRule() throws {
    let next = try Northmere.proposal(
      ["within 10% of the target": "within 8% of the target", "more than 10%": "more than 8%"], into: book)
    #expect(next.diagnostics.map(\.code) == [.keyDiffersFromRule])
    #expect(next.records("rule").isEmpty)
  }

  @Test("an indicator that the report leaves out is told and kept")
  func absent() throws {
    let next = try Northmere.proposal(
      ["W1\tHomes brought up to standard\t52\tHigh\t50\tGreen\tTwo more blocks were finished.\n": ""], into: book)
    #expect(next.diagnostics.map(\.code) == [.notInThisReport])
    #expect(next.diagnostics.map(\.verbatim) == ["Homes brought up to standard"])
    #expect(next.revisions.map(\.kind) == ["source"])
  }

  @Test("the report of another council is told by its title")
  func otherCouncil() throws {
    let other = try Northmere.proposal(["Northmere Borough Council": "Southmere Borough Council"], into: book)
    #expect(other.diagnostics.map(\.code) == [.councilDiffers])
  }
}
