import Documents

extension HTML {
  /// Names and what they stand for.
  mutating func summaryList(_ content: (inout HTML) -> Void) {
    raw(#"<dl class="summary">"#)
    content(&self)
    raw("</dl>")
  }

  mutating func summaryRow(_ name: String, _ content: (inout HTML) -> Void) {
    raw("<div><dt>")
    text(name)
    raw("</dt><dd>")
    content(&self)
    raw("</dd></div>")
  }

  /// A row of plain words; left out when there are none.
  mutating func summaryRow(_ name: String, _ words: String?) {
    guard let words, !words.isEmpty else { return }
    summaryRow(name) { $0.text(words) }
  }

  mutating func link(_ words: String, _ address: String) { element("a", ["href": address], words) }

  /// Paragraphs and lists of what people wrote.
  mutating func bullets(_ texts: [String]) {
    guard !texts.isEmpty else { return }
    raw("<ul>")
    for words in texts { element("li", words) }
    raw("</ul>")
  }
}
