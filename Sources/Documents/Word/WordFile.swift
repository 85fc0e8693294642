extension Document {
  /// The document as a Word file. The same document in the same look gives the same bytes, on any day and any machine.
  ///
  /// - Parameter look: the council's logo, and the Word file whose styles, page, headers and footers it has.
  package func word(_ look: ReportLook = .plain) throws(ZipFailure) -> [UInt8] {
    let writer = WordWriter(self, look.styleSource?.dress ?? .ours)
    let footnotes = WordFootnotes(writer.notes)
    var zip = ZipWriter()
    for part in wordParts(writer, footnotes, look) { zip.add(part.name, part.bytes) }
    for (index, chart) in writer.charts.enumerated() {
      zip.add("word/embeddings/chart\(index + 1).xlsx", try chart.grid.workbook())
    }
    return try zip.bytes()
  }

  /// The parts in the order of the archive, without the workbooks of the charts.
  func wordParts(
    _ writer: WordWriter, _ footnotes: WordFootnotes, _ look: ReportLook = .plain
  ) -> [(name: String, bytes: [UInt8])] {
    var references = writer.references
    var types = PartTypes()
    var parts: [(name: String, bytes: [UInt8])] = []
    func add(_ name: String, _ type: String, _ bytes: [UInt8]) {
      types.add("/" + name, type)
      parts.append((name, bytes))
    }
    let source = look.styleSource
    let margins = WordMargins(self, look, &references)
    if source?.theme != nil { references.add(.theme, "theme/theme1.xml") }
    if source?.fonts != nil { references.add(.fontTable, "fontTable.xml") }

    add(
      "docProps/core.xml", PartTypes.coreProperties,
      CoreProperties.file(title: title, subject: subject, language: language))
    add("word/document.xml", PartTypes.word("document.main"), body(writer, margins))
    parts.append(("word/_rels/document.xml.rels", references.file))
    add(
      "word/styles.xml", PartTypes.word("styles"),
      source?.stylesFile(language: language) ?? WordStyles.file(language: language, isWide: isWide))
    add(
      "word/numbering.xml", PartTypes.word("numbering"),
      source?.numberingFile(numberedLists: writer.numberedLists)
        ?? WordNumbering.file(numberedLists: writer.numberedLists))
    add("word/settings.xml", PartTypes.word("settings"), settings(evenDiffers: source?.evenDiffers == true))
    add("word/footnotes.xml", PartTypes.word("footnotes"), footnotes.file)
    for header in margins.headers { add("word/\(header.name)", PartTypes.word("header"), header.bytes) }
    for footer in margins.footers { add("word/\(footer.name)", PartTypes.word("footer"), footer.bytes) }
    for links in margins.links { parts.append(("word/_rels/\(links.name).rels", links.bytes)) }
    for picture in margins.pictures {
      types.add(ending: picture.kind.rawValue, picture.kind.mediaType)
      parts.append(("word/media/\(picture.name)", picture.bytes))
    }
    if let theme = source?.theme { add("word/theme/theme1.xml", PartTypes.theme, XML.file(theme)) }
    if let fonts = source?.fonts { add("word/fontTable.xml", PartTypes.word("fontTable"), XML.file(fonts)) }
    if !footnotes.references.isEmpty { parts.append(("word/_rels/footnotes.xml.rels", footnotes.references.file)) }
    for (index, chart) in writer.charts.enumerated() {
      let workbook = "../embeddings/chart\(index + 1).xlsx"
      add("word/charts/chart\(index + 1).xml", PartTypes.chart, ChartPart(chart, typeface: writer.dress.typeface).file)
      parts.append(("word/charts/_rels/chart\(index + 1).xml.rels", PartReferences.file { $0.add(.package, workbook) }))
    }
    return [("[Content_Types].xml", types.file), ("_rels/.rels", packageReferences)] + parts
  }

  private var packageReferences: [UInt8] {
    PartReferences.file { references in
      references.add(.officeDocument, "word/document.xml")
      references.add(.coreProperties, "docProps/core.xml")
    }
  }

  private func body(_ writer: WordWriter, _ margins: WordMargins) -> [UInt8] {
    XML.file { xml in
      xml.element("w:document", WordNamespaces.attributes) { xml in
        xml.element("w:body") { xml in
          xml.append(writer.body)
          xml.append(writer.dress.page.section(margins.references))
        }
      }
    }
  }

  private func settings(evenDiffers: Bool) -> [UInt8] {
    XML.file { xml in
      xml.element("w:settings", WordNamespaces.attributes) { xml in
        xml.raw(#"<w:defaultTabStop w:val="720"/>"#)
        if evenDiffers { xml.raw("<w:evenAndOddHeaders/>") }
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
