import CorporatePlan
import Documents

/// The records of a committee paper in the making. Each part of the paper has a file that adds to it.
struct PaperDraft {
  let parts: PaperParts
  let order: ImportOrder
  var draft: ImportDraft
  var paper: Paper
  /// Lines that a part of the paper has made a record of; the others become sections.
  var placed: Set<Int> = []
  /// Every line under a heading, counted through.
  let lines: [(chapter: Int, line: PrintedLine)]
  /// The places in `lines` of each chapter's.
  let ranges: [Range<Int>]

  init(_ parts: PaperParts, _ order: ImportOrder) {
    self.parts = parts
    self.order = order
    draft = ImportDraft(parts.document, order)
    var lines: [(chapter: Int, line: PrintedLine)] = []
    ranges = parts.chapters.enumerated().map { chapter, content in
      let start = lines.count
      lines += content.lines.map { (chapter, $0) }
      return start..<lines.count
    }
    self.lines = lines
    let committee = parts.line(.committee)?.words
    let meeting = parts.line(.meeting).flatMap { PaperDraft.day($0.words) }
    let title = parts.line(.title)?.words.onOneLine ?? parts.head.first?.text ?? parts.document.name
    let id = [committee, meeting?.description, title].compactMap { $0 }.joined(separator: " ")
    paper = Paper(id: Slugs.slug(id), title: title, committee: committee, meeting: meeting)
  }

  static func day(_ text: String) -> Day? {
    let dates = FuzzyDate.all(in: text.onOneLine).filter { $0.grain == .day }
    return dates.count == 1 ? dates[0].deadline : nil
  }

  /// The lines of the chapters on a topic, with their places in `lines`.
  func lines(on topic: PaperTopic) -> [(index: Int, line: PrintedLine)] {
    parts.chapters.indices.filter { parts.chapters[$0].topic == topic }.flatMap { ranges[$0] }
      .filter { !placed.contains($0) }.map { ($0, lines[$0].line) }
  }

  /// Counts the lines of a table as placed.
  mutating func place(_ table: SourceTable, of chapter: Int) {
    let places = Set(table.rows.flatMap(\.cells).map(\.locator))
    placed.formUnion(ranges[chapter].filter { places.contains(lines[$0].line.locator) })
    draft.take(places)
  }

  /// Tells that a name was left out. Only the preview shows the line as it stands: the message is kept with the file.
  mutating func tellLeftOut(_ what: String, at locator: Locator, verbatim: String) {
    draft.tell(
      .note, .personLeftOut, at: locator, verbatim: verbatim,
      "A person's name or address stands here and was left out of the record; \(what).")
  }
}
