import CorporatePlan
import Testing

@testable import Ledger

@Suite("The Book as at a position or a moment")
struct AsAtTests {
  let scratch = Scratch()

  @Test("is the Book that stood then")
  func asAt() async throws {
    let council = try await scratch.open()
    var books = [council.book]
    for minute in 1...5 {
      books.append(try await council.record(.figure("a", JSON(minute)), at: morning(minute)).book)
    }
    for (position, book) in books.enumerated().shuffled() + books.enumerated() {
      let then = try await council.asAt(position: position)
      #expect(then.position == position)
      #expect(then.stamp(of: .figure("a")) == book.stamp(of: .figure("a")))
      #expect(try await council.asAt(moment: morning(position)).position == position)
    }
    #expect(try await council.asAt(moment: morning(99)).position == 5)
    #expect(try await council.asAt(position: 99).position == 5)
  }

  @Test("A clock that was wrong for one entry does not hide those after it")
  func wrongClock() async throws {
    let council = try await scratch.open()
    try await council.record(.figure("a", 1), at: morning(1))
    try await council.record(.figure("a", 2), at: morning(1_000_000))
    try await council.record(.figure("a", 3), at: morning(2))
    #expect(try await council.asAt(moment: morning(1)).position == 1)
    #expect(try await council.asAt(moment: morning(2)).position == 3)
  }
}
