extension HTML {
  /// A document as one file that needs nothing else: what is kept when a report is sealed.
  package static func page(_ document: Document, css: String) -> HTML {
    var html = HTML(reserving: 64 << 10)
    html.raw("<!DOCTYPE html>")
    html.element("html", ["lang": document.language]) { html in
      html.element("head") { html in
        html.raw(#"<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">"#)
        html.element("title", document.title)
        if !document.subject.isEmpty { html.void("meta", ["name": "description", "content": document.subject]) }
        html.style(css)
      }
      html.element("body") { html in
        html.raw(##"<a class="skip" href="#main">Skip to main content</a>"##)
        html.element("main", ["id": "main"]) { $0.article(document) }
      }
    }
    return html
  }

  /// A style sheet is no markup, yet `</` in it would end the element; `<\/` means the same to CSS.
  private mutating func style(_ css: String) {
    element("style") { html in
      var previous: UInt8 = 0
      for byte in css.utf8 {
        if previous == UInt8(ascii: "<"), byte == UInt8(ascii: "/") { html.output.bytes.append(UInt8(ascii: "\\")) }
        html.output.bytes.append(byte)
        previous = byte
      }
    }
  }
}
