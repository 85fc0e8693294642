/// The part that holds the footnotes, and what they refer to.
struct WordFootnotes {
  private var notes = XML()
  private(set) var references = PartReferences()

  init(_ footnotes: Footnotes) {
    for (index, note) in footnotes.notes.enumerated() {
      var runs = XML()
      write(note, &runs)
      notes.element("w:footnote", ["w:id": String(index + 1)]) { xml in
        xml.paragraph("FootnoteText") { xml in
          xml.raw(#"<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>"#)
          xml.run(" ")
          xml.append(runs)
        }
      }
    }
  }

  /// Word forbids a footnote within a footnote; what it says stands in brackets instead.
  private mutating func write(_ content: [Inline], _ xml: inout XML) {
    for inline in content {
      switch inline {
      case .text(let words): xml.run(words)
      case .strong(let words): xml.run(words, RunLook(bold: true))
      case .emphasis(let words): xml.run(words, RunLook(italic: true))
      case .status(let mark): xml.status(mark)
      case .link(let words, let url): xml.link(words, url, &references)
      case .lineBreak: xml.raw("<w:r><w:br/></w:r>")
      case .footnote(let note):
        xml.run(" (")
        write(note, &xml)
        xml.run(")")
      }
    }
  }

  /// The part; Word expects the two separators in it even when there are no notes.
  var file: [UInt8] {
    XML.file { xml in
      xml.element("w:footnotes", WordNamespaces.attributes) { xml in
        xml.raw(
          """
          <w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>\
          <w:r><w:separator/></w:r></w:p></w:footnote>\
          <w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>\
          <w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
          """)
        xml.append(notes)
      }
    }
  }
}
