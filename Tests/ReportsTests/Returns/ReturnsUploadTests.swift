import CorporatePlan
import Documents
import Foundation
import Imports
import Testing

@testable import Reports

@Suite("A returns workbook that comes back changes what was typed, and says what it would change first")
struct ReturnsUploadTests {
  @Test("one that nobody touched changes nothing")
  func untouched() throws {
    let book = ThornburyVale().book
    let upload = try ReturnsDesk().handedIn()
    #expect(upload.unchanged.count == book.returnRows(in: ReturnsDesk.quarter, on: ReturnsDesk.today).count)
    #expect(upload.rows.count == upload.unchanged.count)
    #expect(upload.revisions == [])
    #expect(upload.notes == [])
  }

  @Test(
    "what is recorded as a number is one in the workbook, however it was typed, and coming back it changes nothing",
    arguments: [
      ("92,480", "92480", 0), ("£1.2m", "1200000", 0), ("£1,234.50", "1234.5", 2), ("79.50%", "79.5", 2),
      ("0.9%", nil, 0), ("-3", "-3", 0),
      ("0", "0", 0), ("14/16", nil, 0), ("2:35", nil, 0), ("n/a", nil, 0), ("0.123456789", "0.123456789", 9),
    ] as [(String, String?, Int)])
  func numbers(typed: String, number: String?, decimals: Int) throws {
    var vale = ThornburyVale()
    vale.records.add(
      Actual(indicator: "wait", period: ReturnsDesk.quarter, value: try #require(try? Value(typed))))
    let desk = ReturnsDesk(vale.book)
    if let number {
      guard case .figure(let written, let format, isEntry: true) = try desk.cell(.value, "wait") else {
        Issue.record("\(typed) is no number")
        return
      }
      #expect(written == number && format.decimals == decimals)
    }
    let upload = try desk.handedIn(to: vale.book)
    #expect(upload.revisions == [] && upload.refusals == [])
    guard number != nil else { return }
    // Of a figure that somebody changed meanwhile, what was not touched is not put back.
    vale.records.add(Actual(indicator: "wait", period: ReturnsDesk.quarter, value: try Value("31")))
    let late = try desk.handedIn(to: vale.book)
    #expect(late.revisions == [] && late.refusals == [])
  }

  @Test("a number typed over another is the change that was meant")
  func overtyped() throws {
    var vale = ThornburyVale()
    vale.records.add(Actual(indicator: "wait", period: ReturnsDesk.quarter, value: try Value("1,234")))
    var desk = ReturnsDesk(vale.book)
    try desk.type(.figure("1250", .init(.number, decimals: 0), isEntry: true), .value, "wait")
    #expect(try desk.handedIn(to: vale.book).changes == ["wait value: 1,234 → 1250"])
  }

  struct Edit: Sendable, CustomTestStringConvertible {
    let id: String
    let field: ReturnField
    let cell: Workbook.Cell
    let change: String
    let member: String
    let value: JSON?
    var testDescription: String { change }
  }

  static let edits: [Edit] = [
    Edit(id: "calls", field: .value, cell: .text("80.50%"), change: "79% → 80.50%", member: "value", value: "80.50%"),
    Edit(id: "calls", field: .value, cell: .percent("80.5"), change: "79% → 80.5%", member: "value", value: "80.5%"),
    Edit(id: "wait", field: .value, cell: .number("0.07"), change: "165 → 0.07", member: "value", value: "0.07"),
    Edit(id: "wait", field: .value, cell: .text("0"), change: "165 → 0", member: "value", value: "0"),
    Edit(
      id: "leisure", field: .value, cell: .text("92,481"), change: "92,480 → 92,481", member: "value", value: "92,481"),
    Edit(id: "grants", field: .state, cell: .text("Final"), change: "provisional → final", member: "state", value: nil),
    Edit(id: "walks", field: .value, cell: .number("512"), change: " → 512", member: "value", value: "512"),
    Edit(id: "walks", field: .value, cell: .text("93.5"), change: " → 93.5", member: "value", value: "93.5"),
    Edit(id: "calls", field: .value, cell: .text("14/16"), change: "79% → 14/16", member: "value", value: "14/16"),
    Edit(id: "homeless", field: .value, cell: .text("93.5%"), change: " → 93.5%", member: "value", value: "93.5%"),
    Edit(id: "homeless", field: .value, cell: .percent("93.5"), change: " → 93.5%", member: "value", value: "93.5%"),
    Edit(id: "homeless", field: .numerator, cell: .number("62"), change: "61 → 62", member: "value", value: "62/98"),
    Edit(id: "homeless", field: .value, cell: .text("63%"), change: " → 63%", member: "value", value: "63%"),
    Edit(
      id: "calls", field: .commentary, cell: .text("- staff left\n+ new rota"),
      change:
        "A telephone outage closed the contact centre for two days in July, and four advisers left. → - staff left\n+ new rota",
      member: "text", value: "- staff left\n+ new rota"),
    Edit(id: "wait", field: .note, cell: .text("=1+1"), change: " → =1+1", member: "text", value: "=1+1"),
    Edit(id: "homes", field: .percent, cell: .percent("48"), change: "44 → 48%", member: "percent", value: 48),
    Edit(
      id: "homes", field: .forecast, cell: .day("2026-06-30"), change: " → 2026-06-30", member: "forecast",
      value: "2026-06-30"),
    Edit(
      id: "homes", field: .forecast, cell: .text("30/6/2026"), change: " → 30/6/2026", member: "forecast",
      value: "2026-06-30"),
    Edit(id: "homes", field: .judged, cell: .text("red"), change: "green → red", member: "judged", value: "red"),
    Edit(
      id: "homes", field: .stage, cell: .text("on hold"), change: "in progress → on hold", member: "stage",
      value: "on hold"),
    Edit(id: "homes", field: .next, cell: .text("Buy 6"), change: " → Buy 6", member: "text", value: "Buy 6"),
  ]

  @Test("what is typed is recorded as it is typed", arguments: edits)
  func edit(edit: Edit) throws {
    var desk = ReturnsDesk()
    try desk.type(edit.cell, edit.field, edit.id)
    let upload = try desk.handedIn()
    #expect(upload.refusals == [])
    #expect(upload.changes == ["\(edit.id) \(edit.field): \(edit.change)"])
    #expect(upload.revisions.count == 1)
    #expect(upload.revisions.first?.body?[edit.member] == edit.value)
  }

  @Test("a cell that is emptied is emptied: no figure is no zero")
  func emptied() throws {
    var desk = ReturnsDesk()
    try desk.type(.empty, .value, "calls")
    try desk.type(.empty, .commentary, "calls")
    let upload = try desk.handedIn()
    #expect(upload.changes.count == 2)
    #expect(upload.revisions.map(\.kind) == ["actual", "commentary"])
    #expect(upload.revisions.allSatisfy { $0.body == nil })
  }

  @Test("a figure gives way to the reason why there is none")
  func reason() throws {
    var desk = ReturnsDesk()
    try desk.type(.empty, .value, "calls")
    try desk.type(.text("awaited, in arrears"), .reason, "calls")
    #expect(try desk.handedIn().revisions.map(\.body?["value"]) == ["awaited, in arrears"])
  }

  @Test("the preview names the revisions it was made of")
  func expecting() throws {
    var desk = ReturnsDesk()
    try desk.type(.text("81%"), .value, "calls")
    try desk.type(.text("Ring back sooner."), .note, "calls")
    let upload = try desk.handedIn()
    #expect(upload.expecting.count == 2)
    #expect(upload.expecting[RecordID("actual", "calls@2025-26-Q2")] == 1)
    #expect(upload.expecting[RecordID("commentary", "indicator:calls@2025-26-Q2#note")] == 0)
  }

  @Test("rows may be sorted, columns moved, and rows deleted")
  func order() throws {
    var desk = ReturnsDesk()
    try desk.type(.text("81%"), .value, "calls")
    for sheet in desk.workbook.sheets.indices {
      desk.workbook.sheets[sheet].rows = desk.workbook.sheets[sheet].rows.reversed().map { $0.reversed() }
      desk.workbook.sheets[sheet].columns.reverse()
      desk.workbook.sheets[sheet].title = nil
      desk.workbook.sheets[sheet].name = "Sheet \(sheet)"
    }
    #expect(try desk.handedIn().changes == ["calls value: 79% → 81%"])
    let (sheet, row) = try desk.place("wait")
    desk.workbook.sheets[sheet].rows.remove(at: row)
    let upload = try desk.handedIn()
    #expect(upload.changes == ["calls value: 79% → 81%"])
    #expect(upload.notes == ["One of your returns is not in the workbook. It stays as it is."])
  }

  @Test("a row and a column of somebody's own are told of and not read")
  func additions() throws {
    var desk = ReturnsDesk()
    let count = desk.workbook.sheets[0].columns.count
    desk.workbook.sheets[0].columns.append("My sums")
    var row = [Workbook.Cell](repeating: .empty, count: count + 1)
    row[0] = .text("Trees felled")
    row[try desk.column("Figure this time", 0)] = .text("12")
    row[count] = .text("x")
    desk.workbook.sheets[0].rows.append(row)
    let upload = try desk.handedIn()
    #expect(upload.revisions == [])
    #expect(
      upload.refusals == [
        "Trees felled whole: This row was added in the workbook, and was not read. New indicators and actions are added to the plan."
      ])
    #expect(
      upload.notes == ["On the sheet “Your figures” the column “My sums” is none of the workbook's. It was not read."])
  }

