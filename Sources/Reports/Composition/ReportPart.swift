import Documents

/// What a section of a report is made of.
package enum ReportPart: Equatable, Sendable {
  /// What follows from the record and nobody edits: tables, charts, lists of reasons.
  case block(Block)
  /// Words that a person may replace. The key names the place for good: `summary/indicators`.
  case passage(key: String, generated: String)
}

extension ReportPart {
  static func heading(_ level: Heading.Level, _ text: String, anchor: String? = nil) -> ReportPart {
    .block(.heading(level, text, anchor: anchor))
  }
  static func paragraph(_ text: String) -> ReportPart { .block(.paragraph(text)) }
  static func paragraph(_ content: [Inline]) -> ReportPart { .block(.paragraph(content)) }
  static func list(_ list: List) -> ReportPart { .block(.list(list)) }
  static func table(_ table: Table) -> ReportPart { .block(.table(table)) }
  static func chart(_ chart: Chart) -> ReportPart { .block(.chart(chart)) }
  static func note(_ note: Note) -> ReportPart { .block(.note(note)) }
}
