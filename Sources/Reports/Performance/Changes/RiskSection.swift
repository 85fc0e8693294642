import CorporatePlan
import Documents

extension PerformanceReport {
  /// The register by how it moved in the period, with scores and what is done: added and removed too. A risk that nobody
  /// moved is counted and named.
  var risks: [ReportSection] { riskSection(all: detail == .full) { _ in true } }

  func riskSection(all: Bool, _ belongs: (Risk) -> Bool) -> [ReportSection] {
    let movements = book.riskMovements(from: period.start, to: period.end, since: since.sealed)
      .filter { belongs($0.risk) }
    guard !movements.isEmpty else { return [] }
    let shown = all ? movements : movements.filter { $0.kind != .same }
    let rest = movements.count - shown.count
    var parts: [ReportPart] = [.passage(key: "risks/overview", generated: riskSentence(movements))]
    if !shown.isEmpty { parts.append(.table(riskTable(shown))) }
    if rest > 0 {
      let names = movements.filter { $0.kind == .same }.map(\.risk.title)
      parts.append(
        .paragraph("\(counted(rest, "risk")) of \(movements.count) did not move: \(names.joined(separator: "; "))."))
    }
    return [ReportSection("risks", Heading(.section, "Risks", anchor: "risks"), parts)]
  }

  private func riskSentence(_ movements: [RiskMovement]) -> String {
    let now = movements.count { $0.kind != .removed }
    let moved = [RiskMovement.Kind.added, .removed, .worse, .better].compactMap { kind -> String? in
      let count = movements.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.verb(count))" : nil
    }
    let begin = "\(counted(now, "risk")) \(now == 1 ? "is" : "are") on the register."
    return moved.isEmpty
      ? "\(begin) None moved this \(period.grainWord)."
      : "\(begin) This \(period.grainWord) \(listed(moved))."
  }

  func riskTable(_ movements: [RiskMovement]) -> Table {
    Table(
      "Risks by how they moved from \(period.span)",
      columns: [
        .init("Risk", width: 5), .init("Movement", width: 2), .init("Now", width: 3), .init("Was", width: 3),
        .init("What is done against it", width: 7),
      ],
      rows: movements.map { movement in
        let risk = movement.risk
        return Table.Row([
          .rowHeader([risk.code, risk.title].compactMap { $0 }.joined(separator: " ")),
          .text(movement.kind.word), Table.Cell(score(movement.now)), Table.Cell(score(movement.before)),
          .text(risk.mitigations.isEmpty ? "Nothing is recorded." : risk.mitigations.joined(separator: "; ")),
        ])
      })
  }

  /// The colour with the place in the matrix: "Amber, 12: likelihood 3, impact 4".
  private func score(_ score: RiskScore?) -> [Inline] {
    guard let score else { return ["–"] }
    let status = score.status ?? score.place.flatMap { book.riskMatrix.status(of: $0) }
    let mark: [Inline] = status.map { [.status(StatusMarks.actions.mark($0))] } ?? []
    guard let place = score.place else { return mark.isEmpty ? ["–"] : mark }
    let words = "\(place.product): likelihood \(place.likelihood), impact \(place.impact)"
    return mark + (mark.isEmpty ? [] : [.lineBreak]) + [.text(words)]
  }
}

extension RiskMovement.Kind {
  fileprivate var word: String {
    switch self {
    case .added: "New"
    case .removed: "Removed"
    case .worse: "▼\u{A0}worse"
    case .better: "▲\u{A0}better"
    case .same: "►\u{A0}same"
    }
  }

  fileprivate func verb(_ count: Int) -> String {
    switch self {
    case .added: count == 1 ? "was added" : "were added"
    case .removed: count == 1 ? "was removed" : "were removed"
    case .worse: "got worse"
    case .better: "got better"
    case .same: "stayed the same"
    }
  }
}
