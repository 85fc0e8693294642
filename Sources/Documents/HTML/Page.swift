extension HTML {
  /// A document as one file that needs nothing else: what is kept when a report is sealed.
  ///
  /// - Parameter logo: stands above the document, and in the file itself.
  package static func page(_ document: Document, css: String, logo: Logo? = nil) -> HTML {
    file(title: document.title, language: document.language, description: document.subject, css: css) { html in
      if let logo { html.element("header", ["class": "letterhead"]) { $0.picture(logo) } }
      html.element("main", ["id": "main"]) { $0.article(document) }
    }
  }

  /// A page that needs no other file; its main part has the id `main`.
  package static func file(
    title: String, language: String, description: String, css: String, _ content: (inout HTML) -> Void
  ) -> HTML {
    var html = HTML(reserving: 64 << 10)
    html.raw("<!DOCTYPE html>")
    html.element("html", ["lang": language]) { html in
      html.element("head") { html in
        html.raw(#"<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">"#)
        html.element("title", title)
        if !description.isEmpty { html.void("meta", ["name": "description", "content": description]) }
        html.style(css)
      }
      html.element("body") { html in
        html.raw(##"<a class="skip" href="#main">Skip to main content</a>"##)
        content(&html)
      }
    }
    return html
  }

  /// A logo within the page, at most 240 pixels wide and 80 high.
  package mutating func picture(_ logo: Logo) {
    let (width, height) = logo.size(within: 240, 80)
    void(
      "img",
      [
        "src": "data:\(logo.picture.kind.mediaType);base64,\(base64(logo.picture.bytes))", "alt": logo.words,
        "width": String(width), "height": String(height),
      ])
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

/// Bytes as text (RFC 4648, section 4).
func base64(_ bytes: [UInt8]) -> String {
  let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var text: [UInt8] = []
  text.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
    for place in 0..<4 {
      text.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
    }
  }
  return String(decoding: text, as: UTF8.self)
}
