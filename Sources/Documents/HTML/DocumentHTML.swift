extension HTML {
  /// A document as the content of an `article`: title, blocks, footnotes, edition.
  ///
  /// - Parameter belowTitle: what stands between the title and the first block, such as a list of contents.
  package mutating func article(_ document: Document, belowTitle: (inout HTML) -> Void = { _ in }) {
    var notes = Footnotes()
    var captions = Captions()
    var anchors = Anchors()
    element("article", ["class": "document", "lang": document.language]) { html in
      html.element("h1", document.title)
      belowTitle(&html)
      for block in document.blocks { html.block(block, &notes, &captions, &anchors) }
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
