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

  /// "Priya Nair, Head of Housing, today 14:05": who saved something and when. Of whoever has no name any more, the post
  /// they held then.
  func saved(_ author: String, at moment: Moment, in book: Book, on today: Day) -> String {
    let day = moment.londonDay
    let posts = book.ownPosts(of: author, on: day).compactMap { book.posts[$0]?.title }.joined(separator: " and ")
    let name = names[author] ?? (posts.isEmpty ? name(of: author).capitalised : nil)
    let when = day == today ? "today" : day == today + -1 ? "yesterday" : "on \(day.words)"
    return [name, posts.isEmpty ? nil : posts, "\(when) \(moment.londonTime)"].compactMap { $0 }
      .joined(separator: ", ")
  }

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
