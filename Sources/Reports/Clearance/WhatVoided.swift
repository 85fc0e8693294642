import CorporatePlan
import Documents

/// A section of a report that stands otherwise than an officer cleared it.
package struct VoidedSection: Equatable, Sendable {
  /// The anchor of its heading; empty for what stands before the first.
  let key: String
  /// "The section “Clean and safe streets”".
  let place: String
  /// "changed", "was added".
  let change: String
  /// When, by whom and by what: "on 14 October 2025 by the Waste Officer: “Missed bins”, Q2 2025/26: 41 became 39".
  let cause: String?

  package var sentence: String { "\(place) \(change)\(cause.map { " \($0)" } ?? "")." }
}

/// Which sections of a report were changed after an officer cleared it, when, by whom and by what.
struct WhatVoided {
  let sections: [VoidedSection]

  init(_ book: Book, _ report: Report, _ clearance: Clearance, _ content: ReportContent, _ now: ClearedContent) {
    let changes = clearance.content.map(now.changes) ?? []
    let causes = CausesOfChange(book, report, since: clearance)
    let sections = changes.map { section, change in
      let text = content.sections.first { $0.key == section.key }?.text ?? ""
      return VoidedSection(
        key: section.key, place: section.heading.isEmpty ? "The beginning" : "The section “\(section.heading)”",
        change: change.rawValue, cause: change == .changed ? causes.cause(of: section.key, text) : nil)
    }
    self.sections =
      sections.isEmpty
      ? [VoidedSection(key: "", place: "The title or the order of the sections", change: "changed", cause: nil)]
      : sections
  }
}
