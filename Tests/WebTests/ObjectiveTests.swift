import CorporatePlan
import Foundation
import HTTPTypes
import HummingbirdTesting
import Reports
import Testing

@testable import Ledger
@testable import Web

@Suite("What somebody is to reach is theirs and their manager's, and nobody else's")
struct ObjectiveTests {
  /// The borough with its people: an officer who reports to a head of service.
  fileprivate struct People {
    let borough: Borough
    let officer: Officer
    let head: Officer

    static let words = "Clear the backlog of damp surveys"
    static let measure = "No survey older than ten working days"

    init() async throws {
      borough = try await Borough()
      officer = try await borough.housing()
      head = try await borough.chief.colleague([.reviewer], post: "housing-head")
    }

    /// Writes an objective that serves the estate and the repairs; its address.
    func written(post: String = "", by writer: Officer? = nil) async throws -> String {
      let sent = try await (writer ?? officer).send(
        "/objectives",
        [
          ("title", Self.words), ("measure", Self.measure), ("due", "31 March 2026"), ("year", "2025-26"),
          ("post", post), ("items", "estate"), ("items", ""), ("indicators", "repairs"),
        ])
      #expect(sent.status == .seeOther, "\(PageText(sent).source)")
      return try #require(sent.headers[.location]?.split(separator: "?").first.map(String.init))
    }
  }

  @Test("The thread runs from the plan's priority through the action and the indicator down to the objective")
  func thread() async throws {
    let people = try await People()
    let address = try await people.written()
    let page = try await people.officer.text(address)
    for words in [
      People.words, People.measure, "31 March 2026", "Homes for everyone", "Rebuild the estate", "Repairs done in time",
      "Open",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    let list = try #require(page.source.components(separatedBy: "<ol aria-label=").dropFirst().first)
    let order = ["Plan", "Homes for everyone", "Rebuild the estate", People.words].map {
      list.range(of: $0, range: (list.range(of: "<li>")!.lowerBound)..<list.endIndex)?.lowerBound
    }
    #expect(order.allSatisfy { $0 != nil } && order.compactMap { $0 } == order.compactMap { $0 }.sorted())
    #expect(try await people.officer.text("/objectives").contains(People.words))
  }

  @Test(
    "Nobody but owner and manager sees any of it, whatever their role and whatever address they type",
    arguments: Role.allCases)
  func others(_ role: Role) async throws {
    let people = try await People()
    let address = try await people.written()
    // One who works beside the officer, in the same service, and one elsewhere.
    for other in [
      try await people.borough.chief.colleague([role], post: "debt-officer"),
      try await people.borough.chief.colleague([role], post: "repairs-officer", deputy: true),
      try await people.borough.chief.colleague([role], post: "housing-head", deputy: true),
    ] {
      #expect(try await !other.text("/objectives").contains(People.words))
      for path in [address, "\(address)/edit"] {
        let page = try await other.open(path)
        #expect(page.status == .notFound, "\(role) \(path)")
        #expect(!PageText(page).contains(People.words), "\(role) \(path)")
      }
      for (path, fields) in [
        (address, [("title", "Mine now")]), ("\(address)/state", [("state", "met")]),
        ("\(address)/notes", [("note", "x")]),
      ] {
        #expect(try await other.send(path, fields).status == .notFound, "\(role) \(path)")
      }
      for path in [
        "/office", "/search?q=damp", "/changes", "/edit/items/estate", "/people/\(people.officer.person.id)",
      ] {
        #expect(try await !other.text(path).contains(People.words), "\(role) \(path)")
      }
    }
    #expect(try await people.officer.text(address).contains(People.words))
  }

  @Test("The manager reads it and adds a note, and changes nothing; the officer reads the note")
  func manager() async throws {
    let people = try await People()
    let address = try await people.written()
    #expect(try await people.head.text("/objectives").contains(People.words))
    #expect(try await people.head.text(address).contains(People.measure))
    #expect(try await people.head.open("\(address)/edit").status == .forbidden)
    #expect(try await people.head.send(address, [("title", "Something else")]).status == .forbidden)
    #expect(try await people.head.send("\(address)/state", [("state", "not met")]).status == .forbidden)
    #expect(
      try await people.head.send("\(address)/notes", [("note", "On course."), ("note_day", "7 November 2025")]).status
        == .seeOther)
    let page = try await people.officer.text(address)
    #expect(page.contains("On course.") && page.contains("7 November 2025") && page.contains(People.words))
    let early = try await people.head.send("\(address)/notes", [("note", "Soon."), ("note_day", "7 November 2026")])
    #expect(early.status == .unprocessableContent)
    #expect(PageText(early).contains("still to come") && PageText(early).contains("Soon."))
  }

