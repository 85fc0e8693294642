import CorporatePlan
import Testing

@testable import Imports

@Suite("The words of a report are read with care")
struct ReadingTests {
  @Test(
    "columns are known by their headings",
    arguments: [
      ("Directorate - Indicator Description", IndicatorColumn.name),
      ("Polarity: High ▲ or Low ▼\nis 'good'", .polarity),
      ("Performance Indicator", .name), ("Unit of measure", .unit), ("RAG", .status), ("Direction of travel", .trend),
      ("Outturn", .actual(nil)), ("Ref", .code), ("Annual target", .target(nil)), ("Shoe size", .unknown),
    ])
  func columns(heading: String, column: IndicatorColumn) {
    #expect(IndicatorColumn(heading: heading) == column)
  }

  @Test(
    "colours near green, amber, red and blue are statuses, others are not",
    arguments: [
      ("00B050", "green"), ("92D050", "green"), ("FFC000", "amber"), ("FFFF00", "amber"), ("ED7D31", "amber"),
      ("FF0000", "red"), ("C00000", "red"), ("0070C0", "complete"), ("000000", nil), ("7F7F7F", nil), ("FFFFFF", nil),
      ("7030A0", nil), ("auto", nil),
    ])
  func colours(colour: String, status: String?) {
    #expect(Status(colour: colour)?.id == status)
  }

  @Test(
    "headings are told from sentences that hold the same words",
    arguments: [
      ("Flagship Actions – Clean and Safe Q2", Topic.actions), ("Performance Indicators", .indicators),
      ("Key actions over the next quarter", .nextQuarter), (" Achievements", .achievements),
      ("What went well this quarter", .achievements), ("RAG summary Q2 – all Flagship Actions", .caption),
      ("Key to RAG Flagship Actions:", .key), ("Key to RAG ratings can be found at the end", nil),
      ("Delivered three projects in Q2", nil), ("The average wait fell in the next quarter", nil),
      ("Encouraging coverage of our actions in the press", nil), ("A council that puts residents first", nil),
    ])
  func headings(text: String, topic: Topic?) {
    #expect(Topic(heading: text) == topic)
  }

  @Test("ids are ASCII, short and each given once")
  func slugs() {
    var slugs = Slugs()
    #expect(slugs.make("% Café visits & “more”") == "percent-cafe-visits-and-more")
    #expect(slugs.make("% Café visits & “more”") == "percent-cafe-visits-and-more-2")
    let long = String(repeating: "word ", count: 30)
    let ids = (1...12).map { _ in slugs.make(long) }
    #expect(Set(ids).count == 12)
    #expect(ids.allSatisfy { $0.count <= 60 && !$0.hasSuffix("-") })
    #expect(slugs.make("…") == "unnamed")
  }

  @Test(
    "a key in other words",
    arguments: [
      ("Amber: within 5%", "Red: more than 5%", "5", true),
      ("Amber - less than 5% below target", "Red - 5% or more", "5", false),
      ("Amber: up to 2.5 percentage points", "Red: over 2.5 percentage points", "2.5", true),
    ])
  func keys(amber: String, red: String, limit: String, including: Bool) throws {
    let text = "Green: on or above target\n\(amber)\n\(red)\n"
    let rule = try #require(PrintedKey(try .init(Array(text.utf8), named: "key.txt"))?.rule)
    #expect(rule.limit == Quantity(limit))
    #expect(rule.including == including)
    #expect(rule.isPoints == amber.contains("points"))
    #expect(!rule.greenExceeds)
  }

  @Test("amber and red that disagree about the limit are no rule")
  func contradictoryKey() throws {
    let text = "Green: met\nGreen: target met\nAmber: within 5%\nRed: more than 10% off\n"
    #expect(PrintedKey(try .init(Array(text.utf8), named: "key.txt"))?.rule == nil)
  }

  @Test(
    "the short form that a footnote explains",
    arguments: [
      ("Adult Social Care", "ASC Mental Health services", "ASC"),
      ("Energy Performance Certificates", "older EPCs", "EPC"),
      ("https://example.org", "the ICON programme", nil),
      ("Public Space Protection Order", "a Public Space Protection Order", nil),
    ])
  func acronyms(note: String, context: String, short: String?) {
    #expect(Acronym.explained(by: note, in: context) == short)
  }

  @Test(
    "councils are named in several ways",
    arguments: [
      ("Northmere Borough Council", "Northmere Borough Council"),
      ("the London Borough of Barking and Dagenham, which", "London Borough of Barking and Dagenham"),
      ("Agreed by the Full Council and our Council", nil), ("East Riding Council homes", "East Riding Council"),
    ])
  func councils(text: String, name: String?) throws {
    #expect(CouncilName(try .init(Array(text.utf8), named: "a.txt"), title: [])?.name == name)
  }
}
