import CorporatePlan
import HTTPTypes
import Hummingbird
import Ledger
import Synchronization

/// A council's site: the newest view of its ledger, whether drawn pages are kept, and the office, where there is one.
package final class Site: Sendable {
  let council: Council
  let cachesPages: Bool
  /// Where officers take documents in; `nil` for a site that can only be read.
  package let office: Office?
  /// What the office works out of quarters.
  let returns = KeptReturns()
  private let shown: Mutex<(head: Digest, view: View)>
  private let whole = Mutex<(head: Digest, view: View)?>(nil)

  /// - Parameter cachesPages: whether a page is drawn once for each state of the ledger, or anew for each request, as a
  ///   benchmark of drawing wants it.
  package init(_ council: Council, cachesPages: Bool = true, office: Office? = nil) {
    self.council = council
    self.office = office
    self.cachesPages = cachesPages
    shown = Mutex((council.head, View(council.book.published)))
  }

  /// What pages are drawn from now. It is replaced as a whole, with the pages kept in it, when the ledger has grown.
  var view: View {
    let head = council.head
    if let view = shown.withLock({ $0.head == head ? $0.view : nil }) { return view }
    let view = View(council.book.published)
    shown.withLock { $0 = (head, view) }
    return view
  }

  /// The same of all that is recorded, drafts and what is internal too: for programs with a token.
  var wholeView: View {
    let head = council.head
    if let view = whole.withLock({ $0?.head == head ? $0?.view : nil }) { return view }
    let view = View(council.book)
    whole.withLock { $0 = (head, view) }
    return view
  }

  /// Whether the newest state of the ledger has a view yet.
  var hasView: Bool {
    let head = council.head
    return shown.withLock { $0.head == head }
  }

  /// The page kept for an address, where it is still as the ledger has it.
  func keptPage(_ target: String) -> Page? {
    let head = council.head
    return shown.withLock { $0.head == head ? $0.view : nil }?.pages[target]
  }

  /// The response for an answer, which is kept when the same request would be answered alike.
  func response(to request: Request, for visit: Visit, _ answer: Answer) -> Response {
    let keeps = cachesPages && answer.isKept && visit.target.isCanonical
    // What is not kept is packed only when it is long, for a browser that takes it so, and quickly.
    let isPacked = answer.bytes.count > 16 << 10 && request.acceptsGzip
    let page = Page(answer, packing: keeps ? .thorough : isPacked ? .quick : nil)
    if keeps { visit.view.pages.keep(page, for: visit.target.text) }
    return page.response(to: request)
  }
}
