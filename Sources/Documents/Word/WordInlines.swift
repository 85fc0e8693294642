extension WordWriter {
  /// Running text of the body.
  ///
  /// - Parameter isNarrow: whether it stands in a column of a table.
  mutating func runs(_ content: [Inline], isNarrow: Bool = false) -> XML {
    var xml = XML()
    for inline in content {
      switch inline {
      case .text(let words): xml.run(words)
      case .strong(let words): xml.run(words, RunLook(bold: true))
      case .emphasis(let words): xml.run(words, RunLook(italic: true))
      case .status(let mark): xml.status(mark, breaks: isNarrow)
      case .link(let words, let url): xml.link(words, url, &references)
      case .footnote(let note): reference(note, &xml)
      case .lineBreak: xml.raw("<w:r><w:br/></w:r>")
      }
    }
    return xml
  }

  /// Word allows one reference for each note; a second one is a field that repeats its number.
  private mutating func reference(_ note: [Inline], _ xml: inout XML) {
    let (number, isNew) = notes.number(of: note)
    if isNew {
      xml.bookmark("_Note\(number)", nextId()) { xml in
        xml.element("w:r") { xml in
          xml.raw(#"<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>"#)
          xml.empty("w:footnoteReference", ["w:id": String(number)])
        }
      }
    } else {
      xml.element("w:fldSimple", ["w:instr": " NOTEREF _Note\(number) \\f \\h "]) { xml in
        xml.run(String(number), RunLook(style: "FootnoteReference"))
      }
    }
  }
}

extension XML {
  /// Words that lead to an address, or to a heading of the same document.
  mutating func link(_ words: String, _ url: String, _ references: inout PartReferences) {
    guard isSafeAddress(url), !url.hasPrefix("/"), !url.hasPrefix("?") else { return run(words) }
    if url.hasPrefix("#") {
      element("w:hyperlink", ["w:anchor": XML.bookmarkName(String(url.dropFirst()))]) {
        $0.run(words, RunLook(style: "Hyperlink"))
      }
    } else {
      let id = references.add(.hyperlink, url)
      element("w:hyperlink", ["r:id": id]) { $0.run(words, RunLook(style: "Hyperlink")) }
    }
  }

  /// A place that links and fields can lead to.
  mutating func bookmark(_ name: String, _ id: Int, _ content: (inout XML) -> Void) {
    empty("w:bookmarkStart", ["w:id": String(id), "w:name": name])
    content(&self)
    empty("w:bookmarkEnd", ["w:id": String(id)])
  }

  /// Word wants at most 40 letters, digits and underscores, beginning with a letter.
  static func bookmarkName(_ anchor: String) -> String {
    "a_" + String(anchor.map { $0 == "-" ? "_" : $0 }.prefix(38))
  }
}
