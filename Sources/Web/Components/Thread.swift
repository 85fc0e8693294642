import CorporatePlan
import Documents

extension HTML {
  /// The golden thread from the plan down to what the page is about, which has the page's heading.
  mutating func thread(_ visit: Visit, above parent: String?, _ level: String, _ title: String, quarter: Quarter?) {
    raw(#"<div class="thread"><nav aria-label="Where this belongs"><ol><li><span class="level">Plan</span> "#)
    element("a", ["href": visit.link("/", quarter)], visit.book.council?.planTitle ?? "Corporate plan")
    raw("</li>")
    for item in visit.book.path(to: parent) {
      raw(#"<li><span class="level">"#)
      text(item.level)
      raw("</span> ")
      element("a", ["href": visit.link(visit.address(of: item), quarter)], item.title)
      raw("</li>")
    }
    raw(#"</ol></nav><p class="level here">"#)
    text(level)
    raw("</p>")
    element("h1", title)
    raw("</div>")
  }
}

extension Visit {
  /// The page of a plan item. Actions, and the priorities that a report has a section for, have their own as soon as
  /// something was reported.
  func address(of item: PlanItem) -> String {
    switch item.role {
    case .priority where view.newest.map({ view.quarter($0).section(of: item.id) != nil }) == true:
      "/priorities/\(item.id.addressed)"
    case .action where view.newest != nil: "/actions/\(item.id.addressed)"
    default: "/plan/\(item.id.addressed)"
    }
  }
}
