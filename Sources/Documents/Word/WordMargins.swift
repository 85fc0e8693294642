/// The headers and footers of a document as parts of its file, with the pictures in them.
struct WordMargins {
  typealias Pages = WordStyleSource.Margin.Pages
  typealias Part = (name: String, bytes: [UInt8])

  /// What the section refers to.
  private(set) var references: [(isHeader: Bool, pages: Pages, id: String)] = []
  private(set) var headers: [Part] = []
  private(set) var footers: [Part] = []
  private(set) var links: [Part] = []
  private(set) var pictures: [(name: String, kind: Picture.Kind, bytes: [UInt8])] = []

  /// Takes the council's own headers and footers; every page bears the edition at its foot.
  init(_ document: Document, _ look: ReportLook, _ parts: inout PartReferences) {
    guard let source = look.styleSource else {
      if let logo = look.logo { add(logo: logo, &parts) }
      add(footer: WordPage.footer(document.edition), .default, &parts)
      return
    }
    for margin in source.margins where margin.isHeader { add(margin, margin.content, &parts) }
    if headers.isEmpty, let logo = look.logo { add(logo: logo, &parts) }
    let needed = [Pages.default] + (source.page.hasTitlePage ? [.first] : []) + (source.evenDiffers ? [.even] : [])
    for pages in needed {
      if let margin = source.margins.first(where: { !$0.isHeader && $0.pages == pages }) {
        add(margin, margin.content.bearing(document.edition), &parts)
      } else {
        add(footer: XML.file(XMLElement("w:ftr").bearing(document.edition)), pages, &parts)
      }
    }
  }

  private mutating func add(footer: [UInt8], _ pages: Pages, _ parts: inout PartReferences) {
    let name = "footer\(footers.count + 1).xml"
    footers.append((name, footer))
    references.append((false, pages, parts.add(.footer, name)))
  }

  private mutating func add(_ margin: WordStyleSource.Margin, _ content: XMLElement, _ parts: inout PartReferences) {
    if margin.isHeader {
      let name = "header\(headers.count + 1).xml"
      headers.append((name, XML.file(content)))
      references.append((true, margin.pages, parts.add(.header, name)))
      add(links: margin, of: name)
    } else {
      add(footer: XML.file(content), margin.pages, &parts)
      add(links: margin, of: footers[footers.count - 1].name)
    }
  }

  private mutating func add(links margin: WordStyleSource.Margin, of part: String) {
    var references = PartReferences()
    for (id, picture) in margin.pictures.sorted(by: { $0.key < $1.key }) {
      references.add(.image, "media/\(name(of: picture))", id: id)
    }
    for (id, address) in margin.links.sorted(by: { $0.key < $1.key }) { references.add(.hyperlink, address, id: id) }
    if !references.isEmpty { links.append((part, references.file)) }
  }

  /// The same picture in two headers is one file.
  private mutating func name(of picture: Picture) -> String {
    if let known = pictures.first(where: { $0.bytes == picture.bytes }) { return known.name }
    let name = "image\(pictures.count + 1).\(picture.kind.rawValue)"
    pictures.append((name, picture.kind, picture.bytes))
    return name
  }

  /// A header with the logo. An old Word can't show an SVG; it is given an empty picture in its place.
  private mutating func add(logo: Logo, _ parts: inout PartReferences) {
    var references = PartReferences()
    let isDrawing = logo.picture.kind == .svg
    let shown = isDrawing ? emptyPicture : name(of: logo.picture)
    if isDrawing { pictures.append((emptyPicture, .png, transparentPixel)) }
    let id = references.add(.image, "media/\(shown)")
    let drawing = isDrawing ? references.add(.image, "media/\(name(of: logo.picture))") : nil
    headers.append(("header1.xml", logo.header(id, drawing: drawing)))
    self.references.append((true, .default, parts.add(.header, "header1.xml")))
    links.append(("header1.xml", references.file))
  }
}

