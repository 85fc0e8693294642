import CorporatePlan
import Documents
import Imports
import Testing

@testable import Reports

@Suite("An export that has gone out of date takes nothing back")
struct StaleExportTests {
  private let book = Larkmere.book

  private func withNewer() throws -> Book {
    var item = try #require(book.items["homes"])
    item.title = "Homes for all"
    var other = try #require(book.items["places"])
    other.text = "Edited on the web"
    return try book.recording([item.revision, other.revision])
  }

  @Test("rows that nobody edited stay as today, and the count of newer entries is told")
  func unedited() throws {
    let proposal = try Desk(book).handedIn(to: withNewer())
    #expect(proposal.revisions.isEmpty)
    #expect(
      proposal.diagnostics.map(\.message) == [
        "2 entries were recorded since the export was made at position \(book.position).",
        "2 rows that nobody edited went out of date since the export; today's records stay as they are.",
      ])
  }

  @Test("a row that was edited on both sides is warned of")
  func both() throws {
    var desk = Desk(book)
    desk.type(.text("Homes to count on"), "Plan", "Title", where: "homes")
    let proposal = try desk.handedIn(to: withNewer())
    #expect(proposal.differences == ["item/homes: title"])
    let warning = try #require(proposal.diagnostics.first { $0.verbatim == "homes" })
    #expect(warning.severity == .warning && warning.at.hasPrefix("sheet 'Plan', cell "))
    #expect(warning.message.hasPrefix("Entry \(book.position + 1) changed this after the export was made"))
  }

  @Test("what was recorded since is not missing, and what was withdrawn since does not come back")
  func since() throws {
    let target = try #require(book.readings["complaints-in-time"]?.targets.first)
    let later = try book.recording([
      PlanItem(id: "new", role: .action, level: "Action", title: "New", order: 1).revision, target.withdrawal,
    ])
    let proposal = try Desk(book).handedIn(to: later)
    #expect(proposal.revisions.isEmpty)
    #expect(!proposal.diagnostics.contains { $0.code.rawValue == "rows-missing" })
  }

  @Test("another council's export is asked about, with both names, and nothing of it is recorded meanwhile")
  func other() throws {
    let proposal = try Desk(book).handedIn(to: ThornburyVale().book)
    let asked = try #require(proposal.diagnostics.first)
    #expect(asked.code.rawValue == "council-differs" && asked.question?.isUnanswered == true)
    #expect(asked.message.contains("Larkmere") && asked.message.contains("Thornbury Vale"))
    #expect(!proposal.changes.isEmpty && proposal.revisions.isEmpty)
  }
}
