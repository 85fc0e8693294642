import CorporatePlan
import Documents
import Imports
import Testing

@testable import Reports

@Suite("A workbook edited at somebody's desk changes what was edited")
struct EditedWorkbookTests {
  struct Edit: Sendable, CustomTestStringConvertible {
    let sheet: String
    let column: String
    let row: String
    let cell: Workbook.Cell
    let change: String
    let value: JSON?

    var testDescription: String { "\(sheet), \(column)" }
  }

  static let edits: [Edit] = [
    Edit(
      sheet: "Council", column: "Contact", row: "Larkmere District Council", cell: .text("plan@larkmere.example"),
      change: "council/council: contact", value: "plan@larkmere.example"),
    Edit(
      sheet: "Plan", column: "Title", row: "homes", cell: .text("Homes to count on"), change: "item/homes: title",
      value: "Homes to count on"),
    Edit(sheet: "Plan", column: "Code", row: "homes", cell: .number("5"), change: "item/homes: code", value: "5"),
    Edit(sheet: "Plan", column: "Order", row: "homes", cell: .number("7"), change: "item/homes: order", value: 7),
    Edit(sheet: "Plan", column: "Text", row: "homes", cell: .empty, change: "item/homes: text", value: nil),
    Edit(
      sheet: "Plan", column: "Due", row: "homes", cell: .day("2027-03-31"), change: "item/homes: due",
      value: "2027-03-31"),
    Edit(
      sheet: "Indicators", column: "Tags", row: "complaints-in-time", cell: .text("Oflog | LGA\nSPI 3"),
      change: "indicator/complaints-in-time: tags", value: .array(["Oflog", "LGA", "SPI 3"])),
    Edit(
      sheet: "Indicators", column: "Good is", row: "complaints-in-time", cell: .text("low"),
      change: "indicator/complaints-in-time: polarity", value: "low"),
    Edit(
      sheet: "Plan", column: "Due", row: "homes", cell: .text("5 May 2026"), change: "item/homes: due",
      value: "2026-05-05"),
    Edit(
      sheet: "Indicators", column: "Good is", row: "complaints-in-time", cell: .text("Lower is better"),
      change: "indicator/complaints-in-time: polarity", value: "low"),
    Edit(
      sheet: "Actuals", column: "Value", row: "complaints-in-time@2025-26-Q1", cell: .percent("91.5"),
      change: "actual/complaints-in-time@2025-26-Q1: value", value: "91.5%"),
    Edit(
      sheet: "Actuals", column: "State", row: "complaints-in-time@2025-26-Q1", cell: .text("provisional"),
      change: "actual/complaints-in-time@2025-26-Q1: state", value: "provisional"),
    Edit(
      sheet: "Targets", column: "Target", row: "complaints-in-time@2025-26-Q1", cell: .text("≥ 77%"),
      change: "target/complaints-in-time@2025-26-Q1: target", value: "≥ 77%"),
    Edit(
      sheet: "Targets", column: "Target", row: "complaints-in-time@2025-26-Q1", cell: .text("=1+1"),
      change: "target/complaints-in-time@2025-26-Q1: target", value: "=1+1"),
    Edit(
      sheet: "Rating rules", column: "Bands (JSON)", row: "larkmere-2025", cell: .text("[{\"status\": \"red\"}]"),
      change: "rule/larkmere-2025: bands", value: .array([.object(["status": "red"])])),
  ]

  @Test("one cell, one record, one member", arguments: edits)
  func edit(edit: Edit) throws {
    var desk = Desk(Larkmere.book)
    desk.type(edit.cell, edit.sheet, edit.column, where: edit.row)
    let proposal = try desk.handedIn(to: Larkmere.book)
    #expect(proposal.diagnostics.map(\.message) == [])
    #expect(proposal.differences == [edit.change])
    #expect(proposal.revisions.count == 1)
    let member = try #require(edit.change.split(separator: " ").last)
    #expect(proposal.revisions.first?.body?[String(member)] == edit.value)
  }

  @Test("what is only there for reading changes nothing")
  func reading() throws {
    var desk = Desk(Larkmere.book)
    desk.type(.text("Another name"), "Targets", "Indicator (for reading)", where: "complaints-in-time@2025-26-Q1")
    #expect(try desk.handedIn(to: Larkmere.book).revisions.isEmpty)
  }

