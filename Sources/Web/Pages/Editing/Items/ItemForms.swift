import CorporatePlan
import Documents

/// Items of the plan added, changed, moved, split, closed and put back: a page for each.
enum ItemForms {
  static func new(_ visit: OfficeVisit) -> Answer { adding(visit, under: visit.field("parent")).answer }

  static func add(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    let form = adding(visit, under: sent["parent"])
    let address = sent["parent"].map { "/edit#item-\($0.addressed)" } ?? "/edit"
    return try await form.record(sent, "Added to the plan", to: address) { try $0.addItem($1) }
  }

  private static func adding(_ visit: OfficeVisit, under parent: String?) -> EditForm {
    let above = parent.flatMap { visit.book.items[$0] }
    var fields = self.fields(visit)
    fields.insert(
      RecordKind.named(PlanItem.kind).field("parent", .choice([("", "The top of the plan")] + visit.itemOptions())),
      at: 0)
    var form = EditForm(
      visit, above.map { "Add below “\($0.title)”" } ?? "Add to the plan", at: "/edit/items", back: "/edit", fields)
    form.button = "Add"
    form.values = ["parent": [above?.id ?? ""], "publication": ["public"]]
    // What stands beside it tells what it is likely to be.
    let like = visit.book.children(of: above?.id).last
    if let like { (form.values["role"], form.values["level"]) = ([like.role.rawValue], [like.level]) }
    return form
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    var form = try changing(visit)
    let (record, own) = (try visit.item.recordID, try await visit.ownObjectives)
    form.below = { $0.ownObjectives(own, serving: record) }
    return form.answer
  }

  static func change(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await changing(visit).record("Changed in the plan", to: "/edit#item-\(id.addressed)") {
      try $0.changeItem(id, $1)
    }
  }

  private static func changing(_ visit: OfficeVisit) throws -> EditForm {
    let item = try visit.item
    let address = "/edit/items/\(item.id.addressed)"
    var form = EditForm(
      visit, "Change “\(item.title)”", at: address, back: "/edit#item-\(item.id.addressed)",
      fields(visit), of: item)
    form.above = { html in
      html.thread(to: item, visit.book)
      html.element("p", ["class": "note"]) { html in
        html.link("History", "/history/item/\(item.id.addressed)")
        html.raw(" · ")
        html.link("Contributes to", "/edit/contributions/item/\(item.id.addressed)")
        html.raw(" · ")
        html.link("Move elsewhere", "\(address)/move")
        html.raw(" · ")
        html.link(
          item.isInPlan(on: visit.today) ? "Close" : "Put back into the plan",
          "\(address)/\(item.isInPlan(on: visit.today) ? "close" : "reopen")")
      }
    }
    return form
  }

  static func fields(_ visit: OfficeVisit) -> [EditField] {
    let kind = RecordKind.named(PlanItem.kind)
    return [
      kind.field("role", .choice([("", "Choose")] + PlanItem.Role.options), hint: "What it is to the system"),
      kind.field("level", .short, hint: "The council’s word for it; left empty, the word its like have"),
      kind.field("title", .lines), kind.field("code", .short), visit.ownerField(kind),
      kind.field("due", .short, hint: "A day like 31 March 2026, a month, late autumn 2026, or TBC"),
      kind.field("text", .lines),
      kind.field("publication", .choice(Publication.choices), hint: "Who sees it, with all that stands under it"),
      kind.field("measure", .lines, isRare: true), kind.field("target", .line, isRare: true),
      kind.field("condition", .line, isRare: true),
      kind.field("mode", .choice([("", "Not said")] + PlanItem.Mode.options), isRare: true),
      kind.field("start", .short, isRare: true),
      .reason(),
    ]
  }
}

extension HTML {
  /// Where an item stands in the plan.
  mutating func thread(to item: PlanItem, _ book: Book) {
    let path = book.path(to: item.parent)
    guard !path.isEmpty else { return }
    element("p", ["class": "note"], "Under " + path.map(\.title).joined(separator: " › "))
  }
}
