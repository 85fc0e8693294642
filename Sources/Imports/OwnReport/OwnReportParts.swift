import CorporatePlan
import Documents

/// A performance report that this program wrote, taken apart: what stands under each heading.
struct OwnReportParts {
  /// Blocks under a heading, with the section that the heading is in.
  struct Part {
    /// The heading of the section: a priority's title, "Summary".
    let section: String
    /// The heading within it; empty before the first.
    let heading: String
    let blocks: [SourceBlock]
  }

  let title: SourceParagraph
  private(set) var parts: [Part] = []

  /// `nil` when the document is no such report: it has no table of indicators as this program heads and captions them.
  init?(_ document: SourceDocument) {
    guard document.kind == .word, let title = document.paragraphs.first,
      document.tables.contains(where: OwnReportParts.isOfIndicators),
      document.paragraphs.contains(where: { $0.text.hasPrefix("Table ") && $0.text.contains(", worst first; within") })
    else { return nil }
    self.title = title
    // With a style of its own for the title, sections are headings of the first level.
    let levels = document.paragraphs.dropFirst().compactMap(\.headingLevel)
    let top = levels.min() ?? 2
    var (section, heading, blocks): (String, String, [SourceBlock]) = ("", "", [])
    func part() -> [Part] { [Part(section: section, heading: heading, blocks: blocks)] }
    for block in document.blocks.dropFirst() {
      guard case .paragraph(let paragraph) = block, let level = paragraph.headingLevel, level <= top + 1 else {
        blocks.append(block)
        continue
      }
      parts += part()
      (section, heading, blocks) =
        level == top ? (paragraph.text.trimmed, "", []) : (section, paragraph.text.trimmed, [])
    }
    parts += part()
  }

  static func isOfIndicators(_ table: SourceTable) -> Bool { OwnIndicatorColumns(table) != nil }

  /// "Status", the council's word for an action, and what is known of them.
  static func isOfActions(_ table: SourceTable) -> Bool {
    let headers = headers(of: table)
    return headers.count >= 2 && headers[0] == "Status" && !["Indicator", "Meaning"].contains(headers[1])
      && headers.dropFirst(2).allSatisfy(["Listed because", "When", "Progress", "Owner"].contains)
  }

  /// "Status" and "Meaning": what the ratings mean.
  static func isKey(_ table: SourceTable) -> Bool { headers(of: table) == ["Status", "Meaning"] }

  /// Whether it lists only what is out of the ordinary.
  var isByException: Bool {
    parts.lazy.flatMap(\.blocks).contains { block in
      if case .table(let table) = block { OwnReportParts.headers(of: table).contains("Listed because") } else { false }
    }
  }

  static func headers(of table: SourceTable) -> [String] { table.rows.first?.cells.map(\.text.trimmed) ?? [] }
}

/// Where the columns of a table of indicators stand: "Status", "Indicator", "Good is", "Target", "Actual", and comparisons. A
/// report by exception does not say what is good.
struct OwnIndicatorColumns {
  let goodIs: Int?
  let target: Int
  let actual: Int

  /// `nil` for any other table.
  init?(_ table: SourceTable) {
    let headers = OwnReportParts.headers(of: table)
    goodIs = headers.firstIndex(of: "Good is")
    target = goodIs == nil ? 2 : 3
    actual = target + 1
    let wanted = ["Status", "Indicator"] + (goodIs == nil ? [] : ["Good is"]) + ["Target", "Actual"]
    guard Array(headers.prefix(wanted.count)) == wanted else { return nil }
  }
}

extension SourceParagraph {
  var headingLevel: Int? {
    if case .heading(let level) = style { return level }
    return nil
  }

  fileprivate var isHeading: Bool { headingLevel != nil }
}
