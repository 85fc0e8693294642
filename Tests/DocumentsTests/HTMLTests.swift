import Testing

@testable import Documents

@Suite("Text can never become markup")
struct HTMLTests {
  @Test(
    "special characters of text and of attributes",
    arguments: [
      ("Fish & chips", "Fish &amp; chips"), ("<script>", "&lt;script&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
      ("\"\u{301} onfocus=alert(1)", "&quot;\u{301} onfocus=alert(1)"), ("<\u{338}", "&lt;\u{338}"),
      (">\u{200D}&\u{20E3}", "&gt;\u{200D}&amp;\u{20E3}"), ("a\0b\u{8}\u{1B}", "ab"), ("a\u{FFFE}b\u{FFFF}c", "abc"),
      ("\u{FFFD}\u{FB01}", "\u{FFFD}\u{FB01}"), ("a\tb\r\nc", "a\tb\r\nc"), ("£1.2m – 4 ½", "£1.2m – 4 ½"), ("", ""),
    ])
  func escaping(text: String, escaped: String) {
    var html = HTML()
    html.element("p", ["title": text], text)
    #expect(html.string == "<p title=\"\(escaped)\">\(escaped)</p>")
  }

  @Test("an attribute without a value is left out, an empty one is kept")
  func attributes() {
    var html = HTML()
    html.void("input", ["type": "checkbox", "checked": "", "disabled": nil])
    #expect(html.string == #"<input type="checkbox" checked="">"#)
  }

  @Test("elements stand inside one another in the order they were written")
  func nesting() {
    var html = HTML()
    html.element("ul", ["class": "plain"]) { html in
      for name in ["Housing", "Waste"] { html.element("li", name) }
    }
    html.raw("<hr>")
    html.text(2026)
    #expect(html.string == #"<ul class="plain"><li>Housing</li><li>Waste</li></ul><hr>2026"#)
  }

  @Test("an error in the content reaches the caller as it is")
  func failing() {
    struct Missing: Error, Equatable {}
    var html = HTML()
    #expect(throws: Missing()) {
      try html.element("p") { _ throws(Missing) in throw Missing() }
    }
  }
}

extension HTML {
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
