import CorporatePlan

/// What a briefing is about: a part of the plan, what a service or directorate answers for, or all of it.
package struct BriefingScope: Sendable {
  private let book: Book
  private let subject: RecordID?

  package init(_ book: Book, _ subject: RecordID?) {
    self.book = book
    self.subject = subject
  }

  /// What it is called; `nil` for the whole plan.
  package var name: String? {
    switch subject?.kind {
    case PlanItem.kind: subject.flatMap { book.items[$0.record]?.title }
    case Service.kind: subject.flatMap { book.services[$0.record]?.name }
    case BriefingScope.directorate: subject.map { book.services[$0.record]?.name ?? $0.record }
    default: nil
    }
  }

  /// Services that stand under one directorate are briefed on together, by its name.
  package static let directorate = "directorate"

  package func holds(_ indicator: Indicator) -> Bool {
    guard let subject else { return true }
    if subject.kind == PlanItem.kind { return indicator.items.contains { isUnder(subject.record, $0) } }
    return isAnsweredFor(indicator.recordID)
  }

  package func holds(_ item: PlanItem) -> Bool {
    guard let subject else { return true }
    return subject.kind == PlanItem.kind ? isUnder(subject.record, item.id) : isAnsweredFor(item.recordID)
  }

  package func holds(_ risk: Risk) -> Bool {
    guard let subject else { return true }
    if subject.kind == PlanItem.kind { return risk.items.contains { isUnder(subject.record, $0) } }
    return isOf(book.post(named: risk.owner)?.service)
  }

  private func isUnder(_ top: String, _ item: String) -> Bool { book.path(to: item).contains { $0.id == top } }

  private func isAnsweredFor(_ record: RecordID) -> Bool { isOf(book.service(of: record)) }

  private func isOf(_ service: String?) -> Bool {
    guard let service, let subject else { return false }
    return subject.kind == BriefingScope.directorate
      ? book.services[service]?.directorate == subject.record : service == subject.record
  }

  /// What there may be a briefing about: the priorities, then directorates, then services that own something.
  package static func all(_ book: Book, in period: Period) -> [(subject: RecordID, name: String)] {
    let priorities = book.priorities.filter { $0.isInPlan(in: period) }.map { ($0.recordID, $0.title) }
    let services = book.services.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    let directorates = Set(services.compactMap(\.directorate)).sorted().map {
      (RecordID(directorate, $0), book.services[$0]?.name ?? $0)
    }
    return priorities + directorates + services.map { ($0.recordID, $0.name) }
  }
}
