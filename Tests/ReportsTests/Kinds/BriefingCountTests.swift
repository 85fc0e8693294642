import CorporatePlan
import Documents
import Testing

@testable import Reports

@Suite("A briefing that does not say what the record says is refused")
struct BriefingCountTests {
  static let scopes: [RecordID?] = [
    nil, RecordID(PlanItem.kind, "place"), RecordID(PlanItem.kind, "people"), RecordID(PlanItem.kind, "council"),
    RecordID(BriefingScope.directorate, "Chief Executive’s"), RecordID(Service.kind, "strategy"),
  ]

  private let book: Book

  init() throws {
    var year = try YearOfTheVale()
    // Of four quarters, so that there is more overdue than a page bears.
    for number in 1...7 {
      year.add(
        PlanItem(
          id: "late-\(number)", role: .action, level: "Key Activity", title: "Late work \(number)", parent: "place",
          order: 200 + number, due: Day(2025, 8, number)))
    }
    book = year.book
  }

  private func report(_ scope: RecordID?) -> Report { Report(.briefing, YearOfTheVale.quarter, scope: scope) }

  private func findings(_ scope: RecordID? = nil, _ change: (inout [Block]) throws -> Void) throws -> [Finding] {
    var document = ComposedReport(book, report(scope)).document
    try change(&document.blocks)
    return Reconciliation(document, book, report(scope)).findings
  }

  @Test("as it was made it adds up: of the plan, a priority, a directorate, a service", arguments: scopes)
  func clean(scope: RecordID?) throws {
    #expect(try findings(scope) { _ in } == [])
  }

  @Test("a line that was dropped, in any of its parts", arguments: scopes)
  func dropped(scope: RecordID?) throws {
    let lists = ComposedReport(book, report(scope)).document.blocks.indices.filter { index in
      if case .list = ComposedReport(book, report(scope)).document.blocks[index] { true } else { false }
    }
    for index in lists {
      let found = try findings(scope) { blocks in
        guard case .list(var list) = blocks[index] else { return }
        list.items.removeFirst()
        blocks[index] = .list(list)
      }
      #expect(found.contains { $0.code == "report-counts-disagree" && $0.place.hasSuffix("of the briefing") })
    }
  }

  @Test("a status that was coloured by hand")
  func recoloured() throws {
    let found = try findings { blocks in
      try blocks.changeList("changed") { item in
        let marks = item.indices.filter { if case .status = item[$0] { true } else { false } }
        item[try #require(marks.last)] = .status(StatusMark(.blue, "Splendid"))
      }
    }
    #expect(found.map(\.place) == ["list of what changed of the briefing"])
  }

  @Test("a figure, a run or a date that was typed over")
  func typed() throws {
    for (anchor, old, new) in [
      ("reds", "79%", "97%"), ("reds", "2 times running", "1 times running"), ("overdue", "August", "July"),
    ] {
      let found = try findings { blocks in
        try blocks.changeList(anchor, all: true) { item in
          item = item.map { if case .text(let text) = $0 { .text(text.replacing(old, with: new)) } else { $0 } }
        }
      }
      #expect(!found.isEmpty && found.allSatisfy { $0.place.hasSuffix("of the briefing") }, "\(old)")
    }
  }

  @Test("a summary with another number, and one that is gone")
  func summary() throws {
    let wrong = try findings { blocks in
      guard case .paragraph(let content) = blocks[0] else { return }
      blocks[0] = .paragraph(content.plainText.replacing(" rated indicators", with: "0 rated indicators"))
    }
    #expect(wrong.map(\.place) == ["summary of the briefing"])
    #expect(try findings { $0.removeFirst() }.map(\.place) == ["summary of the briefing"])
  }

  @Test("a heading with another number, and another number of what is left out")
  func counts() throws {
    let heading = try findings { blocks in
      let index = try #require(blocks.heading("overdue"))
      guard case .heading(var heading) = blocks[index] else { return }
      heading.text = heading.text.replacing("(", with: "(1")
      blocks[index] = .heading(heading)
    }
    #expect(heading.map(\.place) == ["list of overdue actions of the briefing"])
    let rest = try findings { blocks in
      let index = try #require(blocks.firstIndex { $0 == .paragraph("And 2 more.") })
      blocks[index] = .paragraph("And 3 more.")
    }
    #expect(rest.map(\.place) == ["list of overdue actions of the briefing"])
  }

  @Test("a denominator that is not the part's own")
  func none() throws {
    let found = try findings(RecordID(PlanItem.kind, "council")) { blocks in
      let index = try #require(blocks.firstIndex { $0 == .paragraph("No risk of 1.") })
      blocks[index] = .paragraph("No risk of 4.")
    }
    #expect(found.map(\.place) == ["list of rising risks of the briefing"])
  }

  @Test("a fault stops the seal; in the council's own order, headings and opening words it adds up as before")
  func template() throws {
    var year = try YearOfTheVale()
    year.add(
      ReportTemplate(
        .briefing,
        sections: [
          .init("overdue", heading: "What is late", text: "As at the last day of the quarter:\n- by due date"),
          .init("changed"), .init("summary", text: "For members."),
        ]))
    let report = report(nil)
    let document = ComposedReport(year.book, report).document
    #expect(document.plainText.contains("What is late"))
    #expect(Reconciliation(document, year.book, report).findings == [])
  }
}

extension [Block] {
  fileprivate func heading(_ anchor: String) -> Int? {
    firstIndex { if case .heading(let heading) = $0 { heading.anchor == anchor } else { false } }
  }

  /// Changes the lines of the list under a heading, or the first alone.
  fileprivate mutating func changeList(_ anchor: String, all: Bool = false, _ change: (inout [Inline]) throws -> Void)
    throws
  {
    let start = try #require(heading(anchor))
    let index = try #require(self[start...].firstIndex { if case .list = $0 { true } else { false } })
    guard case .list(var list) = self[index] else { return }
    for item in all ? list.items.indices : 0..<1 { try change(&list.items[item]) }
    self[index] = .list(list)
  }
}
