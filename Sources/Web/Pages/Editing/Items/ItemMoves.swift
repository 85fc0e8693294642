import CorporatePlan
import Documents
import Reports

/// Where an item stands, what it is split into, and when it leaves the plan or comes back.
extension ItemForms {
  static func moving(_ visit: OfficeVisit) throws -> Answer { try moveForm(visit).answer }

  static func move(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await moveForm(visit).record("Moved elsewhere in the plan", to: "/edit#item-\(id.addressed)") {
      editing, answers in
      // The field is not sent on when it was left as it is.
      answers.has("parent") ? try editing.moveItem(id, under: answers.text("parent")) : []
    }
  }

  private static func moveForm(_ visit: OfficeVisit) throws -> EditForm {
    let item = try visit.item
    let field = RecordKind.named(PlanItem.kind).field(
      "parent", .choice([("", "The top of the plan")] + visit.itemOptions(without: item.id)))
    return visit.form(of: item, "Move “\(item.title)”", "move", "Move", [field, .reason()])
  }

  static func splitting(_ visit: OfficeVisit) throws -> Answer { try splitForm(visit).answer }

  static func split(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await splitForm(visit).record("Split into rated parts", to: "/edit#item-\(id.addressed)") {
      try $0.splitItem(id, $1)
    }
  }

  private static func splitForm(_ visit: OfficeVisit) throws -> EditForm {
    let item = try visit.item
    var form = visit.form(
      of: item, "Split “\(item.title)”", "split", "Split",
      [
        EditField(
          name: "parts", label: "Its parts, one to a line",
          hint: "Each is rated by itself; the action stays as the commitment above them.", control: .lines),
        EditField(name: "from", label: "From", hint: "The first day on which the parts are rated", control: .short),
        .reason(),
      ])
    form.values["from"] = [visit.today.words]
    return form
  }

  static func closing(_ visit: OfficeVisit) throws -> Answer { try closeForm(visit).answer }

  static func close(_ visit: OfficeVisit) async throws -> Answer {
    let (id, sent) = (try visit.parameter("id"), try await visit.form())
    let last = sent["last_day"].flatMap { FuzzyDate($0, in: visit.book.planSpan)?.deadline }
    let seen = Set(sent.all("hanging"))
    return try await closeForm(visit, last).record(sent, "Closed", to: "/edit?closed=yes#item-\(id.addressed)") {
      try $0.closeItem(id, $1, seen: seen)
    }
  }

  /// - Parameter last: the last day in the plan, on which it depends what hangs on it.
  private static func closeForm(_ visit: OfficeVisit, _ last: Day? = nil) throws -> EditForm {
    let item = try visit.item
    let hanging = visit.book.hanging(on: item.id, from: (last ?? visit.today) + 1)
    var fields = EditField.leavingThePlan
    let homes = visit.itemOptions(without: item.id).map { ($0.value, "Move to: \($0.words)") }
    if hanging.items.contains(where: { $0.parent == item.id }) {
      fields.append(
        EditField(
          name: "children", label: "What stands under it",
          control: .choice([("", "Choose"), ("close", "Leaves the plan with it")] + homes)))
    }
    if !hanging.indicators.isEmpty {
      fields.append(
        EditField(
          name: "indicators", label: "Its indicators",
          hint:
            "Those that are evidence for nothing else. Where what stands under it leaves too, theirs are decided here.",
          control: .choice([("", "Choose"), ("close", "Leave the plan with it")] + homes)))
    }
    var form = visit.form(of: item, "Close “\(item.title)”", "close", "Close", fields)
    form.values["last_day"] = [visit.today.words]
    form.kept = ["hanging": hanging.items.map(\.id) + hanging.indicators.map(\.id)]
    form.above = { $0.hanging(hanging, under: item) }
    return form
  }

  static func reopening(_ visit: OfficeVisit) throws -> Answer { try reopenForm(visit).answer }

  static func reopen(_ visit: OfficeVisit) async throws -> Answer {
    let id = try visit.parameter("id")
    return try await reopenForm(visit).record("Put back into the plan", to: "/edit#item-\(id.addressed)") {
      editing, _ in
      try editing.reopenItem(id)
    }
  }

  private static func reopenForm(_ visit: OfficeVisit) throws -> EditForm {
    let item = try visit.item
    var form = visit.form(
      of: item, "Put “\(item.title)” back into the plan?", "reopen", "Put it back", [.reason()])
    form.above = { html in
      html.element(
        "p", "It stands in the plan again as if it had not left it, and the line that tells why it went is withdrawn.")
    }
    return form
  }
}

extension OfficeVisit {
  /// A form about an item that recorded nothing of it by its fields.
  fileprivate func form(
    of item: PlanItem, _ title: String, _ verb: String, _ button: String, _ fields: [EditField]
  ) -> EditForm {
    let address = "/edit/items/\(item.id.addressed)"
    var form = EditForm(
      self, title, at: "\(address)/\(verb)", back: "/edit#item-\(item.id.addressed)", fields, of: item)
    form.button = button
    return form
  }
}

extension HTML {
  /// What hangs on an item, so that somebody can decide what becomes of it.
  fileprivate mutating func hanging(_ hanging: Hanging, under item: PlanItem) {
    let parts: [(String, [String])] = [
      ("Stands under it", hanging.items.map(\.title)),
      ("Is evidence for it or those, and for nothing else", hanging.indicators.map(\.name)),
      ("Threatens it or those, and nothing else", hanging.risks.map(\.title)),
    ]
    for (heading, names) in parts where !names.isEmpty {
      element("details", ["open": names.count < 10 ? "" : nil]) { html in
        html.element("summary", "\(heading): \(names.count)")
        html.bullets(names)
      }
    }
  }
}
