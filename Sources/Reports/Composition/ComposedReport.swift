import CorporatePlan
import Documents

/// A report as it stands: the sections of its kind in the council's order and wording, with what people wrote in them.
///
/// It is a function of the Book and the report alone. Nothing in it comes from a clock.
package struct ComposedReport: Sendable {
  package let report: Report
  package let title: String
  package let sections: [ReportSection]
  /// Sections of its kind that the council's template leaves out.
  package let leftOut: [ReportSection]
  package let document: Document
  /// Every place for words, in order.
  package let passages: [ComposedPassage]
  /// Where each section stands among the blocks of the document, its heading included, by its key.
  package let places: [String: Range<Int>]
  package let figures: ReportFigures
  package let scorecard: Scorecard
  /// What it is drawn from, with the template's words for statuses.
  package let book: Book

  package init(_ book: Book, _ report: Report) {
    let template = book.reportTemplates[report.type.code] ?? ReportTemplate(report.type)
    let book = book.saying(template.statusWords)
    let period = report.type == .annual ? FinancialYear(containing: report.period.start).period : report.period
    let performance = PerformanceReport(book, Scorecard(book, period), report.detail)
    let source = ReportSource(book, report, performance)
    let written = Dictionary(
      book.passages.values.filter { $0.report == report.id }.map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
    self.report = report
    title = report.title ?? source.title
    self.book = book
    scorecard = performance.scorecard
    figures = ReportFigures(performance)
    sections = source.sections.arranged(by: template)
    let shown = Set(sections.map(\.key))
    leftOut = source.sections.filter { !shown.contains($0.key) }

    var blocks: [Block] = []
    var passages: [ComposedPassage] = []
    var places: [String: Range<Int>] = [:]
    for section in sections {
      let start = blocks.count
      // A section in which nobody has written anything yet is not there at all, unless it has to be: then it says so.
      let isEmpty = section.parts.allSatisfy { part in
        guard case .passage(let key, let generated) = part else { return false }
        return (written[key]?.text ?? generated).trimmed.isEmpty
      }
      if let heading = section.heading, !isEmpty || section.isRequired { blocks.append(.heading(heading)) }
      for part in section.parts {
        switch part {
        case .block(let block): blocks.append(block)
        case .passage(let key, let generated):
          let own = PassageText(written[key]?.text ?? generated).blocks(figures)
          passages.append(
            ComposedPassage(
              key: key, section: section.key, generated: generated, written: written[key],
              place: blocks.count..<blocks.count + own.count))
          blocks += own
        }
      }
      if isEmpty, section.isRequired { blocks.append(.paragraph(ReportSection.unwritten)) }
      places[section.key] = start..<blocks.count
    }
    self.passages = passages
    self.places = places
    document = Document(
      title: title, subject: source.subject, edition: source.edition, isWide: report.type == .planOnAPage,
      blocks: blocks)
  }

  /// The document with generated words in place of all that people wrote: what the counts are compared with, since
  /// people may say them in their own order. Their own words are held against the record by `problems`.
  package var withoutOwnWords: Document {
    var document = document
    for passage in passages.reversed() where passage.written != nil {
      document.blocks.replaceSubrange(passage.place, with: PassageText(passage.generated).blocks(figures))
    }
    return document
  }

  /// The same, marked as a draft: what leaves the workbench before it is sealed.
  package var draft: Document {
    var document = document
    let words = "This is a draft and has not been sealed: figures and words may change. \(document.edition)"
    let note = Note("Draft", paragraphs: [[.text(words)]])
    document.blocks.insert(.note(note), at: 0)
    document.edition = "Draft · \(document.edition)"
    return document
  }
}

/// A place of a report where people may write.
package struct ComposedPassage: Equatable, Sendable {
  /// `summary/indicators`.
  package let key: String
  /// The key of its section.
  package let section: String
  /// The words that the program writes there, with the names of figures; empty where it leaves room.
  package let generated: String
  /// What a person wrote instead.
  package let written: Passage?
  /// Where it stands among the blocks of the document; empty where nothing is written.
  package let place: Range<Int>

  package var text: String { written?.text ?? generated }

  /// Whether the generated words have become others since somebody replaced them.
  package var hasMoved: Bool { written.map { $0.replaced != generated } ?? false }
}

/// What a kind of report draws from the Book, before the council's template and words.
struct ReportSource {
  let title: String
  let subject: String
  let edition: String
  let sections: [ReportSection]

  init(title: String, subject: String, edition: String, sections: [ReportSection]) {
    (self.title, self.subject, self.edition, self.sections) = (title, subject, edition, sections)
  }

  /// - Parameter performance: how the plan stands in the period, which takes long to find out.
  init(_ book: Book, _ report: Report, _ performance: PerformanceReport) {
    let whole = ReportSource(whole: book, report, performance)
    let sections = report.isWithoutRisks ? whole.sections.compactMap(\.withoutRegister) : whole.sections
    self.init(title: whole.title, subject: whole.subject, edition: whole.edition, sections: sections)
  }

  private init(whole book: Book, _ report: Report, _ performance: PerformanceReport) {
    switch report.type {
    case .performance: self = performance.source
    case .cabinet: self = CabinetReport(book, report, performance.told(in: .exceptions)).source
    case .annual: self = AnnualReport(book, report.period, performance.told(in: .full)).source
    case .planOnAPage: self = PlanOnAPage(performance.told(in: .full)).source
    case .briefing: self = Briefing(book, performance.told(in: .full), report.scope).source
    }
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
      // The council's own words of every such report come first.
      if let text = wanted.text {
        section.parts.insert(.passage(key: "\(section.key)/opening", generated: text), at: 0)
      }
      return section
    }
  }
}
