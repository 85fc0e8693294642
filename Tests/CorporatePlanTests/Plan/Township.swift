import CorporatePlan

/// A plan in the making, with entries written as tests read best.
struct Township {
  private(set) var book = Book()

  static let quarter = FinancialYear(2024).quarter(1)

  mutating func add(_ record: some Record) { append(record.revision) }

  mutating func withdraw(_ record: RecordID) {
    append(Revision(kind: record.kind, record: record.record, body: nil))
  }

  private mutating func append(_ revision: Revision) {
    let earlier = book.stamp(of: RecordID(revision.kind, revision.record))?.revision ?? 0
    let entry = Entry(
      position: book.position + 1, batch: "b1", recordedAt: Moment(milliseconds: 0), author: "p1", reason: "test",
      kind: revision.kind, record: revision.record, revision: earlier + 1, body: revision.body?.canonical)
    do { try book.apply(entry) } catch { preconditionFailure("\(error)") }
  }

  mutating func item(
    _ id: String, _ role: PlanItem.Role, under parent: String? = nil, title: String? = nil,
    _ change: (inout PlanItem) -> Void = { _ in }
  ) {
    var item = PlanItem(
      id: id, role: role, level: role.rawValue, title: title ?? "The \(id) of Larkmere", parent: parent, order: 1)
    change(&item)
    add(item)
  }

  mutating func update(
    _ item: String, _ percent: Int?, _ stage: ActionUpdate.Stage = .inProgress, _ period: Period = quarter
  ) {
    add(ActionUpdate(item: item, period: period, stage: stage, percent: percent))
  }

  /// An action with milestones at so many per cent each.
  mutating func milestones(under parent: String, _ percents: Int?...) {
    for (number, percent) in percents.enumerated() {
      item("\(parent)-\(number + 1)", .milestone, under: parent)
      if let percent { update("\(parent)-\(number + 1)", percent) }
    }
  }
}
