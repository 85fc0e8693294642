import CorporatePlan
import Foundation
import HTTPTypes
import HummingbirdTesting
import Ledger
import Testing

@testable import Web

@Suite("Every record has its history, and a change can be undone")
struct HistoryTests {
  @Test("An undone change leaves what others changed since; one that was changed once more is refused with both values")
  func undo() async throws {
    let editor = try await Editor()
    func change(_ fields: [(String, String)]) async throws -> Int {
      let sent = try await editor.officer.send("/edit/items/web-forms", [editor.shown("item", "web-forms")] + fields)
      #expect(sent.status == .seeOther)
      return editor.book.position
    }
    let title = try await change([("title", "Forms for all")])
    _ = try await change([("owner", "Head of Customers")])
    let address = "/history/item/web-forms/\(title)/undo"
    let question = try await editor.officer.text(address)
    #expect(question.contains("Forms for all") && question.contains("Undo it"))
    #expect(try await editor.officer.send(address).status == .seeOther)
    let item = try #require(editor.item("web-forms"))
    #expect((item.title, item.owner) == ("Forms that work on a phone, all 64 of them", "Head of Customers"))

    let first = try await change([("title", "One")])
    _ = try await change([("title", "Two")])
    let refused = try await editor.officer.send("/history/item/web-forms/\(first)/undo")
    #expect(refused.status == .conflict)
    #expect(PageText(refused).contains("<td>One</td>") && PageText(refused).contains("<td>Two</td>"))
    #expect(editor.item("web-forms")?.title == "Two")
  }

  @Test("What came from a return or an import is not undone by the plan's forms")
  func elsewhere() async throws {
    let editor = try await Editor()
    let actual = try #require(editor.book.readings["recycling"]?.actuals.first)
    let position = try #require(editor.book.stamp(of: actual.recordID)?.position)
    let history = "/history/actual/\(actual.id.addressed)"
    #expect(try await !editor.officer.text(history).contains("Undo this change"))
    #expect(try await editor.officer.send("\(history)/\(position)/undo").status == .forbidden)
    let batch = try #require(editor.book.stamp(of: actual.recordID)?.batch)
    #expect(try await editor.officer.send("/edit/batches/\(batch)/undo").status == .forbidden)
    #expect(editor.book.readings["recycling"]?.actuals.first == actual)
  }

  @Test("Who may not know names reads the post; who has left is nobody any more")
  func names() async throws {
    let editor = try await Editor()
    let council = editor.council
    try await council.append(reason: "Posts", author: "p-1", at: editor.officer.clock.now) { book in
      var item = book.items["web-forms"]!
      item.owner = "Head of Customers"
      return [
        Service(id: "customers", name: "Customers").revision,
        Post(id: "head", title: "Head of Customers", service: "customers").revision,
        Post(id: "lead", title: "Performance Lead").revision,
        Tenure(id: "t", post: "lead", person: editor.officer.person.id, from: Day("2020-01-01")!).revision,
        item.revision,
      ]
    }
    try await editor.officer.send(
      "/edit/items/web-forms", [editor.shown("item", "web-forms"), ("title", "Forms for all")])
    let owner = try await editor.officer.colleague([.responsibleOfficer], post: "head")
    let page = try await owner.text("/history/item/web-forms")
    #expect(page.contains("Performance Lead: Changed in the plan"))
    #expect(!page.contains("A colleague:") && !page.contains(editor.officer.person.id))
    #expect(!page.contains("Undo this change"))
    // Another service's history is not theirs to read.
    #expect(try await owner.open("/history/item/care-hub").status == .forbidden)
    #expect(try await owner.open("/history/tenure/t").status == .forbidden)
    let auditor = try await editor.officer.colleague([.auditor])
    #expect(try await auditor.text("/history/item/web-forms").contains("A colleague: Changed in the plan"))
    try await council.accounts.erase(editor.officer.person.id, by: "p-admin", at: .present)
    #expect(try await auditor.text("/history/item/web-forms").contains("somebody who has left: Changed in the plan"))
  }
}

@Suite("Risks are kept with what is done against them")
struct RiskPageTests {
  @Test("A risk is added, scored for a period, and stands in the matrix by name and band")
  func risk() async throws {
    let editor = try await Editor()
    let sent = try await editor.officer.send(
      "/edit/risks",
      [
        ("title", "The contractor fails"), ("cause", "Prices"), ("mitigations", "Bond\r\nSecond bidder"),
        ("items", "new-homes"), ("inherent_likelihood", "4"), ("inherent_impact", "5"), ("target_likelihood", ""),
        ("target_impact", ""),
      ])
    #expect(sent.status == .seeOther)
    let risk = try #require(editor.book.risks["the-contractor-fails"])
    #expect(risk.mitigations == ["Bond", "Second bidder"])
    let address = "/edit/risks/the-contractor-fails"
    for (period, likelihood) in [("2025-26-Q1", "2"), ("2025-26-Q3", "4")] {
      let scored = try await editor.officer.send(
        "\(address)/score", [("period", period), ("likelihood", likelihood), ("impact", "4")])
      #expect(scored.status == .seeOther)
    }
    let page = try await editor.officer.text("/risks/the-contractor-fails")
    for words in ["likelihood 4, impact 4, rising", "30 June 2025", "Second bidder", "Amber", "Red"] {
      #expect(page.contains(words), "\(words)")
    }
    let cell = try #require(
      try await editor.officer.text("/risks/matrix").source.components(separatedBy: "<td").first {
        $0.contains("The contractor fails")
      })
    #expect(cell.contains("Red"))
    // Half a place changes the whole place, and a place outside the matrix is refused.
    let half = try await editor.officer.send(
      address,
      [editor.shown("risk", "the-contractor-fails"), ("inherent_likelihood", "5"), ("inherent_impact", "5")])
    #expect(half.status == .seeOther)
    #expect(editor.book.risks["the-contractor-fails"]?.inherent == RiskPlace(likelihood: 5, impact: 5))
    let outside = try await editor.officer.send(
      "\(address)/score", [("period", "2025-26-Q3"), ("likelihood", "9"), ("impact", "4")])
    #expect(outside.status == .unprocessableContent)
  }
}

