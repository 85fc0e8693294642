import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("The seal refuses with a sentence that names the place")
struct SealRefusalTests {
  private func codes(_ vale: ThornburyVale) -> Set<String> { Set(vale.result().stopping.map(\.code)) }

  private func finding(_ vale: ThornburyVale, _ code: String) -> Finding? {
    vale.result().stopping.first { $0.code == code }
  }

  @Test("an officer who has not cleared it: by law for good, by the council's wish until set aside")
  func missing() throws {
    var vale = ThornburyVale()
    vale.setAside()
    #expect(codes(vale).isEmpty)
    vale.officers()
    let missing = vale.result().stopping.filter { $0.code == "clearance-missing" }
    #expect(missing.map(\.severity) == [.error, .objection])
    #expect(missing.map(\.place) == ["clearance of the Chief Financial Officer", "clearance of the Head of Legal"])
    vale.setAside()
    #expect(vale.result().stopping.map(\.place) == ["clearance of the Chief Financial Officer"])
    try vale.decide("Chief Financial Officer", by: "p-0")
    #expect(codes(vale).isEmpty)
  }

  @Test("an officer who refused, with the reason")
  func refused() throws {
    var vale = ThornburyVale()
    vale.officers()
    try vale.decide("Chief Financial Officer", .refused, comments: "The forecast is wrong", by: "p-0")
    #expect(finding(vale, "clearance-refused")?.sentence.contains("“The forecast is wrong”") == true)
    #expect(finding(vale, "clearance-refused")?.severity == .error)
  }

  @Test("a clearance that is dated after the meeting, or in the future; nobody can set a date aside")
  func dates() {
    var vale = ThornburyVale()
    var report = ThornburyVale.report
    report.paper = "cabinet"
    vale.records.add(report)
    vale.records.add(Paper(id: "cabinet", title: "Quarter 2", meeting: Day("2025-11-20")!))
    vale.records.add(Clearance(paper: "cabinet", role: "Monitoring Officer", day: Day("2026-11-14")!))
    let late = finding(vale, "clearance-after-meeting")
    #expect(late?.place == "clearance of the Monitoring Officer" && late?.severity == .error)
    #expect(late?.sentence.contains("359 days after the meeting of 20 November 2025") == true)
    #expect(finding(vale, "clearance-in-the-future")?.sentence.contains("14 November 2026") == true)
    vale.records.add(Clearance(paper: "cabinet", role: "Monitoring Officer", day: Day("2025-11-05")!))
    #expect(codes(vale).isDisjoint(with: ["clearance-after-meeting", "clearance-in-the-future"]))
  }

  @Test("a red that nobody explains, and words that contradict a status")
  func commentary() throws {
    var vale = ThornburyVale()
    #expect(finding(vale, "red-without-commentary")?.severity == .objection)
    #expect(!codes(vale).contains("commentary-contradicts-status"))
    vale.records.add(
      Commentary(
        id: "wrong", subject: RecordID(Indicator.kind, "calls"), period: ThornburyVale.quarter, purpose: .variance,
        text: "We answered more calls than ever. Performance is on track."))
    let found = finding(vale, "commentary-contradicts-status")
    #expect(found?.place == "indicator calls")
    #expect(found?.sentence.contains("“Performance is on track.”") == true)
    vale.records.add(
      Commentary(
        id: "wrong", subject: RecordID(Indicator.kind, "calls"), period: ThornburyVale.quarter, purpose: .variance,
        text: "It is not on track. We expect to be back on track by March."))
    #expect(!codes(vale).contains("commentary-contradicts-status"))
  }

  @Test("a key that says “exceeded” while meeting the target is enough")
  func key() throws {
    let found = try #require(finding(ThornburyVale(), "key-contradicts-ratings"))
    #expect(found.place == "key of the rule thornbury-2025" && found.severity == .objection)
    #expect(found.sentence.contains("“Green has exceeded target"))
    #expect(found.sentence.contains("“Fly-tips cleared within two working days”"))
  }

