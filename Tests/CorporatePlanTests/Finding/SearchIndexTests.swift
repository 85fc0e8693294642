import Testing

@testable import CorporatePlan

@Suite("What is looked for is found by its words, best first")
struct SearchIndexTests {
  private let everything = Reach(.all)

  private func index(_ things: (title: String, code: String?, text: String)...) -> SearchIndex {
    SearchIndex(
      things.enumerated().map { number, thing in
        Findable(
          .indicators, RecordID(Indicator.kind, "i\(number)"), code: thing.code, title: thing.title, text: [thing.text])
      })
  }

  private func titles(_ index: SearchIndex, _ words: String) -> [String] {
    index.hits(SearchWords(words), within: everything).map(\.found.title)
  }

  @Test("Its own code comes first, then titles, then what is said")
  func ranked() {
    let index = index(
      ("Answers about KA 0107 in time", nil, ""), ("Calls", nil, "Counted with KA-01-07"), ("Zebra", "KA.01.07", ""))
    #expect(titles(index, "ka0107") == ["Zebra"])
    #expect(titles(index, "KA 01 07") == ["Zebra", "Calls"])
    let plain = self.index(("Bins", nil, "with every complaint"), ("Complaints answered", nil, ""))
    #expect(titles(plain, "complaint") == ["Complaints answered", "Bins"])
  }

  @Test("Several words find what has all of them, wherever each stands")
  func all() {
    let index = index(
      ("Repairs finished on time", nil, "by contractors"), ("Repairs", nil, ""), ("Contractors", nil, ""))
    #expect(titles(index, "contractors repairs") == ["Repairs finished on time"])
    #expect(titles(index, "repairs nothing") == [])
  }

  @Test(
    "Accents, capitals and apostrophes make no difference, and the beginning of a word is enough",
    arguments: ["facade", "FAÇADE", "Façade", "fac", "councils", "council’s", "council's", "cafe\u{301}", "ŵy"])
  func folded(_ typed: String) {
    let index = index(("The façade of the Council’s café on the Wy", nil, ""), ("Unlike", nil, ""))
    #expect(titles(index, typed) == ["The façade of the Council’s café on the Wy"])
  }

  @Test("The end or the middle of a word finds nothing, and no words find nothing")
  func notFound() {
    let index = index(("Housing", nil, ""))
    for typed in ["using", "ing", "", "  ", "!?", "housings"] { #expect(titles(index, typed).isEmpty, "\(typed)") }
  }

  @Test("What was found is marked by whole words, and the rest of the text stays as it is")
  func marked() {
    let text = "<b>Housing</b> & houses, no-house; maison"
    let pieces = SearchWords("hous").pieces(of: text)
    #expect(pieces.filter(\.isFound).map(\.text) == ["Housing", "houses", "house"])
    #expect(pieces.map(\.text).joined() == text)
    #expect(SearchWords("").pieces(of: text).map(\.text) == [text])
    // What hides in combining marks is still the same text.
    let odd = "\"\u{301}x<script>\u{301}hous\u{308}e"
    #expect(SearchWords("house").pieces(of: odd).map(\.text).joined().unicodeScalars.elementsEqual(odd.unicodeScalars))
  }

  @Test("Of a long text the part around the first word is shown, cut between words")
  func excerpt() {
    let text = String(repeating: "before ", count: 100) + "needle " + String(repeating: "after ", count: 100)
    let excerpt = SearchWords("needle").excerpt(of: text)
    #expect(excerpt.hasPrefix("… before "))
    #expect(excerpt.contains(" needle after"))
    #expect(excerpt.hasSuffix("after …"))
    #expect(excerpt.count < 240)
    #expect(SearchWords("needle").excerpt(of: "a needle") == "a needle")
  }

  @Test("Among ten thousand things each is found by its own word, and a common one finds them all")
  func many() {
    let index = SearchIndex(
      (0..<10_000).map { number in
        Findable(
          .plan, RecordID(PlanItem.kind, "i\(number)"), code: "A\(number)", title: "Common promise w\(number)x",
          text: ["Said of street \(number % 97) in many words"])
      })
    #expect(index.hits(SearchWords("common"), within: everything).count == 10_000)
    for number in stride(from: 0, to: 10_000, by: 487) {
      #expect(
        index.hits(SearchWords("common w\(number)x"), within: everything).map(\.found.id.record) == ["i\(number)"])
    }
  }
}

@Suite("A search narrows by what was found, and counts what each choice would show")
struct SearchFilterTests {
  private let hits: [SearchIndex.Hit] = {
    var things: [Findable] = []
    for number in 0..<6 {
      var thing = Findable(
        number < 4 ? .indicators : .plan, RecordID("x", "x\(number)"), title: "Thing \(number)")
      thing.priority = number % 2 == 0 ? "homes" : "streets"
      thing.status = number == 0 ? .red : .green
      thing.belonging.services = ["housing"]
      things.append(thing)
    }
    return SearchIndex(things).hits(SearchWords("thing"), within: Reach(.all))
  }()

  @Test("Without a choice all are shown, counted by kind, priority, service and status")
  func open() {
    let result = SearchResult(hits, SearchFilter())
    #expect(result.hits.count == 6)
    #expect(result.kinds.map { "\($0.kind) \($0.count)" } == ["plan 2", "indicators 4"])
    #expect(result.priorities.map { "\($0.id) \($0.count)" } == ["homes 3", "streets 3"])
    #expect(result.services.map { "\($0.id) \($0.count)" } == ["housing 6"])
    #expect(result.statuses.map { "\($0.status.id) \($0.count)" } == ["green 5", "red 1"])
  }

  @Test("A choice narrows the other counts and leaves its own, so that another can be chosen")
  func chosen() {
    var filter = SearchFilter()
    filter.kind = .plan
    let result = SearchResult(hits, filter)
    #expect(result.hits.map(\.found.id.record) == ["x4", "x5"])
    #expect(result.kinds.map(\.count) == [2, 4])
    #expect(result.statuses.map { "\($0.status.id) \($0.count)" } == ["green 2"])
    filter.status = .red
    #expect(SearchResult(hits, filter).hits.isEmpty)
  }
}
