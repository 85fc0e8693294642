/// A figure or target that stands otherwise than in an earlier Book, and the record of its change.
package struct ChangedFigure: Sendable {
  package let indicator: Indicator
  package let period: Period
  /// As written; `nil` when there was none.
  package let from: String?
  /// As written; `nil` when it was withdrawn.
  package let to: String?
  /// Who changed it last, when and why.
  package let stamp: Stamp?
}

extension Book {
  /// The targets that were there in an earlier Book and are another now, in order of the plan and of periods. A first
  /// target for a period is no change.
  package func targetsChanged(since earlier: Book) -> [ChangedFigure] {
    changed(since: earlier) { readings in
      readings.targets.map { ($0.recordID, $0.period, $0.verbatim) }
    }
  }

  /// The figures that were there in an earlier Book and are others now.
  package func figuresRevised(since earlier: Book) -> [ChangedFigure] {
    changed(since: earlier) { readings in
      readings.actuals.map { ($0.recordID, $0.period, $0.value.verbatim) }
    }
  }

  private func changed(
    since earlier: Book, _ rows: (Readings) -> [(record: RecordID, period: Period, words: String)]
  ) -> [ChangedFigure] {
    indicators.values.sorted { ($0.order, $0.id) < ($1.order, $1.id) }.flatMap { indicator -> [ChangedFigure] in
      let (before, now) = (earlier.readings[indicator.id], readings[indicator.id])
      // What nobody touched is the same in both.
      guard let before, before != now else { return [] }
      let today = Dictionary(rows(now ?? Readings()).map { ($0.record, $0.words) }) { first, _ in first }
      return rows(before).compactMap { row in
        let to = today[row.record]
        guard to != row.words, !hides(row.words), !(to.map(hides) ?? false) else { return nil }
        return ChangedFigure(
          indicator: indicator, period: row.period, from: row.words, to: to, stamp: stamp(of: row.record))
      }
    }
  }

  /// A figure that is withheld on either side was not changed as far as its readers may know.
  private func hides(_ words: String) -> Bool { words == Value.missing(.suppressed).verbatim }

  /// The post of whoever recorded a revision, on the day they did: "Head of Housing". The name of a person stands in no
  /// report.
  package func post(of stamp: Stamp?) -> String? {
    guard let stamp else { return nil }
    let posts = posts(of: stamp.author, on: stamp.recordedAt.londonDay)
    return posts.isEmpty ? nil : posts.map(\.title).joined(separator: ", ")
  }
}
