import CorporatePlan
import Documents
import Foundation
import Imports
import Testing

@testable import Reports

@Suite(
  "The real quarter and its cabinet report, with the faults that were printed in them",
  .enabled(if: HarrowReport.isPresent))
struct HarrowSealTests {
  private var book: Book
  private let quarter = FinancialYear(2023).quarter(2)
  private let report: Report
  private let today = Day("2024-02-20")!

  init() throws {
    var book = Book()
    for name in ["harrow-performance-report-2023-24-q2.txt", "harrow-cabinet-report-2024-02.txt"] {
      let file = HarrowReport.text.deletingLastPathComponent().appending(path: name)
      let digest = "sha256:" + String(repeating: name.count.isMultiple(of: 2) ? "0" : "1", count: 64)
      let proposal = ImportProposal(try SourceDocument(path: file.path), fileDigest: digest, into: book)
      book = try book.applying(proposal.changes.map(\.revision))
    }
    let paper = try #require(book.papers.values.first { $0.meeting == Day("2024-02-15") })
    report = Report(.performance, quarter, paper: paper.id)
    self.book = try book.applying([report.revision])
  }

  private func result(_ book: Book) -> CheckResult {
    ReportChecks.result(ReportUnderCheck(book, report, on: today, ThornburyVale.digest))
  }

  private func sealed(_ book: Book) throws -> SealedReport {
    try SealedReport(book, report, on: today, ledgerHash: "sha256:feed", digest: ThornburyVale.digest)
  }

  @Test(
    "each stops the seal with a sentence that names the place",
    arguments: [
      ("chart-contradicts-table", "chart 3 of ", "stored figures say 5 green, 2 amber; table 1 has 6 green, 1 amber"),
      ("footnote-names-other-priority", "footnote 13 of ", "A place where those in need are supported"),
      (
        "clearance-after-meeting", "clearance of the ",
        "is dated 25 January 2025, 345 days after the meeting of 15 February 2024"
      ),
      ("key-contradicts-ratings", "key of the rule ", "yet meeting the target exactly counts as"),
    ])
  func planted(code: String, place: String, words: String) throws {
    let found = try #require(result(book).stopping.first { $0.code == code })
    #expect(found.place.hasPrefix(place), "\(found.place)")
    #expect(found.sentence.contains(words), "\(found.sentence)")
    #expect(throws: SealRefused.self) { try sealed(book) }
  }

  @Test("once the date is mended and the rest set aside with a reason, it seals, and every count agrees")
  func mended() throws {
    var revisions: [Revision] = []
    for var clearance in book.clearances.values where clearance.day.map({ Day("2024-02-15")! < $0 }) == true {
      clearance.day = Day("2024-01-25")
      revisions.append(clearance.revision)
    }
    #expect(revisions.count == 1)
    var paper = try #require(book.papers[report.paper ?? ""])
    paper.checks = .complete
    var mended = try book.applying(revisions + [paper.revision])
    let objections = result(mended).stopping
    #expect(objections.allSatisfy { $0.severity == .objection }, "\(objections.filter { $0.severity == .error })")
    mended = try mended.applying(
      objections.map {
        CheckOverride(
          report: report.id, code: $0.code, place: $0.place, finding: $0.sentence,
          reason: "Printed so at the time; corrected in the next report", by: "Head of Performance", on: today
        ).revision
      })
    let sealed = try sealed(mended)
    #expect(sealed.seal.overridden.count == objections.count)
    let counts = Reconciliation(
      ComposedReport(mended, report).document, mended, Scorecard(mended, quarter)
    ).findings
    #expect(counts == [])
  }
}