  @Test("a stale chart and a wrong footnote of the period's imported document")
  func printed() {
    var vale = ThornburyVale()
    vale.records.add(
      SourceFile(
        id: "sha256:1", name: "q2.docx", recognisedAs: "scorecard", period: ThornburyVale.quarter,
        diagnostics: [
          "chart 3: The chart's stored figures say 5 green; table 1 has 6. (chart-contradicts-table)",
          "footnote 13: This note stands under “People” and names “Place”. (footnote-names-other-priority)",
          "row 1: Not read. (unplaced)",
        ]))
    #expect(finding(vale, "chart-contradicts-table")?.place == "chart 3 of q2.docx")
    #expect(finding(vale, "footnote-names-other-priority")?.place == "footnote 13 of q2.docx")
    #expect(
      finding(vale, "footnote-names-other-priority")?.sentence.hasPrefix("This note stands under “People”") == true)
  }

  @Test("a provisional figure that stands in a table as if it were final")
  func provisional() throws {
    let vale = ThornburyVale()
    #expect(!codes(vale).contains("provisional-unmarked"), "the report marks it")
    let checked = vale.underCheck()
    let standing = try #require(checked.scorecard.standings.first { $0.indicator.id == "grants" })
    #expect(standing.state == .provisional)
    var document = checked.document
    document.blocks = document.blocks.map { block in
      guard case .table(var table) = block else { return block }
      for (group, rows) in table.groups.enumerated() {
        for (row, cells) in rows.rows.enumerated()
        where cells.cells.contains(where: { $0.content.plainText == standing.rowName }) {
          for cell in cells.cells.indices where table.columns[cell].header == "Actual" {
            table.groups[group].rows[row].cells[cell] = .text(standing.valueText)
          }
        }
      }
      return .table(table)
    }
    let findings = ReportCheck.provisionalInTables.findings(checked.showing(document))
    #expect(
      findings.count == 1 && findings.first?.sentence.contains("“Average time to a disabled facilities grant”") == true)
  }
}

@Suite("A check is set aside with a reason that is printed")
struct SettingAsideTests {
  private func sealed(_ vale: ThornburyVale, on day: Day? = ThornburyVale.today) throws -> SealedReport {
    try SealedReport(
      vale.book, ThornburyVale.quarter, on: day, ledgerHash: "sha256:feed", digest: ThornburyVale.digest)
  }

  @Test("it stands in the report and in the seal, and lapses when the finding reads otherwise")
  func printed() throws {
    var vale = ThornburyVale()
    vale.setAside(because: "The reds are explained to scrutiny on 4 December")
    let report = try sealed(vale)
    let page = String(decoding: try #require(report.files.first { $0.name == "report.html" }).bytes, as: UTF8.self)
    #expect(page.contains("Sealed although"))
    #expect(
      page.contains("The reds are explained to scrutiny on 4 December. By the Head of Performance, 10 November 2025."))
    #expect(report.seal.overridden.count == 2)
    vale.records.add(Actual(indicator: "wait", period: ThornburyVale.quarter, value: try Value("110")))
    #expect(throws: SealRefused.self) { try sealed(vale) }
  }

  @Test("a clearing officer sets none aside, nobody does without a reason, and errors stay")
  func rights() throws {
    var vale = ThornburyVale()
    vale.officers()
    let aside = SettingAside(vale.book, ThornburyVale.report, on: ThornburyVale.today, ThornburyVale.digest)
    let all = aside.result.stopping.map(aside.id)
    #expect(throws: EditRefused.self) { try aside.setAside(all, because: nil, by: "p-8", as: "Head") }
    #expect(throws: EditRefused.self) { try aside.setAside(all, because: "So", by: "p-0", as: "Head") }
    for revision in try aside.setAside(all, because: "So", by: "p-8", as: "Head of Performance") {
      vale.records.add(revision)
    }
    let left = vale.result().stopping
    #expect(!left.isEmpty && left.allSatisfy { $0.severity == .error })
    #expect(left.map(\.code) == ["clearance-missing"])
  }

