extension WordWriter {
  /// A chart that can be edited in Word, between its title and its sentence.
  ///
  /// The sentence is printed too: what converts Word to PDF may lose the alternative text of a chart.
  mutating func write(_ chart: Chart, caption: String) {
    self.caption(caption + chart.title)
    let number = add(chart)
    let part = references.add(.chart, "charts/chart\(number).xml")
    let id = nextId()
    let width = dress.page.textWidth
    body.paragraph("Chart") { xml in
      xml.element("w:r") { $0.drawing(of: chart, part, id, width: width) }
    }
    paragraph(nil, [.text(chart.description)])
  }
}

extension XML {
  fileprivate mutating func drawing(of chart: Chart, _ part: String, _ id: Int, width: Int) {
    element("w:drawing") { xml in
      xml.element("wp:inline", ["distT": "0", "distB": "0", "distL": "0", "distR": "0"]) { xml in
        xml.empty(
          "wp:extent", ["cx": String(width * emuPerTwip), "cy": String(chart.height * emuPerTwip)])
        xml.empty(
          "wp:docPr", ["id": String(id), "name": "Chart \(id)", "descr": chart.description, "title": chart.title])
        xml.raw("<wp:cNvGraphicFramePr/>")
        xml.element("a:graphic") { xml in
          xml.element("a:graphicData", ["uri": "http://schemas.openxmlformats.org/drawingml/2006/chart"]) { xml in
            xml.empty("c:chart", ["r:id": part])
          }
        }
      }
    }
  }
}

/// Drawings are measured in 914,400ths of an inch, text in 1,440ths.
let emuPerTwip = 635

extension Chart {
  /// How high the chart is in twentieths of a point: bars take what they need.
  fileprivate var height: Int {
    switch plot {
    case .strip(let strip): 900 + 700 * max(1, strip.bars.count)
    case .line: 4000
    case .bullet: 1500
    }
  }
}
