import CorporatePlan
import Documents

extension ScorecardDraft {
  /// What of the source found no home. Nothing is dropped silently: each is also a diagnostic.
  mutating func unplaced() -> [UnplacedCell] {
    var left: [UnplacedCell] = []
    for (locator, text) in parts.document.passages where !places.contains(locator) {
      if isPageNumber(locator, text) {
        tell(
          .note, .pageNumber, at: locator, verbatim: text.trimmed,
          "This number stands alone and was taken for a page number.")
        continue
      }
      left.append(UnplacedCell(at: locator.description, verbatim: text))
      tell(
        .question, .unplaced, at: locator, verbatim: text.trimmed,
        "This found no home among the records. Read it, and enter by hand what should be kept.")
    }
    return left
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
