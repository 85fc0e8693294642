import CorporatePlan
import Foundation
import HTTPTypes
import Ledger
import Testing

@testable import Web

@Suite("A document is taken in by looking first")
struct ImportWizardTests {
  @Test("A report is uploaded, looked at, recorded as one batch and taken back")
  func journey() async throws {
    let officer = try await Officer()
    let address = try await officer.uploadExample()
    let preview = try await officer.text(address)
    #expect(preview.contains("a performance report with a scorecard"))
    #expect(preview.contains("for Q2 2025/26") || preview.contains("for Quarter 2 2025/26"))
    #expect(preview.contains("Nothing is recorded yet"))
    #expect(officer.council.book.position == 0)

    let done = try #require(try await officer.send("\(address)/apply").headers[.location])
    #expect(done == "/imports/b1/done")
    let position = officer.council.book.position
    #expect(position > 100)
    #expect(officer.council.book.stamp(of: RecordID("council", "council"))?.author == officer.person.id)
    #expect(try await officer.text(done).contains("Import of report.txt"))
    #expect(try await officer.text("/imports").contains("report.txt"))
    #expect(try await officer.open(address).status == .notFound)
    #expect(try await officer.served.text("/").contains("Larkmere"))

    #expect(try await officer.send("/imports/b1/undo").status == .unprocessableContent)
    #expect(officer.council.book.position == position)
    let undone = try #require(
      try await officer.send("/imports/b1/undo", [("reason", "the wrong quarter")]).headers[.location])
    #expect(officer.council.book.indicators.isEmpty)
    let text = try await officer.text(undone)
    #expect(text.contains("the wrong quarter"))
    #expect(text.contains("Nobody had changed any of them since"))
  }

  @Test("An import is not taken back with a term on which others stand")
  func termInUse() async throws {
    let officer = try await Officer()
    let term = try #require(
      Period(.term, code: "2025-26-autumn", start: Day(2025, 9, 4)!, end: Day(2025, 12, 20)!))
    func record(_ reason: String, _ revision: Revision) async throws {
      try await officer.council.append(reason: reason, author: "p-1", at: officer.clock.now) { _ in [revision] }
    }
    try await record("Import of terms.csv", EnteredPeriod(term).revision)
    let figure = Actual(indicator: "attendance", period: term, value: try Value("94%"))
    try await record("Counted", figure.revision)
    let question = try await officer.text("/imports/b1/undo")
    #expect(question.contains("Something is recorded for this term") && !question.contains("<button>Take it back"))
    let refused = try await officer.send("/imports/b1/undo", [("reason", "the wrong year")])
    #expect(refused.status == .conflict && PageText(refused).contains("Something is recorded for this term"))
    #expect(officer.council.book.calendar.period(term.code) == term)
    try await record("Wrong", figure.withdrawal)
    #expect(try await officer.text("/imports/b1/undo").contains("<button>Take it back"))
    #expect(try await officer.send("/imports/b1/undo", [("reason", "the wrong year")]).status == .seeOther)
    #expect(officer.council.book.calendar.period(term.code) == nil)
  }

  @Test("Taking back leaves alone what somebody has changed since, and says who did")
  func changedSince() async throws {
    let officer = try await Officer()
    try await officer.send("\(officer.uploadExample())/apply")
    let changed = try #require(officer.council.book.indicators.values.min { $0.id < $1.id })
    try await officer.council.append(reason: "Defined anew", author: "post:head-of-housing", at: officer.clock.now) {
      _ in
      var changed = changed
      changed.definition = "As counted on the last day"
      return [changed.revision]
    }
    try await officer.send("/imports/b1/undo", [("reason", "the wrong quarter")])
    let text = try await officer.text("/imports/b1/undo")
    #expect(text.contains("Changed since, and left as they are"))
    #expect(text.contains("Head of Housing"))
    #expect(text.contains("Defined anew"))
    #expect(officer.council.book.indicators.count == 1)
  }

  @Test("The same report again changes nothing, one figure more changes that figure")
  func again() async throws {
    let officer = try await Officer()
    try await officer.send("\(officer.uploadExample())/apply")
    let same = try await officer.uploadExample()
    #expect(try await officer.settled(same).contains("All of it is on record already"))
    let position = officer.council.book.position
    try await officer.send("\(same)/apply")
    #expect(officer.council.book.position == position)
  }

  @Test("What was recorded meanwhile is shown before anything is recorded")
  func overtaken() async throws {
    let officer = try await Officer()
    let address = try await officer.uploadExample()
    try await officer.council.append(reason: "A note", author: "p-1", at: officer.clock.now) { _ in
      [PlanItem(id: "x", role: .vision, level: "Vision", title: "A vision", order: 0).revision]
    }
    let back = try #require(try await officer.send("\(address)/apply").headers[.location])
    #expect(back == "\(address)?because=overtaken#problems")
    #expect(officer.council.book.position == 1)
    #expect(try await officer.settled("\(address)?because=overtaken").contains("Somebody recorded something"))
    #expect(try await officer.send("\(address)/apply").headers[.location]?.hasSuffix("/done") == true)
  }

  @Test("A file that is no document is refused with the reason and what to do")
  func hostile() async throws {
    let officer = try await Officer()
    let address = try #require(
      try await officer.upload("../../plan<b>.pdf", Array("%PDF-1.7 x".utf8)).headers[.location])
    let response = try await officer.open(address)
    #expect(response.status == .unprocessableContent)
    let text = PageText(response)
    #expect(
      text.contains("plan&lt;b&gt;.pdf: the file is a PDF, which keeps no tables. Save as Word, or paste the text."))
    #expect(!text.contains(".."))
    try await officer.send("\(address)/discard")
    #expect(try await officer.open(address).status == .notFound)
  }

  @Test("A file that is too large is refused before it is read")
  func tooLarge() async throws {
    let officer = try await Officer()
    let response = try await officer.upload(
      "big.txt", [UInt8](repeating: 65, count: ImportDesk.limits.fileBytes + 1 << 20))
    #expect(response.status == .contentTooLarge)
    #expect(PageText(response).contains("The limit is 20 MB"))
  }

  @Test("A form without a file and text, or with both, says so")
  func nothingChosen() async throws {
    let officer = try await Officer()
    let none = try await officer.upload("", [])
    #expect(none.status == .unprocessableContent)
    #expect(PageText(none).contains("<title>Error: "))
    #expect(PageText(none).contains("Choose a file, or paste text"))
    let both = try await officer.upload("a.txt", [65], [("text", "pasted"), ("period", "next week")])
    #expect(PageText(both).contains("not both"))
    #expect(PageText(both).contains("Write the period like 2025-26-Q2"))
    #expect(PageText(both).contains(">pasted</textarea>"))
  }

  @Test("Pasted text is read like a file")
  func pasted() async throws {
    let officer = try await Officer()
    let sent = try await officer.upload("", [], [("text", Officer.report())])
    let address = try #require(sent.headers[.location])
    #expect(try await officer.settled(address).contains("Pasted text"))
  }

  @Test("A file that names another council is asked about, and can be recorded only once somebody says it is meant")
  func otherCouncil() async throws {
    let officer = try await Officer()
    try await officer.council.append(reason: "Begun", author: officer.person.id, at: officer.clock.now) { _ in
      [CouncilProfile(name: "Larkmere District Council", planTitle: "Larkmere first").revision]
    }
    let csv = "London Borough of Harrow\nCode,Indicator,Good is,Actual Q2 2025/26\nE1,Missed bins,Low,12\n"
    let address = try #require(try await officer.upload("figures.csv", Array(csv.utf8)).headers[.location])
    let asked = try await officer.settled(address)
    #expect(asked.contains("This file names “London Borough of Harrow”"))
    #expect(!asked.contains("\(address)/apply"))
    try await officer.send("\(address)/preview", [("answer:council-differs: document", "ours")])
    let meant = try await officer.settled(address)
    #expect(meant.contains("\(address)/apply"))
    #expect(try await officer.send("\(address)/apply").headers[.location]?.hasSuffix("/done") == true)
    #expect(officer.council.book.indicators.count == 1)
  }

  @Test("Files that can't be read wait for nobody and keep no place")
  func unreadable() async throws {
    let officer = try await Officer()
    for number in 1...7 {
      let sent = try await officer.upload("\(number).pdf", Array("%PDF-1.7 x".utf8))
      let address = try #require(sent.headers[.location])
      #expect(try await officer.open(address).status == .unprocessableContent)
    }
  }

  @Test("Five files may wait, each for half an hour")
  func waiting() async throws {
    let officer = try await Officer()
    let first = try #require(try await officer.upload("1.txt", [65]).headers[.location])
    for number in 2...5 { #expect(try await officer.upload("\(number).txt", [65]).status == .seeOther) }
    let sixth = try await officer.upload("6.txt", [65])
    #expect(sixth.status == .unprocessableContent)
    #expect(PageText(sixth).contains("5 files are waiting for you already"))
    officer.clock.pass(minutes: 29)
    #expect(try await officer.open(first).status != .notFound)
    officer.clock.pass(minutes: 29)
    #expect(try await officer.open(first).status != .notFound)
    #expect(try await officer.upload("7.txt", [65]).status == .seeOther)
    officer.clock.pass(minutes: 31)
    #expect(try await officer.open(first).status == .notFound)
  }

  @Test("Apply on a page that is not the newest preview records nothing")
  func stale() async throws {
    let officer = try await Officer()
    let address = try await officer.uploadExample()
    let back = try await officer.send("\(address)/apply", [("shown", "earlier")]).headers[.location]
    #expect(back == "\(address)?because=stale#problems")
    #expect(officer.council.book.position == 0)
  }

  @Test("Only an import is taken back here, nothing else that was recorded together")
  func onlyImports() async throws {
    let officer = try await Officer()
    try await officer.council.append(reason: "A note", author: "p-1", at: officer.clock.now) { _ in
      [PlanItem(id: "x", role: .vision, level: "Vision", title: "A vision", order: 0).revision]
    }
    #expect(try await officer.send("/imports/b1/undo", [("reason", "a test")]).status == .notFound)
    #expect(officer.council.book.items.count == 1)
  }

  @Test("Another session's file is not there")
  func others() async throws {
    let one = try await Officer()
    let other = try await one.colleague([.performanceOfficer])
    let address = try await one.uploadExample()
    #expect(try await other.open(address).status == .notFound)
    #expect(try await other.send("\(address)/apply").status == .notFound)
  }
}

