/// That a person holds a post over dates. The person is an id; the name lives where it can be erased (design, section 4).
package struct Tenure: Record {
  package static let kind = "tenure"
  package let id: String
  package var post: String
  package var person: String
  package var from: Day
  /// The first day on which they no longer hold it; `nil` while they do.
  package var until: Day?
  /// Whether they stand in for the holder, and so may approve what the holder entered.
  package var isDeputy: Bool

  package init(id: String, post: String, person: String, from: Day, until: Day? = nil, isDeputy: Bool = false) {
    self.id = id
    self.post = post
    self.person = person
    self.from = from
    self.until = until
    self.isDeputy = isDeputy
  }

  package init(id: String, _ fields: Fields) throws(FieldError) {
    self.id = id
    post = try fields.text("post")
    person = try fields.text("person")
    guard let from = try fields.day("from") else { throw FieldError("from", "is missing") }
    self.from = from
    until = try fields.day("until")
    isDeputy = fields.flag("deputy")
    if let until, until < from { throw FieldError("until", "is before the first day") }
  }

  package var body: JSON {
    .object([
      "post": .string(post), "person": .string(person), "from": .string(from.description),
      "until": (until?.description).json, "deputy": isDeputy.json,
    ])
  }

  package func holds(on day: Day) -> Bool { from <= day && (until.map { day < $0 } ?? true) }
}

extension Book {
  /// The posts a person holds on a day, deputies' too, in order of id.
  package func posts(of person: String, on day: Day) -> [Post] {
    let held = Set(tenures.values.filter { $0.person == person && $0.holds(on: day) }.map(\.post))
    return held.sorted().compactMap { posts[$0] }
  }

  /// The post that answers for something: named by its id or by its title.
  package func post(named owner: String?) -> Post? {
    guard let owner else { return nil }
    if let post = posts[owner] { return post }
    let title = owner.trimmed.lowercased()
    return posts.values.filter { $0.title.lowercased() == title }.min { $0.id < $1.id }
  }
}
