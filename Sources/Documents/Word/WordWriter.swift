/// Writes the parts of a Word document, block by block.
///
/// Ids count up from one as things are met: the same document always becomes the same file.
struct WordWriter {
  /// The body.
  var body = XML()
  /// What the body refers to.
  var references = PartReferences()
  /// The footnotes met so far.
  var notes = Footnotes()
  /// The charts met so far; the place in the list is the number of the part.
  private(set) var charts: [Chart] = []
  /// The numbered lists met so far, each of which begins at 1 again.
  private(set) var numberedLists = 0
  /// Whether a table was the last thing written: what follows it needs room above.
  var followsTable = false
  /// How the document is dressed.
  let dress: WordDress
  private var captions = Captions()
  private var anchors = Anchors()
  private var lastId = 0

  /// Writes the title and all blocks.
  init(_ document: Document, _ dress: WordDress = .ours) {
    var dress = dress
    if document.isWide { dress.page = dress.page.onItsSide }
    self.dress = dress
    for kind in [PartReferences.Kind.styles, .numbering, .settings, .footnotes] {
      references.add(kind, "\(kind.rawValue).xml")
    }
    paragraph(dress.title, [.text(document.title)])
    for block in document.blocks { write(block) }
    // Word wants a paragraph at the end.
    if followsTable, document.isWide {
      // One page is meant to be one: the edition stands at its foot, and a line here could begin a second.
      body.raw(#"<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>"#)
    } else if followsTable {
      paragraph(nil, [.text(document.edition)])
    }
  }

  private mutating func write(_ block: Block) {
    switch block {
    case .heading(let heading): write(heading)
    case .paragraph(let content): paragraph(nil, content)
    case .list(let list): write(list)
    case .table(let table): write(table, caption: "\(captions.nextTable()): ")
    case .chart(let chart): write(chart, caption: "\(captions.nextChart()): ")
    case .countStrip(let strip): write(strip)
    case .note(let note): write(note)
    }
  }

  /// The next number for a bookmark or a drawing.
  mutating func nextId() -> Int {
    lastId += 1
    return lastId
  }

  /// The number of a chart, whose part is written later.
  mutating func add(_ chart: Chart) -> Int {
    charts.append(chart)
    return charts.count
  }

  /// A paragraph in a named style, or in the one of running text.
  mutating func paragraph(_ style: String?, _ content: [Inline]) {
    let runs = runs(content)
    body.paragraph(style ?? (followsTable ? "AfterTable" : nil)) { $0.append(runs) }
    followsTable = false
  }

  private mutating func write(_ heading: Heading) {
    let id = nextId()
    let name = XML.bookmarkName(anchors.unique(heading))
    followsTable = false
    body.paragraph("Heading\(heading.level.rawValue - dress.rise)") { xml in
      xml.bookmark(name, id) { $0.run(heading.text) }
    }
  }

  private mutating func write(_ list: List) {
    if list.order == .numbered { numberedLists += 1 }
    let listing = list.order == .numbered ? dress.numbers : dress.bullets
    let number = list.order == .numbered ? dress.lastNumber + numberedLists : listing.number
    for item in list.items {
      let runs = runs(item)
      body.paragraph(listing.style, numbering: number) { $0.append(runs) }
    }
    followsTable = false
  }

  private mutating func write(_ strip: CountStrip) {
    body.paragraph(nil) { xml in
      xml.run(strip.label + ":  ", RunLook(bold: true))
      for (index, count) in strip.counts.enumerated() {
        if index > 0 { xml.run("  ") }
        xml.status(count.mark, count: count.count)
      }
    }
  }

  private mutating func write(_ note: Note) {
    if !note.label.isEmpty { paragraph("NoteLabel", [.text(note.label)]) }
    for content in note.paragraphs { paragraph("Note", content) }
  }
}

extension XML {
  /// A paragraph.
  mutating func paragraph(
    _ style: String?, numbering: Int? = nil, alignRight: Bool = false, _ content: (inout XML) -> Void
  ) {
    element("w:p") { xml in
      if style != nil || numbering != nil || alignRight {
        xml.element("w:pPr") { xml in
          if let style { xml.empty("w:pStyle", ["w:val": style]) }
          if let numbering {
            xml.element("w:numPr") { xml in
              xml.raw(#"<w:ilvl w:val="0"/>"#)
              xml.empty("w:numId", ["w:val": String(numbering)])
            }
          }
          if alignRight { xml.raw(#"<w:jc w:val="right"/>"#) }
        }
      }
      content(&xml)
    }
  }
}
