import CorporatePlan
import Foundation
import HTTPTypes
import Ledger
import Reports
import Testing

@testable import Web

@Suite("A cabinet report goes its whole way: written, cleared by all, its checks answered, sealed with an exempt annex")
struct SealedCabinetTests {
  private static let id = "cabinet@2023-24-Q4"
  private static let address = "/work/reports/\(id)"
  private static let secret = "The lowest tender came from Fenland Paving."
  private static let roles = ["Chief Financial Officer", "Monitoring Officer"]

  private struct Town {
    let performance: Officer
    var officers: [Officer] = []
    var council: Council { performance.council }
    let paper: String

    init() async throws {
      performance = try await Officer(try await SampleCouncil.open())
      try await performance.append([
        ReportTemplate(.cabinet, officers: SealedCabinetTests.roles.map { .init($0, isStatutory: true) }).revision,
        Post(id: "finance", title: "Chief Financial Officer").revision,
        Post(id: "legal", title: "Monitoring Officer").revision,
      ])
      for post in ["finance", "legal"] {
        officers.append(try await performance.colleague([.clearingOfficer], post: post))
      }
      try await performance.send(
        "/papers",
        [
          ("title", "How the plan goes"), ("committee", "Cabinet"), ("meeting", "18 December 2025"),
          ("report", SealedCabinetTests.id), ("recommendations", "Award the contract"), ("options", "Do nothing"),
        ])
      paper = try #require(performance.council.book.papers.values.first { $0.committee == "Cabinet" }).id
      try await performance.append(
        [
          ("reason", "So that streets stay clean."), ("procurement", SealedCabinetTests.secret),
          ("legal", "None beyond the contract."), ("financial", "Within the budget."),
        ].map { Passage(report: SealedCabinetTests.id, key: "\($0)/text", text: $1).revision })
    }

    func answer(notice: String, exempt: String = "yes", _ sections: [String] = ["procurement"]) async throws {
      let answered = try await performance.send(
        "/papers/\(paper)/checks",
        [
          ("equality", "not needed"), ("equality_reason", "Figures only"), ("wards", "affects all wards"),
          ("key", "yes"), ("notice", notice), ("call_in", "not subject to call-in"), ("call_in_reason", "To note"),
          ("exempt", exempt), ("paragraphs", "3"), ("public_interest", "Bidders would know each other’s prices."),
          ("private_notice", "3 November 2025"),
        ] + sections.map { ("exempt_sections", $0) })
      #expect(answered.status == .seeOther)
    }

    func clear() async throws {
      try await performance.send("\(SealedCabinetTests.address)/clearance/request")
      for (officer, role) in zip(officers, SealedCabinetTests.roles) {
        let panel = "\(SealedCabinetTests.address)/clearance/\(role.addressed)"
        let page = try await officer.text(panel).source
        let start = try #require(page.firstRange(of: "name=\"read\" value=\""))
        let read = String(page[start.upperBound...].prefix { $0 != "\"" })
        let decided = try await officer.send(panel, [("read", read), ("decision", "cleared")])
        #expect(decided.status == .seeOther)
      }
    }

    func codes() -> Set<String> {
      let book = council.book
      let report = book.report(SealedCabinetTests.id)!
      return Set(
        SettingAside(book, report, on: performance.today, Digest.text).result.stopping.filter { $0.severity == .error }
          .map(\.code))
    }

