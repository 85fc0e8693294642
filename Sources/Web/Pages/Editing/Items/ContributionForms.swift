import CorporatePlan
import Documents

/// What an item or indicator contributes to beside what it stands under.
enum ContributionForms {
  static func answer(_ visit: OfficeVisit) throws -> Answer { try form(visit).answer }

  static func change(_ visit: OfficeVisit) async throws -> Answer {
    let (subject, sent) = (try visit.contributor.record, try await visit.form())
    let shown = Set(sent.revisionsShown.keys)
    return try await form(visit).record(
      sent, "What it contributes to", to: "/edit#\(subject.kind)-\(subject.record.addressed)"
    ) { try $0.setContributions(of: subject, $1, shown: shown) }
  }

  private static func form(_ visit: OfficeVisit) throws -> EditForm {
    let (subject, name) = try visit.contributor
    let there = visit.book.contributions.values.filter { $0.subject == subject }.sorted { $0.id < $1.id }
    var form = EditForm(
      visit, "What “\(name)” contributes to", at: "/edit/contributions/\(subject.kind)/\(subject.record.addressed)",
      back: "/edit#\(subject.kind)-\(subject.record.addressed)",
      [
        EditField(
          name: "items", label: "Contributes to",
          hint: "Beside what it stands under, where alone it is counted. One that is taken out is withdrawn.",
          control: .several(visit.itemOptions(without: subject.record))),
        .reason(),
      ])
    form.values = ["items": there.map(\.item)]
    form.recorded = form.values
    form.shown = Dictionary(
      there.map { ($0.recordID, visit.book.stamp(of: $0.recordID)?.revision ?? 0) }, uniquingKeysWith: { one, _ in one }
    )
    return form
  }
}

extension OfficeVisit {
  /// What the address names, and what it is called.
  fileprivate var contributor: (record: RecordID, name: String) {
    get throws(Refusal) {
      let id = RecordID(try parameter("kind"), try parameter("id"))
      if id.kind == PlanItem.kind, let item = book.items[id.record] { return (id, item.title) }
      if id.kind == Indicator.kind, let indicator = book.indicators[id.record] { return (id, indicator.name) }
      throw .notFound("This part of the plan")
    }
  }
}
