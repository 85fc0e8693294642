import CorporatePlan
import Documents

/// How many commitments a priority promised and how many rated actions report on them.
struct PromisedAndRated {
  let promised: Int
  let rated: Int

  /// What the council says of its plan comes first; otherwise an action that was split counts once.
  init(_ section: Scorecard.Section) {
    rated = section.actions.count
    promised = section.split?.original ?? Set(section.actions.map { $0.commitment?.id ?? $0.item.id }).count
  }
}

extension PerformanceReport {
  /// Why there are more rated actions than promises: 24 reported as 32.
  var splits: [Block] {
    let rows = scorecard.sections.map { ($0.priority.title, PromisedAndRated($0)) }
    let promised = rows.reduce(0) { $0 + $1.1.promised }
    let rated = rows.reduce(0) { $0 + $1.1.rated }
    guard rows.contains(where: { $0.1.promised != $0.1.rated }) else { return [] }
    let table = Table(
      "\(plural(nouns.action)) promised and rated, by priority",
      columns: [.init("Priority", width: 4), .init("Promised", .right), .init("Rated", .right)],
      rows: (rows.map { ($0.0, $0.1.promised, $0.1.rated) } + [(PerformanceReport.all, promised, rated)]).map {
        Table.Row([.rowHeader($0.0), .text(String($0.1)), .text(String($0.2))])
      })
    return [
      .paragraph(
        "The plan's \(counted(promised, nouns.action)) are reported as \(rated), because some were divided into parts "
          + "that are each rated on their own."),
      .table(table),
    ]
  }

  func splitSentence(_ section: Scorecard.Section) -> [Block] {
    let counts = PromisedAndRated(section)
    guard counts.promised != counts.rated else { return [] }
    let (promised, rated) = (counted(counts.promised, nouns.action), counts.rated)
    return [.paragraph("The \(promised) promised under this priority are reported as \(rated).")]
  }
}
