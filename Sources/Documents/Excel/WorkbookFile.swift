extension Workbook {
  /// The workbook as a file. The same workbook gives the same bytes, on any day and any machine.
  package func bytes() throws(ZipFailure) -> [UInt8] {
    let sheets = writtenSheets
    if let large = sheets.first(where: { !$0.fits }) {
      throw ZipFailure("sheet '\(large.name)' has more rows or columns than Excel can hold")
    }
    var zip = ZipWriter()
    for part in parts(sheets) { zip.add(part.name, part.bytes) }
    return try zip.bytes()
  }

  /// The parts in the order of the archive.
  func parts(_ sheets: [WrittenSheet]) -> [(name: String, bytes: [UInt8])] {
    var types = PartTypes()
    var references = PartReferences()
    var parts: [(name: String, bytes: [UInt8])] = []
    func add(_ name: String, _ type: String, _ bytes: [UInt8]) {
      types.add("/" + name, type)
      parts.append((name, bytes))
    }
    for (index, sheet) in ((hasCover ? [cover(sheets)] : []) + sheets.map(\.file)).enumerated() {
      references.add(.worksheet, "worksheets/sheet\(index + 1).xml")
      add("xl/worksheets/sheet\(index + 1).xml", PartTypes.worksheet, sheet)
    }
    for (index, sheet) in sheets.enumerated() where !sheet.columns.isEmpty {
      let links = "xl/worksheets/_rels/sheet\(index + (hasCover ? 2 : 1)).xml.rels"
      parts.append((links, PartReferences.file { $0.add(.table, "../tables/table\(index + 1).xml") }))
      add("xl/tables/table\(index + 1).xml", PartTypes.worksheetTable, sheet.tableFile(id: index + 1))
    }
    references.add(.styles, "styles.xml")
    add("xl/styles.xml", PartTypes.worksheetStyles, WorkbookStyle.file)
    add("docProps/core.xml", PartTypes.coreProperties, CoreProperties.file(title: title, language: language))
    add("xl/workbook.xml", PartTypes.workbook, book(sheets))
    let whole = PartReferences.file { references in
      references.add(.officeDocument, "xl/workbook.xml")
      references.add(.coreProperties, "docProps/core.xml")
    }
    return [
      ("[Content_Types].xml", types.file), ("_rels/.rels", whole), ("xl/_rels/workbook.xml.rels", references.file),
    ] + parts
  }

  private var hasCover: Bool { !notes.isEmpty || !title.isEmpty && sheets.count > 1 || sheets.isEmpty }

  var writtenSheets: [WrittenSheet] {
    var names = UniqueNames(longest: 31)
    var tables = UniqueNames(longest: 255)
    if hasCover { _ = names.next(Workbook.sheetName(coverName)) }
    let lists = ChoiceLists(sheets)
    var written = (sheets + (lists.sheet.map { [$0] } ?? [])).map { sheet in
      let name = names.next(Workbook.sheetName(sheet.name))
      return WrittenSheet(sheet, named: name, table: tables.next(Workbook.tableName(name), separator: "_"))
    }
    let formulas = lists.formulas(written.last?.reference ?? "")
    for index in written.indices { written[index].choices = formulas }
    return written
  }

  private func book(_ sheets: [WrittenSheet]) -> [UInt8] {
    let names =
      (hasCover ? [(cut(Workbook.sheetName(coverName), to: 31), false)] : [])
      + sheets.map { ($0.name, $0.sheet.isHidden) }
    let tables = sheets.enumerated().filter { !$0.element.columns.isEmpty }
    return XML.file { xml in
      xml.element(
        "workbook", ["xmlns": WorkbookNamespaces.main, "xmlns:r": WorkbookNamespaces.relationships]
      ) { xml in
        xml.raw("<bookViews><workbookView/></bookViews>")
        xml.element("sheets") { xml in
          for (index, (name, isHidden)) in names.enumerated() {
            let number = String(index + 1)
            xml.empty(
              "sheet",
              ["name": name, "sheetId": number, "state": isHidden ? "hidden" : nil, "r:id": "rId" + number])
          }
        }
        if tables.isEmpty { return }
        // The header is repeated on every printed page.
        xml.element("definedNames") { xml in
          for (index, sheet) in tables {
            xml.element(
              "definedName", ["name": "_xlnm.Print_Titles", "localSheetId": String(index + (hasCover ? 1 : 0))],
              text: "\(sheet.reference)!$\(sheet.headerRow):$\(sheet.headerRow)")
          }
        }
      }
    }
  }

  /// Title, notes, and a link to each sheet, one below the other.
  private func cover(_ sheets: [WrittenSheet]) -> [UInt8] {
    let lines =
      (title.isEmpty ? [] : [(title, WorkbookStyle.title, nil as String?)])
      + notes.map { ($0, .note, nil) }
      + sheets.filter { !$0.sheet.isHidden }.map { ($0.line, .link, "\($0.reference)!A1") }
    return XML.sheet { xml in
      xml.columns([coverWidth])
      xml.element("sheetData") { xml in
        for (index, line) in lines.enumerated() {
          let points = line.1 == .title ? titleHeight : height([line.0], [coverWidth])
          xml.row(index + 1, points: points) { $0.words(line.0, CellName(row: index + 1, column: 1), line.1) }
        }
      }
      if lines.contains(where: { $0.2 != nil }) {
        xml.element("hyperlinks") { xml in
          for (index, line) in lines.enumerated() where line.2 != nil {
            xml.empty("hyperlink", ["ref": "A\(index + 1)", "location": line.2, "display": line.0])
          }
        }
      }
      xml.page()
    }
  }
}

private let coverWidth = 90
