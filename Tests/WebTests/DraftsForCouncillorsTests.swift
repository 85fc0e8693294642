import CorporatePlan
import HTTPTypes
import HummingbirdTesting
import Ledger
import Testing

@testable import Web

@Suite("Councillors read of changes, and not of drafts")
struct DraftsForCouncillorsTests {
  private typealias Council = ReviewCouncil

  @Test("A return shows to councillors once it is approved, as it is then; officers and auditors see all of its way")
  func drafts() async throws {
    let council = try await ReviewCouncil()
    let councillor = try await council.performance.colleague([.councillor])
    let auditor = try await council.performance.colleague([.auditor])
    try await council.enter(FigureEntry(value: "137"), Council.bins, by: council.wasteOfficer)
    try await council.enter(FigureEntry(note: "Half the lorries stood still."), Council.bins, by: council.wasteOfficer)
    try await council.submitBins("40")
    func sees(_ reader: Officer, _ words: String) async throws -> Bool {
      let pages = [try await reader.text("/changes"), try await reader.text("/changes?kind=actual")]
      return pages.contains { $0.contains(words) }
    }
    for words in ["137", "lorries"] {
      #expect(try await !sees(councillor, words), "\(words)")
      #expect(try await sees(auditor, words), "\(words)")
      #expect(try await sees(council.wasteHead, words), "\(words)")
    }
    #expect(try await !councillor.text("/changes?kind=review").contains("submitted"))
    try await council.decide(.approved, Council.bins, by: council.wasteHead)
    #expect(try await sees(councillor, "40"))
    #expect(try await !sees(councillor, "137"))
    // Its history is no way around.
    let figure = try #require(
      council.book.returnRow(of: Council.bins, in: Council.period, on: council.performance.today)?.expecting.keys.first
      {
        $0.kind == Actual.kind
      })
    let history = "/history/actual/\(figure.record.addressed)"
    #expect(try await councillor.text(history).contains("40"))
    #expect(try await !councillor.text(history).contains("137"))
    #expect(try await auditor.text(history).contains("137"))
    let step = "/history/review/\(Slot.id(of: Council.bins, in: Council.period).addressed)"
    #expect(try await auditor.text(step).contains("ubmitted"))
    #expect(try await councillor.open(step).status == .notFound)
    // The plan itself is no draft.
    #expect(try await councillor.text("/changes").contains("Head of Waste"))
  }
}
