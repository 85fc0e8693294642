import CorporatePlan
import Foundation
import HTTPTypes
import Ledger
import Testing

@testable import Web

@Suite("What the public gets is light, plain and quickly found")
struct PublicSiteTests {
  private static let period = Period("2023-24-Q4")!

  private func sealed() async throws -> (council: Council, site: Served, seal: Seal) {
    let council = try await SampleCouncil.open()
    let seal = try await council.sealSettingAside(Self.period, author: "p-1", at: Moment("2024-05-20T10:00:00.000Z")!)
      .seal
    return (council, try await Served(council), seal)
  }

  @Test("Every public page weighs at most 60 kB packed, asks for five files at most, and has no cookie and no script")
  func weight() async throws {
    let (_, site, seal) = try await sealed()
    for (_, example) in examples {
      let address = example.replacing(":position", with: String(seal.position))
      let packed = try await site.ask(address, .get, [.acceptEncoding: "gzip"])
      #expect(packed.headers[.setCookie] == nil, "\(address)")
      guard packed.headers[.contentType]?.hasPrefix("text/html") == true,
        packed.headers[.contentDisposition] == nil
      else { continue }
      let text = String(buffer: try await site.ask(address).body)
      #expect(!text.contains("<script"), "\(address)")
      // Beside the page: its style sheet, its icon and pictures.
      let files = Set(
        [#"rel="stylesheet" href=""#, #"rel="icon" href=""#, #"<img src=""#].flatMap { mark in
          text.components(separatedBy: mark).dropFirst().map { String($0.prefix { $0 != "\"" }) }
        })
      #expect(files.count <= 5, "\(address)")
      var weight = packed.body.readableBytes
      for file in files {
        weight += try await site.ask(file, .get, [.acceptEncoding: "gzip"]).body.readableBytes
      }
      #expect(weight <= 60_000, "\(address) weighs \(weight)")
    }
  }

  @Test("From the overview, two clicks lead to an indicator’s figure, its target and why it is amber")
  func twoClicks() async throws {
    let site = try await Served.shared()
    let overview = try await site.text("/").source
    let amber = try #require(links(in: overview).first { $0.contains("status=Amber") }, "a count of amber to click on")
    let list = try await site.text(amber).source
    let own = list.components(separatedBy: "<main").last ?? ""
    let indicators = Set(links(in: own).filter { $0.hasPrefix("/indicators/") })
    #expect(!indicators.isEmpty)
    for address in indicators {
      let page = try await site.text(address)
      #expect(page.contains("Why this rating") && page.contains("<dt>Figure</dt>"), "\(address)")
      #expect(page.contains("<dt>Target</dt>") && page.contains("Amber"), "\(address)")
    }
  }

  @Test("An indicator’s page has its method, its owner’s post, its next update, a chart with a table and its values")
  func indicator() async throws {
    let page = try await Served.shared().text("/indicators/calls-answered")
    for words in [
      "What it measures and how", "<dt>Who answers for it</dt>", "<dt>Next update</dt>",
      "The figure of Q1 2024/25, after 30 June 2024", "Show as table", "/indicators/calls-answered/values.csv",
      "/indicators/calls-answered/figures/2023-24-Q4",
    ] {
      #expect(page.contains(words), "\(words)")
    }
  }

  @Test("How targets are set is worked out by the profiles, with what each rests on")
  func targets() async throws {
    let page = try await Served.shared().text("/how-we-set-targets")
    for words in ["Flat, year to date", "<td>110</td>", "Household waste", "43.2%", "UK average 44.1%"] {
      #expect(page.contains(words.replacing("<td>110</td>", with: "110")), "\(words)")
    }
  }

  @Test("How each target was set is told where it was recorded with it, and nothing is told where it was not")
  func origins() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    let target = Target(
      indicator: "new-starts", period: Period("2023-24-Q4")!, verbatim: "120",
      origin: TargetOrigin(.weighted, of: "150", share: Quantity(80)))
    try await officer.append([target.revision])
    let page = try await officer.served.text("/how-we-set-targets")
    #expect(page.contains("Weighted: 80% of the year’s 150 by then"))
    let recycling = try #require(page.source.components(separatedBy: "Household waste").last)
    #expect(recycling.components(separatedBy: "</tr>")[0].contains("not recorded"))
  }

  @Test("A councillor asks from an indicator's page, with the indicator and the period filled in")
  func asking() async throws {
    let officer = try await Officer(try await SampleCouncil.open())
    let page = try await officer.served.text("/indicators/recycling")
    let link = try #require(links(in: page.source).first { $0.hasPrefix("/work/questions/new") })
    #expect(try await officer.served.ask(link).status == .seeOther, "who is not signed in does so first")
    let councillor = try await officer.colleague([.councillor])
    let form = try await councillor.text(link)
    #expect(form.source.contains("value=\"indicator/recycling\" selected"))
    #expect(form.source.contains("value=\"2023-24-Q4\" selected"))
    let asked = try await councillor.send(
      "/work/questions", [("text", "Why so low?"), ("period", "2023-24-Q4"), ("about", "indicator/recycling")])
    #expect(asked.status == .seeOther)
    #expect(officer.council.book.questions.values.first?.subject == RecordID(Indicator.kind, "recycling"))
    #expect(
      try await !Served.shared().text("/indicators/recycling").contains("/work/questions"), "a site without an office")
  }

  private func links(in text: String) -> [String] {
    text.components(separatedBy: #"href=""#).dropFirst().map {
      String($0.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }
  }
}

