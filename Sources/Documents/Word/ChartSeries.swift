extension ChartPart {
  /// One series: its name, its look, its categories and its numbers. A missing number is left out: a gap.
  func series(
    _ index: Int, _ xml: inout XML, look: (inout XML) -> Void, end: StaticString = ""
  ) {
    let series = grid.series[index]
    xml.element("c:ser") { xml in
      xml.empty("c:idx", ["val": String(index)])
      xml.empty("c:order", ["val": String(index)])
      xml.element("c:tx") { xml in
        xml.reference("c:strRef", "c:strCache", grid.nameCell(ofColumn: index + 1), [series.name])
      }
      look(&xml)
      xml.element("c:cat") { xml in
        xml.reference("c:strRef", "c:strCache", grid.range(ofColumn: 0), grid.categories)
      }
      xml.element("c:val") { xml in
        xml.reference("c:numRef", "c:numCache", grid.range(ofColumn: index + 1), series.numbers)
      }
      xml.raw(end)
    }
  }
}

extension XML {
  /// Cells of the workbook, with a copy of what is in them.
  fileprivate mutating func reference(
    _ reference: StaticString, _ cache: StaticString, _ cells: String, _ values: [String?]
  ) {
    element(reference) { xml in
      xml.element("c:f", text: cells)
      xml.element(cache) { xml in
        xml.empty("c:ptCount", ["val": String(values.count)])
        for (index, value) in values.enumerated() {
          guard let value else { continue }
          xml.element("c:pt", ["idx": String(index)]) { $0.element("c:v", text: value) }
        }
      }
    }
  }

  /// The face, size and colour of words in a chart.
  mutating func chartText(size: Int, _ colour: Colour, bold: Bool = false, typeface: String) {
    element("c:txPr") { xml in
      xml.raw("<a:bodyPr/><a:lstStyle/>")
      xml.element("a:p") { xml in
        xml.element("a:pPr") { xml in
          xml.element("a:defRPr", ["sz": String(size), "b": bold ? "1" : "0"]) { xml in
            xml.solidFill(colour)
            xml.empty("a:latin", ["typeface": typeface])
            xml.empty("a:cs", ["typeface": typeface])
          }
        }
        xml.raw(#"<a:endParaRPr lang="en-GB"/>"#)
      }
    }
  }

  /// A plain colour.
  mutating func solidFill(_ colour: Colour) {
    element("a:solidFill") { $0.empty("a:srgbClr", ["val": colour.hex]) }
  }

  /// A line: its width in 12,700ths of a point.
  mutating func outline(_ colour: Colour, width: Int, dashed: Bool = false) {
    element("a:ln", ["w": String(width), "cap": "flat"]) { xml in
      xml.solidFill(colour)
      if dashed { xml.raw(#"<a:prstDash val="dash"/>"#) }
    }
  }

  /// How a label shows its number: by a number format, at a place, in a colour.
  mutating func dataLabel(_ format: String, _ position: StaticString, _ colour: Colour, typeface: String) {
    empty("c:numFmt", ["formatCode": format, "sourceLinked": "0"])
    raw("<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>")
    chartText(size: 1100, colour, bold: true, typeface: typeface)
    raw(position)
    raw(
      """
      <c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>\
      <c:showPercent val="0"/><c:showBubbleSize val="0"/>
      """)
  }
}
