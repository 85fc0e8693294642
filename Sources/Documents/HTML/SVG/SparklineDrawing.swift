extension HTML {
  /// A line the size of a word. It is hidden from screen readers: the figures stand in the row already.
  package mutating func sparkline(_ sparkline: Sparkline) {
    element(
      "svg",
      [
        "class": "sparkline", "width": "120", "height": "28", "viewBox": "0 0 120 28", "aria-hidden": "true",
        "focusable": "false",
      ]
    ) { html in
      let points = sparkline.points
      if let y = sparkline.targetHeight {
        html.path("M0 \(y.coordinate)H120", Palette.secondInk, width: 1, dashes: "4 3")
      }
      html.brokenLine(points, Palette.accent, width: 1.5)
      for (index, point) in points.enumerated() {
        guard let point else { continue }
        let isNewest = index == points.count - 1
        if isNewest || points.isAlone(index) { html.dot(point, radius: isNewest ? 3 : 1.5, Palette.accent) }
      }
    }
  }
}

extension Sparkline {
  fileprivate var points: [Point?] {
    let slots = Double(max(1, values.count - 1))
    return values.enumerated().map { index, value in
      value.map { Point(x: 4 + 112 * Double(index) / slots, y: height($0.position)) }
    }
  }

  fileprivate var targetHeight: Double? {
    target.map { height($0.position) }
  }

  private func height(_ value: Double) -> Double {
    let positions = (values + [target]).compactMap { $0?.position }
    guard let low = positions.min(), let high = positions.max(), low < high else { return 14 }
    return 24 - 20 * (value - low) / (high - low)
  }
}
