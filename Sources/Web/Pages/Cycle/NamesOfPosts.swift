import CorporatePlan

extension PeopleNames {
  /// Several, in order.
  func names(of authors: Set<String>) -> String { authors.map { words($0) }.sorted().joined(separator: ", ") }

  /// "Ruth Okafor, 14 October 2025".
  func words(_ stamp: Stamp) -> String { "\(words(stamp.author)), \(stamp.recordedAt.londonDay.words)" }

  /// Who holds a post on a day; `nil` when nobody does.
  func holder(of post: String, in book: Book, on day: Day) -> String? {
    let held = book.tenures.values.filter { $0.post == post && !$0.isDeputy && $0.holds(on: day) }
    return held.isEmpty ? nil : names(of: Set(held.map(\.person)))
  }
}

extension OfficeVisit {
  var peopleNames: PeopleNames {
    get async throws { try await PeopleNames(office) }
  }
}
