import CorporatePlan
import Documents

/// A report as it stands: the sections of its kind in the council's order and wording, with what people wrote in them.
///
/// It is a function of the Book and the report alone. Nothing in it comes from a clock.
package struct ComposedReport: Sendable {
  package let report: Report
  package let title: String
  package let sections: [ReportSection]
  package let document: Document

  package init(_ book: Book, _ report: Report) {
    let source = ReportSource(book, report)
    let template = book.reportTemplates[report.type.code] ?? ReportTemplate(report.type)
    let passages = PassageText(book, report)
    self.report = report
    title = report.title ?? source.title
    sections = source.sections.arranged(by: template)
    document = Document(
      title: title, subject: source.subject, edition: source.edition,
      blocks: sections.flatMap { section in
        (section.heading.map { [.heading($0)] } ?? []) + section.parts.flatMap(passages.blocks)
      })
  }
}

/// What a kind of report draws from the Book, before the council's template and words.
struct ReportSource {
  let title: String
  let subject: String
  let edition: String
  let sections: [ReportSection]

  init(_ book: Book, _ report: Report) {
    // The other kinds come here, each with its own composer.
    let performance = PerformanceReport(book, report.period)
    title = performance.title
    subject = performance.subject
    edition = performance.edition
    sections = performance.sections
  }
}

extension [ReportSection] {
  /// In the order and under the headings of a template. What it does not name stays behind what it stood behind.
  func arranged(by template: ReportTemplate) -> [ReportSection] {
    let named = template.sections.map(\.key)
    let places = Dictionary(named.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var place = -1
    let placed = enumerated().map { index, section -> (place: Int, index: Int, section: ReportSection) in
      place = places[section.templateKey] ?? place
      return (place, index, section)
    }
    return placed.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.compactMap { _, _, section in
      guard let wanted = template.sections.first(where: { $0.key == section.templateKey }) else { return section }
      if wanted.isLeftOut, !section.isRequired { return nil }
      var section = section
      // A heading of one's own is for sections that there is one of.
      if let heading = wanted.heading, section.key == wanted.key { section.heading?.text = heading }
      return section
    }
  }
}
