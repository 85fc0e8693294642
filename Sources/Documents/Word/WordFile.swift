extension Document {
  /// The document as a Word file. The same document gives the same bytes, on any day and any machine.
  package func word() throws(ZipFailure) -> [UInt8] {
    let writer = WordWriter(self)
    let footnotes = WordFootnotes(writer.notes)
    var zip = ZipWriter()
    for part in wordParts(writer, footnotes) { zip.add(part.name, part.bytes) }
    for (index, chart) in writer.charts.enumerated() {
      zip.add("word/embeddings/chart\(index + 1).xlsx", try chart.grid.workbook())
    }
    return try zip.bytes()
  }

  /// The parts that are XML, in the order of the archive.
  func wordParts(_ writer: WordWriter, _ footnotes: WordFootnotes) -> [(name: String, bytes: [UInt8])] {
    var parts = [
      ("[Content_Types].xml", contentTypes(charts: writer.charts.count)),
      ("_rels/.rels", packageReferences),
      ("docProps/core.xml", CoreProperties.file(title: title, subject: subject, language: language)),
      ("word/document.xml", body(writer)),
      ("word/_rels/document.xml.rels", writer.references.file),
      ("word/styles.xml", WordStyles.file(language: language)),
      ("word/numbering.xml", WordNumbering.file(numberedLists: writer.numberedLists)),
      ("word/settings.xml", settings),
      ("word/footnotes.xml", footnotes.file),
      ("word/footer1.xml", WordPage.footer(edition)),
    ]
    if !footnotes.references.isEmpty { parts.append(("word/_rels/footnotes.xml.rels", footnotes.references.file)) }
    for (index, chart) in writer.charts.enumerated() {
      let workbook = "../embeddings/chart\(index + 1).xlsx"
      parts.append(("word/charts/chart\(index + 1).xml", ChartPart(chart).file))
      parts.append(("word/charts/_rels/chart\(index + 1).xml.rels", PartReferences.file { $0.add(.package, workbook) }))
    }
    return parts
  }

  private func contentTypes(charts: Int) -> [UInt8] {
    var types = PartTypes()
    types.add("/docProps/core.xml", PartTypes.coreProperties)
    types.add("/word/document.xml", PartTypes.word("document.main"))
    for part in ["styles", "numbering", "settings", "footnotes"] {
      types.add("/word/\(part).xml", PartTypes.word(part))
    }
    types.add("/word/footer1.xml", PartTypes.word("footer"))
    for chart in 0..<charts { types.add("/word/charts/chart\(chart + 1).xml", PartTypes.chart) }
    return types.file
  }

  private var packageReferences: [UInt8] {
    PartReferences.file { references in
      references.add(.officeDocument, "word/document.xml")
      references.add(.coreProperties, "docProps/core.xml")
    }
  }

  private func body(_ writer: WordWriter) -> [UInt8] {
    XML.file { xml in
      xml.element("w:document", WordNamespaces.attributes) { xml in
        xml.element("w:body") { xml in
          xml.append(writer.body)
          xml.append(WordPage.section(writer.footer))
        }
      }
    }
  }

  private var settings: [UInt8] {
    XML.file { xml in
      xml.element("w:settings", WordNamespaces.attributes) { xml in
        xml.raw(#"<w:defaultTabStop w:val="720"/>"#)
        xml.raw(#"<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>"#)
        xml.raw(
          """
          <w:compat><w:compatSetting w:name="compatibilityMode" \
          w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
          """)
        xml.empty("w:themeFontLang", ["w:val": language])
      }
    }
  }
}
