import CorporatePlan

extension ImportProposal {
  /// What would become of the earlier plan's items, a table for each role that has any; the indicators' last.
  package var lineage: [(of: String, table: LineageTable)] {
    let lineages = found.plain.compactMap { $0 as? Lineage }
    if lineages.isEmpty { return [] }
    let roles = PlanItem.Role.allCases.map { role in
      (
        role.rawValue,
        table(lineages.filter { $0.of == PlanItem.kind }, PlanItem.kind, "title") {
          $0["role"]?.string == role.rawValue
        }
      )
    }
    let indicators = table(lineages.filter { $0.of == Indicator.kind }, Indicator.kind, "name") { _ in true }
    return (roles + [(Indicator.kind, indicators)]).filter { !$0.1.rows.isEmpty }.map { (of: $0.0, table: $0.1) }
  }

  private func table(_ lineages: [Lineage], _ kind: String, _ member: String, where isMeant: (JSON) -> Bool)
    -> LineageTable
  {
    var later: [String: String] = [:]
    for record in found.plain where record.recordID.kind == kind {
      let body = record.body
      if isMeant(body) { later[record.recordID.record] = body[member]?.string }
    }
    return LineageTable(lineages.compactMap { lineage in LineageTable.Row(lineage) { later[$0] } })
  }

  /// The tables for the preview; those that only say that all goes on as it was are their first line.
  var lineageText: String? {
    let tables = lineage.map { of, table in
      let told = table.rows.filter { $0.relation != .carried || $0.reason != nil }
      return (["From the earlier plan, \(of): \(table.summary)"] + told.map { "  \($0.text)" }).joined(separator: "\n")
    }
    return tables.isEmpty ? nil : tables.joined(separator: "\n")
  }
}