@Suite("A sealed report stands beside what the record says today")
struct ThenAndNowTests {
  private let period = Period("2023-24-Q4")!
  private let sealedAt = Moment("2024-05-20T10:00:00.000Z")!
  private let later = Moment("2024-06-01T08:00:00.000Z")!

  @Test("Where nothing differs, both pages say so")
  func same() async throws {
    let council = try await SampleCouncil.open()
    _ = try await council.sealSettingAside(period, author: "p-1", at: sealedAt)
    let site = try await Served(council)
    let page = try await site.text("/reports/2023-24-Q4/then-and-now")
    #expect(page.contains("Nothing differs: all"))
    #expect(try await site.text("/reports/corrections").contains("Nothing has been corrected"))
    #expect(try await site.text("/reports/2023-24-Q4").contains("/reports/2023-24-Q4/then-and-now"))
    #expect(try await site.ask("/reports/2023-24-Q3/then-and-now").status == .notFound)
  }

  @Test("A revised figure stands with both values, both statuses and the day; every page that shows it says so")
  func revised() async throws {
    let council = try await SampleCouncil.open()
    _ = try await council.sealSettingAside(period, author: "p-1", at: sealedAt)
    let period = period
    try await council.append(reason: "A slip of the pen", author: "p-2", at: later) { _ in
      [Actual(indicator: "calls-answered", period: period, value: try Value("80%"), state: .revised).revision]
    }
    let site = try await Served(council)
    let page = try await site.text("/reports/2023-24-Q4/then-and-now")
    for words in [
      "1 of 26 indicators and actions differ", "93%", "80%", "The figure was revised.", "8 of 13", "7 of 13",
    ] {
      #expect(page.contains(words), "\(words)")
    }
    let list = try await site.text("/reports/corrections")
    #expect(list.contains("1 correction so far") && list.contains("1 June 2024, after the report was sealed"))
    for path in ["/reports/2023-24-Q4", "/indicators/calls-answered", "/indicators/calls-answered/figures/2023-24-Q4"] {
      #expect(try await site.text(path).contains("<b>Corrected.</b>"), "\(path)")
    }
    #expect(try await !site.text("/indicators/potholes").contains("<b>Corrected.</b>"))
    for path in ["/reports/2023-24-Q4/then-and-now", "/reports/corrections"] {
      #expect(try await !site.text(path).contains("A slip of the pen"), "\(path)")
    }
    // Sealed again it stays listed, as a difference between two editions.
    _ = try await council.sealSettingAside(period, author: "p-1", at: Moment("2024-06-02T10:00:00.000Z")!)
    #expect(try await site.text("/reports/2023-24-Q4/then-and-now").contains("Nothing differs"))
    #expect(try await site.text("/reports/corrections").contains("2 June 2024, when the report was sealed again"))
  }

  @Test("A changed rule changes statuses and is no correction")
  func rule() async throws {
    let council = try await SampleCouncil.open()
    _ = try await council.sealSettingAside(period, author: "p-1", at: sealedAt)
    try await council.append(reason: "A new key", author: "p-1", at: later) { _ in
      [try RuleRecord(RuleBook.shipped["maidstone"]!).revision, Ruling(rule: "maidstone").revision]
    }
    let site = try await Served(council)
    let page = try await site.text("/reports/2023-24-Q4/then-and-now")
    #expect(page.contains("The rule was changed, from harrow-2023, version 1 to maidstone, version 1."))
    #expect(try await site.text("/reports/corrections").contains("Nothing has been corrected"))
  }