@Suite("Posts move with the council")
struct StructureTests {
  @Test("A post is added, held, handed over and given up; work stays with the post")
  func posts() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    let book = { officer.council.book }
    try await officer.send("/structure/services", [("name", "Housing")])
    try await officer.send("/structure/posts", [("title", "Head of Housing"), ("service", "housing")])
    #expect(book().posts["head-of-housing"]?.service == "housing")
    let one = try await officer.colleague([.reviewer])
    let two = try await officer.colleague([.reviewer])
    let address = "/structure/posts/head-of-housing"
    let taken = try await officer.send("\(address)/appoint", [("person", one.person.id), ("from", "1 April 2024")])
    #expect(taken.status == .seeOther)
    #expect(book().posts(of: one.person.id, on: Day("2025-06-01")!).map(\.id) == ["head-of-housing"])
    let refused = try await officer.send("\(address)/appoint", [("person", two.person.id), ("from", "1 May 2025")])
    #expect(refused.status == .unprocessableContent)
    #expect(PageText(refused).contains("A colleague holds it") && !PageText(refused).contains("Somebody (p-"))
    try await officer.send(
      "\(address)/appoint", [("person", two.person.id), ("from", "1 May 2025"), ("replace", "yes")])
    #expect(book().posts(of: one.person.id, on: Day("2025-06-01")!).isEmpty)
    let tenure = try #require(book().tenures.values.first { $0.person == two.person.id })
    try await officer.send("\(address)/end", [("tenure", tenure.id), ("last_day", "30 June 2025")])
    #expect(book().tenures[tenure.id]?.until == Day("2025-07-01")!)
    // Somebody who is no account can't be put into a post.
    let unknown = try await officer.send("\(address)/appoint", [("person", "p-nobody"), ("from", "1 May 2026")])
    #expect(unknown.status == .unprocessableContent)
    let closed = try await officer.send("/structure/services/housing/close")
    #expect(closed.status == .unprocessableContent)
    #expect(PageText(closed).contains("move that to another service first"))
  }

  @Test("A person's own page hands a post over and gives it up")
  func person() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    try await officer.send("/structure/posts", [("title", "Head of Care")])
    let one = try await officer.colleague([.reviewer])
    let two = try await officer.colleague([.reviewer])
    try await officer.send("/people/\(one.person.id)/posts", [("post", "head-of-care"), ("from", "2025-04-01")])
    try await officer.send(
      "/people/\(two.person.id)/posts", [("post", "head-of-care"), ("from", "2025-06-01"), ("replace", "yes")])
    let tenures = officer.council.book.tenures.values
    #expect(tenures.first { $0.person == one.person.id }?.until == Day("2025-06-01")!)
    let held = try #require(tenures.first { $0.person == two.person.id })
    // Another's post is not given up on somebody's page.
    let wrong = try await officer.send(
      "/people/\(one.person.id)/posts", [("tenure", held.id), ("last_day", "30 June 2025")])
    #expect(wrong.status == .forbidden)
    let ended = try await officer.send(
      "/people/\(two.person.id)/posts", [("tenure", held.id), ("last_day", "30 June 2025")])
    #expect(ended.status == .seeOther)
    #expect(officer.council.book.tenures[held.id]?.until == Day("2025-07-01")!)
    let again = try await officer.send("/people/\(two.person.id)/posts", [("post", ""), ("from", "never")])
    #expect(again.status == .unprocessableContent)
  }

  @Test("A holiday is counted as no working day until it is removed")
  func holidays() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    let weekend = try await officer.send("/structure/holidays", [("day", "8 November 2025"), ("name", "Fair")])
    #expect(weekend.status == .unprocessableContent)
    #expect(PageText(weekend).contains(#"value="Fair""#))
    try await officer.send("/structure/holidays", [("day", "10 November 2025"), ("name", "Fair")])
    #expect(try await officer.text("/structure").contains("10 November 2025: Fair"))
    try await officer.send("/structure/holidays/2025-11-10/remove")
    #expect(officer.council.book.holidays.isEmpty)
  }
}
