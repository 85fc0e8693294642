/// What became of one plan's items in the next, or of its commitments in the parts that are rated: "24 became 32" as a
/// table and not a footnote.
package struct LineageTable: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    /// Titles; empty for what is new.
    package let earlier: [String]
    package let relation: Lineage.Relation
    /// Titles; empty for what was dropped.
    package let later: [String]
    package let reason: String?

    package init(_ earlier: [String], _ relation: Lineage.Relation, _ later: [String], reason: String? = nil) {
      self.earlier = earlier
      self.relation = relation
      self.later = later
      self.reason = reason
    }
  }

  package let rows: [Row]
  /// How many there were, and how many there are.
  package let before: Int
  package let after: Int
  /// Of how many it is not settled what became of them.
  package let open: Int

  package init(rows: [Row], before: Int? = nil, after: Int? = nil, open: Int = 0) {
    self.rows = rows
    self.open = open
    self.before = before ?? rows.reduce(0) { $0 + $1.earlier.count }
    self.after = after ?? rows.reduce(0) { $0 + $1.later.count }
  }
}

extension LineageTable {
  /// What became of the items of a role, or of the indicators, in the plan that begins on a day.
  package init(_ book: Book, startingOn day: Day, _ role: PlanItem.Role) {
    self.init(book, day, PlanItem.kind) { book.items[$0].flatMap { $0.role == role ? $0.title : nil } }
  }

  package init(indicatorsOf book: Book, startingOn day: Day) {
    self.init(book, day, Indicator.kind) { book.indicators[$0]?.name }
  }

  private init(_ book: Book, _ day: Day, _ kind: String, _ title: (String) -> String?) {
    let lineages = book.lineages.values.filter { $0.on == day && $0.of == kind }
    self.init(lineages.compactMap { Row($0, title) })
  }

  /// In the order in which people read such tables: what goes on, what became something else, what ends, what begins.
  package init(_ rows: [Row]) {
    let order = Lineage.Relation.allCases
    self.init(
      rows: rows.sorted {
        (order.firstIndex(of: $0.relation) ?? 0, $0.earlier.first ?? "", $0.later.first ?? "")
          < (order.firstIndex(of: $1.relation) ?? 0, $1.earlier.first ?? "", $1.later.first ?? "")
      })
  }

  /// The commitments that are rated in several parts, with their parts, in order of the plan; the counts are of all.
  package init(ratedPartsOf book: Book, in period: Period) {
    let tree = PlanTree(book, in: period)
    var (rows, before, after): ([Row], Int, Int) = ([], 0, 0)
    for action in tree.fromTheBottom.reversed() where action.role == .action {
      if let parent = action.parent.flatMap({ book.items[$0] }), parent.role == .action { continue }
      let parts = (tree.children[action.id] ?? []).filter { $0.role == .action }
      before += 1
      after += max(1, parts.count)
      if !parts.isEmpty { rows.append(Row([action.title], .split, parts.map(\.title))) }
    }
    self.init(rows: rows, before: before, after: after)
  }
}

extension LineageTable.Row {
  /// `nil` when the lineage is of items that are not asked for.
  package init?(_ lineage: Lineage, _ title: (String) -> String?) {
    let (earlier, later) = (lineage.from.compactMap(title), lineage.to.compactMap(title))
    if earlier.isEmpty && later.isEmpty { return nil }
    self.init(earlier, lineage.relation, later, reason: lineage.reason)
  }
}

extension LineageTable {
  /// "24 became 32: 20 carried, 2 split into 10, 2 dropped, 2 new".
  package var summary: String {
    let unlisted = before - open - rows.reduce(0) { $0 + $1.earlier.count }
    let relations = Lineage.Relation.allCases.compactMap { relation -> String? in
      let rows = rows.filter { $0.relation == relation }
      let (from, to) = (rows.reduce(0) { $0 + $1.earlier.count }, rows.reduce(0) { $0 + $1.later.count })
      switch relation {
      case _ where rows.isEmpty: return nil
      case .split, .merged: return "\(from) \(relation) into \(to)"
      case .new: return "\(to) new"
      case .carried, .replaced, .completed, .dropped: return "\(from) \(relation)"
      }
    }
    let parts =
      (unlisted > 0 ? ["\(unlisted) as \(unlisted == 1 ? "it was" : "they were")"] : []) + relations
      + (open > 0 ? ["\(open) not settled"] : [])
    return "\(before) became \(after)" + (parts.isEmpty ? "" : ": \(parts.joined(separator: ", "))")
  }

  /// A line for each row, for a terminal.
  package var text: String {
    ([summary] + rows.map { "  \($0.text)" }).joined(separator: "\n")
  }
}

extension LineageTable.Row {
  /// `split: “Open hubs” → “Open the east hub” + “Open the west hub”`
  package var text: String {
    func list(_ titles: [String]) -> String { titles.map { "“\($0)”" }.joined(separator: " + ") }
    let change = [list(earlier), list(later)].filter { !$0.isEmpty }.joined(separator: " → ")
    return "\(relation.rawValue): \(earlier == later ? list(later) : change)" + (reason.map { " \($0)" } ?? "")
  }
}
