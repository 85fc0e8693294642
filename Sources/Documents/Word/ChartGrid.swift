/// The numbers of a chart as Word keeps them: categories down, series across.
///
/// The chart part and the workbook inside it both come from this, so that editing the data in Word shows what the
/// chart showed.
struct ChartGrid {
  /// Numbers under one name, one for each category; none where there is no figure.
  struct Series {
    let name: String
    let numbers: [String?]
  }

  /// What the categories are.
  let corner: String
  let categories: [String]
  let series: [Series]
}

extension Chart {
  var grid: ChartGrid {
    switch plot {
    case .strip(let strip):
      ChartGrid(
        corner: "Group", categories: strip.bars.map(\.label),
        series: strip.marks.map { mark in
          .init(
            name: "\(mark.tone.appearance.character) \(mark.word)",
            numbers: strip.bars.map { String($0.count(of: mark)) })
        })
    case .line(let line):
      ChartGrid(
        corner: "Period", categories: line.categories,
        series: ([line.actual] + (line.target.map { [$0] } ?? [])).map { series in
          .init(name: series.name, numbers: line.categories.indices.map { series.value(at: $0)?.number })
        })
    case .bullet(let bullet):
      ChartGrid(
        corner: "Figure",
        categories: ["Actual: \(bullet.actual?.label ?? noFigure)", "Target: \(bullet.target?.label ?? "none")"],
        series: [.init(name: bullet.label, numbers: [bullet.actual?.number, bullet.target?.number])])
    }
  }
}
