extension ChartPart {
  /// Actuals as a line with its figures, the target dashed.
  func line(_ line: Chart.Line, _ xml: inout XML) {
    xml.element("c:lineChart") { xml in
      xml.raw(#"<c:grouping val="standard"/><c:varyColors val="0"/>"#)
      series(0, &xml, look: { actual(line, &$0) }, end: #"<c:smooth val="0"/>"#)
      if line.target != nil { series(1, &xml, look: target, end: #"<c:smooth val="0"/>"#) }
      xml.raw(#"<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/>"#)
    }
    lineAxes(line, &xml)
  }

  private func actual(_ line: Chart.Line, _ xml: inout XML) {
    xml.element("c:spPr") { $0.outline(Palette.accent, width: 31750) }
    xml.element("c:marker") { xml in
      xml.raw(#"<c:symbol val="circle"/><c:size val="7"/>"#)
      xml.element("c:spPr") { xml in
        xml.solidFill(Palette.accent)
        xml.outline(Palette.accent, width: 9525)
      }
    }
    if line.categories.count <= 8 { labels(line, &xml) }
  }

  /// A figure below its target is written below the line, where the target's line does not cross it.
  private func labels(_ line: Chart.Line, _ xml: inout XML) {
    xml.element("c:dLbls") { xml in
      for index in line.categories.indices {
        guard let actual = line.actual.value(at: index), let target = line.target?.value(at: index),
          actual.position < target.position
        else { continue }
        xml.element("c:dLbl") { xml in
          xml.empty("c:idx", ["val": String(index)])
          xml.dataLabel(line.numberFormat, #"<c:dLblPos val="b"/>"#, Palette.accent, typeface: typeface)
        }
      }
      xml.dataLabel(line.numberFormat, #"<c:dLblPos val="t"/>"#, Palette.accent, typeface: typeface)
    }
  }

  private func target(_ xml: inout XML) {
    xml.element("c:spPr") { $0.outline(Palette.secondInk, width: 22225, dashed: true) }
    xml.raw(#"<c:marker><c:symbol val="none"/></c:marker>"#)
  }

  /// The same round steps as on the web.
  private func lineAxes(_ line: Chart.Line, _ xml: inout XML) {
    let axis = Axis(line)
    xml.element("c:catAx") { xml in
      xml.raw(
        """
        <c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>\
        <c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>\
        <c:minorTickMark val="none"/><c:tickLblPos val="low"/>
        """)
      xml.element("c:spPr") { $0.outline(Palette.edge, width: 9525) }
      xml.raw(
        #"<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>"#
      )
    }
    xml.element("c:valAx") { xml in
      xml.raw(#"<c:axId val="2"/>"#)
      xml.element("c:scaling") { xml in
        xml.raw(#"<c:orientation val="minMax"/>"#)
        xml.empty("c:max", ["val": axis.high])
        xml.empty("c:min", ["val": axis.low])
      }
      xml.raw(#"<c:delete val="0"/><c:axPos val="l"/>"#)
      xml.element("c:majorGridlines") { xml in
        xml.element("c:spPr") { $0.outline(Palette.line, width: 6350) }
      }
      xml.empty("c:numFmt", ["formatCode": line.numberFormat, "sourceLinked": "0"])
      xml.raw(#"<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>"#)
      xml.raw("<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>")
      xml.raw(#"<c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>"#)
      xml.empty("c:majorUnit", ["val": axis.step])
    }
  }
}

extension Chart.Line {
  /// How Word writes the numbers: with the unit, as many decimals as there are, thousands where there are any.
  fileprivate var numberFormat: String {
    let numbers = (actual.values + (target?.values ?? [])).compactMap { $0?.number }
    let wholes = numbers.map { $0.drop { $0 == "-" }.prefix { $0 != "." }.utf8.count }
    let number = (wholes.max() ?? 0) > 3 ? "#,##0" : "General"
    return quoted(unit.prefix) + number + quoted(unit.suffix)
  }

  /// Words in a number format stand between quotation marks, and can have none themselves.
  private func quoted(_ words: String) -> String {
    words.isEmpty ? "" : "\"" + words.filter { $0 != "\"" } + "\""
  }
}