  @Test("A manager who leaves the post sees nothing of it any more, and the next one does")
  func managers() async throws {
    let people = try await People()
    let address = try await people.written()
    let tenure = try #require(people.head.council.book.tenures.values.first { $0.person == people.head.person.id })
    var ended = tenure
    ended.until = people.head.today
    try await people.borough.record("Leaves", ended)
    let next = try await people.borough.chief.colleague([.reviewer], post: "housing-head")
    #expect(try await people.head.open(address).status == .notFound)
    #expect(try await next.open(address).status == .ok)
  }

  @Test("The next holder of a post takes over its open objective, and neither its notes nor the former holder's own")
  func successor() async throws {
    let people = try await People()
    let own = try await people.written()
    let ofPost = try await people.written(post: "repairs-officer")
    _ = try await people.head.send("\(ofPost)/notes", [("note", "Struggles with the contractor.")])
    let tenure = try #require(
      people.officer.council.book.tenures.values.first { $0.person == people.officer.person.id })
    var ended = tenure
    ended.until = people.head.today
    try await people.borough.record("Leaves", ended)
    let next = try await people.borough.chief.colleague([.responsibleOfficer], post: "repairs-officer")
    let page = try await next.text(ofPost)
    #expect(page.contains(People.words) && !page.contains("Struggles"))
    #expect(try await !people.head.text(ofPost).contains("Struggles"))
    #expect(try await next.open(own).status == .notFound)
    #expect(try await people.officer.open(own).status == .ok)
    #expect(try await people.officer.open(ofPost).status == .notFound)
    // Erased, the former holder takes along what was theirs, and leaves the successor what is the post's.
    _ = try await people.borough.chief.send("/people/\(people.officer.person.id)/erase")
    #expect(try await next.open(ofPost).status == .ok)
    // Closed by the successor, it stays theirs.
    #expect(try await next.send("\(ofPost)/state", [("state", "partly met")]).status == .seeOther)
    #expect(try await next.text(ofPost).contains("Partly met"))
  }

  @Test("What was closed stays with whom it was closed for")
  func closed() async throws {
    let people = try await People()
    let address = try await people.written(post: "repairs-officer")
    _ = try await people.officer.send("\(address)/state", [("state", "not met")])
    let tenure = try #require(
      people.officer.council.book.tenures.values.first { $0.person == people.officer.person.id })
    var ended = tenure
    ended.until = people.head.today
    try await people.borough.record("Leaves", ended)
    let next = try await people.borough.chief.colleague([.responsibleOfficer], post: "repairs-officer")
    #expect(try await next.open(address).status == .notFound)
    #expect(try await people.officer.open(address).status == .ok)
    #expect(try await people.head.open(address).status == .notFound)
    #expect(try await people.officer.send("\(address)/state", [("state", "open")]).status == .unprocessableContent)
  }

  @Test("On an action's and an indicator's page of the office my own objectives are mentioned to me, and no others")
  func mentioned() async throws {
    let people = try await People()
    _ = try await people.written()
    for path in ["/collect/2025-26-Q2/actions/estate", "/collect/2025-26-Q2/indicators/repairs"] {
      #expect(try await people.officer.text(path).contains(People.words), "\(path)")
      #expect(try await !people.borough.chief.text(path).contains(People.words), "\(path)")
    }
    for path in ["/edit/items/estate", "/edit/indicators/repairs"] {
      #expect(try await !people.borough.chief.text(path).contains(People.words), "\(path)")
    }
    _ = try await people.written(by: people.borough.chief)
    for path in ["/edit/items/estate", "/edit/indicators/repairs"] {
      #expect(try await people.borough.chief.text(path).contains(People.words), "\(path)")
    }
  }

  @Test("When an action that it serves is dropped, or becomes another, the objective says so")
  func lineage() async throws {
    let people = try await People()
    let address = try await people.written()
    #expect(try await !people.officer.text(address).contains("dropped from the plan"))
    try await people.borough.record(
      "Dropped",
      Lineage(id: "l1", from: ["estate"], to: [], .dropped, reason: "the grant went", on: Day("2025-11-01")))
    let page = try await people.officer.text(address)
    #expect(
      page.contains(
        "“Rebuild the estate”, which this serves, was dropped from the plan on 1 November 2025: the grant went."))
    #expect(try await people.officer.text("/objectives").contains("was dropped from the plan"))
    try await people.borough.record(
      "Replaced",
      PlanItem(id: "towers", role: .action, level: "Action", title: "Mend the towers", parent: "homes", order: 4),
      Lineage(id: "l2", from: ["estate"], to: ["towers"], .replaced, on: Day("2026-04-01")))
    #expect(
      try await people.officer.text(address).contains("will be replaced by “Mend the towers” on 1 April 2026"))
  }

  @Test("Ledger and exports hold nothing of it; erased, it is gone from the file to the last byte")
  func erased() async throws {
    let people = try await People()
    let position = people.officer.council.book.position
    let address = try await people.written()
    _ = try await people.written(post: "repairs-officer")
    _ = try await people.head.send("\(address)/notes", [("note", "Tense talk about the contractor")])
    #expect(people.officer.council.book.position == position)
    let export = BookExport(people.officer.council.book)
    for bytes in export.files().map(\.1) + [Array(export.json.canonical.utf8)] {
      #expect(Data(bytes).range(of: Data("damp surveys".utf8)) == nil)
    }
    #expect(try people.bytesOnDisk(holding: "damp surveys"))
    let gone = try await people.borough.chief.send("/people/\(people.officer.person.id)/erase")
    #expect(gone.headers[.location] == "/people")
    for words in ["damp surveys", "ten working days", "Tense talk"] {
      #expect(try !people.bytesOnDisk(holding: words), "\(words)")
    }
    #expect(try await people.head.open(address).status == .notFound)
  }

  @Test("An objective without words, of a post not held, or of what is not in the plan is refused with what was typed")
  func refused() async throws {
    let people = try await People()
    for (fields, words) in [
      ([("title", ""), ("text", "Kept words")], "Write what is to be reached"),
      ([("title", "x"), ("text", "Kept words"), ("post", "debt-officer")], "You do not hold this post"),
      ([("title", "x"), ("text", "Kept words"), ("items", "nothing")], "not in the plan"),
      ([("title", "x"), ("text", "Kept words"), ("due", "whenever")], "which day"),
      ([("title", "x"), ("text", "Kept words"), ("year", "1")], "no financial year"),
      ([("title", "x"), ("text", "Kept words" + String(repeating: "é", count: 4000))], "longer than an objective"),
    ] {
      let page = try await people.officer.send("/objectives", fields)
      #expect(page.status == .unprocessableContent, "\(words)")
      #expect(PageText(page).contains(words) && PageText(page).contains("Kept words"), "\(words)")
    }
  }

  @Test("One as long as it may be can be changed again")
  func longest() async throws {
    let people = try await People()
    let address = try await people.written()
    var fields = Officer.fields(in: try await people.officer.text("\(address)/edit"))
    for name in ["text", "measure"] {
      fields = fields.filter { $0.0 != name } + [(name, String(repeating: "\"", count: 8000))]
    }
    #expect(try await people.officer.send(address, fields).status == .seeOther)
    let again = Officer.fields(in: try await people.officer.text("\(address)/edit"))
    #expect(try await people.officer.send(address, again).status == .seeOther)
  }

  @Test("Of two windows the second overwrites nothing unseen, and goes on with what only the first changed")
  func twoWindows() async throws {
    let people = try await People()
    let address = try await people.written()
    let opened = Officer.fields(in: try await people.officer.text("\(address)/edit"))
    func changing(_ name: String, to value: String, in fields: [(String, String)]) -> [(String, String)] {
      fields.filter { $0.0 != name } + [(name, value)]
    }
    let first = changing("measure", to: "No survey older than five days", in: opened)
    #expect(try await people.officer.send(address, first).status == .seeOther)

    let clash = try await people.officer.send(address, changing("measure", to: "None at all", in: opened))
    #expect(clash.status == .conflict)
    let page = PageText(clash)
    #expect(page.contains("No survey older than five days") && page.contains("None at all"))
    #expect(try await people.officer.text(address).contains("No survey older than five days"))

    // Something else of it: what the first window wrote stands in the second one's form, and is kept with it.
    let other = try await people.officer.send(address, changing("title", to: "Clear all surveys", in: opened))
    #expect(other.status == .conflict && PageText(other).contains("save once more"))
    let merged = Officer.fields(in: PageText(other))
    #expect(try await people.officer.send(address, merged).status == .seeOther)
    let saved = try await people.officer.text(address)
    #expect(saved.contains("Clear all surveys") && saved.contains("No survey older than five days"))
  }

  @Test("How it ended is not overwritten unseen either, in the very same moment least of all")
  func endedTwice() async throws {
    let people = try await People()
    let address = try await people.written()
    let open = [("shown_state", "open")]
    #expect(try await people.officer.send("\(address)/state", open + [("state", "met")]).status == .seeOther)
    let late = try await people.officer.send("\(address)/state", open + [("state", "dropped")])
    #expect(late.status == .unprocessableContent && PageText(late).contains("saved as “met” meanwhile"))
    let objectives = people.officer.council.objectives
    let id = try #require(address.split(separator: "/").last.map(String.init))
    let read = try #require(try await objectives.find(id))
    var (one, two) = (read, read)
    one.state = .open
    two.state = .notMet
    try await objectives.save(one, over: read)
    await #expect(throws: ObjectiveOvertaken.self) { try await objectives.save(two, over: read) }
  }

  @Test("What the council keeps to itself is neither offered nor shown to who may not read it")
  func hidden() async throws {
    let people = try await People()
    var secret = PlanItem(
      id: "sale", role: .action, level: "Action", title: "Sell the depot quietly", parent: "homes", order: 9,
      owner: "Debt Officer")
    secret.publication = .internal
    try await people.borough.record("Quiet", secret)
    #expect(try await !people.officer.text("/objectives/new").contains("Sell the depot"))
    #expect(try await people.borough.chief.text("/objectives/new").contains("Sell the depot"))
    let tried = try await people.officer.send("/objectives", [("title", "Guess"), ("items", "sale")])
    #expect(tried.status == .unprocessableContent && !PageText(tried).contains("Sell the depot"))
  }
}

extension ObjectiveTests.People {
  /// Whether the words stand anywhere in the ledger's file or in the log beside it.
  fileprivate func bytesOnDisk(holding words: String) throws -> Bool {
    try ["", "-wal"].map { officer.council.file.path + $0 }.filter(FileManager.default.fileExists).contains { path in
      try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data(words.utf8)) != nil
    }
  }
}
