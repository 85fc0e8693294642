import CorporatePlan
import Reports

/// The items of a plan by what they stand under, in order. Whoever has no parent there is stands at the top.
struct PlanOutline {
  let top: [PlanItem]
  let children: [String: [PlanItem]]

  init(_ book: Book) {
    var top: [PlanItem] = []
    var children: [String: [PlanItem]] = [:]
    for item in book.items.values.sorted(by: { ($0.order, $0.id) < ($1.order, $1.id) }) {
      if let parent = item.parent, book.items[parent] != nil, book.path(to: parent).first?.id != item.id {
        children[parent, default: []].append(item)
      } else {
        top.append(item)
      }
    }
    self.top = top
    self.children = children
  }

  /// "3 outcomes, 5 pledges", in the council's words and in the order they come.
  static func counted(_ items: [PlanItem]) -> String {
    var levels: [String] = []
    for item in items where !levels.contains(item.level) { levels.append(item.level) }
    return levels.map { level in Reports.counted(items.count { $0.level == level }, level.lowercased()) }
      .joined(separator: ", ")
  }
}

/// How far the items of a plan have come: as reported, as computed from what lies beneath, and as a document printed it.
struct PlanStanding {
  let updates: [String: ActionUpdate]
  let progress: [String: Progress]
  let printed: [String: PrintedProgress]

  /// - Parameter period: as at the end of it; as at the newest when `nil`.
  init(_ view: View, in period: Period? = nil) {
    let book = view.book
    let period = period ?? view.newest
    func newest<Row: Dated>(_ rows: some Sequence<Row>, _ item: (Row) -> String) -> [String: Row] {
      let known = rows.filter { row in period.map { row.period.end <= $0.end } ?? true }
      return Dictionary(known.map { (item($0), $0) }, uniquingKeysWith: { $0.period.end < $1.period.end ? $1 : $0 })
    }
    updates = newest(book.updates.values, \.item)
    printed = newest(book.printedProgress.values, \.item)
    progress = period.map(book.progress(in:)) ?? [:]
  }

  /// "64%, the unweighted mean of 13 milestones, half up; the document prints 70%".
  func words(of item: String) -> String? {
    let print = printed[item]?.percent
    if let progress = progress[item] {
      let differs = print.map { $0 == progress.percent ? "" : "; the document prints \($0)%" } ?? ""
      return "\(progress.percent)%, \(progress.method)\(differs)"
    }
    if let update = updates[item] {
      let percent = update.percent.map { "\($0)%" }
      return [update.stage == .inProgress && percent != nil ? nil : update.stage.rawValue, percent]
        .compactMap { $0 }.joined(separator: ", ")
    }
    return print.map { "the document prints \($0)%" }
  }
}
