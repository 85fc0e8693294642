/// The part of a Word file that draws one chart.
///
/// Colours are always given: without a theme, which these files do not carry, a series that names none is not
/// drawn at all by LibreOffice.
struct ChartPart {
  let chart: Chart
  let grid: ChartGrid

  let typeface: String

  init(_ chart: Chart, typeface: String = WordDress.ours.typeface) {
    self.chart = chart
    self.typeface = typeface
    grid = chart.grid
  }

  /// The part; `rId1` is the workbook with the numbers.
  var file: [UInt8] {
    XML.file { xml in
      xml.element("c:chartSpace", WordNamespaces.attributes) { xml in
        xml.raw(#"<c:date1904 val="0"/><c:lang val="en-GB"/><c:roundedCorners val="0"/>"#)
        xml.element("c:chart") { xml in
          xml.raw(#"<c:autoTitleDeleted val="1"/>"#)
          xml.element("c:plotArea") { xml in
            xml.raw("<c:layout/>")
            plot(&xml)
          }
          if grid.series.count > 1 {
            xml.raw(#"<c:legend><c:legendPos val="t"/><c:overlay val="0"/></c:legend>"#)
          }
          xml.raw(#"<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>"#)
        }
        xml.raw("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>")
        xml.chartText(size: 1100, Palette.ink, typeface: typeface)
        xml.raw(#"<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>"#)
      }
    }
  }

  private func plot(_ xml: inout XML) {
    switch chart.plot {
    case .strip(let strip): self.strip(strip, &xml)
    case .line(let line): self.line(line, &xml)
    case .bullet(let bullet): self.bullet(bullet, &xml)
    }
  }
}
