import Testing

@testable import CorporatePlan

@Suite("What may be found follows from whose it is")
struct FindableTests {
  /// Waste and housing, each with a note, public words and a risk, in a quarter whose report is not sealed.
  private func council() -> Quarter {
    var quarter = Quarter()
    for (subject, word) in [(Quarter.recycling, "wheelie"), (Quarter.repairs, "boiler")] {
      for (period, when) in [(Quarter.period, "draft"), (FinancialYear(2025).quarter(1), "earlier")] {
        quarter.add(
          Commentary(
            id: "\(subject.record)-\(when)-note", subject: subject, period: period, purpose: .note,
            text: "\(word)note \(when)"))
        quarter.add(
          Commentary(
            id: "\(subject.record)-\(when)-words", subject: subject, period: period, purpose: .variance,
            text: "\(word)words \(when)"))
      }
    }
    var risk = Risk(id: "flood", title: "Floodwater in the depot", items: ["depot"])
    risk.owner = "Head of Housing"
    quarter.add(risk)
    quarter.add(Risk(id: "fire", title: "Firestorm", items: []))
    return quarter
  }

  private func found(_ words: String, _ person: String, _ scope: Permission.Scope = .ownService) -> [String] {
    let book = council().book
    let reach = book.reach(of: person, scope, on: Quarter.day)
    return SearchIndex(book.findable(nil)).hits(SearchWords(words), within: reach).map(\.found.id.record)
  }

  @Test("A note is found by its own service and by who reads all, not by another service")
  func notes() {
    #expect(found("wheelienote earlier", "p-officer") == ["recycling-earlier-note"])
    #expect(found("wheelienote", "p-housing").isEmpty)
    #expect(found("wheelienote", "p-director").count == 2)
    #expect(found("boilernote", "p-officer").isEmpty)
    #expect(found("boilernote", "p-nobody", .all).count == 2)
    #expect(found("boilernote", "p-housing", .none).isEmpty)
  }

  @Test("Words of a quarter that is still collected are its service's own; those of a reported one are everybody's")
  func drafts() {
    #expect(found("boilerwords", "p-officer") == ["repairs-earlier-words"])
    #expect(found("boilerwords", "p-housing") == ["repairs-draft-words", "repairs-earlier-words"])
    #expect(found("boilerwords", "p-officer", .none).isEmpty)
  }

  @Test("A risk is theirs who answer for it or for what it threatens; nobody's is only for who reads all")
  func risks() {
    #expect(found("floodwater", "p-housing") == ["flood"])
    #expect(found("floodwater", "p-officer") == ["flood"])
    #expect(found("firestorm", "p-officer").isEmpty)
    #expect(found("firestorm", "p-officer", .all) == ["fire"])
  }

  @Test("Items, indicators, posts and services are found by everybody")
  func open() {
    #expect(found("depot", "p-housing").first == "depot")
    #expect(found("repairs", "p-officer").first == "repairs")
    #expect(found("recycling officer", "p-housing").contains("waste-officer"))
    #expect(found("environment", "p-housing").contains("environment"))
  }

  @Test("Whose something is agrees with what a page requires", arguments: ["p-officer", "p-housing", "p-director"])
  func agrees(_ person: String) {
    let book = council().book
    for scope in [Permission.Scope.none, .assigned, .ownService, .all] {
      let reach = book.reach(of: person, scope, on: Quarter.day)
      for subject in [Quarter.recycling, Quarter.visits, Quarter.repairs, Quarter.depot] {
        #expect(
          Belongings(book).belonging(of: subject).isWithin(reach) == book.isWithin(reach, subject), "\(subject)")
      }
    }
  }
}

@Suite("A change is about the thing that it changes")
struct ChangeSubjectTests {
  private func entry(_ revision: Revision) -> Entry {
    Entry(
      position: 1, batch: "b", recordedAt: Moment(milliseconds: 0), author: "p-1", reason: "", kind: revision.kind,
      record: revision.record, revision: 1, body: revision.body?.canonical)
  }

  @Test("A figure, a word and a review are their indicator's")
  func subjects() throws {
    let period = Quarter.period
    let figure = Actual(indicator: "repairs", period: period, value: try Value("91%"))
    let words = Commentary(id: "c", subject: Quarter.depot, period: period, purpose: .note, text: "Late")
    #expect(try entry(figure.revision).subject(before: nil) == .of(Quarter.repairs))
    #expect(try entry(words.revision).subject(before: nil) == .of(Quarter.depot))
    let review = Review(Quarter.repairs, in: period, .submitted, seen: 1)
    #expect(try entry(review.revision).subject(before: nil) == .of(Quarter.repairs))
  }

  @Test("What was withdrawn is about what it was about; without that, only who reads all learns of it")
  func withdrawn() throws {
    let words = Commentary(id: "c", subject: Quarter.depot, period: Quarter.period, purpose: .note, text: "Late")
    #expect(try entry(words.withdrawal).subject(before: words.body) == .of(Quarter.depot))
    #expect(try entry(words.withdrawal).subject(before: nil) == .council)
  }

  @Test("The calendar is everybody's, who holds a post is for those who read all")
  func others() throws {
    let book = Quarter().book
    let cycle = try #require(book.cycles[Quarter.period.code])
    let tenure = try #require(book.tenures["p-head"])
    let (calendar, people) = (
      try entry(cycle.revision).subject(before: nil), try entry(tenure.revision).subject(before: nil)
    )
    #expect(calendar == .everybody)
    #expect(people == .council)
    let own = book.reach(of: "p-officer", .ownService, on: Quarter.day)
    let belongings = Belongings(book)
    #expect(belongings.isWithin(own, calendar))
    #expect(!belongings.isWithin(own, people))
    #expect(belongings.isWithin(Reach(.all), people))
    #expect(belongings.isWithin(own, .of(Quarter.recycling)))
    #expect(!belongings.isWithin(own, .of(Quarter.repairs)))
  }
}
