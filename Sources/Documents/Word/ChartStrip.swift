extension ChartPart {
  /// Stacked bars, one series for each status: tint with a strong edge, labelled with shape and number.
  func strip(_ strip: Chart.Strip, _ xml: inout XML) {
    // A part of a bar has room for the shape from about a twelfth of the longest bar on; below it only for the number.
    let roomy = max(1, ((strip.bars.map(\.total).max() ?? 0) + 11) / 12)
    xml.element("c:barChart") { xml in
      xml.raw(#"<c:barDir val="bar"/><c:grouping val="stacked"/><c:varyColors val="0"/>"#)
      for (index, mark) in strip.marks.enumerated() {
        series(index, &xml) { xml in
          let look = mark.tone.appearance
          xml.element("c:spPr") { xml in
            xml.solidFill(look.tint)
            xml.outline(look.mark, width: 19050)
          }
          xml.raw(#"<c:invertIfNegative val="0"/>"#)
          // The format writes the shape before the number, the number alone where it is small, and nothing for zero.
          let format = "[>=\(roomy)]\"\(look.character)\"\\ 0;[>0]0;"
          xml.element("c:dLbls") { $0.dataLabel(format, #"<c:dLblPos val="ctr"/>"#, look.text, typeface: typeface) }
        }
      }
      xml.raw(#"<c:gapWidth val="45"/><c:overlap val="100"/><c:axId val="1"/><c:axId val="2"/>"#)
    }
    barAxes(&xml)
  }

  /// The actual and the target as two bars, each with its figure as the council prints it beside its name.
  func bullet(_ bullet: Chart.Bullet, _ xml: inout XML) {
    xml.element("c:barChart") { xml in
      xml.raw(#"<c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>"#)
      series(0, &xml) { xml in
        xml.element("c:spPr") { $0.solidFill(Palette.edge) }
        xml.raw(#"<c:invertIfNegative val="0"/>"#)
        xml.element("c:dPt") { xml in
          xml.raw(#"<c:idx val="0"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>"#)
          xml.element("c:spPr") { $0.solidFill(bullet.mark.tone.appearance.mark) }
        }
      }
      xml.raw(#"<c:gapWidth val="45"/><c:axId val="1"/><c:axId val="2"/>"#)
    }
    barAxes(&xml)
  }

  /// The first bar on top; the numbers stand on the bars, so there is no value axis to read. It starts at zero.
  private func barAxes(_ xml: inout XML) {
    xml.element("c:catAx") { xml in
      xml.raw(
        """
        <c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/>\
        <c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>\
        <c:minorTickMark val="none"/><c:tickLblPos val="low"/>
        """)
      xml.element("c:spPr") { $0.outline(Palette.edge, width: 9525) }
      xml.raw(
        #"<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>"#
      )
    }
    xml.element("c:valAx") { xml in
      xml.raw(
        """
        <c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="1"/>\
        <c:axPos val="t"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>\
        <c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="1"/><c:crosses val="autoZero"/>\
        <c:crossBetween val="between"/>
        """)
    }
  }
}
