/// The page of a document, in twentieths of a point.
struct PageSetUp: Sendable, Equatable {
  var width = WordPage.width
  var height = WordPage.height
  var top = WordPage.margin
  var right = WordPage.margin
  var bottom = WordPage.margin
  var left = WordPage.margin
  var header = 567
  var footer = 567
  var gutter = 0
  /// Whether the first page has a header and a footer of its own.
  var hasTitlePage = false
  var borders: XMLElement?

  static let standard = PageSetUp()

  private init() {}

  /// The page of a section; nil when it has no room for a table. What it doesn't say is as usual.
  init?(_ section: XMLElement?) {
    guard let section else { return }
    func number(_ child: String, _ attribute: String, _ range: ClosedRange<Int>, _ usual: Int) -> Int {
      // A negative margin keeps the text from making room for a tall header.
      let value = section.first(child)?[attribute].flatMap { Int($0) }
      return value.map { min(max($0, range.lowerBound), range.upperBound) } ?? usual
    }
    width = number("w:pgSz", "w:w", 1...31_680, width)
    height = number("w:pgSz", "w:h", 1...31_680, height)
    top = number("w:pgMar", "w:top", -31_680...31_680, top)
    right = number("w:pgMar", "w:right", 0...31_680, right)
    bottom = number("w:pgMar", "w:bottom", -31_680...31_680, bottom)
    left = number("w:pgMar", "w:left", 0...31_680, left)
    header = number("w:pgMar", "w:header", 0...31_680, header)
    footer = number("w:pgMar", "w:footer", 0...31_680, footer)
    gutter = number("w:pgMar", "w:gutter", 0...31_680, 0)
    if let title = section.first("w:titlePg") { hasTitlePage = !["0", "false"].contains(title["w:val"]) }
    borders = section.first("w:pgBorders")?.ofWordOnly
    guard textWidth >= 6_800, height - abs(top) - abs(bottom) >= 6_800 else { return nil }
  }

  /// The same sheet with its long side across. A council's own page that lies so already stays as it is; our own margins
  /// give way, as what lies so is to fit on one page.
  var onItsSide: PageSetUp {
    guard width < height else { return self }
    var page = self
    (page.width, page.height) = (height, width)
    if self == .standard { (page.top, page.bottom, page.header, page.footer) = (794, 850, 340, 340) }
    return page
  }

  /// Between the margins.
  var textWidth: Int { width - left - right - gutter }

  /// The properties of the one section; the schema wants them in this order.
  func section(_ references: [(isHeader: Bool, pages: WordStyleSource.Margin.Pages, id: String)]) -> XML {
    var xml = XML()
    xml.element("w:sectPr") { xml in
      for reference in references {
        let attributes: Attributes = ["w:type": reference.pages.rawValue, "r:id": reference.id]
        if reference.isHeader {
          xml.empty("w:headerReference", attributes)
        } else {
          xml.empty("w:footerReference", attributes)
        }
      }
      xml.empty(
        "w:pgSz", ["w:w": String(width), "w:h": String(height), "w:orient": width > height ? "landscape" : nil])
      xml.empty(
        "w:pgMar",
        [
          "w:top": String(top), "w:right": String(right), "w:bottom": String(bottom), "w:left": String(left),
          "w:header": String(header), "w:footer": String(footer), "w:gutter": String(gutter),
        ])
      if let borders { xml.append(borders) }
      if hasTitlePage { xml.raw("<w:titlePg/>") }
    }
    return xml
  }
}
