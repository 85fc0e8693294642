/// Our own page: A4, margins of two centimetres, in twentieths of a point.
enum WordPage {
  static let width = 11906
  static let height = 16838
  static let margin = 1134
  /// Between the margins.
  static let textWidth = width - 2 * margin

  /// The foot of every page: which version this is, and the number of the page.
  static func footer(_ edition: String) -> [UInt8] {
    XML.file { xml in
      xml.element("w:ftr", WordNamespaces.attributes) { xml in
        xml.paragraph("Footer") { xml in
          xml.run(edition)
          // A line too long for both gives the page number a line of its own.
          if isLong(edition) { xml.raw("<w:r><w:br/></w:r>") }
          xml.raw("<w:r><w:tab/></w:r>")
          xml.run("Page ")
          xml.element("w:fldSimple", ["w:instr": " PAGE "]) { $0.run("1") }
          xml.run(" of ")
          xml.element("w:fldSimple", ["w:instr": " NUMPAGES "]) { $0.run("1") }
        }
      }
    }
  }

  /// Whether an edition leaves no room for "Page 100 of 100" beside it. The measure errs on the wide side, so it takes 9
  /// points for the 10 that are printed.
  private static func isLong(_ edition: String) -> Bool {
    Int(TextMeasure(size: 180).width(of: edition)) > textWidth - 1500
  }
}

/// The namespaces of the parts that hold text.
enum WordNamespaces {
  static var attributes: Attributes {
    [
      "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
      "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
      "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
      "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
      "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    ]
  }
}
