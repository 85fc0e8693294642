import Testing

@testable import CorporatePlan

@Suite("Many things are changed at once, each looked at first")
struct BulkChangeTests {
  private func ids(_ items: String...) -> [RecordID] { items.map { RecordID(PlanItem.kind, $0) } }

  @Test("a new owner of items, indicators and risks, from and to")
  func owner() throws {
    var town = try Larkmere()
    let subjects = ids("library", "trees") + [RecordID("indicator", "calls"), RecordID("risk", "flood")]
    let change = try town.editing.bulkChange(subjects, ["change": "owner", "owner": "director of place"])
    #expect(change.lines.map(\.from) == ["Head of Leisure", "", "", ""])
    #expect(change.lines.allSatisfy { $0.to == "Director of Place" && $0.problem == nil })
    try town.record(change.revisions)
    #expect(town.book.items["trees"]?.owner == "Director of Place" && town.book.risks["flood"]?.owner != nil)
    #expect(
      try refusal { try town.editing.bulkChange(subjects, ["change": "owner", "owner": "Nobody"]) }.keys.sorted()
        == ["owner"])
  }

  @Test("due dates move by months, the last day of one to the last of another; what has none is told")
  func shift() throws {
    let town = try Larkmere()
    let change = try town.editing.bulkChange(
      ids("library", "pools", "trees") + [RecordID("indicator", "calls")], ["change": "due", "by": "+3 months"])
    #expect(change.lines.map(\.to).prefix(2) == ["31 March 2026", "31 May 2026"])
    #expect(change.problems.map(\.field) == ["subject:item/trees", "subject:indicator/calls"])
    #expect(change.revisions.map(\.record) == ["library", "pools"])
  }

  @Test(arguments: ["3", "three months", "+3 moons", "0 days"])
  func noSpan(_ typed: String) throws {
    let town = try Larkmere()
    #expect(
      try refusal { try town.editing.bulkChange(ids("library"), ["change": "due", "by": typed]) }.keys.sorted() == [
        "by"
      ])
  }

  @Test("a day that can't be told is a problem of each line, and nothing is changed")
  func due() throws {
    let town = try Larkmere()
    let wrong = try town.editing.bulkChange(ids("library"), ["change": "due", "due": "some day"])
    #expect(wrong.revisions.isEmpty && wrong.problems.count == 1)
    let right = try town.editing.bulkChange(ids("library"), ["change": "due", "due": "1 March 2026"])
    #expect(right.revisions.first?.body?["due"]?.string == "2026-03-01")
  }

  @Test("publication of many; a thing that is gone and one named twice")
  func publication() throws {
    let town = try Larkmere()
    let change = try town.editing.bulkChange(
      ids("library", "gone", "library"), ["change": "publication", "publication": "internal"])
    #expect(change.lines.map(\.from) == ["public", ""] && change.revisions.map(\.record) == ["library"])
    #expect(try refusal { try town.editing.bulkChange([], ["change": "all"]) }.keys.sorted() == ["change", "subjects"])
  }

  @Test("an item closes with what hangs on it when that is closed in the same go; otherwise it stays and says why")
  func close() throws {
    var town = try Larkmere()
    let answers: FormAnswers = ["change": "close", "last_day": "30/9/2025", "reason": "No money"]
    let alone = try town.editing.bulkChange(ids("library", "trees"), answers)
    #expect(alone.problems.map(\.field) == ["subject:item/library"])
    let all = ids("library", "library-plans") + [RecordID("indicator", "visits")]
    let together = try town.editing.bulkChange(all, answers)
    #expect(together.problems.isEmpty)
    #expect(Set(together.revisions.map(\.record)).count == together.revisions.count)
    try town.record(together.revisions)
    #expect(town.book.indicators["visits"]?.end == Day(2025, 10, 1))
    #expect(
      try refusal { try town.editing.bulkChange(all, ["change": "close"]) }.keys.sorted() == ["last_day", "reason"])
  }
}
