extension Chart {
  /// The data of the chart as a table, for people who cannot or would rather not read a picture.
  package var table: Table {
    switch plot {
    case .strip(let strip): strip.table(title)
    case .line(let line): line.table(title)
    case .bullet(let bullet): bullet.table(title)
    }
  }
}

/// What a table says where a figure is missing: an empty cell would be taken for an oversight.
let noFigure = "No data"

extension Chart.Strip {
  func table(_ caption: String) -> Table {
    let marks = self.marks
    return Table(
      caption,
      columns: [Table.Column("Group", width: 3)] + marks.map { Table.Column($0.word, .right) }
        + [Table.Column("Total", .right)],
      rows: bars.map { bar in
        Table.Row([.rowHeader(bar.label)] + marks.map { .text(String(bar.count(of: $0))) } + [.text(String(bar.total))])
      })
  }
}

extension Chart.Line {
  func table(_ caption: String) -> Table {
    let series = [actual] + (target.map { [$0] } ?? [])
    return Table(
      caption,
      columns: [Table.Column("Period", width: 2)] + series.map { Table.Column($0.name, .right) },
      rows: categories.indices.map { index in
        Table.Row([.rowHeader(categories[index])] + series.map { .text($0.value(at: index)?.label ?? noFigure) })
      })
  }
}

extension Chart.Line.Series {
  /// The value of a category; a series that is too short has no figures for the rest.
  func value(at index: Int) -> Chart.Value? {
    index < values.count ? values[index] : nil
  }
}

extension Chart.Bullet {
  func table(_ caption: String) -> Table {
    Table(
      caption,
      columns: [
        Table.Column("Measure", width: 3), Table.Column("Actual", .right), Table.Column("Target", .right),
        Table.Column("Status", width: 2),
      ],
      rows: [
        Table.Row([
          .rowHeader(label), .text(actual?.label ?? noFigure), .text(target?.label ?? "No target"), .status(mark),
        ])
      ])
  }
}
