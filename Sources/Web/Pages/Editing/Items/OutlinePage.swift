import CorporatePlan
import Documents

/// The plan as those see it who edit it: each item with what can be done to it, its indicators beneath it.
struct OutlinePage {
  private let visit: OfficeVisit
  private let outline: PlanOutline
  private let indicators: [String: [Indicator]]
  private let filter: OutlineFilter
  private let problems: [EditProblem]

  private init(_ visit: OfficeVisit, _ problems: [EditProblem] = []) {
    (self.visit, self.problems) = (visit, problems)
    outline = PlanOutline(visit.book)
    filter = OutlineFilter(visit)
    let sorted = visit.book.indicators.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    indicators = Dictionary(grouping: sorted) { indicator in
      indicator.items.first { visit.book.items[$0] != nil } ?? ""
    }
  }

  static func answer(_ visit: OfficeVisit) -> Answer { .html(OutlinePage(visit).html) }

  /// An item one place up or down.
  static func move(_ visit: OfficeVisit) async throws -> Answer {
    let sent = try await visit.form()
    guard let id = sent["up"] ?? sent["down"] else { return .redirect("/edit") }
    let direction: Editing.Direction = sent["up"] == nil ? .down : .up
    do {
      let receipt = try await visit.record("Moved \(direction.rawValue) in the plan", [:]) {
        try $0.moveItem(id, direction)
      }
      let query = OutlineFilter(sent).query
      return .redirect(visit.landing("/edit\(query)#item-\(id.addressed)", receipt.batch))
    } catch let refused as EditRefused {
      return .refusing(OutlinePage(visit, refused.problems).html)
    }
  }

