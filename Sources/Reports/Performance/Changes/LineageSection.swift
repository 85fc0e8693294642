import CorporatePlan
import Documents

extension PerformanceReport {
  /// What was split, merged, dropped, renamed or added in the period, and the promises that are rated in parts, as tables
  /// with reasons: Harrow's 24 flagship actions became 32 by footnotes alone.
  var lineage: [ReportSection] {
    let parts = LineageTable(ratedPartsOf: book, in: period)
    guard !since.plan.isEmpty || !parts.rows.isEmpty else { return [] }
    return [
      ReportSection(
        "lineage", Heading(.section, "Split, merged, dropped and renamed", anchor: "lineage"),
        planChangeTable + partsTable(parts))
    ]
  }

  private var planChangeTable: [ReportPart] {
    guard !since.plan.isEmpty else { return [] }
    let kinds = PlanChange.Kind.allCases.compactMap { kind -> String? in
      let count = since.plan.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    return [
      .passage(
        key: "lineage/overview",
        generated:
          "The plan changed in \(counted(since.plan.count, "place")) this \(period.grainWord): \(listed(kinds))."),
      .table(
        Table(
          "What became of parts of the plan",
          columns: [
            .init("Was", width: 5), .init("What happened", width: 3), .init("Is now", width: 5), .init("Why", width: 4),
          ],
          rows: since.plan.map { change in
            Table.Row([
              .rowHeader(quoted(change.earlier)), .text("\(noun(change)) \(change.kind.rawValue)"),
              .text(quoted(change.later)), .text(change.reason ?? "No reason is recorded."),
            ])
          })),
    ]
  }

  private func partsTable(_ parts: LineageTable) -> [ReportPart] {
    guard !parts.rows.isEmpty else { return [] }
    return [
      .paragraph(
        "\(counted(parts.before, nouns.action)) of the plan \(parts.before == 1 ? "is" : "are") rated as \(parts.after), "
          + "because \(parts.rows.count) of them \(parts.rows.count == 1 ? "is" : "are") rated in parts."),
      .table(
        Table(
          "\(plural(nouns.action)) that are rated in parts",
          columns: [.init("Promised", width: 5), .init("Parts", .right, width: 1), .init("Rated as", width: 8)],
          rows: parts.rows.map { row in
            Table.Row([
              .rowHeader(row.earlier.joined(separator: "; ")), .text(String(row.later.count)), .text(quoted(row.later)),
            ])
          })),
    ]
  }

  private func noun(_ change: PlanChange) -> String {
    change.of == Indicator.kind ? nouns.indicator.capitalised : "Item"
  }

  private func quoted(_ titles: [String]) -> String {
    titles.isEmpty ? "–" : titles.map { "“\($0)”" }.joined(separator: "; ")
  }
}
