import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("A report to a meeting has the form that councils use")
struct CabinetReportTests {
  private func book() throws -> Book {
    var year = try YearOfTheVale()
    let paper = Paper(
      id: "q2", title: "How the plan went", committee: "Cabinet", meeting: Day("2025-11-20")!,
      form: [
        Paper.Line("Key Decision", "No"), Paper.Line("EqIA carried out", "No"),
        Paper.Line("Contact", "Performance Manager"),
      ])
    year.add(paper)
    year.add(Recommendation(paper: "q2", number: 1, text: "Note how the plan went."))
    year.add(
      PaperOption(paper: "q2", number: 1, title: "Do nothing", outcome: .rejected, text: "The plan asks for a report."))
    year.add(Clearance(paper: "q2", role: "Chief Financial Officer", day: Day("2025-11-21")!, order: 1))
    year.add(
      Section(
        id: "q2#s1", of: paper.recordID, title: "Legal Implications", text: "None.\n• But one.\n• And two.", order: 1))
    year.add(Section(id: "q2#s2", of: paper.recordID, title: "Timetable", text: "Council meets in December.", order: 2))
    return year.book
  }

  private func document() throws -> Document {
    ComposedReport(try book(), Report(.cabinet, YearOfTheVale.quarter, paper: "q2")).document
  }

  @Test("the form is a table of data, and what nobody has said is told")
  func form() throws {
    let table = try #require(try document().tables.first)
    let lines = table.groups.flatMap(\.rows).map { $0.cells.map(\.content.plainText) }
    #expect(lines.count == 10)
    #expect(lines.contains(["Date of meeting", "20 November 2025"]))
    #expect(lines.contains(["Key Decision", "No"]))
    #expect(lines.contains(["Exempt", "Not said yet"]))
    #expect(table.groups.flatMap(\.rows).allSatisfy { $0.cells[0].isRowHeader })
  }

  @Test("its parts come in the usual order, each of the implications with them")
  func order() throws {
    let headings = try document().blocks.compactMap { block -> String? in
      if case .heading(let heading) = block, heading.level != .detail { heading.text } else { nil }
    }
    let wanted = [
      "Section 1 – Summary and recommendations", "Recommendations", "Section 2 – Report", "Options considered",
      "Ward councillors’ comments", "Environmental implications", "Risk management implications", "Legal Implications",
      "Equalities implications and the public sector equality duty", "Council priorities", "Timetable",
      "Section 3 – Statutory officer clearance", "Mandatory checks",
      "Section 4 – Contact details and background papers",
    ]
    #expect(headings.filter(wanted.contains) == wanted)
  }

  @Test("what officers have not written says so, what the paper said stands, and the duty of the Equality Act is there")
  func words() throws {
    let document = try document()
    let text = document.plainText
    #expect(text.contains(ReportSection.unwritten))
    #expect(document.paragraphs.contains("None."))
    #expect(text.contains("But one.\nAnd two."))
    #expect(text.contains("Equality Act 2010, section 149"))
    #expect(text.contains("21 November 2025, after the meeting of 20 November 2025"))
  }

  @Test("each priority is told by exception")
  func exceptions() throws {
    let captions = try document().tables.map(\.caption)
    #expect(captions.contains { $0.hasPrefix("Indicators of “A council that answers” by exception") })
  }

  @Test("the paper of February 2024 composed again holds all that it said", .enabled(if: HarrowReport.isPresent))
  func harrow() throws {
    let book = try HarrowReport.paper
    let paper = try #require(book.papers.values.first)
    let document = ComposedReport(book, Report(.cabinet, FinancialYear(2023).quarter(3), paper: paper.id)).document
    let text = document.plainText
    for words in book.recommendations.values.map(\.text) + book.items.values.filter({ $0.role == .action }).map(\.title)
    {
      #expect(text.contains(words))
    }
    for section in book.planSections.values {
      for line in section.text.split(separator: "\n") {
        let words = line.drop { "•·- –▪".contains($0) }
        #expect(text.contains(String(words).trimmed), "\(section.title)")
      }
    }
    for line in paper.form { #expect(text.contains(line.words)) }
    #expect(text.contains("25 January 2025, after the meeting of 15 February 2024"))
    #expect(!text.contains(ReportSection.unwritten))
  }
}
