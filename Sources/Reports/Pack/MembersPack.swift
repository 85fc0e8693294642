import CorporatePlan
import Documents

/// What a councillor takes to a meeting: report, briefing and data in one file that opens without a network.
///
/// Nothing in it leads or looks outside: addresses are printed as words.
package struct MembersPack: Sendable {
  private let report: Document
  private let briefing: Document?
  private let data: ReportData
  private let look: ReportLook

  /// - Parameter briefing: the councillor's own briefing, which stands before the report.
  package init(_ report: Document, briefing: Document? = nil, _ data: ReportData, look: ReportLook = .plain) {
    self.report = report
    self.briefing = briefing
    self.data = data
    self.look = look
  }

  package var file: ReportFile {
    ReportFile(name: "members-pack.html", mediaType: "text/html; charset=utf-8", bytes: html.bytes)
  }

  /// Cover, contents, briefing, report with its glossary, and the data folded away.
  package var html: HTML {
    let document = document
    return HTML.file(
      title: document.title, language: document.language, description: document.subject,
      css: reportStyles + pageFoot(document) + packStyles
    ) { html in
      html.element("header", ["class": "letterhead"]) { html in
        if let logo = look.logo { html.picture(logo) }
        html.element("p", ["class": "cover"], "\(data.councilName): members’ pack")
        html.element("p", document.edition)
      }
      html.element("main", ["id": "main"]) { html in
        html.article(document) { html in html.contents(of: document, data: folded.map(\.caption)) }
        html.element("section", ["id": "data", "aria-labelledby": "data-heading"]) { html in
          html.element("h2", ["id": "data-heading"], "The data")
          html.element(
            "p", "The tables are folded away: open one by its line. The same data are in the data workbook.")
          for table in folded {
            html.element("details") { html in
              html.element("summary", table.caption)
              html.table(table)
            }
          }
        }
      }
    }
  }

  /// Briefing and report as one document, so that its notes and tables are numbered once.
  private var document: Document {
    var whole = report
    whole.blocks = (briefing.map { part($0, anchor: "briefing") } ?? []) + report.blocks
    whole.blocks = whole.blocks.map(\.withoutOutsideLinks)
    return whole
  }

  /// A document as a section of another: its headings stand one deeper.
  private func part(_ document: Document, anchor: String) -> [Block] {
    [.heading(.section, document.title, anchor: anchor)]
      + document.blocks.map { block in
        guard case .heading(var heading) = block else { return block }
        heading.level = heading.level == .section ? .subsection : .detail
        return .heading(heading)
      }
  }

  private var folded: [Table] {
    let values = data.table(.values)
    // The history of a large plan is longer than anyone reads; it is in the workbook.
    let history = values.rows.count <= 2_000 ? [values] : []
    return ([data.counts, data.table(.indicators), data.table(.actions)] + history).map(\.folded)
  }
}

extension DataTable {
  /// The rows as a table to read; the first column names the row.
  fileprivate var folded: Table {
    // Columns in which no row says anything are for computers.
    let shown = schema.fields.indices.filter { index in rows.contains { $0[index] != nil } }
    return Table(
      "\(schema.title): \(rows.count) \(rows.count == 1 ? "row" : "rows")",
      columns: shown.map { index in
        let field = schema.fields[index]
        let words = field.name.split(separator: "_").joined(separator: " ")
        return Table.Column(words.capitalised, [.number, .count].contains(field.holds) ? .right : .left)
      },
      rows: rows.map { row in
        Table.Row(
          shown.map { index in Table.Cell([.text(row[index]?.cell ?? "–")], isRowHeader: index == shown.first) })
      })
  }
}

extension HTML {
  fileprivate mutating func contents(of document: Document, data: [String]) {
    element("nav", ["class": "contents", "aria-labelledby": "contents-heading"]) { html in
      html.element("h2", ["id": "contents-heading"], "Contents")
      html.element("ul") { html in
        for (anchor, heading) in document.contents where heading.level != .detail {
          html.element("li", ["class": heading.level == .subsection ? "deeper" : nil]) {
            $0.element("a", ["href": "#\(anchor)"], heading.text)
          }
        }
        html.element("li") { $0.element("a", ["href": "#data"], "The data") }
      }
    }
  }
}

extension Block {
  /// The same words; where they led outside, the address stands behind them.
  fileprivate var withoutOutsideLinks: Block {
    switch self {
    case .heading, .chart, .countStrip: return self
    case .paragraph(let content): return .paragraph(content.withoutOutsideLinks)
    case .list(var list):
      list.items = list.items.map(\.withoutOutsideLinks)
      return .list(list)
    case .note(var note):
      note.paragraphs = note.paragraphs.map(\.withoutOutsideLinks)
      return .note(note)
    case .table(var table):
      for group in table.groups.indices {
        for row in table.groups[group].rows.indices {
          for cell in table.groups[group].rows[row].cells.indices {
            table.groups[group].rows[row].cells[cell].content =
              table.groups[group].rows[row].cells[cell].content.withoutOutsideLinks
          }
        }
      }
      return .table(table)
    }
  }
}

extension [Inline] {
  fileprivate var withoutOutsideLinks: [Inline] {
    map { inline in
      switch inline {
      case .link(let words, let url) where !url.hasPrefix("#"): .text(words == url ? words : "\(words) (\(url))")
      case .footnote(let note): .footnote(note.withoutOutsideLinks)
      default: inline
      }
    }
  }
}

private let packStyles = """
  .cover{font-size:1.1875rem;font-weight:600;color:#134E5E;margin:16px 0 0}
  .contents ul{list-style:none;padding:0;columns:2 20em}
  .contents .deeper{padding-left:1.5em}
  #data details{margin:0 0 12px;border-bottom:1px solid #C9CDD2}
  #data summary{padding:10px 0;font-weight:600;cursor:pointer}
  @media print{#data{display:none}.contents{break-after:page}}
  """
