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
  private var promisedAndRated: [(priority: String, counts: PromisedAndRated)] {
    scorecard.sections.map { ($0.priority.title, PromisedAndRated($0)) }
  }

  private var promised: Int { promisedAndRated.reduce(0) { $0 + $1.counts.promised } }
  private var rated: Int { promisedAndRated.reduce(0) { $0 + $1.counts.rated } }
  private var isSplit: Bool { promisedAndRated.contains { $0.counts.promised != $0.counts.rated } }

  /// Why there are more rated actions than promises: 24 reported as 32.
  var splitSentence: [ReportPart] {
    guard isSplit else { return [] }
    return [
      .paragraph(
        "The \(counted(promised, nouns.action)) that the plan promises are reported as \(rated), because some were "
          + "divided into parts which are each rated on their own.")
    ]
  }

  var splitTable: [ReportPart] {
    guard isSplit else { return [] }
    let rows =
      promisedAndRated.map { ($0.priority, $0.counts.promised, $0.counts.rated) }
      + [(PerformanceReport.all, promised, rated)]
    return [
      .table(
        Table(
          "\(plural(nouns.action)) promised and rated, by priority",
          columns: [.init("Priority", width: 4), .init("Promised", .right), .init("Rated", .right)],
          rows: rows.map { Table.Row([.rowHeader($0.0), .text(String($0.1)), .text(String($0.2))]) }))
    ]
  }

  func splitSentence(_ section: Scorecard.Section) -> [ReportPart] {
    let counts = PromisedAndRated(section)
    guard counts.promised != counts.rated else { return [] }
    let promised = counted(counts.promised, nouns.action)
    return [
      .paragraph(
        "The \(promised) promised under this priority \(counts.promised == 1 ? "is" : "are") reported as \(counts.rated)."
      )
    ]
  }
}
