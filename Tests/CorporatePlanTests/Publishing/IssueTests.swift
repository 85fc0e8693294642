import CorporatePlan
import Testing

@Suite("What is public of a sealed quarter is what was published")
struct IssueTests {
  private let calls = RecordID(Indicator.kind, "calls")
  private let cycle = Cycle(
    period: Hamlet.quarter, opens: Day("2025-09-20")!, returnsDue: Day("2025-10-14")!, signOffDue: Day("2025-10-20")!,
    locks: Day("2025-10-20")!)

  private func seal(_ book: Book, at position: Int? = nil) -> Seal {
    Seal(
      period: Hamlet.quarter, position: position ?? book.contentPosition, ledgerHash: "sha256:feed", rules: [],
      files: [], warnings: [])
  }

  private func shown(_ book: Book) -> String? {
    book.readings["calls"]?.actual(in: Hamlet.quarter)?.value.text
  }

  private func approve(_ hamlet: inout Hamlet) {
    hamlet.add(Review(calls, in: Hamlet.quarter, .approved, seen: hamlet.book.position))
  }

  @Test("The Book a report was sealed from is kept as it stood")
  func asSealed() throws {
    var hamlet = Hamlet()
    let seal = seal(hamlet.book)
    hamlet.add(seal)
    hamlet.actual("12%")
    let then = try #require(hamlet.book.asSealed(seal))
    #expect(shown(then) == "93%" && shown(hamlet.book) == "12%")
    #expect((then.contentPosition, then.seals.isEmpty) == (seal.position, true))
    // It is kept whatever is sealed later, and each edition has its own.
    let second = self.seal(hamlet.book)
    hamlet.add(second)
    #expect(hamlet.book.asSealed(seal).flatMap(shown) == "93%")
    #expect(hamlet.book.asSealed(second).flatMap(shown) == "12%")
  }

  @Test("A seal of another position than the newest, as from another ledger, has no Book here")
  func elsewhere() {
    var hamlet = Hamlet()
    let seal = seal(hamlet.book, at: 3)
    hamlet.add(seal)
    #expect(hamlet.book.asSealed(seal) == nil)
    #expect(hamlet.book.issues(of: Hamlet.quarter).isEmpty)
  }

  @Test("After a seal a correction is public once it is approved, and a later draft leaves that one standing")
  func approved() {
    var hamlet = Hamlet()
    hamlet.add(cycle)
    #expect(shown(hamlet.book.published) == nil, "what is being collected is a draft")
    #expect(shown(hamlet.book.published(sealing: Hamlet.quarter)) == "93%")
    hamlet.add(seal(hamlet.book))
    #expect(shown(hamlet.book.published) == "93%")
    hamlet.actual("88%")
    #expect(shown(hamlet.book.published) == "93%")
    #expect(shown(hamlet.book) == "88%")
    approve(&hamlet)
    #expect(shown(hamlet.book.published) == "88%")
    hamlet.actual("70%")
    #expect(shown(hamlet.book.published) == "88%")
    hamlet.add(Review(calls, in: Hamlet.quarter, .returned, seen: hamlet.book.position, reason: "Which calls?"))
    #expect(shown(hamlet.book.published) == "88%")
    hamlet.add(seal(hamlet.book))
    #expect(shown(hamlet.book.published) == "70%")
  }

  @Test("An approval of something older than the newest change publishes nothing")
  func overtaken() {
    var hamlet = Hamlet()
    hamlet.add(cycle)
    hamlet.add(seal(hamlet.book))
    hamlet.actual("88%")
    let seen = hamlet.book.position
    hamlet.actual("87%")
    hamlet.add(Review(calls, in: Hamlet.quarter, .approved, seen: seen))
    #expect(shown(hamlet.book.published) == "93%")
  }

  @Test("What was taken away, and words and decisions of after the seal, wait for approval as well")
  func words() {
    var hamlet = Hamlet()
    hamlet.add(cycle)
    hamlet.add(seal(hamlet.book))
    hamlet.withdraw(Actual(indicator: "calls", period: Hamlet.quarter, value: .state("")))
    hamlet.add(
      Commentary(id: "w", subject: calls, period: Hamlet.quarter, purpose: .variance, text: "Between us: a mess."))
    hamlet.add(
      StatusOverride(indicator: "calls", period: Hamlet.quarter, status: .green, reason: "The director wants it"))
    hamlet.achievement("Not agreed yet")
    hamlet.add(ActionUpdate(item: "library", period: Hamlet.quarter, stage: .onHold, judged: .red))
    var published = hamlet.book.published
    #expect(shown(published) == "93%" && published.commentary.isEmpty && published.overrides.isEmpty)
    #expect(published.updates.values.first?.stage == .complete)
    approve(&hamlet)
    published = hamlet.book.published
    #expect(shown(published) == nil && published.commentary.keys.sorted() == ["w"])
    #expect(published.updates.values.first?.stage == .complete, "the action is another return")
  }

  @Test("Figures of a quarter that nobody collected here are public as they are recorded")
  func imported() {
    var hamlet = Hamlet()
    hamlet.add(seal(hamlet.book))
    hamlet.actual("88%")
    #expect(shown(hamlet.book.published) == "88%")
  }

  @Test("Words that are being written into a report are public with its seal")
  func passages() {
    var hamlet = Hamlet()
    let report = Report(.performance, Hamlet.quarter)
    hamlet.add(report)
    hamlet.add(Passage(report: report.id, key: "summary", text: "First draft"))
    #expect(hamlet.book.published.passages.isEmpty)
    #expect(hamlet.book.published(sealing: Hamlet.quarter).passages.count == 1)
    hamlet.add(seal(hamlet.book))
    hamlet.add(Passage(report: report.id, key: "summary", text: "Second thoughts"))
    #expect(hamlet.book.published.passages.values.map(\.text) == ["First draft"])
  }
}
