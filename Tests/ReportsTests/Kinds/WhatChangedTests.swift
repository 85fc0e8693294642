import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("A report says what changed since the one before")
struct WhatChangedTests {
  private let report: PerformanceReport
  private let document: Document

  init() throws {
    report = PerformanceReport(try YearOfTheVale().book, YearOfTheVale.quarter)
    document = report.document
  }

  private func rows(_ caption: String) throws -> [[String]] {
    let table = try #require(document.tables.first { $0.caption.contains(caption) }, "\(caption)")
    return table.groups.flatMap(\.rows).map { $0.cells.map(\.content.plainText) }
  }

  @Test("a target that moved, with the day, the post of who moved it, and the reason")
  func targets() throws {
    let rows = try rows("Targets changed since the report of Q1 2025/26 was sealed")
    #expect(
      rows == [
        [
          "Fly-tips cleared within two working days", "Q2 2025/26", "95%", "92%", "9 October 2025, Head of Performance",
          "test",
        ]
      ])
    #expect(!document.plainText.contains("p1"))
  }

  @Test("a figure of the quarter before that was corrected, from and to")
  func figures() throws {
    let rows = try rows("Figures revised since the report of Q1 2025/26 was sealed")
    #expect(rows.map { Array($0.prefix(4)) } == [["Calls answered", "Q1 2025/26", "71%", "72%"]])
  }

  @Test("statuses that moved, both ways, with what they showed then and now")
  func moves() throws {
    let rows = try rows("What has another status than in Q1 2025/26")
    #expect(
      rows.first == ["Freedom of information requests answered within 20 working days", "Red", "Green", "86%", "92%"])
    #expect(rows.contains(["Fly-tips cleared within two working days", "Green", "Amber", "95%", "93%"]))
    #expect(rows.count == report.since.moves.count)
  }

  @Test("what was renamed, dropped with its reason, and new")
  func plan() throws {
    let rows = try rows("What became of parts of the plan")
    #expect(
      rows.contains([
        "“Move the waste depot to Marsh Lane”", "Item renamed", "“Find a new home for the waste depot”", "test",
      ]))
    #expect(rows.contains(["“Open the library on Sundays”", "Item dropped", "–", "The landlord sold the building."]))
    #expect(rows.contains(["–", "Indicator new", "“Trips by bicycle”", "test"]))
    #expect(rows.count == 3)
  }

  @Test("risks that were added, removed and got worse, with scores and what is done")
  func risks() throws {
    let rows = try rows("Risks by how they moved")
    #expect(
      rows.map { Array($0.prefix(2)) } == [
        ["Summers get too hot for care homes", "New"], ["Grants go astray", "Removed"],
        ["The river floods the depot", "▼\u{A0}worse"], ["Advisers leave", "►\u{A0}same"],
      ])
    let flood = try #require(rows.first { $0[0].contains("floods") })
    #expect(flood[2] == "Red 16: likelihood 4, impact 4")
    #expect(flood[3] == "Amber 8: likelihood 2, impact 4")
    #expect(flood[4] == "Sandbags; A second site")
  }

  @Test("of a Book for the public it says nothing of what the public may not see, then or now")
  func hidden() throws {
    var year = try YearOfTheVale()
    var depot = year.book.items["depot"]!
    depot.publication = .internal
    year.add(depot)
    let text = PerformanceReport(year.book.withoutInternal, YearOfTheVale.quarter).document.plainText
    #expect(!text.contains("waste depot"))
    #expect(text.contains("Trips by bicycle"))
  }

  @Test("nothing of it where no report was sealed and nothing was rated before")
  func first() {
    let report = PerformanceReport(ThornburyVale().book, FinancialYear(2024).quarter(2))
    let keys = report.sections.map(\.key)
    #expect(!keys.contains("changes") && !keys.contains("targets"))
  }

  @Test("the report adds up, in full and by exception", arguments: Report.Detail.allCases)
  func addsUp(detail: Report.Detail) throws {
    let book = try YearOfTheVale().book
    let scorecard = Scorecard(book, YearOfTheVale.quarter)
    let document = PerformanceReport(book, scorecard, detail).document
    #expect(Reconciliation(document, book, scorecard, detail).findings == [])
  }
}

extension Document {
  var plainText: String {
    var words: [String] = []
    for block in blocks {
      switch block {
      case .heading(let heading): words.append(heading.text)
      case .paragraph(let content): words.append(content.plainText)
      case .list(let list): words += list.items.map(\.plainText)
      case .table(let table):
        words.append(table.caption)
        words += table.groups.flatMap(\.rows).flatMap(\.cells).map(\.content.plainText)
      case .chart(let chart): words += [chart.title, chart.description]
      case .countStrip(let strip): words.append(strip.label)
      case .note(let note): words += note.paragraphs.map(\.plainText)
      }
    }
    return words.joined(separator: "\n")
  }
}
