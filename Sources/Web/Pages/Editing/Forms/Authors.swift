import CorporatePlan

/// Who recorded something, as far as a visitor may know: who sees only what is their service's reads posts, not names.
struct Authors: Sendable {
  private let book: Book
  /// `nil` for those who may not know.
  private let names: PeopleNames?

  init(_ visit: OfficeVisit) async throws {
    book = visit.book
    names = visit.may(.people) || visit.scope(for: .read) == .all ? try await visit.peopleNames : nil
  }

  /// The name; else the posts held on that day; a part of the system by what it is called.
  func words(_ author: String, on day: Day) -> String {
    if let names { return names.name(of: author) }
    guard author.hasPrefix("p-") else { return author.authorWords }
    let posts = book.posts(of: author, on: day).map(\.title)
    return posts.isEmpty ? "an officer" : posts.joined(separator: ", ")
  }
}
