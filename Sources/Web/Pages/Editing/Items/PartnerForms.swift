import CorporatePlan
import Documents

/// The organisations the council works with, and what of the plan each works on.
enum PartnerForms {
  static func list(_ visit: OfficeVisit) -> Answer {
    let partners = visit.book.partners.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    return .html(
      HTML.page(visit, "Partners", .edit) { html in
        html.savedBanner(visit)
        html.raw("<h1>Partners</h1>")
        html.raw(#"<p><a class="button" href="/edit/partners/new">Add a partner</a></p>"#)
        guard !partners.isEmpty else { return html.raw("<p>None has been entered yet.</p>") }
        html.table(
          Table(
            "Partners, by name", columns: [.init("Name", width: 3), .init("Works on", width: 5)],
            rows: partners.map { partner in
              Table.Row([
                Table.Cell([.link(partner.name, url: "/edit/partners/\(partner.id.addressed)")], isRowHeader: true),
                .text(partner.items.compactMap { visit.book.items[$0]?.title }.joined(separator: "; ")),
              ])
            }))
      })
  }

  static func new(_ visit: OfficeVisit) -> Answer { adding(visit).answer }

  static func add(_ visit: OfficeVisit) async throws -> Answer {
    try await adding(visit).record("Partner added", to: "/edit/partners") { try $0.addPartner($1) }
  }

  private static func adding(_ visit: OfficeVisit) -> EditForm {
    var form = EditForm(visit, "Add a partner", at: "/edit/partners", back: "/edit/partners", fields(visit))
    form.button = "Add"
    return form
  }

  static func answer(_ visit: OfficeVisit) throws -> Answer { try changing(visit).answer }

  static func change(_ visit: OfficeVisit) async throws -> Answer {
    let (id, sent) = (try visit.parameter("id"), try await visit.form())
    return try await changing(visit).record(sent, "Partner changed", to: "/edit/partners") {
      try $0.changePartner(id, $1)
    }
  }

  static func remove(_ visit: OfficeVisit) async throws -> Answer {
    let (id, sent) = (try visit.parameter("id"), try await visit.form())
    return try await changing(visit).record(sent, "Partner taken away", to: "/edit/partners") { editing, _ in
      try editing.removePartner(id)
    }
  }

  private static func changing(_ visit: OfficeVisit) throws -> EditForm {
    guard let partner = visit.book.partners[try visit.parameter("id")] else {
      throw Refusal.notFound("This partner")
    }
    let address = "/edit/partners/\(partner.id.addressed)"
    var form = EditForm(
      visit, "Change “\(partner.name)”", at: address, back: "/edit/partners", fields(visit), of: partner)
    form.below = { html in
      html.form("\(address)/remove", visit.session) { html in
        html.raw(#"<p><button class="second">Take this partner away</button></p>"#)
      }
    }
    return form
  }

  private static func fields(_ visit: OfficeVisit) -> [EditField] {
    let kind = RecordKind.named(Partner.kind)
    return [
      kind.field("name", .line), kind.field("items", .several(visit.itemOptions()), hint: "What they work on"),
      .reason(),
    ]
  }
}
