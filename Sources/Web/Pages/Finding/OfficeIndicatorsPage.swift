import CorporatePlan
import Documents
import Reports

/// Every indicator with who answers for it and what its definition lacks: for those who keep the plan in order. The
/// public list shows how indicators stand; this one shows what is still to be done on them.
struct OfficeIndicatorsPage {
  private let visit: OfficeVisit
  private let quarter: Quarter?
  private let rows: [Row]

  private struct Row {
    let indicator: Indicator
    let belonging: Belonging
    let priority: PlanItem?
    let mark: StatusMark
    let lacks: [Lack]
  }

  private enum Lack: String, CaseIterable {
    case target = "no target"
    case definition = "no definition"
    case owner = "no owner"
  }

  static func answer(_ visit: OfficeVisit) -> Answer { .html(OfficeIndicatorsPage(visit).html) }

  private init(_ visit: OfficeVisit) {
    self.visit = visit
    let quarter = visit.visit.view.newest.map(visit.visit.view.quarter)
    self.quarter = quarter
    let belongings = Belongings(visit.book)
    rows = visit.book.indicators.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.map { indicator in
      let belonging = belongings.belonging(of: indicator.recordID)
      let standing = quarter?.standings[indicator.id]
      var lacks: [Lack] = []
      if indicator.shows != .context, visit.book.readings[indicator.id]?.targets.isEmpty != false {
        lacks.append(.target)
      }
      if indicator.definition?.trimmed.isEmpty != false { lacks.append(.definition) }
      if belonging.posts.isEmpty { lacks.append(.owner) }
      return Row(
        indicator: indicator, belonging: belonging, priority: visit.book.priority(above: indicator.items.first),
        mark: standing.flatMap { standing in quarter?.marks.mark(standing) } ?? StatusMarks.notRated, lacks: lacks)
    }
  }

  private var shown: [Row] {
    rows.filter { row in
      (visit.field("owner").map(row.belonging.posts.contains) ?? true)
        && (visit.field("service").map(row.belonging.services.contains) ?? true)
        && (visit.field("priority").map { row.priority?.id == $0 } ?? true)
        && (visit.field("status").map { row.mark.word == $0 } ?? true)
        && (visit.field("lacks").map { word in row.lacks.contains { $0.rawValue == word } } ?? true)
    }
  }

  private var html: HTML {
    let shown = self.shown
    return HTML.page(visit, "Indicators") { html in
      html.raw("<h1>Indicators</h1>")
      form(&html)
      html.element(
        "p", ["class": "found", "role": "status"],
        shown.count == rows.count
          ? counted(rows.count, "indicator") : "\(shown.count) of \(counted(rows.count, "indicator"))")
      guard !shown.isEmpty else {
        html.raw(#"<p>No indicator fits. <a href="/office/indicators">Show all indicators</a></p>"#)
        return
      }
      table(shown, &html)
    }
  }

  private func form(_ html: inout HTML) {
    let book = visit.book
    let posts = Set(rows.flatMap(\.belonging.posts)).map { ($0, book.posts[$0]?.title ?? $0) }
    let services = Set(rows.flatMap(\.belonging.services)).map { ($0, book.services[$0]?.name ?? $0) }
    html.raw(#"<form class="filter" method="get" action="/office/indicators" aria-label="Which indicators">"#)
    choice("owner", "Owner", posts.sorted { $0.1 < $1.1 }, &html)
    choice("service", "Service", services.sorted { $0.1 < $1.1 }, &html)
    choice("priority", "Priority", book.priorities.map { ($0.id, $0.title) }, &html)
    choice("status", "Status", Set(rows.map(\.mark.word)).sorted().map { ($0, $0) }, &html)
    choice("lacks", "Still lacks", Lack.allCases.map { ($0.rawValue, $0.rawValue.capitalised) }, &html)
    html.raw(#"<div class="buttons"><button>Apply</button> <a href="/office/indicators">Clear</a></div></form>"#)
  }

  private func choice(_ id: String, _ label: String, _ options: [(String, String)], _ html: inout HTML) {
    html.raw("<div>")
    html.element("label", ["for": id], label)
    html.select(id, name: id, chosen: visit.field(id), [("", "All")] + options)
    html.raw("</div>")
  }

  private func table(_ rows: [Row], _ html: inout HTML) {
    html.raw(#"<table class="cards"><caption>"#)
    html.text(quarter.map { "Status in \($0.period.name)" } ?? "No quarter has been reported yet")
    html.raw(
      """
      </caption><thead><tr><th scope="col">Indicator</th><th scope="col">Owner</th><th scope="col">Service</th>\
      <th scope="col">Status</th><th scope="col">Still lacks</th></tr></thead><tbody>
      """)
    for row in rows {
      html.raw(#"<tr><th scope="row">"#)
      html.link(
        [row.indicator.code, row.indicator.name].compactMap { $0 }.joined(separator: " "),
        visit.address(of: row.indicator.recordID) ?? "/indicators/\(row.indicator.id.addressed)")
      if let priority = row.priority { html.element("span", ["class": "note"], priority.title) }
      html.raw(#"</th><td data-label="Owner">"#)
      html.text(row.belonging.posts.sorted().map { visit.book.posts[$0]?.title ?? $0 }.joined(separator: "; "))
      html.raw(#"</td><td data-label="Service">"#)
      html.text(row.belonging.services.sorted().map { visit.book.services[$0]?.name ?? $0 }.joined(separator: "; "))
      html.raw(#"</td><td data-label="Status">"#)
      html.tag(row.mark)
      html.raw(#"</td><td data-label="Still lacks">"#)
      html.text(row.lacks.isEmpty ? "–" : row.lacks.map(\.rawValue).joined(separator: ", "))
      html.raw("</td></tr>")
    }
    html.raw("</tbody></table>")
  }
}
