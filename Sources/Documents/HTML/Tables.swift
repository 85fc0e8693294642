extension HTML {
  /// A table on a page without footnotes.
  package mutating func table(_ table: Table) {
    var notes = Footnotes()
    self.table(table, caption: table.caption, &notes)
  }

  /// A table whose rows stand under each other where the screen is narrow, each cell with the head of its column.
  package mutating func cards(_ table: Table) {
    var notes = Footnotes()
    self.table(table, caption: table.caption, &notes, areCards: true)
  }

  /// A table in a region of its own, which scrolls sideways by keyboard too when the screen is narrow.
  mutating func table(_ table: Table, caption: String, _ notes: inout Footnotes, areCards: Bool = false) {
    scrollRegion("Table: \(table.caption)") { html in
      html.element("table", ["class": areCards ? "cards" : nil]) { html in
        html.element("caption", caption)
        html.head(of: table)
        for group in table.groups { html.body(of: group, table.columns, &notes, areCards: areCards) }
      }
    }
  }

  /// A part that may be wider than the screen: it can be reached by Tab, and says what it is.
  package mutating func scrollRegion(_ label: String, _ content: (inout HTML) -> Void) {
    element("div", ["class": "scroll", "role": "region", "aria-label": label, "tabindex": "0"], content)
  }

  private mutating func head(of table: Table) {
    element("thead") { html in
      html.element("tr") { html in
        for column in table.columns {
          html.element("th", ["scope": "col", "class": column.cssClass], column.header)
        }
      }
    }
  }

  private mutating func body(
    of group: Table.Group, _ columns: [Table.Column], _ notes: inout Footnotes, areCards: Bool
  ) {
    element("tbody") { html in
      if let heading = group.heading {
        html.element("tr", ["class": "group"]) { html in
          html.element("th", ["scope": "rowgroup", "colspan": String(columns.count)], heading)
        }
      }
      for row in group.rows {
        html.element("tr") { html in
          for (cell, column) in zip(row.cells, columns) { html.cell(cell, column, &notes, isCard: areCards) }
        }
      }
    }
  }

  private mutating func cell(
    _ cell: Table.Cell, _ column: Table.Column, _ notes: inout Footnotes, isCard: Bool
  ) {
    if cell.isRowHeader {
      element("th", ["scope": "row", "class": column.cssClass]) { $0.inlines(cell.content, &notes) }
    } else if isCard {
      // Beside the head of its column there is room for a few words; more begin under it.
      let isLong = cell.content.plainText.count > 40
      element("td", ["class": isLong ? "long" : column.cssClass, "data-label": column.header]) {
        $0.inlines(cell.content, &notes)
      }
    } else {
      element("td", ["class": column.cssClass]) { $0.inlines(cell.content, &notes) }
    }
  }
}

extension Table.Column {
  fileprivate var cssClass: String? {
    alignment == .right ? "number" : nil
  }
}