    func seal() async throws -> Seal {
      try await answer(notice: "10 November 2025")
      try await clear()
      let report = try #require(council.book.report(SealedCabinetTests.id))
      let aside = SettingAside(council.book, report, on: performance.today, Digest.text)
      if !aside.objections.isEmpty {
        try await performance.send(
          "\(SealedCabinetTests.address)/overrides",
          aside.objections.map { ("finding", aside.id(of: $0)) } + [("reason", "The Cabinet knows")])
      }
      let sealed = try await performance.send("\(SealedCabinetTests.address)/seal")
      #expect(
        sealed.headers[.location]?.hasSuffix("/seal?done=sealed") == true, "\(PageText(sealed).source.suffix(2000))")
      return try #require(council.book.seals.values.first { $0.reportID == SealedCabinetTests.id })
    }
  }

  @Test("what is missing stops it by name: clearances, and a notice of fewer than 28 clear days")
  func stopped() async throws {
    let town = try await Town()
    try await town.answer(notice: "20 November 2025")
    #expect(town.codes() == ["clearance-missing", "key-decision-notice"])
    try await town.clear()
    #expect(town.codes() == ["key-decision-notice"])
    try await town.answer(notice: "19 November 2025")
    // 28 clear days; and the form of the paper prints the day, so that what was cleared is another report now.
    #expect(town.codes() == ["clearance-void"])
  }

  @Test("sealed whole, it is verified, made again with the same bytes, and tells the public what was kept back")
  func sealed() async throws {
    let town = try await Town()
    let seal = try await town.seal()
    #expect(seal.files.filter(\.isExempt).map(\.name) == ["exempt-annex.html", "exempt-annex.docx"])
    #expect(try await town.council.verify().fault == nil)
    let again = try await town.council.seal(Self.id, author: "p-1", at: town.performance.clock.now)
    #expect(!again.isNew && again.isReproduced && again.seal == seal)

    let served = town.performance.served
    let page = try await served.text("/reports/\(Self.id.addressed)")
    for words in [
      "Award the contract", "Who cleared this report", "Chief Financial Officer", "Monitoring Officer",
      "This part is not for publication", "paragraph 3", "Bidders would know each other’s prices.",
    ] { #expect(page.contains(words), "\(words)") }
    #expect(!page.contains(Self.secret))
    for listed in seal.publicFiles {
      let file = try await served.ask("/reports/\(Self.id.addressed)/files/\(listed.name)")
      #expect(file.status == .ok)
      if listed.mediaType.hasPrefix("text/") { #expect(!PageText(file).contains("Fenland"), "\(listed.name)") }
    }
  }

  @Test(
    "the annex is shown to who seals and to its clearing officers; to councillors, other officers and the public never")
  func annex() async throws {
    let town = try await Town()
    let seal = try await town.seal()
    let annex = "\(Self.address)/exempt/\(seal.position)/exempt-annex.html"
    for officer in [town.performance] + town.officers {
      let shown = try await officer.open(annex)
      #expect(shown.status == .ok && PageText(shown).contains(Self.secret))
    }
    try await town.performance.append([Post(id: "waste", title: "Waste Officer").revision])
    let others: [(Set<Role>, String?)] = [
      ([.councillor], nil), ([.auditor], nil), ([.responsibleOfficer], "waste"), ([.reviewer], "waste"),
      ([.clearingOfficer], "waste"), ([.administrator], nil),
    ]
    for (roles, post) in others {
      let other = try await town.performance.colleague(roles, post: post)
      let refused = try await other.open(annex)
      #expect(refused.status == .forbidden && !PageText(refused).contains("Fenland"), "\(roles)")
      // What leads to the draft gives it no more away than the annex does.
      for path in ["", "/files/report.html", "/files/members-pack.html", "/compare", "/clearance"] {
        let page = try await other.open(Self.address + path)
        #expect(!PageText(page).contains("Fenland"), "\(roles) \(path)")
      }
      if roles == [.councillor] {
        #expect(try await other.open("\(Self.address)/files/members-pack.html").status == .ok)
        #expect(try await other.open("\(Self.address)/compare").status == .forbidden)
      }
      if roles == [.responsibleOfficer] {
        #expect(try await other.open("\(Self.address)/clearance").status == .forbidden, "figures of any service")
      }
    }
    let served = town.performance.served
    let stranger = try await served.ask(annex)
    #expect(stranger.status == .seeOther && !PageText(stranger).contains("Fenland"))
    for name in ["exempt-annex.html", "exempt-annex.docx"] {
      for path in ["files/\(name)", "editions/\(seal.position)/\(name)"] {
        #expect(try await served.ask("/reports/\(Self.id.addressed)/\(path)").status == .notFound)
      }
    }
    #expect(try await town.performance.open("\(Self.address)/exempt/\(seal.position)/report.html").status == .notFound)
  }

  @Test("changes and histories tell exempt words to who reads what is exempt, and comments to who may comment")
  func histories() async throws {
    let town = try await Town()
    let (writer, asked, clearing) = (town.performance, town.officers[0], town.officers[1])
    try await town.answer(notice: "10 November 2025")
    try await writer.send(
      "\(Self.address)/comments", [("on", "procurement"), ("text", "Is Fenland solvent?"), ("to", asked.person.id)])
    let comment = try #require(town.council.book.comments.values.first).id
    let words = ["/changes?kind=passage", "/history/passage/\("\(Self.id)#procurement/text".addressed)"]
    let talk = ["/changes?kind=comment", "/history/comment/\(comment)"]
    func tells(_ path: String, _ reader: Officer) async throws -> Bool {
      try await reader.text(path).contains("Fenland")
    }
    for reader in [writer, asked] {
      for path in words + talk { #expect(try await tells(path, reader), "\(path)") }
    }
    for path in words { #expect(try await tells(path, clearing), "\(path)") }
    for path in talk { #expect(try await !tells(path, clearing), "nobody asked them: \(path)") }
    try await writer.append([Post(id: "waste", title: "Waste Officer").revision])
    var others: [Officer] = []
    for role in [Role.councillor, .auditor, .administrator, .clearingOfficer] {
      others.append(try await writer.colleague([role], post: "waste"))
    }
    for other in others {
      for path in words + talk + ["/changes", "/office"] {
        #expect(try await !tells(path, other), "\(other.person.roles) \(path)")
      }
      for path in [words[1], talk[1]] { #expect(try await other.open(path).status == .forbidden) }
      #expect(try await other.text("/changes").contains("How the plan goes"), "the paper is no secret")
    }
    // Taken back, it is as secret as it was.
    try await writer.send("\(Self.address)/withdraw")
    #expect(try await tells(words[1], writer))
    for other in others {
      for path in words + talk { #expect(try await !tells(path, other), "\(other.person.roles) \(path)") }
    }
  }

  @Test("of an exempt paper the page, the search and the changes tell its words to who reads what is exempt")
  func paper() async throws {
    let town = try await Town()
    try await town.performance.append([
      Risk(id: "bidder", title: "The bidder fails", mitigations: ["A bond is taken"], paper: town.paper).revision,
      Section(
        id: "why", of: RecordID(Paper.kind, town.paper), title: "Why now", text: "Fenland is cheapest.", order: 1
      ).revision,
    ])
    let councillor = try await town.performance.colleague([.councillor])
    let page = "/papers/\(town.paper)"
    let parts = ["Award the contract", "Do nothing", "The bidder fails", "Fenland is cheapest."]
    for words in parts { #expect(try await councillor.text(page).contains(words), "nothing is exempt yet: \(words)") }
    #expect(try await councillor.text("/search?q=award").contains("How the plan goes"))
    #expect(try await councillor.text("/changes?kind=recommendation").contains("Award the contract"))

    try await town.answer(notice: "10 November 2025")
    let (seen, hidden) = (try await town.officers[0].text(page), try await councillor.text(page))
    for words in parts { #expect(seen.contains(words) && !hidden.contains(words), "\(words)") }
    #expect(
      hidden.contains("The paper holds exempt information") && hidden.contains("/work/reports/\(Self.id.addressed)\""))
    #expect(hidden.contains("Cabinet"), "its form is public")
    for query in ["award", "bidder"] {
      #expect(try await councillor.text("/search?q=\(query)").contains("Nothing has “\(query)”"))
    }
    for kind in ["recommendation", "option", "risk", "section"] {
      let changes = "/changes?kind=\(kind)"
      let (seen, hidden) = (try await town.performance.text(changes), try await councillor.text(changes))
      #expect(parts.contains(where: seen.contains) && !parts.contains(where: hidden.contains), "\(kind)")
    }
    #expect(try await town.performance.text("/risks").contains("The bidder fails"))
    #expect(try await !councillor.text("/risks").contains("The bidder fails"))
    #expect(try await councillor.open("/risks/bidder").status == .forbidden)
    let histories = ["recommendation/\("\(town.paper)#1".addressed)", "risk/bidder", "section/why"]
    for history in histories {
      #expect(try await councillor.open("/history/\(history)").status == .forbidden, "\(history)")
    }
    // Taken back, it is as secret as it was.
    try await town.performance.append([try #require(town.council.book.papers[town.paper]).withdrawal])
    for history in histories {
      #expect(try await councillor.open("/history/\(history)").status == .forbidden, "\(history)")
    }
    for kind in ["recommendation", "option", "risk", "section"] {
      let changes = try await councillor.text("/changes?kind=\(kind)")
      #expect(!parts.contains(where: changes.contains), "\(kind)")
    }
  }

  @Test("of a paper that is exempt and says not yet in which part, readers get no word")
  func noSectionYet() async throws {
    let town = try await Town()
    let councillor = try await town.performance.colleague([.councillor])
    #expect(try await councillor.text(Self.address).contains("Fenland"))
    try await town.answer(notice: "10 November 2025", [])
    let page = try await councillor.text(Self.address)
    #expect(!page.contains("Fenland") && page.contains("This part is not for publication"))
    let draft = try await councillor.text("\(Self.address)/files/report.html")
    #expect(!draft.contains("Fenland") && draft.contains("This part is not for publication"))
    #expect(try await town.performance.text(Self.address).contains("Fenland"))
  }

  @Test("what is found wrong in exempt words is quoted to who reads them")
  func findings() async throws {
    let town = try await Town()
    try await town.performance.append([
      Passage(report: Self.id, key: "procurement/text", text: "Fenland Paving knows of 99 red indicators.").revision
    ])
    let councillor = try await town.performance.colleague([.councillor])
    #expect(try await councillor.text(Self.address).contains("To be mended before it is sealed"))
    try await town.answer(notice: "10 November 2025")
    for officer in [town.performance, town.officers[0]] {
      let page = try await officer.text(Self.address)
      #expect(page.contains("To be mended before it is sealed") && page.contains("in “Fenland Paving knows"))
    }
    let page = try await councillor.text(Self.address)
    #expect(!page.contains("Fenland") && page.contains("This part is not for publication"))
    #expect(!page.contains("/compare\""), "that page is not theirs")
  }

  @Test("sections that were marked before the paper was said to be public are published, and no page says otherwise")
  func madePublic() async throws {
    let town = try await Town()
    let (performance, seal) = (town.performance, "\(Self.address)/seal")
    try await town.answer(notice: "10 November 2025", ["procurement", "report"])
    #expect(try await performance.text(seal).contains("2 sections kept back as exempt"))
    try await town.answer(notice: "10 November 2025", exempt: "no", ["procurement", "report"])
    #expect(town.council.book.papers[town.paper]?.checks.exemptSections == ["procurement", "report"])
    #expect(try await !performance.text(seal).contains("kept back as exempt"))
    // Nor does a letter, when an edit voids what was cleared.
    try await town.clear()
    try await performance.append([
      Passage(report: Self.id, key: "procurement/text", text: "The contract is let to Fenland Paving.").revision
    ])
    performance.clock.pass(minutes: 24 * 60)
    try await performance.round()
    let letter = try #require(try performance.letters(to: town.officers[0].person.email).last)
    #expect(letter.text.contains("• The section “Section 2 – Report” changed."), "\(letter.text)")
    #expect(!letter.text.contains("exempt"))
  }
}
