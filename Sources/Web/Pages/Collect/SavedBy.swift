import CorporatePlan

extension OfficeVisit {
  /// Who was first, in words; `nil` where nobody was.
  func savedBy(_ outcome: ReturnOutcome?, _ book: Book) async throws -> String? {
    guard case .conflict(let stamp)? = outcome else { return nil }
    return try await peopleNames.saved(stamp.author, at: stamp.recordedAt, in: book, on: today)
  }
}
