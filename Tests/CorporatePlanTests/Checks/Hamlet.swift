import CorporatePlan

/// The smallest council whose report adds up: one priority, one indicator on target, one action completed. Each test
/// breaks one thing in it.
struct Hamlet {
  private(set) var book = Book()

  static let quarter = FinancialYear(2025).quarter(2)
  var indicator = Indicator(
    id: "calls", name: "Calls answered", polarity: .highIsGood, unit: .percent, items: ["people"], order: 1)

  init() {
    let rule = """
      {"id": "hamlet", "basis": "relative", "met": "green", "equal": "green", \
      "bands": [{"status": "amber", "upTo": "5"}, {"status": "red"}], "zeroTarget": "worst"}
      """
    do { add(try RuleRecord(JSON(parsing: rule))) } catch { preconditionFailure("\(error)") }
    add(Ruling(rule: "hamlet"))
    add(PlanItem(id: "people", role: .priority, level: "Priority", title: "People first", order: 1))
    add(indicator)
    target("90%")
    actual("93%")
    add(PlanItem(id: "library", role: .action, level: "Action", title: "Open a library", parent: "people", order: 1))
    add(ActionUpdate(item: "library", period: Self.quarter, stage: .complete))
  }

  mutating func add(_ record: some Record) { append(record.revision) }
  mutating func withdraw(_ record: some Record) { append(record.withdrawal) }

  private mutating func append(_ revision: Revision) {
    let earlier = book.stamp(of: RecordID(revision.kind, revision.record))?.revision ?? 0
    let entry = Entry(
      position: book.position + 1, batch: "b1", recordedAt: Moment(milliseconds: 0), author: "p1", reason: "test",
      kind: revision.kind, record: revision.record, revision: earlier + 1, body: revision.body?.canonical)
    do { try book.apply(entry) } catch { preconditionFailure("\(error)") }
  }

  mutating func target(_ text: String, _ period: Period = quarter) {
    add(Target(indicator: "calls", period: period, verbatim: text))
  }

  mutating func actual(_ text: String, _ period: Period = quarter) {
    do { add(Actual(indicator: "calls", period: period, value: try Value(text))) } catch {
      preconditionFailure("\(error)")
    }
  }

  mutating func achievement(_ text: String) {
    add(
      Commentary(
        id: "a", subject: RecordID(PlanItem.kind, "people"), period: Self.quarter, purpose: .achievement, text: text))
  }

  /// The codes of what the checks find.
  var codes: [String] { findings.map(\.code) }
  var findings: [Finding] { Checks.findings(book, Scorecard(book, Self.quarter)) }
}
