import CorporatePlan
import Testing

@testable import Ledger

@Suite("Taking a batch back")
struct UndoTests {
  let scratch = Scratch()

  @Test("restores what stood before, withdraws what was new, and leaves what others changed since")
  func undo() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("kept", "1"), .figure("withdrawn", "2"), .figure("changed", "3"))
    let batch = try #require(
      try await council.record(
        .figure("kept", "10"), .withdrawal("withdrawn"), .figure("changed", "30"), .figure("new", "40"),
        .figure("kept", "11")
      ).batch)
    try await council.record(.figure("changed", "31"), by: "p-ben", at: morning(3))
    let undone = try await council.undo(batch: batch, author: "p-amira", reason: "Wrong file", at: morning(4))

    #expect(undone.restored == [.figure("kept"), .figure("withdrawn"), .figure("new")])
    #expect(undone.left.map(\.record) == [.figure("changed")])
    #expect(undone.left.map(\.by.author) == ["p-ben"])
    #expect(undone.left.map(\.by.recordedAt) == [morning(3)])
    #expect(try await council.history(of: .figure("kept")).last?.body == #"{"figure":"1"}"#)
    #expect(try await council.history(of: .figure("withdrawn")).last?.body == #"{"figure":"2"}"#)
    #expect(try await council.history(of: .figure("changed")).last?.body == #"{"figure":"31"}"#)
    #expect(council.book.stamp(of: .figure("new"))?.withdrawn == true)
    #expect(council.book.stamp(of: .figure("new"))?.reason == "Wrong file")
    #expect(try await council.verify().isSound)
  }

  @Test("goes backwards, so that what rests on another record goes before it")
  func order() async throws {
    let council = try await scratch.open()
    let batch = try #require(try await council.record(.figure("item", "1"), .figure("rests-on-item", "2")).batch)
    let undone = try await council.undo(batch: batch, author: "p-amira", reason: "", at: morning())
    let entries = try await council.entries(of: try #require(undone.receipt.batch))
    #expect(entries.map(\.record) == ["rests-on-item", "item"])
  }

  @Test("is refused the second time, and for a batch that never was")
  func refused() async throws {
    let council = try await scratch.open()
    let batch = try #require(try await council.record(.figure("a", "1")).batch)
    let undone = try await council.undo(batch: batch, author: "p-ben", reason: "", at: morning(1))
    let by = try #require(undone.receipt.batch)
    await #expect(throws: UndoRefused.undoneAlready(batch: batch, by: by, author: "p-ben", at: morning(1))) {
      try await council.undo(batch: batch, author: "p-amira", reason: "", at: morning(2))
    }
    await #expect(throws: UndoRefused.unknownBatch("b99")) {
      try await council.undo(batch: "b99", author: "p-amira", reason: "", at: morning())
    }
    #expect(council.book.position == 2)
  }

  @Test("is refused while others stand on a term that it brought in; what it brought in with the term goes with it")
  func term() async throws {
    let council = try await scratch.open()
    let term = try #require(
      Period(.term, code: "2025-26-autumn", start: Day(2025, 9, 4)!, end: Day(2025, 12, 20)!))
    let own = Actual(indicator: "attendance", period: term, value: try Value("94%"))
    let target = Target(indicator: "attendance", period: term, verbatim: "95%")
    let batch = try #require(try await council.record(EnteredPeriod(term).revision, own.revision).batch)
    try await council.record(target.revision)
    await #expect(throws: EditRefused([EditProblem("main", Book.termInUse)])) { try await council.checkUndoing(batch) }
    await #expect(throws: EditRefused([EditProblem("main", Book.termInUse)])) {
      try await council.undo(batch: batch, author: "p-amira", reason: "", at: morning())
    }
    #expect(council.book.calendar.period(term.code) == term)
    try await council.record(target.withdrawal)
    try await council.checkUndoing(batch)
    _ = try await council.undo(batch: batch, author: "p-amira", reason: "", at: morning())
    #expect(council.book.calendar.period(term.code) == nil)
  }

  @Test("can itself be taken back")
  func redo() async throws {
    let council = try await scratch.open()
    let batch = try #require(try await council.record(.figure("a", "1")).batch)
    let undone = try await council.undo(batch: batch, author: "p-ben", reason: "", at: morning(1))
    let redone = try await council.undo(
      batch: try #require(undone.receipt.batch), author: "p-ben", reason: "", at: morning(2))
    #expect(redone.restored == [.figure("a")])
    #expect(try await council.history(of: .figure("a")).map(\.body) == [#"{"figure":"1"}"#, nil, #"{"figure":"1"}"#])
  }

  @Test("writes nothing when others have changed all of it since")
  func allChanged() async throws {
    let council = try await scratch.open()
    let batch = try #require(try await council.record(.figure("a", "1")).batch)
    try await council.record(.figure("a", "2"), by: "p-ben")
    let undone = try await council.undo(batch: batch, author: "p-amira", reason: "", at: morning())
    #expect(undone.receipt.batch == nil)
    #expect(undone.restored.isEmpty)
    #expect(undone.left.map(\.by.author) == ["p-ben"])
    #expect(council.book.position == 2)
  }
}
