extension HTML {
  /// A drawing with its own title and description, which browsers hand on as the alternative text.
  mutating func drawing(_ chart: Chart, width: Double, height: Double, _ content: (inout HTML) -> Void) {
    let (width, height) = (width.coordinate, height.coordinate)
    element(
      "svg",
      ["class": "drawing", "role": "img", "width": width, "height": height, "viewBox": "0 0 \(width) \(height)"]
    ) { html in
      html.element("title", chart.title)
      html.element("desc", chart.description)
      content(&html)
    }
  }

  /// Which side of its point a label stands on.
  enum Anchor: String {
    case start, middle, end
  }

  /// A label; horizontal, and text rather than outlines.
  mutating func label(
    _ words: String, at point: Point, _ anchor: Anchor = .start, size: Int = 14, in colour: Colour = Palette.ink,
    bold: Bool = false, halo: Bool = false
  ) {
    // A rim of paper keeps a label readable where it crosses a line. It is drawn first and apart: validators do not know
    // `paint-order`.
    if halo { text(words, point, anchor, size, Palette.paper, bold, rim: Palette.paper) }
    text(words, point, anchor, size, colour, bold, rim: nil)
  }

  private mutating func text(
    _ words: String, _ point: Point, _ anchor: Anchor, _ size: Int, _ fill: Colour, _ bold: Bool, rim: Colour?
  ) {
    element(
      "text",
      [
        "x": point.x.coordinate, "y": point.y.coordinate, "font-size": String(size), "fill": fill.css,
        "text-anchor": anchor == .start ? nil : anchor.rawValue, "font-weight": bold ? "600" : nil,
        "stroke": rim?.css, "stroke-width": rim == nil ? nil : "4",
      ], words)
  }

  /// A filled rectangle.
  mutating func rectangle(x: Double, y: Double, width: Double, height: Double, _ fill: Colour) {
    element(
      "rect",
      [
        "x": x.coordinate, "y": y.coordinate, "width": width.coordinate, "height": height.coordinate, "fill": fill.css,
      ]
    ) { _ in }
  }

  /// A stroked path.
  mutating func path(_ data: String, _ stroke: Colour, width: Double, dashes: String? = nil) {
    element(
      "path",
      [
        "d": data, "fill": "none", "stroke": stroke.css, "stroke-width": width.coordinate, "stroke-dasharray": dashes,
      ]
    ) { _ in }
  }

  /// A filled circle.
  mutating func dot(_ centre: Point, radius: Double, _ fill: Colour) {
    element(
      "circle", ["cx": centre.x.coordinate, "cy": centre.y.coordinate, "r": radius.coordinate, "fill": fill.css]
    ) { _ in }
  }

  /// The shape of a status, 16 pixels high, its left upper corner at a point.
  mutating func shape(_ tone: Tone, at point: Point) {
    element("g", ["transform": "translate(\(point.path))"]) { $0.raw(tone.appearance.drawing) }
  }

  /// A line through points that is broken where one is missing, as a chart must not draw what nobody measured.
  mutating func brokenLine(_ points: [Point?], _ stroke: Colour, width: Double, dashes: String? = nil) {
    var data = ""
    var isDrawing = false
    for point in points {
      if let point { data += (isDrawing ? "L" : "M") + point.path }
      isDrawing = point != nil
    }
    if !data.isEmpty { path(data, stroke, width: width, dashes: dashes) }
  }
}

extension [Point?] {
  /// Whether a point has no neighbour, so that no line leads to it.
  func isAlone(_ index: Int) -> Bool {
    self[index] != nil && (index == 0 || self[index - 1] == nil) && (index == count - 1 || self[index + 1] == nil)
  }
}
