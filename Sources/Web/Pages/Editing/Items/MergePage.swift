import CorporatePlan
import Documents

/// Two or more items as one: first which, then what they become.
struct MergePage {
  private let visit: OfficeVisit
  private let first: PlanItem

  static func answer(_ visit: OfficeVisit) -> Answer {
    guard let first = visit.field("items").flatMap({ visit.book.items[$0] }) else { return choosing(visit) }
    return MergePage(visit: visit, first: first).form.answer
  }

  static func merge(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    guard let first = sent["first"].flatMap({ visit.book.items[$0] }) else { return choosing(visit) }
    let items = sent.all("items").filter { !$0.isEmpty }
    return try await MergePage(visit: visit, first: first).form.record(sent, "Merged into one", to: "/edit") {
      try $0.mergeItems(items, $1)
    }
  }

  private static func choosing(_ visit: OfficeVisit) -> Answer {
    .html(
      HTML.page(visit, "Merge items", .edit) { html in
        html.raw("<h1>Merge items</h1>")
        html.element("form", ["method": "get", "action": "/edit/merge"]) { html in
          html.field("items", "The first of them", hint: "The others are chosen on the next page.") {
            html, describedBy in
            html.select(
              "items", name: "items", describedBy: describedBy, chosen: nil, [("", "Choose")] + visit.itemOptions())
          }
          html.raw("<p><button>Go on</button></p>")
        }
      })
  }

  private var form: EditForm {
    let kind = RecordKind.named(PlanItem.kind)
    let like = visit.itemOptions { $0.role == first.role }
    var form = EditForm(
      visit, "Merge “\(first.title)” with others", at: "/edit/merge", back: "/edit#item-\(first.id.addressed)",
      [
        EditField(
          name: "items", label: "What is merged",
          hint: "They leave the plan on the day before; what hangs on them moves to the new one.",
          control: .several(like)),
        EditField(name: "title", label: "What it is called from then on", control: .lines),
        kind.field("parent", .choice([("", "The top of the plan")] + visit.itemOptions())),
        visit.ownerField(kind),
        kind.field("due", .short),
        EditField(name: "from", label: "From", hint: "The first day of the new one", control: .short),
        .reason(),
      ])
    form.button = "Merge"
    form.values = [
      "items": [first.id], "parent": [first.parent ?? ""], "from": [visit.today.words],
      "owner": [first.owner ?? ""], "due": [first.dueWords ?? first.due?.words ?? ""],
    ]
    form.kept = ["first": [first.id]]
    // Its owner and due date stand in the fields.
    form.shown = visit.revisions(of: [first.recordID])
    return form
  }
}
