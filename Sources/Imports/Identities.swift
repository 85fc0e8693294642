import CorporatePlan

/// Gives each thing of a document its id: the one it has in today's Book when the name is the same, else a new one.
struct Identities {
  private let book: Book
  private var slugs = Slugs()
  private var indicators: [String: String] = [:]
  private var items: [String: String] = [:]

  init(_ book: Book) {
    self.book = book
    for indicator in book.indicators.values.sorted(by: { $0.id < $1.id }) {
      indicators[indicator.name.normalisedName] = indicator.id
      slugs.reserve(indicator.id)
    }
    for item in book.items.values.sorted(by: { $0.id < $1.id }) {
      let key = Identities.key(item.role, item.title, item.parent)
      items[key] = items[key] ?? item.id
      slugs.reserve(item.id)
    }
  }

  /// Makes room for so many more.
  mutating func expect(_ more: Int) { slugs.expect(more) }

  mutating func indicator(named name: String) -> String { indicator(named: name, name.normalisedName) }

  /// - Parameter key: the name in its normalised form.
  mutating func indicator(named name: String, _ key: String) -> String {
    if let id = indicators[key] { return id }
    let id = slugs.make(name)
    indicators[key] = id
    return id
  }

  mutating func item(_ role: PlanItem.Role, titled title: String, under parent: String?) -> String {
    let key = Identities.key(role, title, parent)
    if let id = items[key] { return id }
    let id = slugs.make(title)
    items[key] = id
    return id
  }

  /// A new id for one more thing of the same title.
  mutating func another(titled title: String) -> String { slugs.make(title) }

  private static func key(_ role: PlanItem.Role, _ title: String, _ parent: String?) -> String {
    "\(role.rawValue)\n\(parent ?? "")\n\(title.normalisedName)"
  }
}
