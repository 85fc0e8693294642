import CorporatePlan
import Documents
import Ledger
import Reports

/// Two drafts of a report side by side: which words, statuses, figures and rows are others.
struct ComparePage {
  private let visit: OfficeVisit
  private let report: Report
  private let from: Place
  private let to: Place
  private let difference: DraftDifference
  private let choices: [EditField.Option]

  /// A draft by where the ledger stood.
  private struct Place {
    let position: Int
    let words: String
    let typed: String
  }

  static func answer(_ visit: OfficeVisit) async throws -> Answer {
    .html(try await ComparePage(visit).html)
  }

  private init(_ visit: OfficeVisit) async throws {
    self.visit = visit
    let report = try visit.report
    guard visit.seesAll(of: report) else { throw Refusal.notYours }
    self.report = report
    let entries = try await visit.site.council.history(of: report.recordID)
    let seals = visit.book.seals.values.filter { $0.period == report.period }.sorted { $0.position > $1.position }
    var choices: [EditField.Option] = seals.map { ("\($0.position)", "The report sealed at position \($0.position)") }
    if let first = entries.first {
      choices.append(("\(first.position)", "When it was started, \(first.recordedAt.londonDay.words)"))
    }
    self.choices = choices
    from = try await ComparePage.place(visit, visit.field("from") ?? choices.first?.value ?? "1")
    to = try await ComparePage.place(visit, visit.field("to"))
    let before = try await ComparePage.draft(visit, report, from.position)
    let after = try await ComparePage.draft(visit, report, to.position)
    difference = DraftDifference(from: before, to: after)
  }

  /// A position, a day, or now.
  private static func place(_ visit: OfficeVisit, _ typed: String?) async throws -> Place {
    guard let typed, typed != "now" else {
      return Place(position: visit.book.position, words: "now", typed: "")
    }
    if let position = Int(typed), position > 0 {
      return Place(position: min(position, visit.book.position), words: "ledger position \(position)", typed: typed)
    }
    guard let day = Day(typed) ?? FuzzyDate(typed, in: nil)?.deadline else {
      throw Refusal.badRequest("“\(typed)” is neither a ledger position nor a day. Write 120 or 31 March 2026.")
    }
    let end = Moment(day + 1, hour: 0)
    let position = try await visit.site.council.asAt(moment: end).position
    return Place(position: position, words: "the end of \(day.words)", typed: typed)
  }

  private static func draft(_ visit: OfficeVisit, _ report: Report, _ position: Int) async throws -> ComposedReport {
    let book = try await visit.site.council.asAt(position: position)
    return ComposedReport(book.shownIn(report), book.reports[report.id] ?? report)
  }

  private var html: HTML {
    HTML.page(visit, "Compare drafts", .work) { html in
      html.element("h1", "What changed in “\(report.name(in: visit.book))”")
      html.element("p", ["class": "lead"], "From \(from.words) to \(to.words).")
      html.element("p") { $0.link("The report", report.address) }
      chooser(&html)
      if difference.sections.isEmpty { html.raw("<p>Nothing: both drafts say the same.</p>") }
      for section in difference.sections { self.section(section, &html) }
    }
  }

  private func chooser(_ html: inout HTML) {
    html.element("form", ["method": "get", "action": "\(report.address)/compare", "class": "filters"]) { html in
      html.element("div") { html in
        html.element("label", ["for": "from"], "From")
        html.select("from", name: "from", chosen: from.typed, options(from))
      }
      html.element("div") { html in
        html.element("label", ["for": "to"], "To a ledger position or a day; empty for now")
        html.input("to", value: to.typed, isShort: true)
      }
      html.raw("<div><button>Compare</button></div>")
    }
  }

  private func options(_ place: Place) -> [EditField.Option] {
    choices.contains { $0.value == place.typed } ? choices : choices + [(place.typed, place.words.capitalised)]
  }

  private func section(_ section: DraftDifference.Section, _ html: inout HTML) {
    html.raw(#"<section class="changes">"#)
    html.element("h2", section.title)
    for line in section.lines {
      html.element("p") { html in
        switch line {
        case .changed(let difference): html.difference(difference)
        case .out(let words): html.gone(words)
        case .new(let words): html.came(words)
        }
      }
    }
    for table in section.tables {
      html.element("h3", table.caption)
      html.raw("<ul>")
      for row in table.rows { self.row(row, &html) }
      html.raw("</ul>")
    }
    html.raw("</section>")
  }

  private func row(_ row: DraftDifference.RowChange, _ html: inout HTML) {
    html.raw("<li>")
    switch row {
    case .out(let name, _): html.gone(name)
    case .new(let name, let cells):
      html.came(name)
      html.text(": \(cells.filter { $0 != name }.joined(separator: ", "))")
    case .changed(let name, let cells):
      html.element("b", name)
      for cell in cells {
        html.text("; \(cell.column): ")
        html.gone(cell.before)
        html.raw(" ")
        html.came(cell.after)
      }
    }
    html.raw("</li>")
  }
}
