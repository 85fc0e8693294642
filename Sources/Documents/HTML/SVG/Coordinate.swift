extension Double {
  /// A coordinate to a tenth of a pixel: short, and the same on every machine.
  var coordinate: String {
    let tenths = Int((self * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let (whole, tenth) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return tenth == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(tenth)"
  }
}

/// A point of a drawing.
struct Point {
  var x: Double
  var y: Double

  /// "12.5 40", as paths write it.
  var path: String {
    x.coordinate + " " + y.coordinate
  }
}
