import CorporatePlan
import Documents
import Reports

/// Which items and indicators an editor wants to see.
struct OutlineFilter {
  let words: String?
  let owner: String?
  /// `internal` or `public`; both for `nil`.
  let seen: String?
  let showsClosed: Bool

  init(_ visit: OfficeVisit) { self.init(visit.field) }
  init(_ form: OfficeForm) { self.init { form[$0] } }

  private init(_ field: (String) -> String?) {
    (words, owner, seen, showsClosed) = (field("q"), field("owner"), field("seen"), field("closed") == "yes")
  }

  /// What was found; items above what was found are among them, so that it can be seen where it stands.
  struct Found {
    var items: Set<String> = []
    var indicators: Set<String> = []
    var words = ""
  }

  var values: [String: [String]] {
    ["q": words, "owner": owner, "seen": seen, "closed": showsClosed ? "yes" : nil].compactMapValues { $0.map { [$0] } }
  }

  var query: String {
    let pairs = values.sorted { $0.key < $1.key }.flatMap { name, texts in texts.map { "\(name)=\($0.addressed)" } }
    return pairs.isEmpty ? "" : "?\(pairs.joined(separator: "&"))"
  }

  func matches(_ item: PlanItem, in book: Book, on today: Day) -> Bool {
    (showsClosed || item.isInPlan(on: today)) && isNamed([item.title, item.code]) && isOwned(item.owner, book)
      && (seen == nil || (seen == "public") == book.isPublic(item))
  }

  func matches(_ indicator: Indicator, in book: Book, on today: Day) -> Bool {
    (showsClosed || indicator.isInPlan(on: today)) && isNamed([indicator.name, indicator.code])
      && isOwned(indicator.owner, book) && (seen == nil || (seen == "public") == book.isPublic(indicator))
  }

  func found(in book: Book, _ outline: PlanOutline, _ indicators: [String: [Indicator]], on today: Day) -> Found {
    var found = Found()
    let items = book.items.values.filter { matches($0, in: book, on: today) }
    let own = indicators.values.flatMap(\.self).filter { matches($0, in: book, on: today) }
    for item in items { found.items.formUnion(book.path(to: item.id).map(\.id)) }
    for indicator in own {
      found.indicators.insert(indicator.id)
      let home = indicator.items.first { book.items[$0] != nil }
      found.items.formUnion(book.path(to: home).map(\.id))
    }
    found.words = "\(counted(items.count, "item")) and \(counted(own.count, "indicator"))"
    return found
  }

  private func isNamed(_ names: [String?]) -> Bool {
    guard let words = words?.lowercased() else { return true }
    return names.contains { $0?.lowercased().contains(words) == true }
  }

  private func isOwned(_ named: String?, _ book: Book) -> Bool {
    guard let owner else { return true }
    if owner == "-" { return named == nil }
    return named == owner || book.post(named: named).map { book.ownerWord(for: $0) } == owner
  }

  func write(_ visit: OfficeVisit, to address: String = "/edit", into html: inout HTML) {
    let owners = Set(visit.book.items.values.compactMap(\.owner) + visit.book.indicators.values.compactMap(\.owner))
    html.element("form", ["class": "filter", "method": "get", "action": address]) { html in
      // A form below may have fields of these names.
      html.raw(#"<div><label for="show-q">Words or code</label>"#)
      html.void("input", ["type": "text", "id": "show-q", "name": "q", "value": words, "class": "short"])
      html.raw(#"</div><div><label for="show-owner">Owner</label>"#)
      html.select(
        "show-owner", name: "owner", chosen: owner,
        [("", "Anybody"), ("-", "Nobody")] + owners.sorted().map { ($0, $0) })
      html.raw(#"</div><div><label for="show-seen">Seen by</label>"#)
      html.select(
        "show-seen", name: "seen", chosen: seen,
        [("", "Anybody"), ("public", "The public"), ("internal", "Council alone")])
      html.raw(#"</div><div><label for="show-closed">What left the plan</label>"#)
      html.select(
        "show-closed", name: "closed", chosen: showsClosed ? "yes" : "", [("", "Not shown"), ("yes", "Shown")])
      html.raw(#"</div><div class="buttons"><button>Show</button> "#)
      html.link("Show all", address)
      html.raw("</div>")
    }
  }
}
