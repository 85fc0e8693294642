extension Book {
  /// How a person may clear as an officer on a day: as who holds the post of that title, or on behalf of who does.
  package func clears(_ role: String, _ person: String, on day: Day) -> Standing? {
    guard let post = post(named: role) else { return nil }
    let held = tenures.values.filter { $0.post == post.id && $0.person == person && $0.holds(on: day) }
    if held.contains(where: { !$0.isDeputy }) { return .holder }
    return held.isEmpty ? nil : .deputy
  }

  package enum Standing: Sendable { case holder, deputy }

  /// Who acted, as a post: the ledger knows people by ids only.
  package func postWords(of author: String, on day: Day) -> String {
    if let post = posts(of: author, on: day).first { return post.title }
    if author.hasPrefix("post:") {
      let id = String(author.dropFirst("post:".count))
      return posts[id]?.title ?? id.replacing("-", with: " ")
    }
    return author.hasPrefix("p-") ? "an officer" : author
  }
}
