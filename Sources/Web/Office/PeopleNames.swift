import CorporatePlan
import Ledger

/// What people are called. The ledger knows them by ids; who was erased has no name any more.
struct PeopleNames: Sendable {
  private let names: [String: String]

  init(_ people: [Person]) {
    names = Dictionary(people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
  }

  func name(of author: String) -> String {
    if let name = names[author] { return name }
    return author.hasPrefix("p-") ? "somebody who has left" : author.authorWords
  }

  /// Several, in order.
  func names(of authors: Set<String>) -> String { authors.map(name).sorted().joined(separator: ", ") }

  /// "Ruth Okafor, 14 October 2025".
  func words(_ stamp: Stamp) -> String { "\(name(of: stamp.author)), \(stamp.recordedAt.londonDay.words)" }

  /// Who holds a post on a day; `nil` when nobody does.
  func holder(of post: String, in book: Book, on day: Day) -> String? {
    let held = book.tenures.values.filter { $0.post == post && !$0.isDeputy && $0.holds(on: day) }
    return held.isEmpty ? nil : names(of: Set(held.map(\.person)))
  }
}

extension OfficeVisit {
  var peopleNames: PeopleNames {
    get async throws { PeopleNames(try await office.accounts.people()) }
  }
}
