import CorporatePlan
import Documents

extension ScorecardDraft {
  /// What of the source found no home. Nothing is dropped silently: each is also a diagnostic.
  mutating func unplaced() -> [UnplacedCell] {
    let left = parts.document.passages.filter { !places.contains($0.locator) }
    let numbers = left.filter { isPageNumber($0.locator, $0.text) }
    for (locator, text) in numbers {
      tell(
        .note, .pageNumber, at: locator, verbatim: text.trimmed,
        "This number stands alone and was taken for a page number.")
    }
    let pageNumbers = Set(numbers.map(\.locator))
    let homeless = left.filter { !pageNumbers.contains($0.locator) }
    for group in Dictionary(grouping: homeless, by: { $0.locator.columnKey }).values.sorted(by: {
      $0[0].locator.description < $1[0].locator.description
    }) {
      tellUnplaced(group)
    }
    return homeless.map { UnplacedCell(at: $0.locator.description, verbatim: $0.text) }
  }

  /// One question for a whole column; all its cells are in the list.
  private mutating func tellUnplaced(_ group: [(locator: Locator, text: String)]) {
    let others = group.count > 1 ? " So did \(counted(group.count - 1, "other cell")) of its column." : ""
    tell(
      .question, .unplaced, at: group[0].locator, verbatim: group[0].text.trimmed,
      "This found no home among the records.\(others) Read it, and enter by hand what should be kept.")
  }

  private func isPageNumber(_ locator: Locator, _ text: String) -> Bool {
    switch locator {
    case .line, .paragraph: text.trimmed.count <= 3 && Int(text.trimmed) != nil
    default: false
    }
  }

  /// Indicators of the plan that the report leaves out.
  mutating func checkAbsent() {
    let reported = Set(indicatorIDs)
    let absent = order.book.indicators.values.filter { !reported.contains($0.id) }.sorted {
      ($0.order, $0.id) < ($1.order, $1.id)
    }
    if absent.isEmpty { return }
    tell(
      .note, .notInThisReport, at: .document, verbatim: absent.map(\.name).joined(separator: "; "),
      "\(counted(absent.count, "indicator")) of the plan \(absent.count == 1 ? "is" : "are") not in this report; nothing about them was changed."
    )
  }
}

extension Locator {
  /// The same for all cells of a column.
  fileprivate var columnKey: Locator {
    if case .cell(let table, _, let column) = self { return .cell(table: table, row: 0, column: column) }
    return self
  }
}
