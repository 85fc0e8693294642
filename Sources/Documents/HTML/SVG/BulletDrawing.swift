/// Draws one actual as a bar from zero and its target as a line across.
struct BulletDrawing {
  private let bullet: Chart.Bullet
  private let text = TextMeasure(size: 14)
  private let width = 720.0
  private let height = 104.0
  private let bar = 38.0

  init(_ bullet: Chart.Bullet) {
    self.bullet = bullet
  }

  /// Draws the chart.
  func draw(_ chart: Chart, into html: inout HTML) {
    html.drawing(chart, width: width, height: height) { html in
      html.rectangle(x: x(0), y: bar - 2, width: 1, height: 36, Palette.edge)
      html.rectangle(x: x(low), y: bar, width: x(high) - x(low), height: 32, Palette.wash)
      actual(&html)
      target(&html)
      html.label("The bar starts at zero.", at: Point(x: 0, y: height - 6), size: 13, in: Palette.secondInk)
    }
  }

  private func actual(_ html: inout HTML) {
    let look = bullet.mark.tone.appearance
    guard let actual = bullet.actual else {
      html.shape(bullet.mark.tone, at: Point(x: x(0) + 8, y: bar + 8))
      html.label(noFigure, at: Point(x: x(0) + 32, y: bar + 21), in: look.text)
      return
    }
    let (start, end) = (min(x(0), x(actual.position)), max(x(0), x(actual.position)))
    html.rectangle(x: start, y: bar + 7, width: max(2, end - start), height: 18, look.mark)
    html.shape(bullet.mark.tone, at: Point(x: width - labelWidth + 12, y: bar + 8))
    html.label(
      "\(actual.label) \(bullet.mark.word)", at: Point(x: width - labelWidth + 34, y: bar + 21), in: look.text,
      bold: true)
  }

  private func target(_ html: inout HTML) {
    guard let target = bullet.target else { return }
    let x = x(target.position)
    html.path("M\(Point(x: x, y: bar - 6).path)V\((bar + 38).coordinate)", Palette.ink, width: 3)
    let words = "Target \(target.label)"
    let half = text.width(of: words) / 2
    html.label(words, at: Point(x: min(max(half, x), width - half), y: bar - 13), .middle)
  }

  private var labelWidth: Double {
    44 + (bullet.actual.map { text.width(of: "\($0.label) \(bullet.mark.word)") * 1.1 } ?? 0)
  }

  private var positions: [Double] {
    [bullet.actual, bullet.target].compactMap { $0?.position }
  }

  private var low: Double { min(0, positions.min() ?? 0) }

  /// A tenth beyond the largest, so that the target's line never lies on the edge.
  private var high: Double {
    let highest = max(0, positions.max() ?? 0)
    return highest == low ? low + 1 : highest + (highest - low) / 10
  }

  private func x(_ value: Double) -> Double {
    1 + (width - 1 - labelWidth) * (value - low) / (high - low)
  }
}
