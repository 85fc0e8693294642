/// A Word file of the council's own, as far as its looks go: styles, theme, numbering, page, headers and footers.
///
/// Nothing of its text is taken. Nobody vouches for the file, and what it gives goes out under the council's name: so
/// only what is understood is kept, and written again; what could run, fetch or hide something is refused with its place.
package struct WordStyleSource: Sendable, Equatable {
  /// A header or a footer: for which pages, what is in it, and what it refers to.
  struct Margin: Sendable, Equatable {
    enum Pages: String, Sendable, CaseIterable { case first, even, `default` }

    let isHeader: Bool
    let pages: Pages
    let content: XMLElement
    /// The pictures and links it refers to, by the id that stands in the content.
    let pictures: [String: Picture]
    let links: [String: String]
  }

  let styles: XMLElement
  let theme: XMLElement?
  let numbering: XMLElement?
  let fonts: XMLElement?
  let page: PageSetUp
  let margins: [Margin]
  /// Whether even pages have a header and a footer of their own.
  let evenDiffers: Bool

  /// Reads a .docx or a .dotx.
  package init(_ bytes: [UInt8], named name: String, limits: ReadLimits = .council) throws(ReadError) {
    try limits.admit(bytes.count, named: name)
    guard isArchive(bytes) else {
      let kind = FileKind(sniffing: bytes, limits: limits)
      let trouble: ReadError.Trouble =
        switch kind {
        case .empty: .empty
        case .oldOffice: .oldOffice
        case .encrypted: .encrypted
        default: .notWord
        }
      throw ReadError(trouble, in: name)
    }
    self = try OfficePackage.opening(bytes, named: name, limits: limits) { package throws(ReadError) in
      try WordStyleSource(package)
    }
  }

  private init(_ package: OfficePackage) throws(ReadError) {
    switch try package.kind() {
    case .word: break
    case .macros: throw ReadError(.macros, in: package.name)
    default: throw ReadError(.notWord, in: package.name)
    }
    try package.refuseObjects()
    let main = try package.relationships(of: "").first { $0.type == "officeDocument" }?.part ?? "word/document.xml"
    let parts = try package.links(of: main)
    func tree(_ type: String) throws(ReadError) -> XMLElement? {
      guard let part = parts.first(where: { $0.type == type && !$0.isOutside })?.target, package.has(part) else {
        return nil
      }
      return try package.tree(part)
    }
    guard let sheet = try tree("styles") else { throw ReadError(.missingPart, in: package.name, at: "styles") }
    styles = StyleNames(sheet).renamed(sheet.ofWordOnly)
    let names = StyleNames(sheet)
    theme = try tree("theme").map { $0.withoutPictures }
    numbering = try tree("numbering").map { names.renamed($0.withoutPictureBullets) }
    fonts = try tree("fontTable").map { $0.withoutEmbeddedFonts }
    evenDiffers =
      try tree("settings")?.first("w:evenAndOddHeaders").map { $0["w:val"] != "0" && $0["w:val"] != "false" } ?? false
    let sections = try package.tree(main).sections
    guard let page = PageSetUp(sections.last) else { throw ReadError(.pageTooSmall, in: package.name, at: main) }
    self.page = page
    margins = try package.margins(of: sections, parts).map { margin in margin.renaming(names) }
  }
}

extension OfficePackage {
  /// How a part names another, or something outside the file.
  struct Link: Sendable {
    let id: String
    let type: String
    /// A part of the package in full, or an address outside.
    let target: String
    let isOutside: Bool
  }

  /// The parts that no council's styles need, wherever they hang.
  fileprivate func refuseObjects() throws(ReadError) {
    let ofCharts = try workbooksOfCharts()
    for part in partNames where !ofCharts.contains(part) {
      if part.hasPrefix("word/embeddings/") || part.contains("activex") || part.contains("oleobject") {
        throw ReadError(.embeddedObject, in: name, at: part)
      }
      guard part.hasSuffix(".rels") else { continue }
      for link in try links(in: part, folder: "") where link.isOutside {
        // Following a link is for the reader to decide, and the name of a template is not taken over.
        if link.type == "hyperlink" || link.type == "attachedTemplate" { continue }
        throw ReadError(.takesFromOutside(String(link.target.prefix(80))), in: name, at: part)
      }
    }
  }

