/// Real lists: Word knows them as lists, and reads them out as such.
enum WordNumbering {
  /// The number of the bulleted list; all share it.
  static let bullets = 1

  /// The part that defines the lists.
  static func file(numberedLists: Int) -> [UInt8] {
    XML.file { xml in
      xml.element("w:numbering", WordNamespaces.attributes) { xml in
        abstracts(0, 1, &xml)
        xml.element("w:num", ["w:numId": String(bullets)]) { $0.raw(#"<w:abstractNumId w:val="0"/>"#) }
        for list in 0..<numberedLists {
          xml.element("w:num", ["w:numId": String(bullets + list + 1)]) { xml in
            xml.raw(#"<w:abstractNumId w:val="1"/>"#)
            xml.raw(#"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>"#)
          }
        }
      }
    }
  }

  /// What a bulleted and a numbered list look like.
  static func abstracts(_ bullet: Int, _ decimal: Int, _ xml: inout XML) {
    xml.abstract(bullet, "bullet", "•")
    xml.abstract(decimal, "decimal", "%1.")
  }
}

extension XML {
  fileprivate mutating func abstract(_ id: Int, _ format: String, _ text: String) {
    element("w:abstractNum", ["w:abstractNumId": String(id)]) { xml in
      xml.raw(#"<w:multiLevelType w:val="singleLevel"/>"#)
      xml.element("w:lvl", ["w:ilvl": "0"]) { xml in
        xml.raw(#"<w:start w:val="1"/>"#)
        xml.empty("w:numFmt", ["w:val": format])
        xml.empty("w:lvlText", ["w:val": text])
        xml.raw(#"<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="567" w:hanging="397"/></w:pPr>"#)
        xml.raw(#"<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/></w:rPr>"#)
      }
    }
  }
}
