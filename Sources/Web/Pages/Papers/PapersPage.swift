import CorporatePlan
import Documents

/// The papers that went or go to a committee, newest meeting first.
enum PapersPage {
  static func answer(_ visit: OfficeVisit) -> Answer {
    let papers = visit.book.papers.values.sorted {
      ($1.meeting?.number ?? 0, $0.title, $0.id) < ($0.meeting?.number ?? 0, $1.title, $1.id)
    }
    return .html(
      HTML.page(visit, "Papers", .papers) { html in
        html.raw("<h1>Papers</h1>")
        html.savedBanner(visit)
        if visit.may(.seal) { html.element("p", ["class": "buttons"]) { $0.link("Begin a paper", "/papers/new") } }
        guard !papers.isEmpty else {
          html.raw("<p>There is no paper yet.</p>")
          return
        }
        html.table(
          Table(
            "Papers, the newest meeting first",
            columns: [.init("Paper", width: 3), .init("Committee"), .init("Meeting")],
            rows: papers.map { paper in
              Table.Row([
                Table.Cell([.link(paper.title, url: "/papers/\(paper.id.addressed)")], isRowHeader: true),
                .text(paper.committee ?? "–"), .text(paper.meeting?.words ?? "–"),
              ])
            }))
      })
  }
}