  @Test("made again from the ledger on any later day, the sealed report has the sealed bytes")
  func again() throws {
    var vale = ThornburyVale()
    vale.officers()
    try vale.decide("Chief Financial Officer", by: "p-0")
    vale.setAside()
    let first = try sealed(vale)
    vale.records.add(first.seal)
    let later = try sealed(vale, on: nil)
    #expect(later.files == first.files && later.seal == first.seal)
    let page = String(decoding: first.files[0].bytes, as: UTF8.self)
    #expect(page.contains("Who cleared this report"))
  }
}

@Suite("What is exempt is kept back and named")
struct ExemptPartsTests {
  @Test("the public file says that a section was taken out and by which paragraph; the annex has it")
  func parts() throws {
    var vale = ThornburyVale()
    var report = ThornburyVale.report
    report.paper = "cabinet"
    vale.records.add(report)
    var paper = Paper(id: "cabinet", title: "Quarter 2", meeting: Day("2025-12-20")!)
    paper.checks = .complete
    (paper.checks.isExempt, paper.checks.paragraphs) = (.yes, [3])
    paper.checks.publicInterest = "A bidder’s prices would be known to the others."
    paper.checks.exemptSections = ["glossary"]
    paper.checks.privateNotice = Day("2025-11-01")
    vale.records.add(paper)
    vale.setAside()
    let sealed = try SealedReport(
      vale.book, ThornburyVale.quarter, on: ThornburyVale.today, ledgerHash: "sha256:feed", digest: ThornburyVale.digest
    )
    func page(_ name: String) throws -> String {
      String(decoding: try #require(sealed.files.first { $0.name == name }).bytes, as: UTF8.self)
    }
    let shown = try page("report.html")
    #expect(shown.contains("paragraph 3 (information relating to the financial or business affairs"))
    #expect(shown.contains("A bidder’s prices would be known to the others."))
    #expect(!shown.contains("energy performance certificate"))
    #expect(try page("exempt-annex.html").contains("energy performance certificate"))
    #expect(sealed.seal.publicFiles.allSatisfy { !$0.name.contains("annex") })
    #expect(sealed.seal.files.filter(\.isExempt).map(\.name) == ["exempt-annex.html", "exempt-annex.docx"])
  }

  @Test("a section that shows figures can't be kept back: the data files would tell them")
  func figures() {
    var vale = ThornburyVale()
    var report = ThornburyVale.report
    report.paper = "cabinet"
    vale.records.add(report)
    var paper = Paper(id: "cabinet", title: "Quarter 2", meeting: Day("2025-12-20")!)
    paper.checks = .complete
    (paper.checks.isExempt, paper.checks.exemptSections) = (.yes, ["priority-council", "appendix-9"])
    vale.records.add(paper)
    let codes = vale.result().stopping.map(\.code)
    #expect(codes.contains("exempt-section-with-figures") && codes.contains("exempt-section-unknown"))
  }

  @Test("without a paragraph, a reason or a section nothing is sealed, and nobody can set that aside")
  func incomplete() {
    var vale = ThornburyVale()
    var report = ThornburyVale.report
    report.paper = "cabinet"
    vale.records.add(report)
    var paper = Paper(id: "cabinet", title: "Quarter 2", meeting: Day("2025-12-20")!)
    paper.checks = .complete
    paper.checks.isExempt = .yes
    vale.records.add(paper)
    let found = vale.result().stopping.filter { $0.place == "paper “Quarter 2”" }
    #expect(
      found.map(\.code) == [
        "exempt-without-paragraph", "exempt-without-public-interest", "exempt-without-sections",
        "private-meeting-notice",
      ])
    #expect(found.allSatisfy { $0.severity == .error })
  }
}

extension PaperChecks {
  /// Everything answered, nothing exempt.
  static var complete: PaperChecks {
    var checks = PaperChecks()
    (checks.equality, checks.equalityReason, checks.wards) = (.notNeeded, "A report of figures", .all)
    (checks.isKey, checks.callIn, checks.callInReason, checks.isExempt) = (.no, .notSubject, "It is to note", .no)
    return checks
  }
}
