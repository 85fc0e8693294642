extension HTML {
  /// Running text. Footnotes are collected, to be written at the end of the page.
  package mutating func inlines(_ content: [Inline], _ notes: inout Footnotes) {
    for inline in content {
      switch inline {
      case .text(let words): text(words)
      case .strong(let words): element("strong", words)
      case .emphasis(let words): element("em", words)
      case .status(let mark): status(mark)
      case .link(let words, let url): link(words, url)
      case .footnote(let note): reference(notes.number(of: note))
      case .lineBreak: void("br")
      }
    }
  }

  /// Running text on a page without footnotes; references to notes are left out.
  package mutating func inlines(_ content: [Inline]) {
    var ignored = Footnotes()
    inlines(content.filter { if case .footnote = $0 { false } else { true } }, &ignored)
  }

  /// The notes at the foot of a page, each with the way back.
  package mutating func footnotes(_ notes: Footnotes) {
    var notes = notes
    guard !notes.notes.isEmpty else { return }
    element("section", ["class": "footnotes", "aria-label": "Footnotes"]) { html in
      html.element("ol") { html in
        // A note may itself refer to one that has not been met yet, so the list can grow while it is written.
        var number = 1
        while number <= notes.notes.count {
          html.element("li", ["id": "note-\(number)"]) { html in
            html.inlines(notes.notes[number - 1], &notes)
            html.text(" ")
            html.element(
              "a", ["href": "#note-\(number)-reference", "aria-label": "Back to where note \(number) stands"]
            ) {
              $0.text("↩")
            }
          }
          number += 1
        }
      }
    }
  }

  private mutating func link(_ words: String, _ url: String) {
    if isSafeAddress(url) { element("a", ["href": url], words) } else { text(words) }
  }

  private mutating func reference(_ note: (number: Int, isNew: Bool)) {
    element("sup") { html in
      html.element(
        "a",
        [
          "href": "#note-\(note.number)", "id": note.isNew ? "note-\(note.number)-reference" : nil,
          "aria-label": "Note \(note.number)",
        ], String(note.number))
    }
  }
}
