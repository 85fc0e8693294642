import CorporatePlan
import Documents

/// What an item or indicator contributes to beside what it stands under.
enum ContributionForms {
  static func answer(_ visit: OfficeVisit) throws -> Answer { try form(visit).answer }

  static func change(_ visit: OfficeVisit) async throws -> Answer {
    let subject = try visit.contributor.record
    var sent = try await visit.form()
    let shown = Set(sent.revisionsShown.keys)
    let written = sent.all("items")
    if !written.isEmpty {
      // What others added since the form was shown stands in it, should it be shown again.
      let added = visit.contributions(of: subject).filter { !shown.contains($0.recordID) }.map(\.item)
      sent.fields += added.filter { !written.contains($0) }.map { ("items", $0) }
    }
    return try await form(visit).record(
      sent, "What it contributes to", to: "/edit#\(subject.kind)-\(subject.record.addressed)"
    ) { try $0.setContributions(of: subject, $1, shown: shown) }
  }

  private static func form(_ visit: OfficeVisit) throws -> EditForm {
    let (subject, name) = try visit.contributor
    let there = visit.contributions(of: subject)
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
    form.shown = visit.revisions(of: there.map(\.recordID))
    form.withdraw = { [titles = visit.book.items.mapValues(\.title)] form, before, author in
      guard let item = before["item"]?.first, form.values["items"]?.contains(item) ?? false else { return }
      form.values["items"]?.removeAll { $0 == item }
      form.problems.append(
        EditProblem(
          "items",
          "That it contributes to “\(titles[item] ?? item)” was withdrawn meanwhile\(EditForm.by(author)): save what stands below, or choose it once more."
        ))
    }
    return form
  }
}

extension OfficeVisit {
  fileprivate func contributions(of subject: RecordID) -> [Contribution] {
    book.contributions.values.filter { $0.subject == subject }.sorted { $0.id < $1.id }
  }

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
