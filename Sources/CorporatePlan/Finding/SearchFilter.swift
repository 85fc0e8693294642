/// How what was found is narrowed.
package struct SearchFilter: Equatable, Sendable {
  package var kind: Findable.Kind?
  package var priority: String?
  package var service: String?
  package var status: Status?

  package init() {}

  package var isEmpty: Bool { self == SearchFilter() }

  package func lets(_ found: Findable) -> Bool {
    kind.map { found.kind == $0 } ?? true && priority.map { found.priority == $0 } ?? true
      && service.map(found.belonging.services.contains) ?? true && status.map { found.status == $0 } ?? true
  }
}

/// What was found and lets itself be narrowed further, with how many there are of each sort.
package struct SearchResult: Sendable {
  package let hits: [SearchIndex.Hit]
  package let kinds: [(kind: Findable.Kind, count: Int)]
  /// By id, the most first.
  package let priorities: [(id: String, count: Int)]
  package let services: [(id: String, count: Int)]
  package let statuses: [(status: Status, count: Int)]

  /// Each count is of what choosing it would show, the other choices being as they are.
  package init(_ hits: [SearchIndex.Hit], _ filter: SearchFilter) {
    func without(_ change: (inout SearchFilter) -> Void) -> [Findable] {
      var other = filter
      change(&other)
      return hits.map(\.found).filter(other.lets)
    }
    self.hits = hits.filter { filter.lets($0.found) }
    let counts = SearchResult.counted(without { $0.kind = nil }.map(\.kind))
    kinds = Findable.Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
    priorities = SearchResult.most(without { $0.priority = nil }.compactMap(\.priority)).map { ($0, $1) }
    services = SearchResult.most(without { $0.service = nil }.flatMap { Array($0.belonging.services) })
      .map { ($0, $1) }
    statuses = SearchResult.most(without { $0.status = nil }.compactMap { $0.status?.id })
      .map { (Status($0), $1) }
  }

  private static func counted<Key: Hashable>(_ keys: [Key]) -> [Key: Int] {
    keys.reduce(into: [:]) { counts, key in counts[key, default: 0] += 1 }
  }

  private static func most(_ keys: [String]) -> [(String, Int)] {
    counted(keys).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { ($0.key, $0.value) }
  }
}
