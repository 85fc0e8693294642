import CorporatePlan
import Documents

extension PerformanceReport {
  /// What is different from the report before, both ways: statuses, figures that were revised, indicators that began and
  /// ended. There is no such section where there is nothing to compare with.
  var changes: [ReportSection] {
    guard let before = since.before else { return revisedSection }
    let heading = Heading(.section, "What changed since \(before.period.name)", anchor: "changes")
    return [
      ReportSection(
        "changes", heading,
        [.passage(key: "changes/overview", generated: changeSentences(since: before))] + moveTable + revisedTable)
    ]
  }

  private var revisedSection: [ReportSection] {
    guard !since.revised.isEmpty else { return [] }
    return [ReportSection("changes", Heading(.section, "What changed", anchor: "changes"), revisedTable)]
  }

  /// "Of 20 indicators rated both times, 3 have a worse status than in Q1 2025/26 and 2 a better one."
  private func changeSentences(since before: Scorecard) -> String {
    let both = ratedBothTimes(before)
    let sentences = [
      (PlanItem.kind, nouns.action, both.actions), (Indicator.kind, nouns.indicator, both.indicators),
    ].reversed().compactMap { kind, noun, rated -> String? in
      guard rated > 0 else { return nil }
      let moves = since.moves.filter { $0.status.subject.kind == kind }
      let worse = moves.count { $0.status.isWorse }
      guard !moves.isEmpty else {
        return
          "\(rated == 1 ? "The one" : "All \(rated)") \(rated == 1 ? noun : plural(noun)) rated both times \(rated == 1 ? "has" : "have") the status of \(before.period.name)."
      }
      return
        "Of \(counted(rated, noun)) rated both times, \(worse) \(worse == 1 ? "has" : "have") a worse status than in "
        + "\(before.period.name) and \(moves.count - worse) a better one."
    }
    return sentences.joined(separator: " ")
  }

  private func ratedBothTimes(_ before: Scorecard) -> (indicators: Int, actions: Int) {
    let indicators = Set(before.standings.filter { $0.status != nil }.map(\.indicator.id))
    let actions = Set(before.allActions.filter { $0.status != nil }.map(\.item.id))
    return (
      scorecard.standings.count { $0.status != nil && indicators.contains($0.indicator.id) },
      scorecard.allActions.count { $0.status != nil && actions.contains($0.item.id) }
    )
  }

  private var moveTable: [ReportPart] {
    guard !since.moves.isEmpty, let before = since.before else { return [] }
    let groups = [("Got worse", true), ("Got better", false)].compactMap { heading, isWorse -> Table.Group? in
      let moves = since.moves.filter { $0.status.isWorse == isWorse }
      return moves.isEmpty ? nil : Table.Group("\(heading): \(moves.count)", rows: moves.map(row))
    }
    return [
      .heading(.subsection, "Status moved", anchor: "status-moves"),
      .table(
        Table(
          "What has another status than in \(before.period.name)",
          columns: [
            .init("Name", width: 6), .init("Now", width: 2), .init("Was", width: 2),
            .init("Figure now", .right, width: 2), .init("Figure then", .right, width: 2),
          ], groups: groups)),
    ]
  }

  private func row(_ move: SinceLast.Move) -> Table.Row {
    let marks = move.status.subject.kind == PlanItem.kind ? actionMarks : marks
    return Table.Row([
      .rowHeader(name(move.status)), .status(marks.mark(move.status.now)), .status(marks.mark(move.status.before)),
      .text(move.figureNow ?? "–"), .text(move.figureBefore ?? "–"),
    ])
  }

  /// As its own table has it.
  func name(_ move: StatusMove) -> String {
    scorecard.standings.first { $0.indicator.recordID == move.subject }?.rowName
      ?? scorecard.allActions.first { $0.item.recordID == move.subject }?.rowName ?? move.title
  }

  private var revisedTable: [ReportPart] {
    guard !since.revised.isEmpty else { return [] }
    let sealed = since.seal.map { "since the report of \($0.period.name) was sealed" } ?? ""
    return [
      .heading(.subsection, "Figures of earlier periods revised", anchor: "revised"),
      .table(changedTable("Figures revised \(sealed)", since.revised)),
    ]
  }

  /// From, to, when, by which post, and why.
  func changedTable(_ caption: String, _ changes: [ChangedFigure]) -> Table {
    Table(
      caption,
      columns: [
        .init("Indicator", width: 5), .init("Period", width: 2), .init("From", .right, width: 2),
        .init("To", .right, width: 2), .init("Changed", width: 4), .init("Reason", width: 5),
      ],
      rows: changes.map { change in
        Table.Row([
          .rowHeader(change.indicator.name), .text(change.period.name), .text(change.from ?? "none"),
          .text(change.to ?? "withdrawn"), .text(who(change.stamp)), .text(change.stamp?.reason ?? "–"),
        ])
      })
  }

  /// "14 July 2025, Head of Housing": the post, and never a person.
  private func who(_ stamp: Stamp?) -> String {
    guard let stamp else { return "–" }
    return "\(stamp.recordedAt.londonDay.words), \(book.post(of: stamp) ?? "post not recorded")"
  }

  /// What was promised differently since the last report, and by whom: a target that moves explains a green that came.
  var targetsChanged: [ReportSection] {
    guard let seal = since.seal, since.sealed != nil else { return [] }
    let heading = Heading(.section, "Targets changed", anchor: "targets-changed")
    let words = "since the report of \(seal.period.name) was sealed"
    guard !since.targets.isEmpty else {
      return [
        ReportSection(
          "targets", heading, [.passage(key: "targets/overview", generated: "No target has been changed \(words).")])
      ]
    }
    let count = counted(since.targets.count, "target")
    return [
      ReportSection(
        "targets", heading,
        [
          .passage(
            key: "targets/overview",
            generated: "\(count) \(since.targets.count == 1 ? "has" : "have") been changed \(words)."),
          .table(changedTable("Targets changed \(words)", since.targets)),
        ])
    ]
  }
}
