import CorporatePlan
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Reports
import Testing

@testable import Web

@Suite("The workbench of reports")
struct WorkbenchTests {
  private static let id = "performance@2023-24-Q4"
  private static let address = "/work/reports/\("performance@2023-24-Q4".addressed)"

  private func officer() async throws -> Officer {
    try await Officer(try await SampleCouncil.open())
  }

  private func started() async throws -> Officer {
    let officer = try await officer()
    let answer = try await officer.send(
      "/work/reports", [("type", "performance"), ("period", "2023-24-Q4"), ("detail", "full")])
    #expect(answer.status == .seeOther)
    return officer
  }

  @Test("a report is started, shows the very page that is published, and is taken back with its words")
  func start() async throws {
    let officer = try await started()
    #expect(officer.council.book.reports[Self.id] != nil)
    let list = try await officer.text("/work/reports")
    #expect(list.contains("Performance report, Q4 2023/24"))
    let page = try await officer.text(Self.address)
    let published = ComposedReport(officer.council.book.published, Report(.performance, ReviewCouncil.period))
    #expect(page.contains(published.title))
    #expect(page.contains("words?key=summary/indicators") || page.contains("words?key=summary%2Findicators"))
    let twice = try await officer.send(
      "/work/reports", [("type", "performance"), ("period", "2023-24-Q4"), ("detail", "full")])
    #expect(twice.status == .unprocessableContent)
    try await officer.send(
      "\(Self.address)/words", [("key", "summary/indicators"), ("text", "Mine."), ("step", "save")])
    #expect(try await officer.text("\(Self.address)/withdraw").contains("1 place with words"))
    #expect(try await officer.send("\(Self.address)/withdraw").status == .seeOther)
    #expect(officer.council.book.reports.isEmpty && officer.council.book.passages.isEmpty)
  }

  @Test("a typed number that is not the record's is found, follows the record with one press, and can be reset")
  func follow() async throws {
    let officer = try await started()
    let key = ("key", "summary/indicators")
    try await officer.send("\(Self.address)/words", [key, ("text", "There are 99 red indicators."), ("step", "save")])
    let page = try await officer.text(Self.address)
    #expect(page.contains("To be mended before it is sealed (1)"))
    #expect(page.contains("Make “99” follow the record"))
    let wrong = try await officer.send(
      "\(Self.address)/words/follow", [key, ("from", "3"), ("words", "99"), ("figure", "plan: indicators red")])
    #expect(wrong.status == .forbidden)
    let far = try await officer.send(
      "\(Self.address)/words/follow",
      [key, ("from", "\(Int.max)"), ("words", "99"), ("figure", "plan: indicators red")])
    #expect(far.status == .forbidden)
    try await officer.send(
      "\(Self.address)/words/follow", [key, ("from", "10"), ("words", "99"), ("figure", "plan: indicators red")])
    let passage = try #require(officer.council.book.passages["\(Self.id)#summary/indicators"])
    #expect(passage.text == "There are [[plan: indicators red]] red indicators.")
    #expect(try await !officer.text(Self.address).contains("To be mended"))
    try await officer.send("\(Self.address)/words", [key, ("text", "x"), ("step", "reset")])
    #expect(officer.council.book.passages.isEmpty)
  }

  @Test("a reference that names nothing is refused with what was typed; a preview keeps nothing")
  func refused() async throws {
    let officer = try await started()
    let key = ("key", "summary/indicators")
    let answer = try await officer.send(
      "\(Self.address)/words", [key, ("text", "It is [[nowt: actual]] & more."), ("step", "save")])
    #expect(answer.status == .unprocessableContent)
    #expect(PageText(answer).contains("[[nowt: actual]] &amp; more."))
    let count = Scorecard(officer.council.book, ReviewCouncil.period).indicators.inPlan
    let preview = try await officer.send(
      "\(Self.address)/words", [key, ("text", "All of [[plan: indicators]]."), ("step", "preview")])
    #expect(preview.status == .ok)
    #expect(PageText(preview).contains("All of \(count)."))
    #expect(officer.council.book.passages.isEmpty)
    let other = try await officer.send("\(Self.address)/words", [("key", "nothing"), ("text", "x"), ("step", "save")])
    #expect(other.status == .notFound)
  }

  @Test("who wrote over another's words is told, with both")
  func conflict() async throws {
    let officer = try await started()
    let key = ("key", "summary/indicators")
    let record = "passage \(Self.id)#summary/indicators"
    try await officer.send(
      "\(Self.address)/words", [key, ("text", "First."), ("step", "save"), ("shown", "0 \(record)")])
    let late = try await officer.send(
      "\(Self.address)/words", [key, ("text", "Second."), ("step", "save"), ("shown", "0 \(record)")])
    #expect(late.status == .conflict)
    #expect(PageText(late).contains("First.") && PageText(late).contains("Second."))
  }