  /// The workbooks that charts hold for whoever edits them. A council's last report has some, and nothing of them is read.
  private func workbooksOfCharts() throws(ReadError) -> Set<String> {
    var found: Set<String> = []
    for list in partNames where list.hasPrefix("word/charts/_rels/") && list.hasSuffix(".rels") {
      for link in try links(in: list, folder: "word/charts/")
      where link.type == "package" && !link.isOutside && link.target.hasSuffix(".xlsx") {
        found.insert(link.target.lowercased())
      }
    }
    return found
  }

  fileprivate func links(of part: String) throws(ReadError) -> [Link] {
    let slash = part.lastIndex(of: "/").map(part.index(after:)) ?? part.startIndex
    let list = "\(part[..<slash])_rels/\(part[slash...]).rels"
    guard has(list) else { return [] }
    return try links(in: list, folder: String(part[..<slash]))
  }

  private func links(in list: String, folder: String) throws(ReadError) -> [Link] {
    try tree(list).elements.compactMap { element in
      guard let id = element["Id"], let type = element["Type"]?.split(separator: "/").last,
        let target = element["Target"]
      else { return nil }
      let isOutside = element["TargetMode"] == "External"
      return Link(
        id: id, type: String(type), target: isOutside ? target : partName(target, in: folder), isOutside: isOutside)
    }
  }

  /// The headers and footers of the last section; what it has none of, it takes from the section before.
  fileprivate func margins(of sections: [XMLElement], _ parts: [Link]) throws(ReadError) -> [WordStyleSource.Margin] {
    var found: [String: (isHeader: Bool, pages: WordStyleSource.Margin.Pages, id: String)] = [:]
    for reference in sections.flatMap(\.elements) {
      let isHeader = reference.name == "w:headerReference"
      guard isHeader || reference.name == "w:footerReference", let id = reference["r:id"] else { continue }
      let pages = reference["w:type"].flatMap(WordStyleSource.Margin.Pages.init) ?? .default
      found["\(reference.name) \(pages)"] = (isHeader, pages, id)
    }
    var margins: [WordStyleSource.Margin] = []
    for (_, (isHeader, pages, id)) in found.sorted(by: { $0.key < $1.key }) {
      guard let part = parts.first(where: { $0.id == id && !$0.isOutside })?.target, has(part) else { continue }
      margins.append(try margin(part, isHeader, pages))
    }
    return margins
  }

  private func margin(
    _ part: String, _ isHeader: Bool, _ pages: WordStyleSource.Margin.Pages
  ) throws(ReadError) -> WordStyleSource.Margin {
    let content = try tree(part).ofMargin { trouble in ReadError(trouble, in: self.name, at: part) }
    var pictures: [String: Picture] = [:]
    var addresses: [String: String] = [:]
    for link in try links(of: part) {
      switch (link.type, link.isOutside) {
      case ("hyperlink", true): addresses[link.id] = link.target
      case ("image", false):
        do throws(Picture.Trouble) {
          pictures[link.id] = try Picture(try picture(link.target))
        } catch {
          throw ReadError(.picture(error), in: name, at: link.target)
        }
      case (_, true): throw ReadError(.takesFromOutside(String(link.target.prefix(80))), in: name, at: part)
      case (_, false): throw ReadError(.embeddedObject, in: name, at: "\(part): \(link.target)")
      }
    }
    addresses = addresses.filter { isSafeAddress($0.value) && !$0.value.hasPrefix("#") && !$0.value.hasPrefix("/") }
    let whole = try content.mapped { (element) throws(ReadError) in
      var element = element
      if element.name == "w:hyperlink", let id = element["r:id"], addresses[id] == nil { element["r:id"] = nil }
      for id in [
        element.name == "a:blip" ? element["r:embed"] : nil, element.name == "v:imagedata" ? element["r:id"] : nil,
      ]
      where id.map({ pictures[$0] == nil }) == true {
        throw ReadError(.picture(.damaged), in: self.name, at: part)
      }
      return element
    }
    return WordStyleSource.Margin(
      isHeader: isHeader, pages: pages, content: whole ?? content, pictures: pictures, links: addresses)
  }

  private func picture(_ part: String) throws(Picture.Trouble) -> [UInt8] {
    do throws(ReadError) { return try bytes(of: part) } catch { throw .damaged }
  }
}

extension XMLElement {
  /// The properties of all sections of a document, in order; the last stands at the end of the body.
  fileprivate var sections: [XMLElement] {
    var found: [XMLElement] = []
    for element in elements {
      if element.name == "w:sectPr" { found.append(element) } else { found += element.sections }
    }
    return found
  }
}
