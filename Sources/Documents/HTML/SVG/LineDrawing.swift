/// Draws actuals against a target: direct labels, a dashed target, a gap where there is no figure.
struct LineDrawing {
  private let line: Chart.Line
  private let axis: Axis
  private let text = TextMeasure(size: 14)
  private let width = 720.0
  private let height = 320.0
  private let top = 26.0
  private let bottom: Double
  private let left: Double
  private let right: Double
  private let slot: Double
  private let categoryLines: [[String]]

  init(_ line: Chart.Line) {
    self.line = line
    axis = Axis(line)
    let text = self.text
    left = 18 + (axis.numbers.map { text.width(of: line.unit.label($0)) }.max() ?? 0)
    // The name of the actuals is bold, which takes an eighth more.
    right = 20 + [line.actual, line.target].compactMap { $0.map { text.width(of: $0.endLabel) } }.max()! * 1.125
    slot = (width - left - right) / Double(max(1, line.categories.count))
    let slot = self.slot
    categoryLines = line.categories.map { Array(text.lines(of: $0, within: slot - 6).prefix(2)) }
    bottom = 42 + 17 * Double(categoryLines.map(\.count).max() ?? 1)
  }

  /// Draws the chart.
  func draw(_ chart: Chart, into html: inout HTML) {
    html.drawing(chart, width: width, height: height) { html in
      grid(&html)
      categories(&html)
      targets(&html)
      actuals(&html)
      names(&html)
      html.label(statement, at: Point(x: 0, y: height - 6), size: 13, in: Palette.secondInk)
    }
  }

  /// An axis that does not begin at zero makes differences look larger, so the chart says where it begins.
  private var statement: String {
    let start =
      if axis.low == "0" {
        "The vertical axis starts at zero."
      } else if axis.hasZero {
        "The vertical axis runs from \(line.unit.label(axis.low)) through zero."
      } else {
        "The vertical axis starts at \(line.unit.label(axis.low)), not at zero."
      }
    return hasGaps ? start + " A dashed ring: no figure for that period." : start
  }

  private var hasGaps: Bool {
    line.categories.indices.contains { line.actual.value(at: $0) == nil }
  }

  private func grid(_ html: inout HTML) {
    for number in axis.numbers {
      let y = y(Double(number) ?? 0)
      let isBase = number == (axis.hasZero ? "0" : axis.low)
      html.path(
        "M\(Point(x: left, y: y).path)H\((width - right).coordinate)", isBase ? Palette.edge : Palette.line, width: 1)
      html.label(line.unit.label(number), at: Point(x: left - 8, y: y + 5), .end, in: Palette.secondInk)
    }
  }

  private func categories(_ html: inout HTML) {
    let widest = categoryLines.joined().map(text.width(of:)).max() ?? 0
    // Labels that would run into one another are thinned out, keeping the newest.
    let needed = Int(((widest + 12) / slot).rounded(.up))
    // Every third quarter would name another season each year.
    let stride = needed == 3 ? 4 : max(1, needed)
    for (index, lines) in categoryLines.enumerated() where (categoryLines.count - 1 - index) % stride == 0 {
      for (row, words) in lines.enumerated() {
        let y = height - bottom + 22 + Double(row) * 17
        html.label(words, at: Point(x: x(index), y: y), .middle, in: Palette.secondInk)
      }
    }
  }

  /// A target that stands alone has no line to be part of and gets a short one of its own.
  private func targets(_ html: inout HTML) {
    guard let target = line.target else { return }
    let points = points(of: target)
    html.brokenLine(points, Palette.secondInk, width: 2, dashes: "7 5")
    for (index, point) in points.enumerated() where points.isAlone(index) {
      guard let point else { continue }
      html.path("M\(Point(x: point.x - 16, y: point.y).path)h32", Palette.secondInk, width: 2, dashes: "7 5")
    }
  }

  private func actuals(_ html: inout HTML) {
    let points = points(of: line.actual)
    html.brokenLine(points, Palette.accent, width: 3)
    for (index, point) in points.enumerated() {
      guard let point, let value = line.actual.value(at: index) else {
        html.shape(.grey, at: Point(x: x(index) - 8, y: height - bottom - 20))
        continue
      }
      html.dot(point, radius: 4.5, Palette.accent)
      if line.categories.count <= 8 {
        html.label(value.label, at: labelPoint(point, index), .middle, in: Palette.accent, bold: true, halo: true)
      }
    }
  }

  /// A value stands on the far side of the target, where the dashed line does not cross it.
  private func labelPoint(_ point: Point, _ index: Int) -> Point {
    let target = line.target?.value(at: index).map { y($0.position) }
    let isBelow = target.map { point.y > $0 } ?? false
    return Point(x: point.x, y: isBelow ? min(point.y + 22, height - bottom - 4) : point.y - 11)
  }

  /// The names of the lines stand at their ends, moved apart where they would touch.
  private func names(_ html: inout HTML) {
    let x = width - right + 12
    var actual = points(of: line.actual).compactMap(\.self).last?.y
    var target = line.target.flatMap { points(of: $0).compactMap(\.self).last?.y }
    if let a = actual, let t = target, abs(a - t) < 18 {
      let shift = (18 - abs(a - t)) / 2
      (actual, target) = a <= t ? (a - shift, t + shift) : (a + shift, t - shift)
    }
    if let actual {
      html.label(line.actual.endLabel, at: Point(x: x, y: actual + 5), in: Palette.accent, bold: true)
    }
    if let target, let series = line.target {
      html.label(series.endLabel, at: Point(x: x, y: target + 5), in: Palette.secondInk)
    }
  }

  private func points(of series: Chart.Line.Series) -> [Point?] {
    line.categories.indices.map { index in
      series.value(at: index).map { Point(x: x(index), y: y($0.position)) }
    }
  }

  private func x(_ index: Int) -> Double {
    left + slot * (Double(index) + 0.5)
  }

  private func y(_ value: Double) -> Double {
    height - bottom - (height - bottom - top) * axis.share(of: value)
  }
}

extension Chart.Line.Series {
  /// "Target 90%": the name and the newest figure.
  fileprivate var endLabel: String {
    let newest = values.last { $0 != nil }
    return newest.flatMap { $0 }.map { "\(name) \($0.label)" } ?? name
  }
}
