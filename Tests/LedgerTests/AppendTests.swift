import CorporatePlan
import Testing

@testable import Ledger

@Suite("What is decided is appended")
struct AppendTests {
  let scratch = Scratch()

  @Test("An entry carries position, batch, time, author, reason, revision and canonical body")
  func columns() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("calls-answered", "93"))
    let receipt = try await council.append(reason: "Late returns", author: "p-ben", at: morning(5)) { book in
      #expect(book.position == 1)
      return [.figure("calls-answered", 94), .figure("complaints-answered", "88%")]
    }
    #expect(receipt.positions == 2..<4)
    #expect(receipt.book.position == 3)
    #expect(council.book.position == 3)
    let batch = try #require(receipt.batch)
    #expect(
      try await council.entries(of: batch) == [
        Entry(
          position: 2, batch: batch, recordedAt: morning(5), author: "p-ben", reason: "Late returns", kind: "figure",
          record: "calls-answered", revision: 2, body: #"{"figure":94}"#),
        Entry(
          position: 3, batch: batch, recordedAt: morning(5), author: "p-ben", reason: "Late returns", kind: "figure",
          record: "complaints-answered", revision: 1, body: #"{"figure":"88%"}"#),
      ])
    #expect(try await council.history(of: .figure("calls-answered")).map(\.position) == [1, 2])
  }

  @Test("Deciding nothing writes nothing, and a refusal is thrown as it is")
  func nothing() async throws {
    struct Refused: Error, Equatable {}
    let council = try await scratch.open()
    let receipt = try await council.record()
    #expect(receipt.batch == nil)
    #expect(receipt.positions.isEmpty)
    await #expect(throws: Refused()) {
      try await council.append(reason: "", author: "p-amira", at: morning()) { _ in throw Refused() }
    }
    #expect(council.book.position == 0)
  }

  @Test("What was appended is there when the ledger is opened again")
  func reopened() async throws {
    let head: Digest
    do {
      let council = try await scratch.open()
      try await council.record(.figure("calls-answered", "93"))
      try await council.record(.withdrawal("calls-answered"))
      head = council.head
    }
    let council = try await scratch.open()
    #expect(council.book.position == 2)
    #expect(council.head == head)
    #expect(council.book.stamp(of: .figure("calls-answered"))?.withdrawn == true)
  }
}
