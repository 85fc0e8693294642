import Synchronization

/// Pages drawn for one state of the ledger, by the address as it was asked for. It holds so many pages and bytes and
/// then no more: a council has fewer, and an attacker gets no more.
final class PageCache: Sendable {
  static let mostPages = 5_000
  static let mostBytes = 96 << 20

  private let kept = Mutex<(pages: [String: Page], bytes: Int)>(([:], 0))

  subscript(target: String) -> Page? { kept.withLock { $0.pages[target] } }

  func keep(_ page: Page, for target: String) {
    kept.withLock { kept in
      guard kept.pages.count < PageCache.mostPages, kept.bytes + page.size <= PageCache.mostBytes,
        kept.pages.updateValue(page, forKey: target) == nil
      else { return }
      kept.bytes += page.size
    }
  }

  var count: Int { kept.withLock { $0.pages.count } }
}
