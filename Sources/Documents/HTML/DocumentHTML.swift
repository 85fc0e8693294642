/// A stretch of a document's blocks that a page sets apart, such as words that may be edited: what it writes around them.
package struct Edge {
  package let place: Range<Int>
  package let write: (_ html: inout HTML, _ blocks: (inout HTML) -> Void) -> Void

  package init(_ place: Range<Int>, _ write: @escaping (inout HTML, (inout HTML) -> Void) -> Void) {
    self.place = place
    self.write = write
  }
}

extension HTML {
  /// A document as the content of an `article`: title, blocks, footnotes, edition.
  ///
  /// - Parameters:
  ///   - edges: in the order of their places; between and within them is what would be there without.
  ///   - belowTitle: what stands between the title and the first block, such as a list of contents.
  package mutating func article(
    _ document: Document, within edges: [Edge] = [], belowTitle: (inout HTML) -> Void = { _ in }
  ) {
    var notes = Footnotes()
    var captions = Captions()
    var anchors = Anchors()
    element("article", ["class": "document", "lang": document.language]) { html in
      html.element("h1", document.title)
      belowTitle(&html)
      var next = 0
      for edge in edges {
        for block in document.blocks[next..<edge.place.lowerBound] { html.block(block, &notes, &captions, &anchors) }
        edge.write(&html) { html in
          for block in document.blocks[edge.place] { html.block(block, &notes, &captions, &anchors) }
        }
        next = edge.place.upperBound
      }
      for block in document.blocks[next...] { html.block(block, &notes, &captions, &anchors) }
      html.footnotes(notes)
      if !document.edition.isEmpty { html.element("p", ["class": "edition"], document.edition) }
    }
  }

  private mutating func block(
    _ block: Block, _ notes: inout Footnotes, _ captions: inout Captions, _ anchors: inout Anchors
  ) {
    switch block {
    case .heading(let heading): self.heading(heading, id: anchors.unique(heading))
    case .paragraph(let content): element("p") { $0.inlines(content, &notes) }
    case .list(let list): self.list(list, &notes)
    case .table(let table): self.table(table, caption: "\(captions.nextTable()): \(table.caption)", &notes)
    case .chart(let chart): self.chart(chart, caption: "\(captions.nextChart()): \(chart.title)")
    case .countStrip(let strip): countStrip(strip)
    case .note(let note): self.note(note, &notes)
    }
  }

  private mutating func heading(_ heading: Heading, id: String) {
    switch heading.level {
    case .section: element("h2", ["id": id], heading.text)
    case .subsection: element("h3", ["id": id], heading.text)
    case .detail: element("h4", ["id": id], heading.text)
    }
  }

  private mutating func list(_ list: List, _ notes: inout Footnotes) {
    element(list.order == .numbered ? "ol" : "ul") { html in
      for item in list.items { html.element("li") { $0.inlines(item, &notes) } }
    }
  }

  private mutating func note(_ note: Note, _ notes: inout Footnotes) {
    element("div", ["class": "note"]) { html in
      if !note.label.isEmpty { html.element("p", ["class": "note-label"], note.label) }
      for paragraph in note.paragraphs { html.element("p") { $0.inlines(paragraph, &notes) } }
    }
  }
}

extension HTML {
  /// Some blocks of a document by themselves.
  package mutating func blocks(_ blocks: [Block]) {
    var notes = Footnotes()
    var captions = Captions()
    var anchors = Anchors()
    for block in blocks { self.block(block, &notes, &captions, &anchors) }
  }
}
