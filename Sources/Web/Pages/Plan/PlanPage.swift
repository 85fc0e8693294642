import CorporatePlan
import Documents

/// The whole plan from the top down, by levels in the council's own words.
struct PlanPage {
  private let visit: Visit
  private let tree: PlanOutline
  private let standing: PlanStanding

  static func answer(_ visit: Visit) throws(Refusal) -> Answer {
    guard visit.view.hasPlan else { return NothingYetPage.answer(visit, .plan) }
    return .html(
      PlanPage(visit: visit, tree: PlanOutline(visit.book), standing: PlanStanding(visit.view)).html)
  }

  private var html: HTML {
    HTML.page(visit, Frame(title: "The plan", place: .plan)) { html in
      html.element("h1", visit.book.council?.planTitle ?? "The plan")
      plans(&html)
      if visit.view.hasLineage {
        html.raw(#"<p><a href="/lineage">What became of the plan before, and what is rated in parts</a></p>"#)
      }
      html.raw(#"<ul class="tree">"#)
      for item in tree.top { entry(item, depth: 0, showsLevel: true, &html) }
      html.raw("</ul>")
      context(&html)
      html.passages(of: visit.book.plans.values.map(\.recordID), visit.book, "What the plan says beside its promises")
    }
  }

  private func plans(_ html: inout HTML) {
    if let purpose = visit.book.council?.purpose { html.element("p", ["class": "lead"], purpose) }
    for plan in visit.book.plans.values.sorted(by: { ($0.title, $0.id) < ($1.title, $1.id) }) {
      html.element("p") { html in
        html.element("b", plan.title)
        if let span = plan.span { html.text(", \(span)") }
      }
      if let text = plan.text { html.element("p", text) }
    }
  }

  /// Indicators that stand under no part of the plan: figures about the place itself, told for comparison.
  private func context(_ html: inout HTML) {
    let indicators = visit.book.indicators.values.filter { indicator in
      !indicator.items.contains { visit.book.items[$0] != nil }
    }.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    guard !indicators.isEmpty else { return }
    html.raw("<section><h2>Indicators under no part of the plan</h2><ul>")
    for indicator in indicators {
      html.raw("<li>")
      html.indicator(indicator)
      html.raw("</li>")
    }
    html.raw("</ul></section>")
  }

  /// Deeper than any plan; below it only a file that means harm goes on, and each level takes stack.
  private static let deepest = 30

  /// An item with what it has under it. The upper levels are open; the page of each item shows the rest.
  private func entry(_ item: PlanItem, depth: Int, showsLevel: Bool, _ html: inout HTML) {
    html.raw("<li>")
    html.item(item, visit, standing, showsLevel: showsLevel)
    let children = tree.children[item.id] ?? []
    if depth >= PlanPage.deepest, !children.isEmpty {
      html.element("p", ["class": "note"], "With \(PlanOutline.counted(children))")
    } else if !children.isEmpty {
      html.element("details", ["open": depth < 2 && children.count < 60 ? "" : nil]) { html in
        html.element("summary", PlanOutline.counted(children))
        html.raw("<ul>")
        let isMixed = Set(children.map(\.level)).count > 1
        for child in children { entry(child, depth: depth + 1, showsLevel: isMixed, &html) }
        html.raw("</ul>")
      }
    }
    html.raw("</li>")
  }
}

extension Plan {
  /// "1 April 2024 to 31 March 2027".
  var span: String? {
    switch (start, end) {
    case (let start?, let end?): "\(start.words) to \((end + -1).words)"
    case (let start?, nil): "from \(start.words)"
    case (nil, let end?): "until \((end + -1).words)"
    case (nil, nil): nil
    }
  }
}
