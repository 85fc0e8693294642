import CorporatePlan
import Documents
import Reports

/// Actions in rows, grouped by status: what is finished first, then from best to worst.
struct ActionTable {
  let visit: Visit
  let quarter: Quarter
  let caption: String
  let actions: [ActionStanding]
  private let year: [Quarter?]

  init(_ visit: Visit, _ quarter: Quarter, _ caption: String, _ actions: [ActionStanding]) {
    self.visit = visit
    self.quarter = quarter
    self.caption = caption
    self.actions = actions
    year = visit.view.year(of: quarter.period)
  }

  func write(into html: inout HTML) {
    html.scrollRegion("Table: \(caption)") { html in
      html.raw(#"<table class="cards"><caption>"#)
      html.text(caption)
      html.raw(#"</caption><thead><tr><th scope="col">"#)
      html.text(visit.book.council?.actionWord ?? "Action")
      html.raw(
        """
        </th><th scope="col">Status</th><th scope="col">Stage</th><th scope="col">Due</th>\
        <th scope="col">Year</th></tr></thead>
        """)
      for group in groups { body(group, &html) }
      html.raw("</table>")
    }
  }

  private var groups: [[ActionStanding]] {
    let statuses = quarter.scorecard.actions.byStatus.map(\.status)
    let groups =
      statuses.map { status in actions.filter { $0.status == status } } + [actions.filter { $0.status == nil }]
    return groups.filter { !$0.isEmpty }
  }

  private func body(_ actions: [ActionStanding], _ html: inout HTML) {
    html.raw(#"<tbody><tr class="group"><th scope="rowgroup" colspan="5">"#)
    html.text("\(StatusMarks.actions.mark(actions[0].outcome).word): \(actions.count)")
    html.raw("</th></tr>")
    for action in actions { row(action, &html) }
    html.raw("</tbody>")
  }

  private func row(_ action: ActionStanding, _ html: inout HTML) {
    html.raw(#"<tr><th scope="row">"#)
    html.link(action.item.title, visit.link("/actions/\(action.item.id.addressed)", quarter))
    if let commitment = action.commitment {
      html.raw(#" <span class="note">part of "#)
      html.text(commitment.title)
      html.raw("</span>")
    }
    html.raw(#"</th><td data-label="Status">"#)
    html.tag(quarter.marks.mark(action))
    html.raw(#"</td><td data-label="Stage">"#)
    html.text(action.update.map(stage) ?? "–")
    html.raw(#"</td><td data-label="Due">"#)
    html.text(action.item.due?.words ?? "–")
    html.raw(#"</td><td data-label="Year">"#)
    html.ribbon(
      "Status by quarter", year.map { other in other?.actions[action.item.id].map { other!.marks.mark($0) } },
      current: year.firstIndex { $0 === quarter })
    html.raw("</td></tr>")
  }

  private func stage(_ update: ActionUpdate) -> String {
    update.stage.rawValue.capitalised + (update.percent.map { ", \($0)%" } ?? "")
  }
}
