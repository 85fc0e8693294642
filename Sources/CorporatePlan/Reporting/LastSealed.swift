extension Book {
  /// The seal of the newest report of an earlier period; of a period that was sealed again, the newest edition.
  package func lastSeal(before period: Period) -> Seal? {
    seals.values.filter { $0.period < period }.max { ($0.period, $0.position) < ($1.period, $1.position) }
  }

  /// The Book as it stood when the report before was sealed: what readers were told last. `nil` when none was. In a Book
  /// for the public it holds nothing that the public did not see then or does not see now, small numbers neither.
  package func lastSealed(before period: Period) -> Book? {
    guard let seal = lastSeal(before: period), let past = asSealed(seal) else { return nil }
    guard let unseen else { return past }
    let open = past.withoutInternal.without(unseen)
    return isWithoutSmallNumbers ? open.withoutSmallNumbers : open
  }
}
