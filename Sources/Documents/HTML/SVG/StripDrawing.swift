/// Draws counts of statuses: for each line its numbers beside their shapes, then one bar, stacked.
///
/// The numbers stand in columns rather than in the bar, where one among sixty would have no room.
struct StripDrawing {
  private let strip: Chart.Strip
  private let marks: [StatusMark]
  private let text = TextMeasure(size: 14)
  private let width = 720.0
  private let rowGap = 14.0
  private let column = 52.0
  private let labelWidth = 190.0

  init(_ strip: Chart.Strip) {
    self.strip = strip
    marks = strip.marks
  }

  /// Draws the chart.
  func draw(_ chart: Chart, into html: inout HTML) {
    let key = keyPoints()
    let labels = strip.bars.map { text.lines(of: $0.label, within: labelWidth - 10) }
    let heights = labels.map { max(28, Double($0.count) * 18) + rowGap }
    let top = (key.last?.y ?? 0) + 32
    let height = top + heights.reduce(0, +) + 24
    html.drawing(chart, width: width, height: height) { html in
      for (mark, point) in zip(marks, key) {
        html.shape(mark.tone, at: point)
        html.label(mark.word, at: Point(x: point.x + 22, y: point.y + 13))
      }
      var y = top
      for (index, bar) in strip.bars.enumerated() {
        row(bar, labels[index], y, heights[index], &html)
        y += heights[index]
      }
      html.label(statement, at: Point(x: 0, y: height - 6), size: 13, in: Palette.secondInk)
    }
  }

  private var statement: String {
    "Bars start at zero and are as long as the counts; the longest stands for \(longest)."
  }

  private var longest: Int {
    strip.bars.map(\.total).max() ?? 0
  }

  /// Where the entries of the key stand, in as many lines as they need.
  private func keyPoints() -> [Point] {
    var point = Point(x: 0, y: 2)
    return marks.map { mark in
      let entry = 22 + text.width(of: mark.word) + 24
      if point.x + entry > width, point.x > 0 { point = Point(x: 0, y: point.y + 24) }
      defer { point.x += entry }
      return point
    }
  }

  private func row(_ bar: Chart.Strip.Bar, _ label: [String], _ y: Double, _ height: Double, _ html: inout HTML) {
    let middle = y + (height - rowGap) / 2
    for (index, words) in label.enumerated() {
      let shift = (Double(index) - Double(label.count - 1) / 2) * 18
      html.label(words, at: Point(x: 0, y: middle + 5 + shift))
    }
    for (index, mark) in marks.enumerated() {
      let x = labelWidth + Double(index) * column
      html.shape(mark.tone, at: Point(x: x, y: middle - 8))
      html.label(String(bar.count(of: mark)), at: Point(x: x + 21, y: middle + 5), bold: true)
    }
    stack(bar, middle, &html)
  }

  private func stack(_ bar: Chart.Strip.Bar, _ middle: Double, _ html: inout HTML) {
    let start = labelWidth + Double(marks.count) * column + 4
    let scale = (width - start) / Double(max(1, longest))
    var x = start
    for mark in marks {
      let length = Double(bar.count(of: mark)) * scale
      guard length > 0 else { continue }
      // A strip of paper between the parts keeps two colours of equal grey apart in print.
      let drawn = max(1, length - 2)
      html.rectangle(x: x, y: middle - 12, width: drawn, height: 24, mark.tone.appearance.mark)
      if drawn >= 22 { html.plate(mark.tone, Point(x: x + drawn / 2, y: middle)) }
      x += length
    }
  }
}

extension HTML {
  /// The shape on a small ground of paper, so that it can be told from the bar it stands on.
  fileprivate mutating func plate(_ tone: Tone, _ centre: Point) {
    rectangle(x: centre.x - 9, y: centre.y - 9, width: 18, height: 18, Palette.paper)
    shape(tone, at: Point(x: centre.x - 8, y: centre.y - 8))
  }
}
