import CorporatePlan
import Documents
import Ledger
import Reports

extension OfficePage {
  /// The reports that wait for the visitor's clearance.
  func clearancePart(_ html: inout HTML) {
    let book = visit.book
    let waiting = book.clearanceRequests.values.sorted {
      ($0.due?.number ?? .max, $0.id) < ($1.due?.number ?? .max, $1.id)
    }
    .flatMap { request -> [(report: Report, role: String, due: Day?)] in
      guard !book.isWithdrawn(request.report), let report = book.report(request.report) else { return [] }
      let roles = visit.clearingRoles(of: report)
      guard !roles.isEmpty else { return [] }
      let standings = visit.clearanceStandings(of: report)
      return roles.filter { role in
        switch standings.standing(of: role)?.state {
        case .waiting, .void: true
        default: false
        }
      }.map { (report, $0, request.due) }
    }
    guard !waiting.isEmpty else { return }
    html.raw("<section><h2>Reports to clear</h2><ul>")
    for (report, role, due) in waiting {
      html.element("li") { html in
        html.link(report.name(in: book), "\(report.address)/clearance/\(role.addressed)")
        html.text(", as the \(role)\(due.map { ", by \($0.words)" } ?? "")")
      }
    }
    html.raw("</ul></section>")
  }
}
