import CorporatePlan
import Documents

/// Which sections of a report were changed after an officer cleared it, when, by whom and by what.
struct WhatVoided {
  let sentences: [String]

  init(_ book: Book, _ report: Report, _ clearance: Clearance, _ content: ReportContent, _ now: ClearedContent) {
    let position = book.stamp(of: clearance.recordID)?.position ?? 0
    let changes = clearance.content.map(now.changes) ?? []
    let newer = NewerRecords(book, report, since: position)
    var sentences = changes.map { section, change in
      let name = section.heading.isEmpty ? "The beginning" : "The section “\(section.heading)”"
      guard change == .changed else { return "\(name) \(change.rawValue)." }
      let text = content.sections.first { $0.key == section.key }?.text ?? ""
      guard let cause = newer.cause(of: section.key, text) else { return "\(name) changed." }
      return "\(name) changed \(cause)."
    }
    if sentences.isEmpty { sentences = ["The title or the order of the sections changed."] }
    self.sentences = sentences
  }
}

/// What was recorded after a clearance, of what a report may speak of.
private struct NewerRecords {
  private let book: Book
  private let report: Report
  private let records: [(record: any Record, stamp: Stamp)]

  init(_ book: Book, _ report: Report, since position: Int) {
    self.book = book
    self.report = report
    let passages: [any Record] = book.passages.values.filter { $0.report == report.id }
    let words: [any Record] = book.commentary.values.filter { $0.period == report.period }
    let updates: [any Record] = book.updates.values.filter { $0.period == report.period }
    let overrides: [any Record] = book.overrides.values.filter { $0.period == report.period }
    let figures: [any Record] = book.readings.values.flatMap { readings -> [any Record] in
      readings.actuals as [any Record] + (readings.targets as [any Record])
    }
    let names: [any Record] = Array(book.indicators.values) as [any Record] + (Array(book.items.values) as [any Record])
    records = (passages + words + updates + overrides + figures + names)
      .compactMap { record in book.stamp(of: record.recordID).map { (record, $0) } }
      .filter { $0.stamp.position > position }.sorted { $0.stamp.position > $1.stamp.position }
  }

  /// "on 14 October 2025 by the Performance Officer: the figure of “Calls answered”"; `nil` when nothing newer is known to
  /// stand in it.
  func cause(of key: String, _ text: String) -> String? {
    let found = records.filter { isIn(key, text, $0.record) }
    guard let first = found.first else { return nil }
    var what: [String] = []
    for words in found.map({ words($0.record) }) where !what.contains(words) { what.append(words) }
    let day = first.stamp.recordedAt.londonDay
    let more = what.count > 3 ? " and \(what.count - 3) more" : ""
    return "on \(day.words) by \(book.postWords(of: first.stamp.author, on: day)): "
      + what.prefix(3).joined(separator: ", ") + more
  }

  private func isIn(_ key: String, _ text: String, _ record: any Record) -> Bool {
    switch record {
    case let passage as Passage:
      // A passage's key begins with its section's: `priority/place/overview` stands under `priority-place`.
      let section = passage.key.split(separator: "/").map(String.init).dropLast().joined(separator: "-")
      return key == Heading.anchor(section) || key.isEmpty && section == "introduction"
        || text.contains(passage.text.prefix(60))
    default: return subject(record).map { text.contains($0) } ?? false
    }
  }

  private func subject(_ record: any Record) -> String? {
    func name(_ id: RecordID) -> String? {
      id.kind == Indicator.kind ? book.indicators[id.record]?.name : book.items[id.record]?.title
    }
    return switch record {
    case let actual as Actual: book.indicators[actual.indicator]?.name
    case let target as Target: book.indicators[target.indicator]?.name
    case let override as StatusOverride: book.indicators[override.indicator]?.name
    case let update as ActionUpdate: book.items[update.item]?.title
    case let words as Commentary: name(words.subject)
    case let indicator as Indicator: indicator.name
    case let item as PlanItem: item.title
    default: nil
    }
  }

  private func words(_ record: any Record) -> String {
    let name = subject(record).map { "“\($0)”" } ?? ""
    return switch record {
    case is Passage: "its words"
    case is Actual: "the figure of \(name)"
    case is Target: "the target of \(name)"
    case is StatusOverride: "the status of \(name)"
    case is ActionUpdate: "the progress of \(name)"
    case is Commentary: "the commentary on \(name)"
    default: "how \(name) is described"
    }
  }
}
