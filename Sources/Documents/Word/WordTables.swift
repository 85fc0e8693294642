extension WordWriter {
  /// A table with its caption above it.
  ///
  /// A table with groups becomes one table for each group: merged cells across the page are what screen readers
  /// lose their way in, and a header row repeats only at the head of a table.
  mutating func write(_ table: Table, caption: String) {
    for (index, group) in table.groups.enumerated() {
      if index == 0 { self.caption(caption + table.caption) }
      // Word joins tables that touch, so a group without a heading gets its line too.
      if let heading = group.heading ?? (index > 0 ? "Other" : nil) { paragraph("TableGroup", [.text(heading)]) }
      write(table, group)
    }
    followsTable = true
  }

  /// The words above a table or a chart; the number is plain text, the same in every format.
  mutating func caption(_ words: String) {
    paragraph("Caption", [.text(words)])
  }

  private mutating func write(_ table: Table, _ group: Table.Group) {
    let width = dress.page.textWidth
    let widths = ColumnWidths(table).widths(of: width)
    let rows = group.rows.map { row in
      zip(row.cells, table.columns).map { cell, column in
        (cell: cell, runs: runs(cell.content, isNarrow: true), column: column)
      }
    }
    let style = dress.table
    body.element("w:tbl") { xml in
      xml.tableProperties(
        table.caption + (group.heading.map { ": " + $0 } ?? ""), widths, style,
        namesRowsFirst: group.rows.allSatisfy { $0.cells.first?.isRowHeader == true })
      xml.headerRow(table.columns, widths)
      for row in rows {
        xml.element("w:tr") { xml in
          xml.raw("<w:trPr><w:cantSplit/></w:trPr>")
          for ((cell, runs, column), width) in zip(row, widths) {
            xml.cell(width, cell.content.onlyStatus?.tone.appearance.tint) { xml in
              xml.paragraph("TableText", alignRight: column.alignment == .right) { $0.append(runs) }
            }
          }
        }
      }
    }
  }
}

extension XML {
  /// - Parameter namesRowsFirst: whether the first cell of each row is its header; readers announce it with the others.
  fileprivate mutating func tableProperties(
    _ description: String, _ widths: [Int], _ style: String, namesRowsFirst: Bool
  ) {
    element("w:tblPr") { xml in
      xml.empty("w:tblStyle", ["w:val": style])
      xml.empty("w:tblW", ["w:w": String(widths.reduce(0, +)), "w:type": "dxa"])
      xml.raw(#"<w:tblLayout w:type="fixed"/>"#)
      xml.empty(
        "w:tblLook",
        [
          "w:val": namesRowsFirst ? "06A0" : "0620", "w:firstRow": "1", "w:lastRow": "0",
          "w:firstColumn": namesRowsFirst ? "1" : "0", "w:lastColumn": "0", "w:noHBand": "1", "w:noVBand": "1",
        ])
      xml.empty("w:tblCaption", ["w:val": description])
    }
    element("w:tblGrid") { xml in
      for width in widths { xml.empty("w:gridCol", ["w:w": String(width)]) }
    }
  }

  /// The first row, which Word repeats on every page the table runs to.
  fileprivate mutating func headerRow(_ columns: [Table.Column], _ widths: [Int]) {
    element("w:tr") { xml in
      xml.raw("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
      for (column, width) in zip(columns, widths) {
        xml.cell(width, nil) { xml in
          xml.paragraph("TableHeader", alignRight: column.alignment == .right) { $0.run(column.header) }
        }
      }
    }
  }

  fileprivate mutating func cell(_ width: Int, _ ground: Colour?, _ content: (inout XML) -> Void) {
    element("w:tc") { xml in
      xml.element("w:tcPr") { xml in
        xml.empty("w:tcW", ["w:w": String(width), "w:type": "dxa"])
        if let ground { xml.empty("w:shd", ["w:val": "clear", "w:color": "auto", "w:fill": ground.hex]) }
      }
      content(&xml)
    }
  }
}
