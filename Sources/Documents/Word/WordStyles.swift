/// The styles of the document: Arial 12, left aligned, real headings.
enum WordStyles {
  /// The part that holds the styles.
  ///
  /// - Parameter isWide: whether the pages lie on their side, where one table is to fit on one page: its words are in 10
  ///   points.
  static func file(language: String, isWide: Bool = false) -> [UInt8] {
    XML.file { xml in
      xml.element("w:styles", WordNamespaces.attributes) { xml in
        xml.element("w:docDefaults") { $0.defaults(language) }
        xml.raw(
          #"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>"#
        )
        xml.raw(
          """
          <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">\
          <w:name w:val="Default Paragraph Font"/></w:style>\
          <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>\
          <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>\
          <w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>\
          </w:tblCellMar></w:tblPr></w:style>\
          <w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/></w:style>
          """)
        xml.heading(1, size: 40, before: 0, Palette.accent)
        xml.heading(2, size: 32, before: 360, Palette.accent)
        xml.heading(3, size: 28, before: 280, Palette.ink)
        xml.heading(4, size: 24, before: 240, Palette.ink)
        for style in paragraphs { xml.raw(style) }
        xml.raw(isWide ? smallTableText : tableText)
        xml.note()
        xml.table()
        xml.link()
      }
    }
  }

  private static let tableText: StaticString = """
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText"><w:name w:val="Table Text"/>\
    <w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="50" w:after="50" w:line="252" w:lineRule="auto"/>\
    </w:pPr></w:style>
    """

  private static let smallTableText: StaticString = """
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableText"><w:name w:val="Table Text"/>\
    <w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:before="40" w:after="40" w:line="240" w:lineRule="auto"/>\
    </w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>
    """

  private static let paragraphs: [StaticString] = [
    """
    <w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>\
    <w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:spacing w:after="80"/></w:pPr></w:style>
    """,
    """
    <w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/><w:basedOn w:val="Normal"/>\
    <w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="100"/></w:pPr>\
    <w:rPr><w:b/><w:bCs/></w:rPr></w:style>
    """,
    """
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableHeader"><w:name w:val="Table Header"/>\
    <w:basedOn w:val="TableText"/><w:qFormat/><w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>
    """,
    """
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="TableGroup"><w:name w:val="Table Group"/>\
    <w:basedOn w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="60"/></w:pPr>\
    <w:rPr><w:i/><w:iCs/></w:rPr></w:style>
    """,
    """
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="AfterTable"><w:name w:val="After Table"/>\
    <w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240"/></w:pPr></w:style>
    """,
    """
    <w:style w:type="paragraph" w:customStyle="1" w:styleId="Chart"><w:name w:val="Chart"/>\
    <w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:after="60" w:line="240" w:lineRule="auto"/></w:pPr></w:style>
    """,
    """
    <w:style w:type="paragraph" w:styleId="FootnoteText"><w:name w:val="footnote text"/><w:basedOn w:val="Normal"/>\
    <w:pPr><w:spacing w:after="40" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>
    """,
    """
    <w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/>\
    <w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
    """,
    """
    <w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/>\
    <w:pPr><w:spacing w:after="160" w:line="240" w:lineRule="auto"/></w:pPr></w:style>
    """,
    """
    <w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/>\
    <w:pPr><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>\
    <w:rPr><w:color w:val="47525F"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr></w:style>
    """,
  ]
}

extension XML {
  fileprivate mutating func defaults(_ language: String) {
    element("w:rPrDefault") { xml in
      xml.element("w:rPr") { xml in
        xml.raw(#"<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>"#)
        xml.empty("w:color", ["w:val": Palette.ink.hex])
        xml.raw(#"<w:sz w:val="24"/><w:szCs w:val="24"/>"#)
        xml.empty("w:lang", ["w:val": language, "w:eastAsia": language, "w:bidi": "ar-SA"])
      }
    }
    raw(
      """
      <w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>
      """)
  }

  fileprivate mutating func heading(_ level: Int, size: Int, before: Int, _ colour: Colour) {
    element("w:style", ["w:type": "paragraph", "w:styleId": "Heading\(level)"]) { xml in
      xml.empty("w:name", ["w:val": "heading \(level)"])
      xml.raw(#"<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>"#)
      xml.element("w:pPr") { xml in
        xml.raw("<w:keepNext/><w:keepLines/>")
        xml.empty("w:spacing", ["w:before": String(before), "w:after": "120", "w:line": "252", "w:lineRule": "auto"])
        xml.empty("w:outlineLvl", ["w:val": String(level - 1)])
      }
      xml.element("w:rPr") { xml in
        xml.raw("<w:b/><w:bCs/>")
        xml.empty("w:color", ["w:val": colour.hex])
        xml.empty("w:sz", ["w:val": String(size)])
        xml.empty("w:szCs", ["w:val": String(size)])
      }
    }
  }

  /// A passage set apart: a rule beside it and a pale ground, no box and no table.
  fileprivate mutating func note() {
    element("w:style", ["w:type": "paragraph", "w:customStyle": "1", "w:styleId": "Note"]) { xml in
      xml.raw(#"<w:name w:val="Note"/><w:basedOn w:val="Normal"/><w:qFormat/>"#)
      xml.element("w:pPr") { xml in
        xml.raw("<w:keepLines/>")
        xml.element("w:pBdr") { xml in
          xml.empty("w:left", ["w:val": "single", "w:sz": "24", "w:space": "8", "w:color": Palette.accent.hex])
        }
        xml.empty("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": Palette.wash.hex])
        xml.raw(#"<w:ind w:left="227"/>"#)
      }
    }
    raw(
      """
      <w:style w:type="paragraph" w:customStyle="1" w:styleId="NoteLabel"><w:name w:val="Note Label"/>\
      <w:basedOn w:val="Note"/><w:next w:val="Note"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="120" w:after="0"/></w:pPr>\
      <w:rPr><w:b/><w:bCs/></w:rPr></w:style>
      """)
  }

  /// Rules between rows, a strong one below the header, none at the sides.
  fileprivate mutating func table() {
    element("w:style", ["w:type": "table", "w:customStyle": "1", "w:styleId": "CouncilTable"]) { xml in
      xml.raw(#"<w:name w:val="Council Table"/><w:basedOn w:val="TableNormal"/>"#)
      xml.element("w:tblPr") { xml in
        xml.element("w:tblBorders") { xml in
          xml.empty("w:bottom", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": Palette.line.hex])
          xml.empty("w:insideH", ["w:val": "single", "w:sz": "4", "w:space": "0", "w:color": Palette.line.hex])
        }
        xml.raw(#"<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>"#)
      }
      xml.element("w:tblStylePr", ["w:type": "firstRow"]) { xml in
        xml.raw("<w:rPr><w:b/><w:bCs/></w:rPr>")
        xml.element("w:tcPr") { xml in
          xml.element("w:tcBorders") { xml in
            xml.empty("w:bottom", ["w:val": "single", "w:sz": "12", "w:space": "0", "w:color": Palette.ink.hex])
          }
        }
      }
    }
  }

  fileprivate mutating func link() {
    element("w:style", ["w:type": "character", "w:styleId": "Hyperlink"]) { xml in
      xml.raw(#"<w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/>"#)
      xml.element("w:rPr") { xml in
        xml.empty("w:color", ["w:val": Palette.link.hex])
        xml.raw(#"<w:u w:val="single"/>"#)
      }
    }
  }
}
