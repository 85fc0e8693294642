/// What has another status than the period before.
package struct StatusMove: Sendable {
  /// The indicator or action.
  package let subject: RecordID
  package let title: String
  package let before: Status
  package let now: Status
  package let isWorse: Bool
}

extension Book {
  /// What moved from one period to the next, what got worse first. Only what was rated in both moved.
  package func statusMoves(from before: Scorecard, to now: Scorecard) -> [StatusMove] {
    let indicators = moves(
      from: before.standings.map { ($0.indicator.recordID, $0.status) },
      to: now.standings.map { ($0.indicator.recordID, $0.indicator.name, $0.status) },
      ordered: now.indicators.byStatus.map(\.status))
    let actions = moves(
      from: before.allActions.map { ($0.item.recordID, $0.status) },
      to: now.allActions.map { ($0.item.recordID, $0.item.title, $0.status) },
      ordered: now.actions.byStatus.map(\.status))
    let all = indicators + actions
    return all.filter(\.isWorse) + all.filter { !$0.isWorse }
  }

  /// - Parameter ordered: the statuses, best first.
  private func moves(
    from before: [(RecordID, Status?)], to now: [(RecordID, String, Status?)], ordered: [Status]
  ) -> [StatusMove] {
    let earlier = Dictionary(before.compactMap { id, status in status.map { (id, $0) } }) { first, _ in first }
    return now.compactMap { id, title, status in
      guard let status, let other = earlier[id], other != status else { return nil }
      let (place, otherPlace) = (ordered.firstIndex(of: status), ordered.firstIndex(of: other))
      let isWorse = place.flatMap { place in otherPlace.map { place > $0 } } ?? false
      return StatusMove(subject: id, title: title, before: other, now: status, isWorse: isWorse)
    }
  }
}