  private var html: HTML {
    let problems = visit.placed(self.problems, among: [])
    return HTML.page(visit, problems.isEmpty ? "Edit the plan" : "Error: Edit the plan", .edit) { html in
      html.errorSummary(problems)
      html.savedBanner(visit)
      html.raw("<h1>Edit the plan</h1>")
      ways(&html)
      filter.write(visit, into: &html)
      let found = filter.found(in: visit.book, outline, indicators, on: visit.today)
      html.element("p", ["class": "found"], found.words)
      if outline.top.isEmpty {
        html.raw("<p>There is no plan yet. Add its first item, or import the plan the council has.</p>")
      }
      html.form("/edit/order", visit.session) { html in
        html.kept(filter.values)
        html.raw(#"<ul class="tree outline">"#)
        items(outline.top, found, 0, &html)
        html.raw("</ul>")
      }
      let loose = (indicators[""] ?? []).filter { found.indicators.contains($0.id) }
      guard !loose.isEmpty else { return }
      html.raw("<section><h2>Indicators under no part of the plan</h2>")
      lines(of: loose, &html)
      html.raw("</section>")
    }
  }

  private func ways(_ html: inout HTML) {
    html.raw(
      """
      <p class="buttons"><a class="button" href="/edit/items/new">Add an item at the top</a> \
      <a class="button second" href="/edit/indicators/new">Add an indicator</a></p>
      <ul class="ways"><li><a href="/edit/bulk">Change many at once</a></li>\
      <li><a href="/edit/merge">Merge items</a></li><li><a href="/edit/carry">Carry forward to the next plan</a></li>\
      <li><a href="/edit/rules">Rules for ratings</a></li>\
      <li><a href="/edit/words">The council’s own words</a></li><li><a href="/edit/terms">Terms and waves</a></li></ul>
      """)
  }

  private func items(_ items: [PlanItem], _ found: OutlineFilter.Found, _ depth: Int, _ html: inout HTML) {
    let shown = items.filter { found.items.contains($0.id) }
    for (place, item) in shown.enumerated() {
      html.element("li", ["id": "item-\(item.id)"]) { html in
        html.outlined(item, visit.book, on: visit.today)
        html.element("div", ["class": "doing"]) { html in
          if item.isInPlan(on: visit.today) {
            if place > 0 { html.step("up", "Up", item) }
            if place + 1 < shown.count { html.step("down", "Down", item) }
          }
          html.ways(item, isIn: item.isInPlan(on: visit.today))
        }
        let own = (indicators[item.id] ?? []).filter { found.indicators.contains($0.id) }
        if !own.isEmpty { lines(of: own, &html) }
        let children = outline.children[item.id] ?? []
        guard depth < 30, children.contains(where: { found.items.contains($0.id) }) else { return }
        html.raw("<ul>")
        self.items(children, found, depth + 1, &html)
        html.raw("</ul>")
      }
    }
  }

  private func lines(of indicators: [Indicator], _ html: inout HTML) {
    html.raw(#"<ul class="measures">"#)
    for indicator in indicators {
      html.element("li", ["id": "indicator-\(indicator.id)"]) { html in
        html.outlined(indicator, on: visit.today)
        html.ways(indicator, isIn: indicator.isInPlan(on: visit.today))
      }
    }
    html.raw("</ul>")
  }
}

extension HTML {
  fileprivate mutating func outlined(_ item: PlanItem, _ book: Book, on today: Day) {
    raw(#"<p class="item">"#)
    element("span", ["class": "level"], [item.level, item.code].compactMap { $0 }.joined(separator: " "))
    raw(" ")
    link(item.title, "/edit/items/\(item.id.addressed)")
    if item.publication == .internal {
      raw(#" <span class="mode">Internal</span>"#)
    } else if !book.isPublic(item) {
      raw(#" <span class="mode">Internal through what is above it</span>"#)
    }
    raw("</p>")
    let left = item.end.map {
      $0 <= today ? "left the plan on \(($0 + -1).words)" : "in the plan until \(($0 + -1).words)"
    }
    let facts = [item.owner, item.dueText.map { "due \($0)" }, left].compactMap { $0 }
    if !facts.isEmpty { element("p", ["class": "note"], facts.joined(separator: " · ")) }
  }

  fileprivate mutating func outlined(_ indicator: Indicator, on today: Day) {
    raw(#"<p class="item"><span class="level">"#)
    text(["Indicator", indicator.code].compactMap { $0 }.joined(separator: " "))
    raw("</span> ")
    link(indicator.name, "/edit/indicators/\(indicator.id.addressed)")
    if indicator.publication == .internal { raw(#" <span class="mode">Internal</span>"#) }
    let left = indicator.end.map {
      $0 <= today ? "left the plan on \(($0 + -1).words)" : "in the plan until \(($0 + -1).words)"
    }
    let facts = [indicator.owner, indicator.frequency.frequency.lowercased(), left].compactMap { $0 }
    raw(#" <span class="note">"#)
    text(facts.joined(separator: " · "))
    raw("</span></p>")
  }

  fileprivate mutating func step(_ direction: String, _ words: String, _ item: PlanItem) {
    element("button", ["class": "second small", "name": direction, "value": item.id]) { html in
      html.text(words)
      html.element("span", ["class": "hidden"], ": \(item.title)")
    }
  }

  fileprivate mutating func ways(_ item: PlanItem, isIn: Bool) {
    let own = "/edit/items/\(item.id.addressed)"
    var ways = [("Change", own)]
    if isIn {
      ways += [
        ("Add an item below", "/edit/items/new?parent=\(item.id.addressed)"),
        ("Add an indicator", "/edit/indicators/new?item=\(item.id.addressed)"),
        ("Move elsewhere", "\(own)/move"),
      ]
      if item.role == .action { ways.append(("Split into parts", "\(own)/split")) }
      ways += [
        ("Merge with others", "/edit/merge?items=\(item.id.addressed)"),
        ("Close", "\(own)/close"), ("Carry forward", "/edit/carry?items=\(item.id.addressed)"),
      ]
    } else {
      ways.append(("Put back into the plan", "\(own)/reopen"))
    }
    menu(ways + [("History", "/history/item/\(item.id.addressed)")], of: item.title)
  }

  fileprivate mutating func ways(_ indicator: Indicator, isIn: Bool) {
    let own = "/edit/indicators/\(indicator.id.addressed)"
    menu(
      [
        ("Change", own), ("Targets", "\(own)/targets"),
        ("Its own rule", "/edit/rules?indicator=\(indicator.id.addressed)"),
        isIn ? ("Close", "\(own)/close") : ("Put back into the plan", "\(own)/reopen"),
        ("History", "/history/indicator/\(indicator.id.addressed)"),
      ], of: indicator.name)
  }

  /// What can be done, closed until it is wanted; each link is read out with what it is about.
  private mutating func menu(_ ways: [(words: String, address: String)], of name: String) {
    element("details") { html in
      html.element("summary") { html in
        html.raw("What can be done")
        html.element("span", ["class": "hidden"], " with \(name)")
      }
      html.raw(#"<ul class="ways">"#)
      for way in ways {
        html.raw("<li>")
        html.element("a", ["href": way.address]) { html in
          html.text(way.words)
          html.element("span", ["class": "hidden"], ": \(name)")
        }
        html.raw("</li>")
      }
      html.raw("</ul>")
    }
  }
}