  @Test("the order of rows and columns counts for nothing")
  func order() throws {
    var desk = Desk(Larkmere.book)
    for sheet in desk.workbook.sheets.indices {
      desk.workbook.sheets[sheet].rows.reverse()
      desk.workbook.sheets[sheet].columns.reverse()
      for row in desk.workbook.sheets[sheet].rows.indices { desk.workbook.sheets[sheet].rows[row].reverse() }
    }
    desk.workbook.sheets.reverse()
    let proposal = try desk.handedIn(to: Larkmere.book)
    #expect(proposal.revisions.isEmpty && proposal.diagnostics.isEmpty)
    #expect(try Book().recording(desk.handedIn(to: Book()).revisions).contents == Larkmere.book.contents)
  }

  @Test("a row that was deleted withdraws nothing, and is told of")
  func deleted() throws {
    var desk = Desk(Larkmere.book)
    let page = try #require(desk.workbook.sheets.firstIndex { $0.name == "Targets" })
    desk.workbook.sheets[page].rows.removeLast(3)
    let proposal = try desk.handedIn(to: Larkmere.book)
    #expect(proposal.revisions.isEmpty)
    #expect(
      proposal.diagnostics.map(\.message) == [
        "3 records that the council holds are not here. Nothing is withdrawn: they stay as today."
      ])
    #expect(proposal.diagnostics.map(\.at) == ["sheet 'Targets'"])
  }

  @Test("a sheet that was deleted is told of, too")
  func deletedSheet() throws {
    var desk = Desk(Larkmere.book)
    desk.workbook.sheets.removeAll { $0.name == "Targets" }
    let proposal = try desk.handedIn(to: Larkmere.book)
    #expect(proposal.revisions.isEmpty)
    #expect(proposal.diagnostics.map(\.code.rawValue) == ["rows-missing"])
  }

  @Test("an added row is a new record")
  func added() throws {
    var desk = Desk(Larkmere.book)
    desk.add(
      to: "Risks",
      ["Title": .text("A wet summer"), "Mitigations": .text("Clear drains | Stock sandbags"), "Order": .number("1")])
    desk.add(
      to: "Targets",
      ["Indicator (record)": .text("complaints-in-time"), "Period": .text("2031-32"), "Target": .percent("99")])
    desk.add(
      to: "Plan",
      [
        "Title": .text("Homes to rely on"), "Level": .text("Action"), "Role": .text("action"),
        "Under (record)": .text("homes"), "Order": .number("3"),
      ])
    let proposal = try desk.handedIn(to: Larkmere.book)
    #expect(proposal.diagnostics.map(\.message) == [])
    #expect(
      proposal.revisions.map { "\($0.kind)/\($0.record)" } == [
        "item/homes-to-rely-on", "risk/a-wet-summer", "target/complaints-in-time@2031-32",
      ])
    #expect(proposal.revisions.last?.body?["target"] == "99%")
  }

  @Test("a column that was deleted says nothing: what is on record there stays")
  func deletedColumns() throws {
    for (sheet, headings) in [
      ("Indicators", ["Owner", "Definition", "Frequency", "Good is"]), ("Plan", ["Owner", "Text", "Under (record)"]),
    ] {
      for heading in headings {
        var desk = Desk(Larkmere.book)
        desk.deleteColumn(heading, of: sheet)
        let proposal = try desk.handedIn(to: Larkmere.book)
        #expect(proposal.differences == [], "\(heading)")
        #expect(proposal.revisions.isEmpty, "\(heading)")
        #expect(proposal.diagnostics.map(\.code.rawValue) == ["column-missing"], "\(heading)")
        #expect(proposal.diagnostics.first?.verbatim == heading)
      }
    }
  }

  @Test("a column that got another heading is told of, and what is edited beside it is taken")
  func renamedColumn() throws {
    var desk = Desk(Larkmere.book)
    let page = try #require(desk.workbook.sheets.firstIndex { $0.name == "Indicators" })
    let column = try #require(desk.workbook.sheets[page].columns.firstIndex { $0.name == "Owner" })
    desk.type(.text("low"), "Indicators", "Good is", where: "complaints-in-time")
    desk.workbook.sheets[page].columns[column].name = "Responsible officer"
    let proposal = try desk.handedIn(to: Larkmere.book)
    #expect(proposal.differences == ["indicator/complaints-in-time: polarity"])
    #expect(proposal.diagnostics.map(\.code.rawValue) == ["column-unknown", "column-missing"])
    #expect(proposal.diagnostics.map(\.verbatim) == ["Responsible officer", "Owner"])
  }

  @Test("a column that is not in a CSV file says nothing either")
  func shortTable() throws {
    let file = try #require(BookExport(Larkmere.book).files().first { $0.name == "indicator.csv" })
    let table = try #require(SourceDocument(file.bytes, named: file.name).tables.first)
    func texts(_ row: SourceRow) -> [Int: String] {
      Dictionary(row.cells.map { ($0.locator.column ?? 0, $0.text) }, uniquingKeysWith: { first, _ in first })
    }
    let headings = texts(try #require(table.rows.first)).filter { $0.value != "owner" }.sorted { $0.key < $1.key }
    var csv = CSV(columns: headings.map { .text($0.value) })
    for row in table.rows.dropFirst() {
      let cells = texts(row)
      csv.append(row: headings.map { cells[$0.key] ?? "" })
    }
    let proposal = try ImportProposal(bytes: csv.bytes, named: file.name, into: Larkmere.book)
    #expect(proposal.revisions.isEmpty)
    #expect(proposal.diagnostics.map(\.code.rawValue) == ["column-missing"])
  }

  @Test("a cell that breaks a rule is told of with its place, and the rest is taken")
  func broken() throws {
    var desk = Desk(Larkmere.book)
    desk.type(.text("2025-26-Q7"), "Targets", "Period", where: "complaints-in-time@2025-26-Q1")
    desk.type(.text("sideways"), "Indicators", "Good is", where: "complaints-in-time")
    desk.type(.text("many"), "Plan", "Order", where: "homes")
    desk.type(.text("nowhere"), "Plan", "Under (record)", where: "more-homes")
    desk.type(.text("high"), "Indicators", "Good is", where: "missed-bins")
    desk.type(.text("[1, 2"), "Rating rules", "Bands (JSON)", where: "larkmere-2025")
    let proposal = try desk.handedIn(to: Larkmere.book)
    let messages = proposal.errors.map { "\($0.at): \($0.verbatim): \($0.message)" }
    #expect(messages.count == 5)
    for words in [
      "2025-26-Q7: “Period” is not a period: “2025-26-Q7”. The row was left out.",
      "sideways: “Good is” is unknown: “sideways”. The row was left out.",
      "many: “Order” is not a number; write it in digits alone, like 12. The row was left out.",
      "nowhere: There is no record “nowhere” among Plan. The row was left out.",
      "[1, 2: “Bands (JSON)” is not JSON at byte 5",
    ] {
      #expect(messages.contains { $0.contains(words) }, "\(words) in \(messages)")
    }
    #expect(messages.allSatisfy { $0.hasPrefix("sheet '") && $0.contains("', cell ") })
    #expect(proposal.differences == ["indicator/missed-bins: polarity"])
  }

  @Test("another period in a row is no other record, and a row copied with its id is none either")
  func moved() throws {
    var desk = Desk(Larkmere.book)
    desk.type(.text("2031-32"), "Targets", "Period", where: "complaints-in-time@2025-26-Q1")
    let page = try #require(desk.workbook.sheets.firstIndex { $0.name == "Indicators" })
    desk.workbook.sheets[page].rows.append(desk.workbook.sheets[page].rows[0])
    let proposal = try desk.handedIn(to: Larkmere.book)
    #expect(proposal.revisions.isEmpty)
    #expect(proposal.errors.map(\.code.rawValue).sorted() == ["cell-not-read", "row-repeated"])
    #expect(proposal.errors.contains { $0.message.contains("The other cells speak of “complaints-in-time@2031-32”") })
  }

  @Test("words that the spreadsheet took for a day are told of; a number that stands for words is what it shows")
  func rewritten() throws {
    var desk = Desk(Larkmere.book)
    desk.type(.day("2024-06-01"), "Plan", "Code", where: "homes")
    desk.type(.day("2025-06-30"), "Targets", "Target", where: "complaints-in-time@2025-26-Q1")
    desk.type(.percent("95"), "Plan", "Target", where: "places")
    let proposal = try desk.handedIn(to: Larkmere.book)
    #expect(proposal.errors.map(\.code.rawValue) == ["cell-turned-into-date", "cell-turned-into-date"])
    #expect(proposal.differences == ["item/places: target"])
    #expect(proposal.revisions.first?.body?["target"] == "95%")
  }

  @Test("a column and a sheet of somebody's own are told of and left alone")
  func own() throws {
    var desk = Desk(Larkmere.book)
    desk.workbook.sheets[0].columns.append("My notes")
    desk.workbook.sheets[0].rows[0].append(.text("ask Priya"))
    desk.workbook.sheets.append(Workbook.Sheet("Pivot", columns: ["A"], rows: [[.text("1")]]))
    let proposal = try desk.handedIn(to: Larkmere.book)
    #expect(proposal.revisions.isEmpty)
    #expect(proposal.diagnostics.map(\.verbatim) == ["My notes", "Pivot"])
  }
}
