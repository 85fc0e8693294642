import CorporatePlan
import Documents

/// The sorts of things that were found, each a link that narrows the list to it.
struct SearchFacets {
  private let visit: OfficeVisit
  private let result: SearchResult
  private let filter: SearchFilter
  private let address: (SearchFilter) -> String

  /// More choices than this help nobody.
  private static let most = 8

  init(
    _ visit: OfficeVisit, _ result: SearchResult, _ filter: SearchFilter, _ address: @escaping (SearchFilter) -> String
  ) {
    (self.visit, self.result, self.filter, self.address) = (visit, result, filter, address)
  }

  private typealias Choice = (name: String, count: Int, isChosen: Bool, address: String)

  func write(into html: inout HTML) {
    html.raw(#"<div class="facets">"#)
    list(
      "Kind", result.kinds.map { choice($0.kind.many, $0.count, filter.kind == $0.kind, \.kind, $0.kind) },
      all: cleared(\.kind), &html)
    list(
      "Priority",
      result.priorities.map {
        choice(visit.book.items[$0.id]?.title ?? $0.id, $0.count, filter.priority == $0.id, \.priority, $0.id)
      }, all: cleared(\.priority), &html)
    list(
      "Service",
      result.services.map {
        choice(visit.book.services[$0.id]?.name ?? $0.id, $0.count, filter.service == $0.id, \.service, $0.id)
      }, all: cleared(\.service), &html)
    list(
      "Status",
      result.statuses.map {
        choice($0.status.id.capitalised, $0.count, filter.status == $0.status, \.status, $0.status)
      }, all: cleared(\.status), &html)
    html.raw("</div>")
  }

  private func choice<Value>(
    _ name: String, _ count: Int, _ isChosen: Bool, _ member: WritableKeyPath<SearchFilter, Value?>, _ value: Value
  ) -> Choice {
    var filter = filter
    filter[keyPath: member] = value
    return (name, count, isChosen, address(filter))
  }

  /// The way to all of a sort; `nil` when nothing was chosen of it.
  private func cleared<Value>(_ member: WritableKeyPath<SearchFilter, Value?>) -> String? {
    guard filter[keyPath: member] != nil else { return nil }
    var filter = filter
    filter[keyPath: member] = nil
    return address(filter)
  }

  private func list(_ name: String, _ choices: [Choice], all: String?, _ html: inout HTML) {
    guard choices.count > 1 || all != nil else { return }
    html.element("nav", ["aria-label": name]) { html in
      html.element("b", name)
      html.raw("<ul>")
      if let all {
        html.raw("<li>")
        html.link("All", all)
        html.raw("</li>")
      }
      for (index, choice) in choices.enumerated() where index < SearchFacets.most || choice.isChosen {
        html.raw("<li>")
        html.element("a", ["href": choice.address, "aria-current": choice.isChosen ? "true" : nil], choice.name)
        html.element("span", ["class": "note"], " \(choice.count)")
        html.raw("</li>")
      }
      html.raw("</ul>")
    }
  }
}
