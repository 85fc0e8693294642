import CorporatePlan
import Documents

extension HTML {
  /// The five shapes, once a page; `shape(of:)` refers to them.
  mutating func shapes() {
    raw(#"<svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">"#)
    for tone in Tone.allCases {
      raw(#"<symbol id="shape-"#)
      raw(tone.name)
      raw(#"" viewBox="0 0 16 16">"#)
      raw(tone.appearance.drawing)
      raw("</symbol>")
    }
    raw("</svg>")
  }

  /// The shape of a status; its word has to stand beside it.
  mutating func shape(of tone: Tone) {
    raw(##"<svg class="shape" aria-hidden="true"><use href="#shape-"##)
    raw(tone.name)
    raw(#""/></svg>"#)
  }

  /// A status as a tag: shape, word and tint.
  mutating func tag(_ mark: StatusMark) {
    raw(#"<span class="status status-"#)
    raw(mark.tone.name)
    raw(#"">"#)
    shape(of: mark.tone)
    text(mark.word)
    raw("</span>")
  }

  /// The year of an indicator or action at a glance: a cell for each quarter, with its shape.
  mutating func ribbon(_ label: StaticString, _ marks: [StatusMark?], current: Int?) {
    raw(#"<ol class="ribbon" aria-label=""#)
    raw(label)
    raw(#"">"#)
    for (index, mark) in marks.enumerated() {
      index == current ? raw(#"<li class="now">Q"#) : raw("<li>Q")
      text(index + 1)
      if let mark {
        shape(of: mark.tone)
        raw(#"<span class="hidden">"#)
        text(mark.word)
        raw("</span></li>")
      } else {
        raw(#"<span class="blank"></span><span class="hidden">nothing reported</span></li>"#)
      }
    }
    raw("</ol>")
  }

  /// The year of a priority: how many of its indicators were on target in each quarter, out of those rated.
  mutating func ribbon(onTarget counts: [(count: Int, rated: Int)?], current: Int?) {
    raw(#"<ol class="ribbon counts" aria-label="Indicators on target by quarter">"#)
    for (index, count) in counts.enumerated() {
      index == current ? raw(#"<li class="now">Q"#) : raw("<li>Q")
      text(index + 1)
      if let count {
        shape(of: .green)
        text(count.count)
        raw(#"<span class="of"> of "#)
        text(count.rated)
        raw("</span></li>")
      } else {
        raw(#"<span class="blank"></span><span class="hidden">nothing reported</span></li>"#)
      }
    }
    raw("</ol>")
  }
}

extension Tone {
  /// Its name in class names and ids.
  var name: StaticString {
    switch self {
    case .green: "green"
    case .amber: "amber"
    case .red: "red"
    case .blue: "blue"
    case .grey: "grey"
    }
  }
}