  @Test("whoever a comment asks for sees it at home and gets a letter, and may open that report; others may not")
  func comments() async throws {
    let officer = try await started()
    let asked = try await officer.colleague([.responsibleOfficer])
    let other = try await officer.colleague([.responsibleOfficer])
    #expect(try await asked.open(Self.address).status == .forbidden)
    try await officer.send(
      "\(Self.address)/comments", [("on", "summary"), ("text", "Is it so, @A colleague?"), ("to", asked.person.id)])
    let comment = try #require(officer.council.book.comments.values.first)
    #expect(comment.mentions.contains(asked.person.id))
    #expect(!comment.text.contains("A colleague") && comment.by == officer.person.id)
    #expect(try await asked.text("/office").contains("You are asked"))
    #expect(try await asked.open(Self.address).status == .ok)
    let place = "\(Self.address)/comments?on=\("summary/indicators".addressed)"
    #expect(try await asked.text(Self.address).contains(place), "nothing is exempt, so every place takes comments")
    #expect(
      try await other.open(Self.address).status == (comment.mentions.contains(other.person.id) ? .ok : .forbidden))
    #expect(
      officer.council.book.notices(
        on: officer.office.today, to: Readership(performanceOfficers: [], reviewers: []), links: LetterLinks(base: "x")
      ).contains { $0.kind == .asked && $0.person == asked.person.id && !$0.text.contains("Is it so") })
    try await asked.send("\(Self.address)/comments", [("thread", comment.id), ("text", "Yes.")])
    #expect(try await officer.text("\(Self.address)/comments").contains("Yes."))
    try await officer.send("\(Self.address)/comments/\(comment.id)", [("state", "closed")])
    #expect(try await !asked.text("/office").contains("You are asked"))
    let word = try await officer.open("\(Self.address)/files/report.html")
    #expect(word.status == .ok && !PageText(word).contains("Is it so") && PageText(word).contains("Draft"))
  }

  @Test("a councillor asks, the post answers, the officer approves, and it prints")
  func questions() async throws {
    let council = try await ReviewCouncil()
    let councillor = try await council.performance.colleague([.councillor])
    try await councillor.send(
      "/work/questions",
      [("text", "Why are bins missed?"), ("period", "2023-24-Q4"), ("about", "indicator/bins-missed")])
    let question = try #require(council.performance.council.book.questions.values.first)
    #expect(question.by == councillor.person.id && question.state == .asked)
    let address = "/work/questions/\(question.id)"
    #expect(try await council.wasteOfficer.open(address).status == .forbidden)
    #expect(try await council.performance.send(address, [("post", "waste-officer")]).status == .seeOther)
    #expect(try await council.wasteOfficer.text("/office").contains("Why are bins missed?"))
    #expect(try await councillor.send(address, [("answer", "Mine")]).status == .forbidden)
    try await council.wasteOfficer.send(address, [("answer", "A lorry broke down.")])
    try await council.performance.send("\(address)/approval", [("approved", "yes")])
    let book = council.performance.council.book
    #expect(book.questions[question.id]?.state == .approved)
    #expect(
      ComposedReport(book, Report(.performance, ReviewCouncil.period)).places["questions"]?.isEmpty == false)
    try await council.wasteOfficer.send(address, [("answer", "Two lorries broke down.")])
    #expect(council.performance.council.book.questions[question.id]?.isApproved == false)
  }

  @Test("drafts are compared, by position, by day, and with what was sealed")
  func compare() async throws {
    let officer = try await started()
    let position = officer.council.book.position
    try await officer.send(
      "\(Self.address)/words", [("key", "introduction/purpose"), ("text", "New words here."), ("step", "save")])
    let page = try await officer.text("\(Self.address)/compare?from=\(position)")
    #expect(page.contains("<ins>") && page.contains("put in: "))
    #expect(try await officer.text("\(Self.address)/compare?from=\(position)&to=\(position)").contains("Nothing: both"))
    #expect(try await officer.open("\(Self.address)/compare?from=nonsense").status == .badRequest)
    #expect(try await officer.open("\(Self.address)/compare?from=2023-05-01").status == .ok)
  }

  @Test("a template orders, renames, leaves out and words statuses; what proves the counts can't be left out")
  func templates() async throws {
    let officer = try await started()
    let address = "/work/templates/performance"
    #expect(try await officer.open(address).status == .ok)
    let saved = try await officer.send(
      address,
      [
        ("heading:summary", "In short"), ("word:green", "On course"), ("officers", "Finance*\nEqualities"),
        ("in_order", "yes"),
      ])
    #expect(saved.status == .seeOther)
    let template = try #require(officer.council.book.reportTemplates["performance"])
    #expect(template.officers.map(\.isStatutory) == [true, false] && template.clearsInOrder)
    let page = try await officer.text(Self.address)
    #expect(page.contains("In short") && page.contains("On course"))
    let refused = try await officer.send(address, [("left_out:summary", "yes")])
    #expect(refused.status == .unprocessableContent)
    try await officer.send("\(address)/order", [("key", "summary"), ("move", "up")])
    #expect(officer.council.book.reportTemplates["performance"]?.sections.first?.key == "summary")
    let bad = try await officer.upload(
      to: "\(address)/files", "file", "logo.gif", Array("GIF89a".utf8), [("file-kind", "logo")])
    #expect(bad.status == .unprocessableContent && PageText(bad).contains("Save it again as PNG or JPEG"))
    #expect(try await officer.open("\(address)/preview").status == .ok)
  }
}
