import CorporatePlan
import Ledger

/// Who recorded something, as far as a visitor may know: names live with the accounts and nowhere else.
struct Authors: Sendable {
  private let book: Book
  private let names: [String: String]
  private let mayKnow: Bool

  init(_ visit: OfficeVisit) async throws {
    book = visit.book
    mayKnow = visit.may(.people) || visit.scope(for: .read) == .all
    names =
      mayKnow
      ? Dictionary(
        try await visit.office.accounts.people().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
      : [:]
  }

  /// The name; else the posts held on that day; a part of the system by what it is called.
  func words(_ author: String, on day: Day) -> String {
    if let name = names[author] { return name }
    guard author.hasPrefix("p-") else { return author.authorWords }
    if mayKnow { return "somebody who has left" }
    let posts = book.posts(of: author, on: day).map(\.title)
    return posts.isEmpty ? "an officer" : posts.joined(separator: ", ")
  }
}
