extension Book {
  /// The posts that nobody holds on a day, by title: what they owe reaches nobody.
  package func vacantPosts(on day: Day) -> [Post] {
    let held = Set(tenures.values.filter { $0.holds(on: day) }.map(\.post))
    return posts.values.filter { !held.contains($0.id) }.sorted { ($0.title, $0.id) < ($1.title, $1.id) }
  }
}
