import CorporatePlan
import Testing

@testable import Reports

@Suite("What is not for the public is in no file of a report")
struct NotesTests {
  /// A report's files where one thing was said of an indicator, an action and a priority each.
  private func files(_ text: String, _ purpose: Commentary.Purpose) throws -> ReportFiles {
    let words = [RecordID(Indicator.kind, "calls"), RecordID(PlanItem.kind, "depot"), RecordID(PlanItem.kind, "place")]
      .map { subject in
        Commentary(
          id: "note-\(subject.record)", subject: subject, period: ThornburyVale.quarter, purpose: purpose, text: text)
      }
    return try ReportFiles(try ThornburyVale().book.recording(words.map(\.revision)), ThornburyVale.quarter)
  }

  @Test("whatever a note says, every file has the same bytes; what is public changes them")
  func notes() throws {
    #expect(try files("The supplier is to be dismissed.", .note) == files("All is well.", .note))
    #expect(try files("The supplier was late.", .variance) != files("All is well.", .variance))
  }
}