  @Test("a column that was deleted changes nothing, and is told of")
  func deletedColumn() throws {
    var desk = ReturnsDesk()
    let column = try desk.column(ReturnField.commentary.heading ?? "", 0)
    desk.workbook.sheets[0].columns.remove(at: column)
    for row in desk.workbook.sheets[0].rows.indices { desk.workbook.sheets[0].rows[row].remove(at: column) }
    let upload = try desk.handedIn()
    #expect(upload.revisions == [])
    #expect(
      upload.notes == [
        "On the sheet “Your figures” the column “Commentary (public)” is missing. What is recorded there stays as it is."
      ])
  }

  // MARK: What others did meanwhile

  private func meanwhile(_ value: String, for id: String) throws -> Book {
    var vale = ThornburyVale()
    vale.records.add(Actual(indicator: id, period: ReturnsDesk.quarter, value: try Value(value)))
    return vale.book
  }

  @Test("what somebody else recorded meanwhile is not overwritten, and both values are shown")
  func overtaken() throws {
    var desk = ReturnsDesk()
    try desk.type(.text("81%"), .value, "calls")
    try desk.type(.text("Better."), .commentary, "wait")
    let upload = try desk.handedIn(to: meanwhile("80%", for: "calls"))
    #expect(upload.changes == ["wait commentary:  → Better."])
    let refusal = try #require(upload.refused.first?.refusals.first)
    #expect((refusal.typed, refusal.recorded) == ("81%", "80%"))
    #expect(upload.revisions.map(\.kind) == ["commentary"])
  }

  @Test("what somebody else recorded stays where the workbook was left alone, or says the same")
  func leftAlone() throws {
    var desk = ReturnsDesk()
    #expect(try desk.handedIn(to: meanwhile("80%", for: "calls")).refusals == [])
    #expect(try desk.handedIn(to: meanwhile("80%", for: "calls")).revisions == [])
    try desk.type(.text("80%"), .value, "calls")
    #expect(try desk.handedIn(to: meanwhile("80%", for: "calls")).refusals == [])
    #expect(try desk.handedIn(to: meanwhile("80%", for: "calls")).revisions == [])
  }

  @Test("without its checks a row is taken while its revision is the newest, and refused when it is not")
  func revisionAlone() throws {
    var desk = ReturnsDesk()
    try desk.type(.text("81%"), .value, "calls")
    let column = try desk.column(ReturnSheet.check, 0)
    for row in desk.workbook.sheets[0].rows.indices { desk.workbook.sheets[0].rows[row][column] = .empty }
    #expect(try desk.handedIn().changes == ["calls value: 79% → 81%"])
    let upload = try desk.handedIn(to: meanwhile("80%", for: "calls"))
    #expect(upload.revisions == [])
    #expect(upload.refused.map { $0.slot?.subject.record } == ["calls"])
  }

  // MARK: What is refused

  static let bad: [(String, ReturnField, Workbook.Cell, String)] = [
    ("wait", .value, .text("12x4"), "Enter a number, like 92.5"),
    (
      "wait", .value, .day("2025-06-14"),
      "The spreadsheet took this for a day or a time. Format the cell as text and type it again."
    ),
    (
      "walks", .value, .text("14/16"),
      "This is measured in whole things or amounts, not shares or times. Enter a number, like 92.5"
    ),
    ("wait", .value, .text("#DIV/0!"), "The formula in this cell failed (#DIV/0!). Type what it should say."),
    ("wait", .commentary, .text("#REF!"), "The formula in this cell failed (#REF!). Type what it should say."),
    ("wait", .numerator, .text("4"), "Nothing is asked for here. Empty the cell."),
    (
      "calls", .reason, .text("forgot"),
      "“forgot” is not in the list. Choose one of: awaited, in arrears, no activity, not applicable, to be confirmed, no data held, suppressed, discontinued."
    ),
    ("calls", .reason, .text("no activity"), "There is a figure, and a reason for having none. Take one of them away"),
    (
      "calls", .state, .text("nearly"),
      "“nearly” is not in the list. Choose one of: provisional, estimated, final, revised."
    ),
    (
      "homes", .stage, .text("soon"),
      "“soon” is not in the list. Choose one of: not started, in progress, complete, on hold, withdrawn."
    ),
    ("homes", .percent, .text("120"), "Enter a whole number from 0 to 100, like 45"),
    ("homes", .judged, .text("mauve"), "“mauve” is no status of actions. Choose one of: green, amber, red"),
    ("homes", .forecast, .text("soon"), "Enter a date, like 31/3/2026 or 31 March 2026"),
  ]

  @Test("a cell that can't be taken is refused with what to type instead", arguments: bad.indices)
  func refused(index: Int) throws {
    let (id, field, cell, sentence) = Self.bad[index]
    var desk = ReturnsDesk()
    try desk.type(cell, field, id)
    let upload = try desk.handedIn()
    #expect(upload.refusals == ["\(id) \(field): \(sentence)"])
    #expect(upload.revisions == [])
  }

  @Test("one bad cell holds back what makes one record with it, and nothing else")
  func partly() throws {
    var desk = ReturnsDesk()
    try desk.type(.text("many"), .value, "wait")
    try desk.type(.text("estimated"), .state, "wait")
    try desk.type(.text("Lines were busy."), .commentary, "wait")
    try desk.type(.text(String(repeating: "x", count: 601)), .action, "wait")
    let upload = try desk.handedIn()
    #expect(upload.changes == ["wait commentary:  → Lines were busy."])
    #expect(upload.refused.first?.refusals.map(\.field) == [.value, .action])
    #expect(upload.revisions.map(\.kind) == ["commentary"])
  }

  @Test("a formula that was never calculated is no empty cell")
  func uncalculated() async throws {
    let book = ThornburyVale().book
    let bytes = try await WorkbookEdit.formula("=80+1", in: ReturnsDesk(), .value, "calls")
    let upload = try ReturnsUpload(
      bytes, named: "returns.xlsx", book, yours: book.returnRows(in: ReturnsDesk.quarter, on: ReturnsDesk.today),
      in: ReturnsDesk.quarter, on: ReturnsDesk.today)
    #expect(upload.revisions == [])
    #expect(
      upload.refusals == [
        "calls value: This formula has no result. Open the workbook in Excel, save it, and upload it again."
      ])
  }

  @Test("a return of somebody else, one that is not owed and one whose id was changed are refused")
  func notTheirs() throws {
    let book = ThornburyVale().book
    var desk = ReturnsDesk()
    try desk.type(.text("81%"), .value, "calls")
    try desk.type(.text("160"), .value, "wait")
    let (sheet, row) = try desk.place("trees-planted-elsewhere", insteadOf: "foi")
    #expect(desk.workbook.sheets[sheet].rows.indices.contains(row))
    let yours = book.returnRows(in: ReturnsDesk.quarter, on: ReturnsDesk.today)
      .filter { !["calls", "foi"].contains($0.slot.subject.record) }
    let upload = try desk.handedIn(to: book, by: yours)
    #expect(upload.changes == ["wait value: 165 → 160"])
    #expect(
      upload.refusals == [
        "Calls answered whole: This return is not yours to fill in. Ask its owner, or the performance officer.",
        "Freedom of information requests answered within 20 working days whole: Nothing is owed here for Q2 2025/26 (any more). Download your returns again.",
      ])
  }

  @Test("a return that was locked meanwhile is refused with the reason")
  func locked() throws {
    var desk = ReturnsDesk()
    try desk.type(.text("81%"), .value, "calls")
    var vale = ThornburyVale()
    vale.records.add(Waiver(RecordID("indicator", "calls"), in: ReturnsDesk.quarter, reason: "The lines were moved."))
    let upload = try desk.handedIn(to: vale.book)
    #expect(upload.revisions == [])
    #expect(upload.refusals.count == 1)
    #expect(upload.refusals.first?.contains("The lines were moved.") == true)
  }

  @Test("a return that stands there twice is refused, whichever was meant")
  func twice() throws {
    var desk = ReturnsDesk()
    try desk.type(.text("81%"), .value, "calls")
    let (sheet, row) = try desk.place("calls")
    desk.workbook.sheets[sheet].rows.insert(desk.workbook.sheets[sheet].rows[row], at: 0)
    let upload = try desk.handedIn()
    #expect(upload.revisions == [])
    #expect(upload.refused.count == 2)
    #expect(upload.refusals.first?.contains("is in the workbook 2 times: sheet 'Your figures', row 3; ") == true)
  }

  // MARK: Files that are none

  private func refusal(_ desk: ReturnsDesk, for period: Period = ReturnsDesk.quarter) -> String? {
    #expect(throws: ReturnsUploadError.self) { try desk.handedIn(for: period) }.map { "\($0)" }
  }

  private func without(_ heading: String, _ desk: ReturnsDesk) throws -> ReturnsDesk {
    var desk = desk
    let column = try desk.column(heading, 0)
    desk.workbook.sheets[0].columns.remove(at: column)
    for row in desk.workbook.sheets[0].rows.indices { desk.workbook.sheets[0].rows[row].remove(at: column) }
    return desk
  }

  @Test("a workbook without what tells its rows apart is refused in one sentence")
  func noIdentity() throws {
    let desk = try without(ReturnSheet.row, ReturnsDesk())
    #expect(refusal(desk)?.contains("no row can be told from another") == true)
    let bare = try without(ReturnSheet.check, without(ReturnSheet.revision, ReturnsDesk()))
    #expect(refusal(bare)?.contains("nobody can tell what was changed") == true)
  }

  @Test("a heading that stands twice is refused, since nobody knows which column is meant")
  func headingTwice() async throws {
    // Excel makes headings of a table unique; a sheet without a table has them as they were copied.
    let book = ThornburyVale().book
    let bytes = try await WorkbookEdit.replacing("Numerator", with: "Figure this time", in: ReturnsDesk())
    let error = #expect(throws: ReturnsUploadError.self) {
      try ReturnsUpload(
        bytes, named: "returns.xlsx", book, yours: [], in: ReturnsDesk.quarter, on: ReturnsDesk.today)
    }
    #expect(error == .headingTwice("Figure this time", sheet: "Your figures"))
  }

  @Test("a workbook of another quarter is refused as a whole")
  func otherPeriod() {
    #expect(
      refusal(ReturnsDesk(), for: FinancialYear(2025).quarter(3))
        == "This workbook holds returns for Q2 2025/26, and you are filling in Q3 2025/26. Open the returns for Q2 2025/26 and upload it there."
    )
  }

  @Test("brought in as if it were a plan, it says where it belongs and brings nothing in twice")
  func wrongDoor() throws {
    let book = ThornburyVale().book
    let proposal = try ImportProposal(bytes: ReturnsDesk().workbook.bytes(), named: "returns.xlsx", into: book)
    #expect(proposal.recognition.kind == "returns")
    #expect(!ImportProposal.kinds.contains("returns"), "nobody can ask for it")
    #expect(proposal.revisions == [])
    #expect(proposal.errors.first?.message.hasPrefix("This is a workbook of returns. Upload it on the page") == true)
  }

  @Test("any other file is refused in a sentence", arguments: [true, false])
  func notOurs(isWorkbook: Bool) throws {
    let book = ThornburyVale().book
    let bytes = isWorkbook ? try BookExport(book).workbook() : Array("Indicator,Figure this time\ncalls,81%\n".utf8)
    let error = #expect(throws: ReturnsUploadError.self) {
      try ReturnsUpload(
        bytes, named: "plan", book, yours: [], in: ReturnsDesk.quarter, on: ReturnsDesk.today)
    }
    #expect(error == .notOurs(file: "plan"))
    let broken = #expect(throws: ReturnsUploadError.self) {
      try ReturnsUpload([1, 2, 0], named: "x.xlsx", book, yours: [], in: ReturnsDesk.quarter, on: ReturnsDesk.today)
    }
    #expect(broken?.description.hasPrefix("x.xlsx: the file is neither text nor an Office document.") == true)
  }
}

extension ReturnsDesk {
  /// Gives the row of one return the id of another.
  fileprivate mutating func place(_ id: String, insteadOf old: String) throws -> (sheet: Int, row: Int) {
    let (sheet, row) = try place(old)
    workbook.sheets[sheet].rows[row][try column(ReturnSheet.row, sheet)] = .text(
      "indicator:\(id)@\(ReturnsDesk.quarter.code)")
    return (sheet, row)
  }
}