@Suite("What only the council can tell is asked before anything is recorded")
struct ImportQuestionTests {
  private static let table = """
    Indicator,Frequency,Good performance,Target 2025/26,Q1 2025/26,Q2 2025/26
    Benches mended within ten days,Bi-annual,High,90%,91%,87%
    Trees watered,Bi-annual,High,80%,81%,82%
    Swims at Mere Baths,Quarterly,High,9000,8100,9300

    """

  private func officer() async throws -> (Officer, address: String, questions: [String]) {
    let officer = try await Officer()
    let address = try #require(
      try await officer.upload("benches.csv", Array(Self.table.utf8)).headers[.location])
    let text = try await officer.settled(address)
    let questions = text.source.matches(of: /name="answer:([^"]*)" value="twice-a-year"/).map { String($0.1) }
    return (officer, address, questions)
  }

  @Test("Apply is refused with the unanswered questions, each with the way to its answers")
  func unanswered() async throws {
    let (officer, address, questions) = try await officer()
    #expect(questions.count == 2)
    let back = try #require(try await officer.send("\(address)/apply").headers[.location])
    #expect(back == "\(address)?because=questions#problems")
    let text = try await officer.text("\(address)?because=questions")
    #expect(text.contains("<title>Error: "))
    #expect(text.contains(#"id="problems" role="alert" tabindex="-1""#))
    for question in questions {
      let anchor = ImportQuestions.anchor(of: question)
      #expect(text.contains("href=\"#\(anchor)\""))
      #expect(text.contains("id=\"\(anchor)\""))
    }
    #expect(officer.council.book.position == 0)
  }

  @Test("Answers change the preview, and are applied only after they were shown")
  func answered() async throws {
    let (officer, address, questions) = try await officer()
    let answers = questions.map { ("answer:\($0)", "every-two-years") }
    let back = try #require(try await officer.send("\(address)/apply", answers).headers[.location])
    #expect(back == "\(address)?because=answered#problems")
    #expect(officer.council.book.position == 0)
    #expect(try await officer.settled("\(address)?because=answered").contains("Answered (2)"))
    #expect(try await officer.send("\(address)/apply", answers).headers[.location] == "/imports/b1/done")
    #expect(officer.council.book.indicators.values.count { $0.frequency == .twoYears } == 2)
  }

  @Test("A question may be left open on purpose, and then nothing is guessed")
  func leftOpen() async throws {
    let (officer, address, questions) = try await officer()
    let answers = questions.map { ("answer:\($0)", "open") }
    #expect(try await officer.send("\(address)/apply", answers).headers[.location] == "/imports/b1/done")
    #expect(officer.council.book.indicators.count == 3)
    #expect(!officer.council.book.indicators.values.contains { $0.frequency == .twoYears || $0.frequency == .halfYear })
  }

  @Test("All that nobody has answered can be left open at once")
  func allLeftOpen() async throws {
    let (officer, address, questions) = try await officer()
    let answers = [("answer:\(questions[0])", "every-two-years"), ("leave-open", "yes")]
    #expect(
      try await officer.send("\(address)/apply", answers).headers[.location]?.contains("because=answered") == true)
    #expect(try await officer.send("\(address)/apply", answers).headers[.location] == "/imports/b1/done")
    #expect(officer.council.book.indicators.values.count { $0.frequency == .twoYears } == 1)
  }

  @Test("One answer can be for all questions of a kind, and for the next such file")
  func alike() async throws {
    let (officer, address, questions) = try await officer()
    let first = try #require(questions.first)
    let code = String(first.prefix { $0 != ":" })
    try await officer.send(
      "\(address)/preview", [("answer:\(first)", "every-two-years"), ("alike:\(code)", first)])
    let text = try await officer.settled(address)
    #expect(text.contains("Answered (2)"))
    #expect(try await officer.send("\(address)/apply").headers[.location] == "/imports/b1/done")
    #expect(officer.council.book.indicators.values.count { $0.frequency == .twoYears } == 2)
    #expect(!officer.council.book.recipes.isEmpty)
  }

  @Test(
    "Words and a choice beside them: what is new counts, and more than leaving it open",
    arguments: [
      (nil, ["Sold"], "Sold"), (nil, [], nil), ("Sold", ["Sold"], "Sold"), ("Sold", [], nil), (nil, ["open"], "open"),
      (nil, ["Sold", "open"], "Sold"), ("Sold", ["Sold", "open"], "open"), ("open", ["Sold", "open"], "Sold"),
      ("carried x", ["Sold", "carried x"], "Sold"), ("Sold", ["Sold", "carried x"], "carried x"),
    ] as [(String?, [String], String?)])
  func words(_ before: String?, _ said: [String], _ counts: String?) {
    #expect(ImportAsked.answer(after: before, said) == counts)
  }

  @Test("An answer that is none of the choices counts as none")
  func nonsense() async throws {
    let (officer, address, questions) = try await officer()
    let back = try await officer.send("\(address)/apply", questions.map { ("answer:\($0)", "<b>") }).headers[.location]
    #expect(back == "\(address)?because=questions#problems")
    #expect(officer.council.book.position == 0)
  }

  @Test("A column can mean something else than it was taken for")
  func columns() async throws {
    let (officer, address, _) = try await officer()
    let before = try await officer.text(address)
    #expect(before.contains("Columns of"))
    try await officer.send("\(address)/preview", [("column:Q1 2025/26", "ignore")])
    let after = try await officer.settled(address)
    #expect(before.contains("Swims at Mere Baths, Q1 2025/26"))
    #expect(!after.contains("Swims at Mere Baths, Q1 2025/26"))
    #expect(after.contains(#"<option value="ignore" selected"#))
  }

  @Test("A column whose heading names a month can be said to be of that month")
  func columnOfMonth() async throws {
    let officer = try await Officer()
    let table = "Indicator,Polarity,Q1 2025/26,Jul\nSwims at Mere Baths,High,8100,9300\n"
    let address = try #require(try await officer.upload("swims.csv", Array(table.utf8)).headers[.location])
    let text = try await officer.settled(address)
    #expect(text.source.matches(of: /<option value="actual 2025-M07"/).count == 1)
    #expect(text.contains(#"<option value="target 2025-26""#))
  }

  @Test("It can be read as another kind of document")
  func anotherKind() async throws {
    let (officer, address, _) = try await officer()
    try await officer.send("\(address)/preview", [("kind", "cabinet-report"), ("period", ""), ("council", "")])
    #expect(try await !officer.settled(address).contains("taken for a table of indicators"))
    let wrong = try await officer.send("\(address)/preview", [("period", "next week")])
    #expect(wrong.status == .badRequest)
  }

  @Test("While a file is read the page says how far it is, and asks again")
  func progress() async throws {
    let (officer, address, _) = try await officer()
    let id = try #require(address.split(separator: "/").last.map(String.init))
    let session = officer.session
    let job = try #require(officer.office.imports.job(id, of: session))
    job.state = .working(.comparing)
    let response = try await officer.open(address)
    #expect(response.status == .ok)
    #expect(response.headers[HTTPField.Name("Refresh")!] == "2")
    let text = PageText(response)
    #expect(text.contains(#"aria-current="step""#))
    #expect(text.contains("Recognising what it holds"))
    #expect(try await officer.send("\(address)/apply").headers[.location] == address)
  }

  @Test("The preview of a thousand records is a page of at most 60 kB")
  func long() async throws {
    let officer = try await Officer()
    var table = "Indicator,Good performance,Target 2025/26,Q1 2025/26,Q2 2025/26\n"
    for number in 0..<260 {
      table += "Measure \(number) of the service’s work,High,\(number)%,\(number % 97)%,\(number % 89)%\n"
    }
    let address = try #require(try await officer.upload("long.csv", Array(table.utf8)).headers[.location])
    _ = try await officer.settled(address)
    var headers = officer.headers
    headers[.acceptEncoding] = "gzip"
    let response = try await officer.served.ask(address, .get, headers)
    #expect(response.headers[.contentEncoding] == "gzip")
    #expect(try await officer.text(address).source.contains("260 indicators"))
    #expect(response.body.readableBytes < 60_000, "\(response.body.readableBytes)")
  }

  @Test("Words of a file stand as text in its preview, its record and its undoing")
  func escaped() async throws {
    let officer = try await Officer()
    let hostile = EscapingTests.hostile.replacing("\"", with: "\"\"")
    let table = """
      Indicator,Frequency,Good performance,"\(hostile)",Q1 2025/26,Q2 2025/26
      "\(hostile)",Bi-annual,High,"\(hostile)",1,2
      Trees watered,"\(hostile)",High,80%,81%,82%

      """
    let address = try #require(
      try await officer.upload("\(EscapingTests.hostile).csv", Array(table.utf8)).headers[.location])
    var pages = [address, "\(address)?because=questions", "/imports", "/office", "/imports/new"]
    let questions = try await officer.settled(address).source.matches(of: /name="(answer:[^"]*)"/).map { String($0.1) }
    try await officer.send("\(address)/preview", questions.map { ($0.replacing("&quot;", with: "\""), "open") })
    _ = try await officer.settled(address)
    if try await officer.send("\(address)/apply", [("despite-errors", "yes")]).headers[.location] == "/imports/b1/done"
    {
      try await officer.send("/imports/b1/undo", [("reason", EscapingTests.hostile)])
      pages += ["/imports/b1/done", "/imports/b1/undo"]
    }
    for page in pages {
      let text = try await officer.text(page)
      #expect(!text.source.utf8.contains("<script"), "\(page)")
      #expect(!text.source.utf8.contains("\" onmouseover"), "\(page)")
    }
  }
}
