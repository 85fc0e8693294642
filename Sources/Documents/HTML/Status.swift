extension HTML {
  /// A status: its shape, hidden from screen readers, and its word.
  package mutating func status(_ mark: StatusMark) {
    element("span", ["class": mark.tone.cssClass]) { html in
      html.shape(mark.tone)
      html.text(mark.word)
    }
  }

  /// The shape of a status alone; its word has to stand beside it.
  package mutating func shape(_ tone: Tone) {
    raw(#"<svg class="shape" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">"#)
    raw(tone.appearance.drawing)
    raw("</svg>")
  }

  /// How many of each status: shapes, numbers and words in one line.
  package mutating func countStrip(_ strip: CountStrip) {
    element("div", ["class": "count-strip"]) { html in
      html.element("p", ["class": "count-label"], strip.label)
      html.element("ul") { html in
        for count in strip.counts {
          html.element("li", ["class": count.mark.tone.cssClass]) { html in
            html.shape(count.mark.tone)
            html.element("b", String(count.count))
            html.text(" ")
            html.text(count.mark.word)
          }
        }
      }
    }
  }
}

extension Tone {
  /// The class names that style the word.
  package var cssClass: String {
    switch self {
    case .green: "status status-green"
    case .amber: "status status-amber"
    case .red: "status status-red"
    case .blue: "status status-blue"
    case .grey: "status status-grey"
    }
  }
}
