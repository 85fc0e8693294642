import CorporatePlan

/// The order in which people read records: the plan from the top down, indicators in their order, and what speaks of one
/// of them where that one stands.
struct ReadingOrder {
  private var places: [RecordID: Int] = [:]

  init(_ book: Book) {
    var under: [String?: [PlanItem]] = Dictionary(grouping: book.items.values) { item in
      item.parent.flatMap { book.items[$0] == nil ? nil : $0 }
    }
    func place(_ parent: String?) {
      let children = under.removeValue(forKey: parent) ?? []
      for item in children.sorted(by: { ($0.order, $0.id) < ($1.order, $1.id) }) {
        places[item.recordID] = places.count
        place(item.id)
      }
    }
    place(nil)
    for indicator in book.indicators.values.sorted(by: { ($0.order, $0.id) < ($1.order, $1.id) }) {
      places[indicator.recordID] = places.count
    }
  }

  /// Records of one kind; those of the same place stay as they were.
  func sorted(_ records: [any Record]) -> [any Record] {
    records.enumerated().map { (place: place(of: $1), index: $0, record: $1) }
      .sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.record)
  }

  private func place(of record: any Record) -> Int {
    let subject: RecordID? =
      switch record {
      case let actual as Actual: RecordID(Indicator.kind, actual.indicator)
      case let target as Target: RecordID(Indicator.kind, target.indicator)
      case let update as ActionUpdate: RecordID(PlanItem.kind, update.item)
      case let words as Commentary: words.subject
      default: nil
      }
    return places[subject ?? record.recordID] ?? places.count
  }
}
