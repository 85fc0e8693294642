import Testing

@testable import CorporatePlan

/// A small council in its plan year 2025/26, for tests of what people change in it.
struct Larkmere {
  private(set) var town = Township()

  static let today = Day(unchecked: 2025, 9, 15)
  static let year = FinancialYear(2025)
  static let q1 = year.quarter(1)
  static let nextYear = Day(unchecked: 2026, 4, 1)

  var book: Book { town.book }
  var editing: Editing { Editing(book, today: Self.today) }

  init() throws {
    let rule = """
      {"id": "larkmere", "basis": "relative", "met": "green", "equal": "green", \
      "bands": [{"status": "amber", "upTo": "5"}, {"status": "red"}], "zeroTarget": "worst"}
      """
    town.add(try RuleRecord(JSON(parsing: rule)))
    town.add(Ruling(rule: "larkmere"))
    town.add(
      Plan(
        id: "plan", title: "Corporate plan", type: .corporate, start: Day(unchecked: 2025, 4, 1), end: Self.nextYear,
        levels: ["Priority", "Key Action"]))
    town.add(Service(id: "leisure", name: "Leisure"))
    town.add(Post(id: "leisure-head", title: "Head of Leisure", service: "leisure"))
    town.add(Post(id: "place-director", title: "Director of Place"))
    item("people", .priority, "Priority", "Residents first", nil, 1)
    item("place", .priority, "Priority", "Clean and green", nil, 2)
    item("library", .action, "Key Action", "Open a library in Eastfield", "people", 1) {
      $0.owner = "Head of Leisure"
      $0.due = Day(unchecked: 2025, 12, 31)
    }
    item("pools", .action, "Key Action", "Refurbish two pools", "people", 2) { $0.due = Day(unchecked: 2026, 2, 28) }
    item("trees", .action, "Key Action", "Plant 500 trees", "place", 1)
    item("library-plans", .milestone, "Milestone", "Plans approved", "library", 1)
    indicator("visits", "Library visits", .number, ["library"])
    indicator("calls", "Calls answered", .percent, ["people"])
    target("visits", "100")
    target("calls", "90%")
    try actual("visits", "98")
    try actual("calls", "93%")
    town.add(Risk(id: "flood", title: "Flood of the riverside", items: ["trees"], order: 1))
  }

  mutating func item(
    _ id: String, _ role: PlanItem.Role, _ level: String, _ title: String, _ parent: String?, _ order: Int,
    _ change: (inout PlanItem) -> Void = { _ in }
  ) {
    town.item(id, role, under: parent, title: title) {
      ($0.level, $0.order) = (level, order)
      change(&$0)
    }
  }

  mutating func indicator(
    _ id: String, _ name: String, _ unit: Unit, _ items: [String], _ change: (inout Indicator) -> Void = { _ in }
  ) {
    var indicator = Indicator(
      id: id, name: name, polarity: .highIsGood, unit: unit, aggregation: unit == .number ? .sum : .manual,
      items: items,
      order: book.indicators.count + 1)
    change(&indicator)
    town.add(indicator)
  }

  mutating func target(_ id: String, _ text: String, _ period: Period = q1) {
    town.add(Target(indicator: id, period: period, verbatim: text))
  }

  mutating func actual(_ id: String, _ text: String, _ period: Period = q1) throws {
    town.add(Actual(indicator: id, period: period, value: try Value(text)))
  }

  mutating func add(_ record: some Record) { town.add(record) }

  /// Records what a change came to.
  mutating func record(_ revisions: [Revision]) throws {
    for revision in revisions {
      if let body = revision.body {
        let record = try #require(try Book.record(RecordID(revision.kind, revision.record), Fields(body)))
        town.add(record)
      } else {
        town.withdraw(RecordID(revision.kind, revision.record))
      }
    }
  }

  func title(_ id: String) -> String? { book.items[id]?.title }
}

/// The fields that a change was refused for, each with its sentences; empty when it was not.
func refusal<Result>(_ change: () throws -> Result) throws -> [String: String] {
  do {
    _ = try change()
    return [:]
  } catch let refused as EditRefused {
    return Dictionary(refused.problems.map { ($0.field, $0.sentence) }) { "\($0) \($1)" }
  }
}
