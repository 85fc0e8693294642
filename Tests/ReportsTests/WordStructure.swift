import Testing

@testable import Documents

/// What is wrong with a Word file for people who hear it read out: nothing, if its parts say what they are.
struct WordStructure {
  private let parts: [String: XMLElement]
  private let names: [String]
  private(set) var faults: [String] = []

  init(_ bytes: [UInt8]) throws {
    (parts, names) = try OfficePackage.opening(bytes, named: "report.docx", limits: .council) {
      package throws(ReadError) in
      var parts: [String: XMLElement] = [:]
      for name in package.partNames where name.hasPrefix("word/") || name.hasSuffix(".rels") {
        guard name.hasSuffix(".xml") || name.hasSuffix(".rels"), !name.contains("charts/chart") else { continue }
        parts[name] = try package.tree(name)
      }
      return (parts, package.partNames)
    }
    let body = try #require(parts["word/document.xml"]?.first("w:body"))
    checkLanguage()
    checkHeadings(body)
    for element in body.elements { check(block: element) }
    checkDrawings(body)
    checkNotes(body)
    checkReferences()
  }

  /// The headings, each after its level.
  var headings: [String] {
    (parts["word/document.xml"]?.first("w:body")?.elements ?? []).compactMap { element in
      level(of: element).map { "\($0) \(words(element))" }
    }
  }

  private mutating func fault(_ words: String) { faults.append(words) }

  private mutating func checkLanguage() {
    let defaults = parts["word/styles.xml"]?.first("w:docDefaults")
    if defaults?.first("w:rPrDefault")?.first("w:rPr")?.first("w:lang")?["w:val"] != "en-GB" { fault("no language") }
  }

  private func level(of paragraph: XMLElement) -> Int? {
    guard let style = paragraph.first("w:pPr")?.value(of: "w:pStyle"), style.hasPrefix("Heading") else { return nil }
    return Int(style.dropFirst(7))
  }

  private mutating func checkHeadings(_ body: XMLElement) {
    let levels = body.elements.compactMap(level)
    if levels.first != 1 || levels.count(where: { $0 == 1 }) != 1 { fault("not one title at the top") }
    for (one, next) in zip(levels, levels.dropFirst()) where next > one + 1 {
      fault("heading \(next) below heading \(one)")
    }
    let styles = parts["word/styles.xml"]?.elements ?? []
    for level in Set(levels) {
      let style = styles.first { $0["w:styleId"] == "Heading\(level)" }
      if style?.value(of: "w:name")?.lowercased() != "heading \(level)" {
        fault("heading \(level) is no heading style")
      }
      if style?.first("w:pPr")?.value(of: "w:outlineLvl") != String(level - 1) {
        fault("heading \(level) has no level")
      }
    }
  }

  private mutating func check(block: XMLElement) {
    switch block.name {
    case "w:p": check(paragraph: block)
    case "w:tbl": check(table: block)
    default: break
    }
  }

  private mutating func check(paragraph: XMLElement) {
    let words = words(paragraph)
    if words.isEmpty, all("w:drawing", in: paragraph).isEmpty { fault("an empty paragraph") }
    let number = paragraph.first("w:pPr")?.first("w:numPr")?.value(of: "w:numId")
    if let number {
      let isList =
        parts["word/numbering.xml"]?.elements.contains { $0.name == "w:num" && $0["w:numId"] == number } == true
      if !isList { fault("list \(number) is not defined") }
    } else if ["• ", "- ", "– ", "1. ", "1) "].contains(where: words.hasPrefix) {
      fault("typed as a list: \(words.prefix(30))")
    }
    let isBold = all("w:r", in: paragraph).allSatisfy { $0.first("w:rPr")?.first("w:b") != nil }
    let style = paragraph.first("w:pPr")?.value(of: "w:pStyle")
    if style == nil, isBold, words.count < 60, !words.isEmpty { fault("bold in place of a heading: \(words)") }
  }

  private mutating func check(table: XMLElement) {
    let properties = table.first("w:tblPr")
    let caption = properties?.value(of: "w:tblCaption") ?? ""
    if caption.isEmpty { fault("a table without a caption") }
    if properties?.first("w:tblLook")?["w:firstRow"] != "1" { fault("\(caption): its first row is no header") }
    let rows = table.elements.filter { $0.name == "w:tr" }
    if rows.count < 2 { fault("\(caption): nothing but a header") }
    if rows.first?.first("w:trPr")?.first("w:tblHeader") == nil { fault("\(caption): the header is not repeated") }
    let widths = rows.map { $0.elements.count { $0.name == "w:tc" } }
    if Set(widths).count > 1 { fault("\(caption): rows of different lengths") }
    if !(all("w:gridSpan", in: table) + all("w:vMerge", in: table)).isEmpty { fault("\(caption): merged cells") }
    if all("w:tbl", in: table).count > 1 { fault("\(caption): a table in a table") }
    let headers = (rows.first?.elements ?? []).filter { $0.name == "w:tc" }.map(words)
    if headers.contains("") { fault("\(caption): a column without a header") }
    if Set(headers).count < headers.count { fault("\(caption): two columns with one header") }
    if headers.count == 1 { fault("\(caption): a table for layout") }
    for cell in all("w:tc", in: table) where words(cell).isEmpty { fault("\(caption): an empty cell") }
  }

  private mutating func checkDrawings(_ body: XMLElement) {
    let drawings = all("w:drawing", in: body)
    for drawing in drawings {
      let words = all("wp:docPr", in: drawing).first?["descr"] ?? ""
      if words.isEmpty { fault("a drawing without alternative text") }
    }
    let charts = names.count { $0.hasPrefix("word/charts/chart") }
    let workbooks = names.count { $0.hasPrefix("word/embeddings/") && $0.hasSuffix(".xlsx") }
    if charts != drawings.count || workbooks != charts { fault("\(drawings.count) drawings, \(charts) charts") }
  }

  private mutating func checkNotes(_ body: XMLElement) {
    let notes = (parts["word/footnotes.xml"]?.elements ?? []).filter { $0["w:type"] == nil }.compactMap { $0["w:id"] }
    let called = all("w:footnoteReference", in: body).compactMap { $0["w:id"] }
    if notes != called { fault("notes \(notes), called \(called)") }
  }

  private mutating func checkReferences() {
    for (name, links) in parts where name.hasSuffix(".rels") {
      for link in links.elements where link["TargetMode"] != "External" {
        let folder = name.replacing("_rels/", with: "").split(separator: "/").dropLast().map { $0 + "/" }.joined()
        let part = partName(link["Target"] ?? "", in: folder).lowercased()
        if !names.contains(part) { fault("\(name): \(part) is not there") }
      }
    }
  }

  private func words(_ element: XMLElement) -> String {
    all("w:t", in: element).map(\.text).joined().trimming
  }

  private func all(_ name: String, in element: XMLElement) -> [XMLElement] {
    (element.name == name ? [element] : []) + element.elements.flatMap { all(name, in: $0) }
  }
}

extension String {
  fileprivate var trimming: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}
