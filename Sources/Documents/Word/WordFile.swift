extension Document {
  /// The document as a Word file. The same document gives the same bytes, on any day and any machine.
  package func word() throws(ZipFailure) -> [UInt8] {
    let writer = WordWriter(self)
    let footnotes = WordFootnotes(writer.notes)
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", contentTypes(charts: writer.charts.count))
    zip.add("_rels/.rels", packageRelationships)
    zip.add("docProps/core.xml", coreProperties)
    zip.add("word/document.xml", body(writer))
    zip.add("word/_rels/document.xml.rels", writer.relationships.file)
    zip.add("word/styles.xml", WordStyles.file(language: language))
    zip.add("word/numbering.xml", WordNumbering.file(numberedLists: writer.numberedLists))
    zip.add("word/settings.xml", settings)
    zip.add("word/footnotes.xml", footnotes.file)
    if !footnotes.relationships.isEmpty {
      zip.add("word/_rels/footnotes.xml.rels", footnotes.relationships.file)
    }
    zip.add("word/footer1.xml", WordPage.footer(edition))
    for (index, chart) in writer.charts.enumerated() { try add(ChartPart(chart), index + 1, to: &zip) }
    return try zip.bytes()
  }

  private func add(_ part: ChartPart, _ number: Int, to zip: inout ZipWriter) throws(ZipFailure) {
    zip.add("word/charts/chart\(number).xml", part.file)
    zip.add(
      "word/charts/_rels/chart\(number).xml.rels",
      Relationships.file { $0.add(.package, "../embeddings/chart\(number).xlsx") })
    zip.add("word/embeddings/chart\(number).xlsx", try part.grid.workbook())
  }

  private func contentTypes(charts: Int) -> [UInt8] {
    var types = ContentTypes()
    types.add("/docProps/core.xml", ContentTypes.coreProperties)
    types.add("/word/document.xml", ContentTypes.word("document.main"))
    for part in ["styles", "numbering", "settings", "footnotes"] {
      types.add("/word/\(part).xml", ContentTypes.word(part))
    }
    types.add("/word/footer1.xml", ContentTypes.word("footer"))
    for chart in 0..<charts { types.add("/word/charts/chart\(chart + 1).xml", ContentTypes.chart) }
    return types.file
  }

  private var packageRelationships: [UInt8] {
    Relationships.file { relationships in
      relationships.add(.officeDocument, "word/document.xml")
      relationships.add(.coreProperties, "docProps/core.xml")
    }
  }

  /// Title, subject and language; no date and no author, which would be another clock in the file.
  private var coreProperties: [UInt8] {
    XML.file { xml in
      xml.element(
        "cp:coreProperties",
        [
          "xmlns:cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
          "xmlns:dc": "http://purl.org/dc/elements/1.1/",
        ]
      ) { xml in
        xml.element("dc:title", text: title)
        if !subject.isEmpty { xml.element("dc:subject", text: subject) }
        xml.element("dc:language", text: language)
      }
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