  @Test("A figure’s own page names the sealed editions, the digest of its record and what it was before")
  func figure() async throws {
    let council = try await SampleCouncil.open()
    let seal = try await council.sealSettingAside(period, author: "p-1", at: sealedAt).seal
    let site = try await Served(council)
    let actual = try #require(council.book.readings["calls-answered"]?.actual(in: period))
    let digest = Digest(of: Array(actual.body.canonical.utf8)).description
    let page = try await site.text("/indicators/calls-answered/figures/2023-24-Q4")
    for words in [digest, seal.files[0].digest, "at least 90%", "sealed on 20 May 2024", "93%"] {
      #expect(page.contains(words), "\(words)")
    }
    let response = try await site.ask("/indicators/calls-answered/figures/2023-24-Q4.json")
    #expect(response.headers[.contentType]?.hasPrefix("application/json") == true)
    let json = try JSON(parsing: String(buffer: response.body))
    #expect(json["record_digest"]?.string == digest && json["figure"]?.string == "93")
    #expect(json["reports"]?.array?.first?["files"]?.array?.first?["digest"]?.string == seal.files[0].digest)
    for path in ["/indicators/calls-answered/figures/2031-32-Q1", "/indicators/none/figures/2023-24-Q4"] {
      #expect(try await site.ask(path).status == .notFound, "\(path)")
    }
    // An earlier figure was revised: both stand there.
    let old = try await site.text("/indicators/calls-answered/figures/2023-24-Q3")
    #expect(old.contains("87%") && old.contains("88%"))
  }
}

@Suite("After a seal, residents see what was approved")
struct AfterTheSealTests {
  @Test("A correction in a reopened quarter is nowhere on the public site before it is approved")
  func draft() async throws {
    let review = try await ReviewCouncil()
    let council = review.performance.council
    let period = ReviewCouncil.period
    _ = try await council.sealSettingAside(period, author: "p-1", at: review.performance.clock.now)
    let site = review.performance.served
    try await review.submitBins("40.25")
    let addresses = [
      "/", "/indicators", "/indicators/bins-missed", "/indicators/bins-missed/values.csv", "/open/values.csv",
      "/open/indicators.csv", "/reports/2023-24-Q4", "/reports/2023-24-Q4/then-and-now", "/reports/corrections",
      "/indicators/bins-missed/figures/2023-24-Q4",
    ]
    for address in addresses {
      let page = try await site.text(address)
      #expect(!page.contains("40.25"), "\(address)")
    }
    try await review.decide(.returned, ReviewCouncil.bins, by: review.wasteHead, reason: "Surely not")
    try await review.submitBins("40.75")
    #expect(try await !site.text("/indicators/bins-missed").contains("40.75"))
    try await review.decide(.approved, ReviewCouncil.bins, by: review.wasteHead)
    let page = try await site.text("/indicators/bins-missed")
    #expect(page.contains("40.75") && !page.contains("40.25") && !page.contains("Surely not"))
    #expect(page.contains("before: 39"))
    #expect(try await site.text("/reports/corrections").contains("40.75"))
  }

  @Test("A figure of small numbers is on no page and in no file of the public")
  func suppressed() async throws {
    let editor = try await Editor()
    let site = editor.officer.served
    let sent = try await editor.officer.send(
      "/edit/indicators/asb-reports", [editor.shown("indicator", "asb-reports"), ("suppress_below", "306")])
    #expect(sent.status == .seeOther)
    try await editor.council.append(reason: "Words", author: "p-1", at: editor.officer.clock.now) { _ in
      [
        Commentary(
          id: "telling", subject: RecordID(Indicator.kind, "asb-reports"), period: Period("2023-24-Q4")!,
          purpose: .variance, text: "There were 305 of them."
        ).revision
      ]
    }
    let seal = editor.council.book.published(sealing: Period("2023-24-Q4")!).readings["asb-reports"]
    #expect(seal?.actual(in: Period("2023-24-Q4")!)?.value == .missing(.suppressed))
    for address in [
      "/indicators/asb-reports", "/indicators/asb-reports/values.csv", "/indicators", "/open/values.csv",
      "/open/indicators.csv", "/reports/2023-24-Q4", "/indicators/asb-reports/figures/2023-24-Q4",
      "/indicators/asb-reports/figures/2023-24-Q4.json", "/priorities/streets",
    ] {
      let page = try await site.text(address)
      #expect(!page.contains(">305") && !page.contains("305 ") && !page.contains(",305,"), "\(address)")
    }
    let page = try await site.text("/indicators/asb-reports")
    #expect(page.contains("Counts below 306") && page.contains("Withheld:"))
    #expect(try await editor.officer.text("/history/actual/asb-reports@2023-24-Q4").contains("305"))
  }
}
