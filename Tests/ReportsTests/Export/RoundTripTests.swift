import CorporatePlan
import Documents
import Imports
import Testing

@testable import Reports

@Suite("What a council exports, it can import again")
struct RoundTripTests {
  @Test("into an empty council it makes the same Book", arguments: ExportForm.allCases)
  func empty(form: ExportForm) throws {
    let proposal = try form.proposal(of: Larkmere.book, into: Book())
    #expect(proposal.recognition.kind == "goldthread-export")
    #expect(proposal.diagnostics.map(\.message) == [])
    let again = try Book().recording(proposal.revisions)
    #expect(again.contents == Larkmere.book.contents)
  }

  @Test("into the same council it changes nothing", arguments: ExportForm.allCases)
  func same(form: ExportForm) throws {
    let proposal = try form.proposal(of: Larkmere.book, into: Larkmere.book)
    #expect(proposal.differences == [])
    #expect(proposal.revisions.isEmpty)
    #expect(proposal.diagnostics.map(\.message) == [])
  }

  @Test(
    "a council with one of everything comes back but for what belongs to the ledger", arguments: ExportForm.allCases)
  func everything(form: ExportForm) throws {
    let book = try Everything.book()
    let proposal = try form.proposal(of: book, into: Book())
    #expect(proposal.errors.map(\.message) == [])
    let again = try Book().recording(proposal.revisions)
    #expect(again.contents == book.contentsReadBack)
    #expect(Set(book.records.map(\.recordID.kind)) == Set(Book.recordTypes.map { $0.kind }))
    #expect(proposal.diagnostics.map(\.code.rawValue) == ["not-read-back"])
    let unread = Set(book.records.map(\.recordID)).subtracting(again.records.map(\.recordID))
    #expect(
      Set(unread.map(\.kind)) == [
        "seal", "sign-off", "review", "confirmation", "evidence", "lock-exception", "freeze", "tenure", "source",
      ])
    #expect(try form.proposal(of: book, into: book).revisions.isEmpty)
  }

  @Test("one CSV file alone is known by its header")
  func single() throws {
    for (name, bytes) in BookExport(Larkmere.book).files() where name.hasSuffix(".csv") {
      let proposal = try ImportProposal(bytes: bytes, named: name, into: Larkmere.book)
      #expect(proposal.recognition.kind == "goldthread-export", "\(name)")
      #expect(proposal.revisions.isEmpty && proposal.diagnostics.isEmpty, "\(name)")
    }
  }

  @Test("every member of every record is in the dictionary, with words for it")
  func dictionary() throws {
    for record in try Everything.book().records {
      let kind = RecordKind.named(record.recordID.kind)
      #expect(!kind.row.isEmpty, "\(kind.kind)")
      guard case .members(let members) = record.body else { continue }
      for member in members {
        let known = kind.member(member.key)
        #expect(known != nil, "\(kind.kind).\(member.key)")
        #expect(known?.form.cell(member.value) != nil, "\(kind.kind).\(member.key) is no \(known?.form.rawValue ?? "")")
      }
    }
    #expect(Set(RecordKind.all.map(\.kind)) == Set(Book.recordTypes.map { $0.kind }))
  }
}
