import Documents

/// A section of a report: what the council's template orders, renames and leaves out, and what the workbench lists as a task.
package struct ReportSection: Equatable, Sendable {
  /// What it is, whatever its heading: `summary`, `priority/residents-first`. Templates name it; for what follows the slash a
  /// template has one entry.
  package let key: String
  package var heading: Heading?
  /// Whether the counts need it: such a section can't be left out.
  package let isRequired: Bool
  package var parts: [ReportPart]

  package init(_ key: String, _ heading: Heading? = nil, isRequired: Bool = false, _ parts: [ReportPart]) {
    self.key = key
    self.heading = heading
    self.isRequired = isRequired
    self.parts = parts
  }

  /// What a template calls it.
  package var templateKey: String { key.split(separator: "/").first.map(String.init) ?? key }
}
