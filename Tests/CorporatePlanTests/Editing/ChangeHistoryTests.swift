import Testing

@testable import CorporatePlan

@Suite("Every record tells who changed what, and a change is undone")
struct ChangeHistoryTests {
  /// The entries of a record that went through these states; `nil` for a withdrawal.
  private func entries(_ states: [PlanItem?]) -> [Entry] {
    states.enumerated().map { index, state in
      Entry(
        position: 10 + index, batch: "b\(index)", recordedAt: Moment(milliseconds: index), author: "p\(index)",
        reason: "reason \(index)", kind: PlanItem.kind, record: "library", revision: index + 1,
        body: state?.body.canonical)
    }
  }

  private func library(_ change: (inout PlanItem) -> Void = { _ in }) throws -> PlanItem {
    var item = try #require(try Larkmere().book.items["library"])
    change(&item)
    return item
  }

  private func states() throws -> [PlanItem?] {
    let first = try library()
    let later = try library { $0.due = Day(2026, 3, 31) }
    let moved = try library {
      ($0.due, $0.parent, $0.owner) = (Day(2026, 3, 31), "place", nil)
    }
    return [first, later, moved]
  }

  @Test("from, to, who and why, in the words of the dictionary")
  func history() throws {
    let changes = try Larkmere().book.changes(entries(try states()))
    #expect(changes.map(\.sort) == [.recorded, .changed, .changed])
    #expect(changes[1].author == "p1" && changes[1].reason == "reason 1")
    #expect(
      changes[1].members == [.init(name: "due", heading: "Due", from: "31 December 2025", to: "31 March 2026")])
    #expect(
      changes[2].members == [
        .init(name: "parent", heading: "Under", from: "Residents first", to: "Clean and green"),
        .init(name: "owner", heading: "Owner", from: "Head of Leisure", to: nil),
      ])
    #expect(try Larkmere().book.changes(entries([try library(), nil])).last?.sort == .withdrawn)
  }

  @Test("undoing a change restores its members and leaves what others changed since")
  func undo() throws {
    let book = try Larkmere().book
    let revision = try book.undoing(11, in: entries(try states()))
    #expect(revision.body == (try library { ($0.parent, $0.owner) = ("place", nil) }).body)
    #expect(try book.undoing(12, in: entries(try states())).body?["owner"]?.string == "Head of Leisure")
  }

  @Test("a member changed since is not undone: both values are told")
  func changedSince() throws {
    let book = try Larkmere().book
    let last = try library { ($0.due, $0.owner) = (Day(2026, 6, 30), nil) }
    let blocked = #expect(throws: UndoBlocked.self) {
      try book.undoing(11, in: entries(Array(try states().prefix(2)) + [last]))
    }
    #expect(
      blocked == .changedSince([.init(name: "due", heading: "Due", made: "31 March 2026", now: "30 June 2026")]))
  }

  @Test("what was undone already, and what is not there, is said")
  func undoneAlready() throws {
    let book = try Larkmere().book
    let back = entries(Array(try states().prefix(2)) + [try library()])
    #expect(throws: UndoBlocked.undoneAlready) { try book.undoing(11, in: back) }
    #expect(throws: UndoBlocked.unknown) { try book.undoing(99, in: back) }
  }

  @Test("a first recording is withdrawn and a withdrawal taken back, while nobody has worked on it since")
  func whole() throws {
    let book = try Larkmere().book
    #expect(try book.undoing(10, in: entries([try library()])).body == nil)
    #expect(try book.undoing(11, in: entries([try library(), nil])).body == (try library()).body)
    #expect(throws: UndoBlocked.recordedSince(by: "p2", at: Moment(milliseconds: 2), reason: "reason 2")) {
      try book.undoing(10, in: entries(try states()))
    }
  }

  @Test("values of two times that don't go together are refused")
  func together() throws {
    let book = try Larkmere().book
    let started = try library { $0.start = Day(2025, 4, 1) }
    let late = try library { $0.start = Day(2026, 4, 1) }
    let back = try library { $0.start = Day(2025, 4, 1) }
    let ended = try library { ($0.start, $0.end) = (Day(2025, 4, 1), Day(2025, 10, 1)) }
    #expect(throws: UndoBlocked.refused("“end” is before its start")) {
      try book.undoing(12, in: entries([started, late, back, ended]))
    }
  }
}
