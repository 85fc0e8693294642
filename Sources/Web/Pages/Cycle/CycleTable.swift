import CorporatePlan
import Documents

/// Services and directorates by stages: each count out of all that the unit owes.
struct CycleTable {
  let visit: OfficeVisit
  let board: CycleBoard

  func write(into html: inout HTML) {
    let services = board.services.filter { reads($0) }
    let directorates = board.directorates.filter { reads($0) }
    guard !services.isEmpty || !directorates.isEmpty else {
      html.element("p", "No return of \(board.period.name) is within your reach.")
      return
    }
    html.scrollRegion("Table: returns by service and stage") { html in
      html.raw(
        #"<table class="stages"><caption>Returns by service and stage, out of all that each owes</caption><thead><tr>"#)
      html.raw(#"<th scope="col">Service</th>"#)
      for stage in UnitStanding.Stage.allCases {
        html.element("th", ["scope": "col", "class": "number"], stage.words.capitalised)
      }
      html.raw(#"<th scope="col">Sign-off</th></tr></thead>"#)
      group("Services", services, &html)
      group("Directorates, with their services", directorates, &html)
      if visit.reach.scope == .all { group("All", [board.all], &html) }
      html.raw("</table>")
    }
  }

  private func reads(_ unit: UnitStanding) -> Bool {
    unit.unit.map(visit.reaches) ?? (visit.reach.scope == .all)
  }

  private func group(_ heading: String, _ units: [UnitStanding], _ html: inout HTML) {
    guard !units.isEmpty else { return }
    html.raw(#"<tbody><tr class="group">"#)
    html.element("th", ["scope": "rowgroup", "colspan": "8"], heading)
    html.raw("</tr>")
    for unit in units { row(unit, &html) }
    html.raw("</tbody>")
  }

  private func row(_ unit: UnitStanding, _ html: inout HTML) {
    html.raw(#"<tr><th scope="row">"#)
    if visit.may(.review), unit.unit != nil, board.services.contains(where: { $0.id == unit.id }) {
      html.link(unit.name, "/review/\(board.period.code.addressed)?service=\(unit.id.addressed)")
    } else {
      html.text(unit.name)
    }
    html.raw("</th>")
    for stage in UnitStanding.Stage.allCases {
      let count = unit.count(stage)
      html.element("td", ["class": count == 0 ? "number nought" : "number"]) { html in
        html.element("b", "\(count)")
        html.element("span", ["class": "of"], " of \(unit.total)")
      }
    }
    html.raw("<td>")
    if let id = unit.unit {
      html.link(unit.state.words, "/review/\(board.period.code.addressed)/sign-off/\(id.addressed)")
    } else if unit.id == board.all.id, unit.name == board.all.name {
      let units = board.services.filter { $0.unit != nil }
      html.text("\(units.count { $0.state == .signedOff }) of \(units.count) signed off")
    } else {
      html.raw("–")
    }
    html.raw("</td></tr>")
  }
}