private let emptyPicture = "empty.png"

/// A PNG of one transparent pixel.
private let transparentPixel: [UInt8] = [
  0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
  0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1F, 0x15, 0xC4, 0x89, 0x00, 0x00, 0x00, 0x0B, 0x49,
  0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x60, 0x00, 0x02, 0x00, 0x00, 0x05, 0x00, 0x01, 0x7A, 0x5E, 0xAB, 0x3F, 0x00,
  0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
]

extension Logo {
  /// Six centimetres wide or two high, in 914,400ths of an inch.
  fileprivate func header(_ id: String, drawing: String?) -> [UInt8] {
    let (width, height) = size(within: 2_160_000, 720_000)
    let (across, up) = (String(width), String(height))
    return XML.file { xml in
      xml.element("w:hdr", WordNamespaces.attributes) { xml in
        xml.paragraph("Header") { xml in
          xml.element("w:r") { xml in
            xml.element("w:drawing") { xml in
              xml.element("wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]) { xml in
                xml.empty("wp:extent", ["cx": across, "cy": up])
                xml.empty("wp:docPr", ["id": "100000", "name": "Logo", "descr": words])
                xml.raw("<wp:cNvGraphicFramePr/>")
                xml.element("a:graphic") { xml in
                  let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
                  xml.element("a:graphicData", ["uri": picture]) { xml in
                    xml.element("pic:pic", ["xmlns:pic": picture]) { xml in
                      xml.element("pic:nvPicPr") { xml in
                        xml.empty("pic:cNvPr", ["id": "100000", "name": "Logo", "descr": words])
                        xml.raw("<pic:cNvPicPr/>")
                      }
                      xml.element("pic:blipFill") { $0.blip(id, drawing) }
                      xml.element("pic:spPr") { xml in
                        xml.element("a:xfrm") { xml in
                          xml.raw(#"<a:off x="0" y="0"/>"#)
                          xml.empty("a:ext", ["cx": across, "cy": up])
                        }
                        xml.raw(#"<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>"#)
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}

extension XML {
  fileprivate mutating func blip(_ id: String, _ drawing: String?) {
    element("a:blip", ["r:embed": id]) { xml in
      guard let drawing else { return }
      xml.element("a:extLst") { xml in
        xml.element("a:ext", ["uri": "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"]) { xml in
          xml.empty(
            "asvg:svgBlip",
            ["xmlns:asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main", "r:embed": drawing])
        }
      }
    }
    raw("<a:stretch><a:fillRect/></a:stretch>")
  }
}

extension XMLElement {
  /// A footer with the edition below what is in it, and the number of the page when it has none yet.
  fileprivate func bearing(_ edition: String) -> XMLElement {
    var paragraph = XMLElement("w:p", [], [XMLElement("w:pPr", [], [XMLElement("w:pStyle", [("w:val", "Footer")])])])
    func add(_ words: String) { paragraph.children.append(.element(.run(words))) }
    add(edition)
    if !saysPage {
      add(edition.isEmpty ? "Page " : " · Page ")
      paragraph.children.append(.element(XMLElement("w:fldSimple", [("w:instr", " PAGE ")], [.run("1")])))
      add(" of ")
      paragraph.children.append(.element(XMLElement("w:fldSimple", [("w:instr", " NUMPAGES ")], [.run("1")])))
    }
    var footer = self
    footer.children.append(.element(paragraph))
    return footer
  }

  private var saysPage: Bool {
    let instruction = name == "w:fldSimple" ? self["w:instr"] ?? "" : name == "w:instrText" ? text : ""
    if instruction.split(whereSeparator: \.isWhitespace).first?.uppercased() == "PAGE" { return true }
    return elements.contains(where: \.saysPage)
  }

  private static func run(_ words: String) -> XMLElement {
    var text = XMLElement("w:t", [("xml:space", "preserve")])
    text.children = [.text(words)]
    return XMLElement("w:r", [], [text])
  }
}
