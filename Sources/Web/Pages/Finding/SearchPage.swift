import CorporatePlan
import Documents
import Ledger
import Reports

/// Everything that can be looked for, with the words and the choices in the address.
struct SearchPage {
  private let visit: OfficeVisit
  private let words: SearchWords
  private let filter: SearchFilter
  private let result: SearchResult
  private let page: Int

  private static let mostOnPage = 20

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    let words = SearchWords(String((visit.field("q") ?? "").prefix(200)))
    var hits = visit.searchIndex.hits(words, within: visit.reach)
    if visit.may(.people) {
      let people = SearchIndex(try await visit.office.accounts.people().map { Findable($0, visit) })
      hits = (hits + people.hits(words, within: visit.reach)).stablySorted
    }
    return .html(SearchPage(visit, words, hits).html)
  }

  private init(_ visit: OfficeVisit, _ words: SearchWords, _ hits: [SearchIndex.Hit]) {
    var filter = SearchFilter()
    filter.kind = visit.field("kind").flatMap(Findable.Kind.init)
    filter.priority = visit.field("priority")
    filter.service = visit.field("service")
    filter.status = visit.field("status").map { Status($0) }
    (self.visit, self.words, self.filter) = (visit, words, filter)
    result = SearchResult(hits, filter)
    let pages = max(1, (result.hits.count + SearchPage.mostOnPage - 1) / SearchPage.mostOnPage)
    page = min(max(1, visit.field("page").flatMap { Int($0) } ?? 1), pages)
  }

  private var html: HTML {
    HTML.page(visit, words.isEmpty ? "Search" : "“\(words.text)” – Search") { html in
      html.raw("<h1>Search</h1>")
      form(&html)
      if words.isEmpty {
        html.advice("Type a word or a code:")
      } else if result.hits.isEmpty && result.kinds.isEmpty && filter.isEmpty {
        html.element("p", ["class": "found", "role": "status"], "Nothing has “\(words.text)”.")
        html.advice("What helps:")
      } else {
        html.element("p", ["class": "found", "role": "status"], counted)
        SearchFacets(visit, result, filter, address).write(into: &html)
        if result.hits.isEmpty {
          html.raw("<p>")
          html.link("Show what was found without these choices", address(SearchFilter()))
          html.raw("</p>")
        }
        list(&html)
        html.pages(page, of: result.hits.count, upTo: SearchPage.mostOnPage) { address(filter, page: $0) }
      }
    }
  }

  private var counted: String {
    "\(Reports.counted(result.hits.count, "result")) for “\(words.text)”"
  }

  private func form(_ html: inout HTML) {
    html.raw(#"<form class="filter" method="get" action="/search" role="search" aria-label="Search again"><div>"#)
    html.raw(#"<label for="q">Words or a code</label>"#)
    html.void(
      "input",
      ["type": "search", "id": "q", "name": "q", "maxlength": "200", "value": words.text, "autocomplete": "off"])
    html.raw(#"</div><div class="buttons"><button>Search</button></div></form>"#)
  }

  private func list(_ html: inout HTML) {
    let from = (page - 1) * SearchPage.mostOnPage
    html.raw(#"<ol class="results">"#)
    for hit in result.hits.dropFirst(from).prefix(SearchPage.mostOnPage) {
      SearchHit(visit, hit.found, words).write(into: &html)
    }
    html.raw("</ol>")
  }

  /// This search with other choices.
  private func address(_ filter: SearchFilter) -> String { address(filter, page: 1) }

  private func address(_ filter: SearchFilter, page: Int) -> String {
    let fields: [(String, String?)] = [
      ("q", words.text), ("kind", filter.kind?.rawValue), ("priority", filter.priority), ("service", filter.service),
      ("status", filter.status?.id), ("page", page > 1 ? String(page) : nil),
    ]
    return fields.reduce("/search") { address, field in
      field.1.map { address.appending(query: "\(field.0)=\($0.addressed)") } ?? address
    }
  }
}

extension OfficeVisit {
  /// Everything in the Book that can be looked for, with the statuses that are published.
  fileprivate var searchIndex: SearchIndex {
    let (book, view) = (book, visit.view)
    return view.keeping("search \(book.position)") {
      SearchIndex(book.findable(view.newest.map { view.quarter($0).scorecard }))
    }
  }
}

extension Findable {
  /// Somebody with an account: for those who may see people.
  fileprivate init(_ person: Person, _ visit: OfficeVisit) {
    self.init(
      .people, RecordID("person", person.id), title: person.name,
      text: [person.email, visit.book.posts(of: person.id, on: visit.today).map(\.title).joined(separator: ", ")])
  }
}

extension [SearchIndex.Hit] {
  /// Best first; those that fit alike stay as they are.
  fileprivate var stablySorted: [SearchIndex.Hit] {
    enumerated().sorted { ($0.element.fit.rawValue, $0.offset) < ($1.element.fit.rawValue, $1.offset) }.map(\.element)
  }
}

extension HTML {
  fileprivate mutating func advice(_ lead: StaticString) {
    raw("<p>")
    raw(lead)
    raw(
      """
      </p><ul><li>The beginning of a word is enough: “hous” finds housing and house.</li>\
      <li>Several words find what has all of them; leave some out to find more.</li>\
      <li>A code, as it is printed or without its points, comes first.</li>\
      <li>Capitals and accents make no difference.</li></ul>
      """)
  }

  /// The way to the other pages of a list.
  mutating func pages(_ page: Int, of total: Int, upTo most: Int, _ address: (Int) -> String) {
    let last = (total + most - 1) / most
    guard last > 1 else { return }
    raw(#"<nav class="pages" aria-label="Pages"><ul>"#)
    if page > 1 {
      raw("<li>")
      element("a", ["href": address(page - 1), "rel": "prev"], "Page before")
      raw("</li>")
    }
    element("li", "Page \(page) of \(last)")
    if page < last {
      raw("<li>")
      element("a", ["href": address(page + 1), "rel": "next"], "Next page")
      raw("</li>")
    }
    raw("</ul></nav>")
  }
}
