import CorporatePlan

extension ImportProposal {
  /// What would become of the earlier plan's items, a table for each role that has any; the indicators' last.
  package var lineage: [(of: String, table: LineageTable)] {
    let lineages = found.plain.compactMap { $0 as? Lineage }
    if lineages.isEmpty { return [] }
    let plans = found.plain.compactMap { $0 as? Plan }
    let start = lineages.compactMap(\.on).max()
    let items = found.plain.compactMap { $0 as? PlanItem }.filter { $0.end == nil || $0.end != start }
    let own = plans.filter { $0.start == start }
    let earlier = start.flatMap { EarlierPlan(found.book, before: $0, of: own.isEmpty ? plans : own, later: items) }
    let roles = PlanItem.Role.allCases.map { role in
      let later = items.withoutWholes(role)
      let before = later.isEmpty ? [] : (earlier?.items ?? []).withoutWholes(role)
      let own = lineages.filter { $0.of == PlanItem.kind }
      return (role.rawValue, table(own, PlanItem.kind, "title", before, later) { $0["role"]?.string == role.rawValue })
    }
    let later = found.plain.compactMap { $0 as? Indicator }.filter { $0.end == nil || $0.end != start }.map(\.id)
    let before = later.isEmpty ? [] : (earlier?.indicators ?? []).map(\.id)
    let indicators = table(
      lineages.filter { $0.of == Indicator.kind }, Indicator.kind, "name", before, later, where: { _ in true })
    return (roles + [(Indicator.kind, indicators)]).filter { !$0.1.rows.isEmpty }.map { (of: $0.0, table: $0.1) }
  }

  /// - Parameters:
  ///   - before: the ids of all that the earlier plan held; what became of some of it may not be settled.
  ///   - after: those of all that the later one holds.
  private func table(
    _ lineages: [Lineage], _ kind: String, _ member: String, _ before: [String], _ after: [String],
    where isMeant: (JSON) -> Bool
  ) -> LineageTable {
    var titles: [String: String] = [:]
    for record in found.plain where record.recordID.kind == kind {
      let body = record.body
      if isMeant(body) { titles[record.recordID.record] = body[member]?.string }
    }
    let told = LineageTable(lineages.compactMap { lineage in LineageTable.Row(lineage) { titles[$0] } })
    let settled = Set(lineages.flatMap(\.from))
    let begun = Set(lineages.flatMap(\.to))
    let open = Set(before).subtracting(settled).count
    return LineageTable(
      rows: told.rows, before: told.before + open, after: told.after + Set(after).subtracting(begun).count, open: open)
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

extension [PlanItem] {
  /// The ids of a role's items; of one that is rated in parts the parts count, and not the whole.
  fileprivate func withoutWholes(_ role: PlanItem.Role) -> [String] {
    let own = filter { $0.role == role }
    let wholes = role == .action ? Set(own.compactMap(\.parent)) : []
    return own.map(\.id).filter { !wholes.contains($0) }
  }
}
