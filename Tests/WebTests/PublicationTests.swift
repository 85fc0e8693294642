import CorporatePlan
import Foundation
import Ledger
import Testing

@testable import Web

@Suite("What is the council’s own business stands nowhere on the public site")
struct PublicationTests {
  /// Addresses of the public site that any council has, with those of what is hidden here.
  private static let addresses = Set(examples.map(\.address)).filter {
    !$0.contains("/files/") && !$0.contains("/editions/") && !$0.contains("recycling") && !$0.contains("/assets/")
  }

  @Test("An indicator made internal by the form is gone from every page and file, with its figures and words")
  func indicator() async throws {
    let editor = try await Editor()
    let name = "Household waste sent for reuse"
    let site = editor.officer.served
    #expect(try await site.text("/indicators").contains(name))
    #expect(try await site.text("/open/values.csv").contains("recycling"))
    try await editor.council.append(reason: "Words", author: "p-1", at: editor.officer.clock.now) { _ in
      [
        Commentary(
          id: "secret", subject: RecordID("indicator", "recycling"), period: Period("2023-24-Q4")!, purpose: .variance,
          text: "Our depot moves"
        ).revision
      ]
    }
    let sent = try await editor.officer.send(
      "/edit/indicators/recycling", [editor.shown("indicator", "recycling"), ("publication", "internal")])
    #expect(sent.status == .seeOther)
    for path in Self.addresses {
      let page = try await site.text(path)
      #expect(!page.contains(name) && !page.contains("recycling") && !page.contains("Our depot moves"), "\(path)")
    }
    for path in ["/indicators/recycling", "/indicators/recycling/values.csv"] {
      #expect(try await site.ask(path).status == .notFound, "\(path)")
    }
    // The office still has it, and finds it.
    #expect(try await editor.officer.text("/search?q=reuse").contains("/edit/indicators/recycling"))
    let auditor = try await editor.officer.colleague([.auditor])
    #expect(try await auditor.text("/search?q=reuse").contains("/history/indicator/recycling"))
    #expect(try await editor.officer.text("/edit").contains(name))
    #expect(try await editor.officer.text("/history/indicator/recycling").contains("internal"))
  }

  @Test("A part of the plan that is internal takes what stands under it along")
  func item() async throws {
    let editor = try await Editor()
    let site = editor.officer.served
    let hidden = ["Homes to be proud of", "Start 300 council homes", "Planning permission", "Repairs finished on time"]
    try await editor.officer.send(
      "/edit/items/homes", [editor.shown("item", "homes"), ("publication", "internal")])
    for path in Self.addresses {
      let page = try await site.text(path)
      for words in hidden { #expect(!page.contains(words), "\(words), \(path)") }
    }
    #expect(try await site.ask("/actions/new-homes").status == .notFound)
    #expect(try await site.ask("/indicators/repairs-on-time").status == .notFound)
    #expect(try await site.text("/plan").contains("Clean and safe streets"))
  }

  @Test("A report that is sealed from then on leaves it out of all its files")
  func sealed() async throws {
    let editor = try await Editor()
    let period = Period("2023-24-Q4")!
    try await editor.officer.send(
      "/edit/indicators/recycling", [editor.shown("indicator", "recycling"), ("publication", "internal")])
    let seal = try await editor.council.sealSettingAside(period, author: "p-1", at: editor.officer.clock.now).seal
    #expect(!seal.files.isEmpty)
    for file in seal.files where !file.name.hasSuffix("docx") {
      let text = try await editor.officer.served.text("/reports/2023-24-Q4/files/\(file.name)")
      #expect(!text.contains("recycling") && !text.contains("Household waste sent for reuse"), "\(file.name)")
    }
  }

  @Test("The published Book has nothing of what is hidden, and keeps its position")
  func book() async throws {
    let editor = try await Editor()
    try await editor.council.append(reason: "Hidden", author: "p-1", at: editor.officer.clock.now) { book in
      var priority = book.items["homes"]!
      priority.publication = .internal
      var shared = book.indicators["recycling"]!
      shared.items = ["homes", "streets"]
      var (own, both) = (Risk(id: "own", title: "Own"), Risk(id: "both", title: "Both"))
      (own.items, both.items) = (["new-homes"], ["new-homes", "care"])
      return [
        priority.revision, shared.revision, own.revision, both.revision,
        RiskScore(risk: "own", day: Day("2024-03-31")!, likelihood: 1, impact: 1).revision,
      ]
    }
    let book = editor.book
    let published = book.published
    #expect((published.position, published.contentPosition) == (book.position, book.contentPosition))
    #expect(published.items["homes"] == nil && published.items["planning"] == nil)
    #expect(published.indicators["recycling"]?.items == ["streets"])
    #expect((published.risks["own"], published.risks["both"]?.items) == (nil, ["care"]))
    #expect(published.riskScores.isEmpty)
    #expect(published.indicators["repairs-on-time"] == nil)
    #expect(published.readings["repairs-on-time"]?.actuals.isEmpty != false)
    #expect(published.readings["repairs-on-time"]?.targets.isEmpty != false)
    #expect(!published.updates.values.contains { $0.item == "new-homes" })
    #expect(!published.contributions.values.contains { $0.item == "homes" })
    #expect(!published.baselines.values.contains { $0.subject.record == "new-homes" })
    // What names nothing hidden is just as it was.
    #expect(published.readings["potholes"] == book.readings["potholes"])
  }
}
