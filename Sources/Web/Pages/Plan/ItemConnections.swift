import CorporatePlan
import Documents
import Reports

extension HTML {
  /// What stands under an item: its items, level by level, and its indicators.
  mutating func beneath(_ item: PlanItem, _ visit: Visit) {
    let children = visit.book.children(of: item.id)
    if !children.isEmpty {
      let standing = PlanStanding(visit.view)
      raw("<section>")
      element("h2", PlanOutline.counted(children).capitalised)
      raw(#"<ul class="tree">"#)
      let isMixed = Set(children.map(\.level)).count > 1
      for child in children {
        raw("<li>")
        self.item(child, visit, standing, showsLevel: isMixed)
        let below = visit.book.children(of: child.id)
        if !below.isEmpty { element("p", ["class": "note"], "With \(PlanOutline.counted(below))") }
        raw("</li>")
      }
      raw("</ul></section>")
    }
    let indicators = visit.book.indicators.values.filter { $0.items.contains(item.id) }
      .sorted { ($0.order, $0.id) < ($1.order, $1.id) }
    guard !indicators.isEmpty else { return }
    raw("<section><h2>Indicators</h2><ul>")
    for indicator in indicators {
      raw("<li>")
      self.indicator(indicator)
      raw("</li>")
    }
    raw("</ul></section>")
  }

  /// What a thing contributes to and what contributes to it, beside what it stands under.
  mutating func connections(of record: RecordID, _ visit: Visit) {
    let all = visit.book.contributions.values.sorted { $0.id < $1.id }
    let out = all.filter { $0.subject == record }
    if !out.isEmpty {
      raw("<section><h2>Also contributes to</h2><ul>")
      for contribution in out {
        guard let item = visit.book.items[contribution.item] else { continue }
        connection(contribution, visit) {
          $0.link([item.code, item.title].compactMap { $0 }.joined(separator: " "), visit.address(of: item))
        }
      }
      raw("</ul></section>")
    }
    let into = record.kind == PlanItem.kind ? all.filter { $0.item == record.record } : []
    guard !into.isEmpty else { return }
    raw(
      "<section><h2>What contributes to it from elsewhere</h2><p>These stand under another part of the plan, and are counted there only.</p><ul>"
    )
    for contribution in into {
      connection(contribution, visit) { html in
        if let item = visit.book.items[contribution.subject.record], contribution.subject.kind == PlanItem.kind {
          html.link([item.code, item.title].compactMap { $0 }.joined(separator: " "), visit.address(of: item))
        } else if let indicator = visit.book.indicators[contribution.subject.record] {
          html.indicator(indicator)
        } else {
          html.text(contribution.subject.record)
        }
      }
    }
    raw("</ul></section>")
  }

  private mutating func connection(_ contribution: Contribution, _ visit: Visit, _ name: (inout HTML) -> Void) {
    raw("<li>")
    name(&self)
    if contribution.relation != .contributesTo { text(" (\(contribution.relation.rawValue))") }
    if let verbatim = contribution.verbatim {
      raw(#" <span class="note">“"#)
      text(verbatim)
      raw("”</span>")
    }
    raw("</li>")
  }

  /// An indicator by name.
  mutating func indicator(_ indicator: Indicator) {
    link(
      [indicator.code, indicator.name].compactMap { $0 }.joined(separator: " "), "/indicators/\(indicator.id.addressed)"
    )
  }
}
