import CorporatePlan
import Ledger

/// The names of those whom the ledger calls by an id.
struct PeopleNames: Sendable {
  private let names: [String: String]

  init(_ office: Office) async throws {
    names = Dictionary(
      try await office.accounts.people().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  /// What an author is called; somebody whose account was erased has left no name.
  func words(_ author: String) -> String {
    names[author] ?? (author.hasPrefix("p-") ? "somebody who has left" : author.authorWords)
  }
}
