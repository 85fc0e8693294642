extension WordStyleSource {
  /// Their styles with those of ours that they lack; words are in the language of the document.
  func stylesFile(language: String) -> [UInt8] {
    var sheet = styles
    var known: Set<String> = []
    sheet.children.removeAll { child in
      guard case .element(let element) = child, element.name == "w:style", let id = element["w:styleId"] else {
        return false
      }
      // A style that is there twice would have Word repair the file.
      return !known.insert(id).inserted
    }
    sheet = sheet.speaking(language).outlined
    let ours = XMLElement.ourStyles(language).filter { !known.contains($0["w:styleId"] ?? "") }
    sheet.children += ours.map(XMLElement.Node.element)
    return XML.file(sheet)
  }

  /// Their lists, and after them ours: a bulleted one, and one for each numbered list of the document.
  func numberingFile(numberedLists: Int) -> [UInt8] {
    let theirs = numbering?.elements ?? []
    let abstracts = theirs.filter { $0.name == "w:abstractNum" }
    let last = abstracts.compactMap { $0["w:abstractNumId"].flatMap { Int($0) } }.max() ?? -1
    let (bullet, decimal) = (last + 1, last + 2)
    var numbers = theirs.filter { $0.name == "w:num" }
    let listed = list(of: .listNumber).flatMap { number in
      numbers.first { $0["w:numId"] == String(number) }?.value(of: "w:abstractNumId").flatMap { Int($0) }
    }
    numbers.append(.list(lastNumber + 1, of: bullet))
    numbers += (0..<numberedLists).map { .list(lastNumber + 2 + $0, of: listed ?? decimal, beginsAnew: true) }
    return XML.file { xml in
      xml.element("w:numbering", WordNamespaces.attributes) { xml in
        for abstract in abstracts { xml.append(abstract) }
        WordNumbering.abstracts(bullet, decimal, &xml)
        for number in numbers { xml.append(number) }
      }
    }
  }
}

extension XMLElement {
  fileprivate static func list(_ number: Int, of abstract: Int, beginsAnew: Bool = false) -> XMLElement {
    var list = XMLElement("w:num", [("w:numId", String(number))])
    list.children.append(.element(XMLElement("w:abstractNumId", [("w:val", String(abstract))])))
    if beginsAnew {
      let start = XMLElement("w:startOverride", [("w:val", "1")])
      list.children.append(.element(XMLElement("w:lvlOverride", [("w:ilvl", "0")], [start])))
    }
    return list
  }

  /// Our own styles, as elements.
  fileprivate static func ourStyles(_ language: String) -> [XMLElement] {
    do throws(ReadError) {
      let sheet = try XMLTree.read(WordStyles.file(language: language), .council) { trouble, line in
        ReadError(trouble, in: "styles", at: "line \(line)")
      }
      return sheet.elements.filter { $0.name == "w:style" }
    } catch {
      preconditionFailure("our own styles can't be read: \(error)")
    }
  }

  /// A style sheet whose words are in a language, by the defaults of the document.
  fileprivate func speaking(_ language: String) -> XMLElement {
    var sheet = self
    var defaults = sheet.first("w:docDefaults") ?? XMLElement("w:docDefaults")
    var run = defaults.first("w:rPrDefault") ?? XMLElement("w:rPrDefault")
    var properties = run.first("w:rPr") ?? XMLElement("w:rPr")
    let words = XMLElement("w:lang", [("w:val", language), ("w:eastAsia", language), ("w:bidi", "ar-SA")])
    properties.insert(words, before: ["w:eastAsianLayout", "w:specVanish", "w:oMath"])
    run.children = [.element(properties)]
    defaults.children.removeAll { if case .element(let child) = $0 { child.name == "w:rPrDefault" } else { true } }
    defaults.children.insert(.element(run), at: 0)
    sheet.children.removeAll { if case .element(let child) = $0 { child.name == "w:docDefaults" } else { true } }
    sheet.children.insert(.element(defaults), at: 0)
    return sheet
  }

  /// A style sheet whose headings all say how deep they stand, also where Word would know by their names.
  fileprivate var outlined: XMLElement {
    var sheet = self
    for (index, child) in sheet.children.enumerated() {
      guard case .element(var style) = child, let id = style["w:styleId"], id.hasPrefix("Heading"),
        OurStyle(rawValue: id) != nil, let level = id.last.flatMap({ Int(String($0)) }),
        style.first("w:pPr")?.first("w:outlineLvl") == nil
      else { continue }
      let outline = XMLElement("w:outlineLvl", [("w:val", String(level - 1))])
      if let place = style.children.firstIndex(where: {
        if case .element(let part) = $0 { part.name == "w:pPr" } else { false }
      }),
        case .element(var properties) = style.children[place]
      {
        properties.insert(outline, before: ["w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"])
        style.children[place] = .element(properties)
      } else {
        style.insert(
          XMLElement("w:pPr", [], [outline]), before: ["w:rPr", "w:tblPr", "w:trPr", "w:tcPr", "w:tblStylePr"])
      }
      sheet.children[index] = .element(style)
    }
    return sheet
  }
}
